package org.deskbert.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.Reply;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.LoggedQuestion;
import org.deskbert.eval.Regression;
import org.deskbert.faq.Entry;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqInfo;
import org.deskbert.faq.Library;
import org.deskbert.faq.TestQuestion;

/**
 * Replays the test questions of the active FAQs in the background, each time that the index follows
 * a change, and keeps what is answered otherwise than the owner last agreed to. It never stands in
 * the way of a save.
 */
public final class RegressionGate implements AutoCloseable {
  private final Library library;
  private final Function<String, Reply> assistant;
  private final ExecutorService worker = Tasks.worker("tests");
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final List<Consumer<Map<String, List<Regression.Difference>>>> listeners =
      new CopyOnWriteArrayList<>();
  private volatile Map<String, List<Regression.Difference>> differences = Map.of();

  RegressionGate(Library library, Function<String, Reply> assistant) {
    this.library = library;
    this.assistant = assistant;
  }

  /** By FAQ, what is answered otherwise now; FAQs without any are left out. */
  public Map<String, List<Regression.Difference>> differences() {
    return differences;
  }

  /** Calls {@code listener} with the differences after each replay, on any thread. */
  public void onReplay(Consumer<Map<String, List<Regression.Difference>>> listener) {
    listeners.add(listener);
  }

  /** Agrees with what comes of a question now. */
  public void agree(String faq, Regression.Difference difference) throws FaqException {
    library.upkeep().putTests(faq, List.of(difference.agreed()));
    replayLater();
  }

  /** Makes the question a phrasing of the entry that should answer it. */
  public void teach(String faq, Regression.Difference difference) throws FaqException {
    TestQuestion test = difference.test();
    library.apply(faq, Phrasings.add(test.expected(), List.of(test.question())));
  }

  /**
   * Makes test questions of what a FAQ is made to answer: the first phrasing of each entry. Those
   * that are there stay.
   */
  public int addFromFaq(String faq) throws FaqException {
    List<String> there = library.upkeep().tests(faq).stream().map(TestQuestion::question).toList();
    List<TestQuestion> fresh = new ArrayList<>();
    for (Entry entry : library.load(faq).entries()) {
      if (!there.contains(entry.question())) {
        fresh.add(test(entry.question(), entry.id(), TestQuestion.Origin.HISTORY));
      }
    }
    library.upkeep().putTests(faq, fresh);
    replayLater();
    return fresh.size();
  }

  /** Adds a question that should be answered by an entry, "" for none. */
  public void add(String faq, String question, String expected, TestQuestion.Origin origin)
      throws FaqException {
    library.upkeep().putTests(faq, List.of(test(question, expected, origin)));
    replayLater();
  }

  /**
   * Makes a test of a question whose answer helped, where that is wanted; one that no longer helps
   * is none any more. What the owner wrote stays.
   */
  void rated(LoggedQuestion question, boolean wanted) {
    Conversation.Key entry = question.entry();
    if (entry == null) {
      return;
    }
    try {
      List<TestQuestion> there =
          library.upkeep().tests(entry.source()).stream()
              .filter(test -> test.question().equals(question.question()))
              .toList();
      if (question.feedback() == Feedback.UP && wanted && there.isEmpty()) {
        add(entry.source(), question.question(), entry.id(), TestQuestion.Origin.LIKED);
      } else if (question.feedback() != Feedback.UP
          && there.stream().anyMatch(test -> test.origin() == TestQuestion.Origin.LIKED)) {
        library.upkeep().removeTest(entry.source(), question.question());
        replayLater();
      }
    } catch (FaqException e) {
      return; // the FAQ is gone by now; what the asker thinks is kept all the same
    }
  }

  /** Forgets the tests that were made of what askers liked. */
  void forgetLiked() throws FaqException {
    for (FaqInfo faq : library.list()) {
      for (TestQuestion test : library.upkeep().tests(faq.name())) {
        if (test.origin() == TestQuestion.Origin.LIKED) {
          library.upkeep().removeTest(faq.name(), test.question());
        }
      }
    }
    replayLater();
  }

  private static TestQuestion test(String question, String expected, TestQuestion.Origin origin) {
    return new TestQuestion(question, expected, "", "", origin);
  }

  /** Replays soon; calls until then are one. */
  void replayLater() {
    if (waiting.compareAndSet(false, true)) {
      try {
        worker.execute(() -> {
          waiting.set(false);
          replay();
        });
      } catch (RejectedExecutionException e) {
        // The program ends.
      }
    }
  }

  private void replay() {
    Map<String, List<Regression.Difference>> found = new LinkedHashMap<>();
    try {
      for (String faq : library.active()) {
        List<TestQuestion> tests = library.upkeep().tests(faq);
        if (tests.isEmpty()) {
          continue;
        }
        Regression.Result result = Regression.replay(faq, tests, assistant);
        library.upkeep().putTests(faq, result.fresh());
        if (!result.differences().isEmpty()) {
          found.put(faq, result.differences());
        }
      }
    } catch (FaqException | RuntimeException e) {
      return; // what the library can't tell now is told where the owner looks at it
    }
    differences = Map.copyOf(found);
    listeners.forEach(listener -> listener.accept(differences));
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}

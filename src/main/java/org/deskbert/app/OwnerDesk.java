package org.deskbert.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.deskbert.chat.Reply;
import org.deskbert.chat.history.LoggedQuestion;
import org.deskbert.chat.history.LoggedQuestion.State;
import org.deskbert.chat.history.QuestionLog;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.Encoder;
import org.deskbert.eval.Checks;
import org.deskbert.eval.OwnQuestion;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqFile;
import org.deskbert.faq.FaqFiles;
import org.deskbert.faq.FaqInfo;
import org.deskbert.faq.Finding;
import org.deskbert.faq.Library;
import org.deskbert.faq.Problem;
import org.deskbert.faq.TestQuestion;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/** What a FAQ's owner works with to make it better. Safe to call from any thread. */
public final class OwnerDesk {
  private final Library library;
  private final Engines engines;
  private final Models models;
  private final Supplier<Settings> settings;

  private final LiveEngine live;
  private final Supplier<Chats> chats;
  private final RegressionGate gate;

  OwnerDesk(
      Library library,
      Models models,
      Engines engines,
      LiveEngine live,
      Supplier<Chats> chats,
      Supplier<Settings> settings) {
    this.library = library;
    this.live = live;
    this.chats = chats;
    this.gate = new RegressionGate(library, question -> live.answer(e -> e.ask(question)));
    live.onStatus(status -> {
      if (status.phase() == Status.Phase.READY
          || status.reason() == Status.Reason.SWITCHED_OFF) { // words are all that answers
        gate.replayLater();
      }
    });
    this.models = models;
    this.engines = engines;
    this.settings = settings;
  }

  /** The FAQs with their history. */
  public Library library() {
    return library;
  }

  /** What was asked in so many days up to today. */
  public Usage usage(int days) throws FaqException {
    return Usage.of(library, chats.get().questions(), days);
  }

  /** The test questions. */
  public RegressionGate gate() {
    return gate;
  }

  /** A question answered with what is there now; not on the window's thread. */
  public Reply ask(String question) {
    return live.answer(engine -> engine.ask(question));
  }

  /**
   * Asks each entry of a FAQ its own questions, from that FAQ and, where it answers, from those
   * that answer with it; some seconds for ten thousand. A question in an entry's own words needs no
   * model to find it.
   *
   * @return the questions that don't find their entry
   */
  public List<OwnQuestion> askOwn(String faq, Progress progress) throws FaqException {
    List<String> active = library.active();
    List<Faq> together = new ArrayList<>();
    for (String name : active.contains(faq) ? active : List.of(faq)) {
      together.add(library.load(name));
    }
    try (Engine engine = engines.quick(together, settings.get())) {
      return OwnQuestion.lost(library.load(faq), engine::ask, progress);
    }
  }

  /** What waits for the owner, grouped by meaning; some seconds for a thousand questions. */
  public Inbox inbox(Instant now) throws FaqException {
    QuestionLog log = chats.get().questions();
    return Inbox.of(
        log.inbox(), log.between(now.minus(Inbox.LOOKS_BACK), now.plusSeconds(1)), reader(), now);
  }

  private Inbox.Reader reader() {
    return new Inbox.Reader() {
      @Override
      public List<float[]> vectors(List<String> texts) {
        return live.answer(engine -> engine.vectors(texts));
      }

      @Override
      public Reply ask(String question) {
        return OwnerDesk.this.ask(question);
      }
    };
  }

  /** Adds the questions of a group to an entry and counts them as done. */
  public void addPhrasings(Inbox.Group group, String faq, String entry) throws FaqException {
    List<String> questions =
        group.questions().stream().map(LoggedQuestion::question).distinct().toList();
    library.apply(faq, Phrasings.add(entry, questions));
    settle(group, State.DONE);
    for (String question : questions) {
      gate.add(faq, question, entry, TestQuestion.Origin.HISTORY);
    }
  }

  /** Notes what the owner did about a group; {@code OPEN} puts it back. */
  public void settle(Inbox.Group group, State state) throws FaqException {
    chats.get().questions().settle(group.ids(), state);
  }

  /**
   * Runs all checks on a FAQ, without what its owner has decided to ignore, or on a file, with the
   * problems of its rows; long. Of the form alone where the model is switched off.
   *
   * @param nameOrFile name of a FAQ in the library, or a file
   * @param model a bundle's name or folder, or null for the one in use
   * @throws FaqException if there is neither, or nothing of the file can be read
   */
  public Checks check(String nameOrFile, @Nullable String model, Progress progress)
      throws FaqException, BundleException {
    if (settings.get().wordsOnly() && model == null) {
      return check(nameOrFile, (Encoder) null, progress);
    }
    try (Encoder encoder = models.encoder(model)) {
      return check(nameOrFile, encoder, progress);
    }
  }

  private Checks check(String nameOrFile, @Nullable Encoder encoder, Progress progress)
      throws FaqException {
    List<String> names = library.list().stream().map(FaqInfo::name).toList();
    Path file = Path.of(nameOrFile);
    if (names.contains(nameOrFile) || !Files.exists(file)) {
      Faq faq = library.load(nameOrFile);
      Checks checks = engines.check(faq, encoder, Map.of(), null, settings.get(), progress);
      Set<String> ignored = library.upkeep().ignored(nameOrFile);
      return new Checks(
          checks.findings().stream().filter(found -> !ignored.contains(found.key())).toList(),
          checks.robustness());
    }
    FaqFile read = FaqFiles.read(file, true);
    Faq faq = read.as(String.valueOf(file.getFileName()));
    Path folder = file.toAbsolutePath().getParent();
    Checks checks = engines.check(faq, encoder, read.lines(), folder, settings.get(), progress);
    List<Finding> findings = new ArrayList<>(read.problems().stream().map(Finding::of).toList());
    checks.findings().stream()
        .filter(found -> !known(read.problems(), found.problem()))
        .forEach(findings::add);
    return new Checks(List.copyOf(findings), checks.robustness());
  }

  /** Whether the reader of the file has told the same. */
  private static boolean known(List<Problem> told, Problem problem) {
    return told.stream()
        .anyMatch(p -> p.kind().equals(problem.kind()) && p.entry().equals(problem.entry()));
  }
}

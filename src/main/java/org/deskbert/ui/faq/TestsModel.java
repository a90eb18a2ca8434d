package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deskbert.app.OwnerDesk;
import org.deskbert.app.Tasks;
import org.deskbert.chat.Reply;
import org.deskbert.eval.Regression.Difference;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.TestQuestion;
import org.jspecify.annotations.Nullable;

/**
 * The test questions of a FAQ, replayed in the background after each save: what is answered
 * otherwise than last agreed waits to be agreed to. Used on the window's thread.
 */
public final class TestsModel {
  /**
   * A test question.
   *
   * @param difference what comes of it now, null if what was agreed on
   */
  public record Item(TestQuestion test, @Nullable Difference difference) {}

  private final Supplier<OwnerDesk> desk;
  private final Tasks tasks;
  private final EditorModel editor;
  private final ObservableList<Item> items = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper red = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private volatile boolean listening; // set where the library is read

  /**
   * Creates an empty list; it fills with {@link #reload}.
   *
   * @param editor knows which FAQ it is
   */
  public TestsModel(Supplier<OwnerDesk> desk, Tasks tasks, EditorModel editor) {
    this.desk = desk;
    this.tasks = tasks;
    this.editor = editor;
  }

  /** All, those that are answered otherwise first. */
  public ObservableList<Item> items() {
    return items;
  }

  /** How many are answered otherwise. */
  public ReadOnlyIntegerProperty redProperty() {
    return red.getReadOnlyProperty();
  }

  /** What was done last, or could not be; empty if nothing. */
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Reads them again, and follows each replay from then on. */
  public void reload() {
    change(
        _ -> {
          if (!listening) {
            desk.get().gate().onReplay(_ -> tasks.foreground(this::reload));
            listening = true;
          }
        },
        "");
  }

  /** Keeps a question as a test: what answers it now shall go on doing so. */
  public void keep(String question) {
    if (!question.isBlank()) {
      change(
          faq -> {
            Reply reply = desk.get().ask(question);
            String expected =
                reply instanceof Reply.Answered answered && answered.source().equals(faq)
                    ? answered.entry().id()
                    : "";
            desk.get().gate().add(faq, question, expected, TestQuestion.Origin.OWNER);
          },
          text("tests.kept", question.strip()));
    }
  }

  /** Makes a test of the first question of each entry. */
  public void addFromFaq() {
    change(faq -> desk.get().gate().addFromFaq(faq), "");
  }

  /** Agrees with what comes of a question now. */
  public void agree(Item item) {
    Difference difference = item.difference();
    if (difference != null) {
      change(faq -> desk.get().gate().agree(faq, difference), "");
    }
  }

  /** Makes a question a phrasing of the entry that should answer it. */
  public void teach(Item item) {
    Difference difference = item.difference();
    if (difference != null) {
      change(faq -> desk.get().gate().teach(faq, difference), "");
      editor.reload();
    }
  }

  /** Whether a question can become a phrasing of the entry that should answer it. */
  public static boolean canTeach(Item item) {
    return item.difference() != null && !item.test().expected().isEmpty();
  }

  /** Forgets a test. */
  public void remove(Item item) {
    change(faq -> desk.get().library().upkeep().removeTest(faq, item.test().question()), "");
  }

  /** Goes on with what gives a FAQ away, or asks first where its tests are red. */
  public void release(String faq, Consumer<Integer> ask, Runnable go) {
    tasks.run(
        () -> desk.get().gate().differences().getOrDefault(faq, List.of()).size(),
        differing -> {
          if (differing > 0) {
            ask.accept(differing);
          } else {
            go.run();
          }
        },
        _ -> go.run());
  }

  @FunctionalInterface
  private interface Change {
    void apply(String faq) throws FaqException;
  }

  private void change(Change change, String done) {
    String faq = editor.nameProperty().get();
    tasks.run(
        () -> {
          change.apply(faq);
          return list(
              desk.get().library().upkeep().tests(faq), desk.get().gate().differences(), faq);
        },
        found -> {
          said.set(done);
          items.setAll(found);
          red.set((int) found.stream().filter(item -> item.difference() != null).count());
        },
        failure -> said.set(ImportModel.sentence(failure)));
  }

  private static List<Item> list(
      List<TestQuestion> tests, Map<String, List<Difference>> all, String faq) {
    List<Item> items = new ArrayList<>();
    List<Difference> differences = all.getOrDefault(faq, List.of());
    for (Difference difference : differences) {
      if (tests.contains(difference.test())) { // else it was agreed to, or is gone
        items.add(new Item(difference.test(), difference));
      }
    }
    for (TestQuestion test : tests) {
      if (items.stream().noneMatch(item -> item.test().equals(test))) {
        items.add(new Item(test, null));
      }
    }
    return items;
  }
}

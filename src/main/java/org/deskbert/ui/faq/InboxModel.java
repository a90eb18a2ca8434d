package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deskbert.app.Inbox;
import org.deskbert.app.OwnerDesk;
import org.deskbert.app.Tasks;
import org.deskbert.chat.Reply;
import org.deskbert.chat.history.LoggedQuestion.State;
import org.deskbert.search.Candidate;
import org.deskbert.ui.kit.Percent;
import org.jspecify.annotations.Nullable;

/** Questions that need the owner, and what can be done about each. Used on the window's thread. */
public final class InboxModel {
  private final Supplier<OwnerDesk> desk;
  private final Tasks files;
  private final EditorModel editor;
  private final Clock clock;
  private final ObservableList<Inbox.Group> groups = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private @Nullable Done last;

  /** What was done last; {@code faq} is empty where no FAQ was changed. */
  private record Done(Inbox.Group group, String faq, int place) {}

  /**
   * Creates an empty list; it fills with {@link #reload}.
   *
   * @param files where long work is done
   */
  public InboxModel(Supplier<OwnerDesk> desk, Tasks files, EditorModel editor, Clock clock) {
    this.desk = desk;
    this.files = files;
    this.editor = editor;
    this.clock = clock;
  }

  /** What waits, the newest and most frequent first. */
  public ObservableList<Inbox.Group> groups() {
    return groups;
  }

  /** What share had no home, or what went wrong, a sentence. */
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Whether something can be taken back. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** Reads the log again. */
  public void reload() {
    files.run(
        () -> desk.get().inbox(clock.instant()),
        inbox -> {
          groups.setAll(inbox.groups());
          said.set(summary(inbox));
        },
        this::failed);
  }

  private static String summary(Inbox inbox) {
    if (inbox.asked() == 0) {
      return text("desk.inbox-nobody");
    }
    List<String> growing =
        inbox.groups().stream()
            .filter(Inbox.Group::growing)
            .map(Inbox.Group::question)
            .limit(2)
            .toList();
    String share = text("desk.inbox-share", Percent.of(inbox.share()), inbox.asked());
    return growing.isEmpty()
        ? share
        : share + " " + text("desk.inbox-growing", String.join(" · ", growing));
  }

  /** Adds a group's questions to one of its suggested entries, by number from 0. */
  public void add(Inbox.Group group, int number) {
    if (number < group.suggestions().size()) {
      Reply.Scored suggestion = group.suggestions().get(number);
      Candidate entry = suggestion.candidate();
      act(
          group,
          entry.source(),
          () -> {
            desk.get().addPhrasings(group, entry.source(), entry.entry().id());
            return true;
          });
    }
  }

  /** Makes a new entry of a group's question, and opens it. */
  public void create(Inbox.Group group) {
    settle(group, State.DONE);
    editor.create(group.question());
  }

  /** Notes what the owner decided. */
  public void settle(Inbox.Group group, State state) {
    act(
        group,
        "",
        () -> {
          desk.get().settle(group, state);
          return true;
        });
  }

  /** Takes back what was done last. */
  public void undo() {
    Done done = last;
    if (done == null) {
      return;
    }
    last = null;
    undoable.set(false);
    files.run(
        () -> {
          desk.get().settle(done.group(), State.OPEN);
          if (!done.faq().isEmpty()) {
            desk.get().library().history().undo(done.faq());
          }
          return true;
        },
        _ -> {
          groups.add(Math.min(done.place(), groups.size()), done.group());
          editor.reload();
        },
        this::failed);
  }

  private void act(Inbox.Group group, String faq, Callable<Boolean> work) {
    files.run(
        work,
        _ -> {
          last = new Done(group, faq, Math.max(0, groups.indexOf(group)));
          undoable.set(true);
          groups.remove(group);
          if (!faq.isEmpty()) {
            editor.reload();
          }
        },
        this::failed);
  }

  private void failed(Exception failure) {
    said.set(String.valueOf(failure.getMessage()));
  }
}

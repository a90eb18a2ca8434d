package org.deskbert.ui.faq;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.deskbert.app.OwnerDesk;
import org.deskbert.app.Tasks;
import org.deskbert.faq.Comparison;
import org.deskbert.faq.EntryChange;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.History;
import org.deskbert.faq.HistoryRule;
import org.deskbert.faq.Revision;
import org.jspecify.annotations.Nullable;

/** The changes of a FAQ, what they did, and the way back. Used on the window's thread. */
public final class RevisionsModel {
  /**
   * What is shown.
   *
   * @param revisions the changes of the FAQ, newest first
   * @param chosen the one that is looked at, null where there is none
   * @param since whether all that is different since then is shown; else what it did itself
   * @param until the later moment that it is compared with, right after a change; null for now
   * @param changes entry by entry
   * @param rule how long changes are kept
   */
  public record Shown(
      List<Revision> revisions,
      @Nullable Revision chosen,
      boolean since,
      @Nullable Revision until,
      List<EntryChange> changes,
      HistoryRule rule) {}

  private final Supplier<OwnerDesk> desk;
  private final Tasks tasks;
  private final EditorModel editor;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * Creates a model that shows nothing until {@link #reload}.
   *
   * @param editor knows which FAQ it is, and shows what is restored
   */
  public RevisionsModel(Supplier<OwnerDesk> desk, Tasks tasks, EditorModel editor) {
    this.desk = desk;
    this.tasks = tasks;
    this.editor = editor;
  }

  /** What is shown, null before the first {@link #reload}. */
  public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** What could not be done and why, a sentence; empty if nothing. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Reads the changes again, the newest in sight. */
  public void reload() {
    boolean since = shown.get() != null && shown.get().since();
    show(() -> {
      List<Revision> all = history().of(editor.nameProperty().get());
      return look(all, all.isEmpty() ? null : all.getFirst(), since, null);
    });
  }

  /** Looks at a change. */
  public void choose(Revision revision) {
    Shown now = shown.get();
    if (now != null && !revision.equals(now.chosen())) {
      show(() -> look(now.revisions(), revision, now.since(), now.until()));
    }
  }

  /** Compares with how it was at the end of a day. */
  public void choose(LocalDate day) {
    Shown now = shown.get();
    if (now != null) {
      show(() -> look(now.revisions(), endOf(day), true, now.until()));
    }
  }

  /** Compares what is chosen with the end of another day, null for now. */
  public void compareWith(@Nullable LocalDate day) {
    Shown now = shown.get();
    if (now != null) {
      show(() -> look(now.revisions(), now.chosen(), true, day == null ? null : endOf(day)));
    }
  }

  private Revision endOf(LocalDate day) throws FaqException {
    String faq = editor.nameProperty().get();
    return history().find(faq, day.toString(), ZoneId.systemDefault());
  }

  /** Shows what is different since the change, or what it did itself. */
  public void showSince(boolean since) {
    Shown now = shown.get();
    if (now != null && now.since() != since) {
      show(() -> look(now.revisions(), now.chosen(), since, now.until()));
    }
  }

  /** Makes one entry again what it was right after the change. */
  public void restore(EntryChange change) {
    restore((history, then) -> history.restoreEntry(then.id(), change.entry().id()));
  }

  /** Makes the whole FAQ again what it was right after the change. */
  public void restoreAll() {
    restore((history, then) -> history.restore(then.id()));
  }

  @FunctionalInterface
  private interface Step {
    Object take(History history, Revision then) throws FaqException;
  }

  private void restore(Step step) {
    Shown now = shown.get();
    Revision then = now == null ? null : now.chosen();
    if (then != null) {
      show(() -> {
        var _ = step.take(history(), then);
        return look(history().of(editor.nameProperty().get()), then, true, now.until());
      });
      editor.reload();
    }
  }

  private Shown look(
      List<Revision> all, @Nullable Revision chosen, boolean since, @Nullable Revision until)
      throws FaqException {
    List<EntryChange> changes = List.of();
    if (chosen != null && since) {
      changes =
          until == null
              ? history().compareWithNow(chosen.id()).changes()
              : Comparison.of(at(chosen.faq(), chosen), at(until.faq(), until)).changes();
    } else if (chosen != null) {
      int at = all.indexOf(chosen);
      Revision before = at + 1 < all.size() ? all.get(at + 1) : null;
      changes = Comparison.of(at(chosen.faq(), before), at(chosen.faq(), chosen)).changes();
    }
    return new Shown(List.copyOf(all), chosen, since, until, changes, history().rule());
  }

  /** A FAQ that was not there, or was removed, had no entries. */
  private Faq at(String name, @Nullable Revision revision) throws FaqException {
    return revision == null || revision.kind() == Revision.Kind.REMOVE
        ? new Faq(name, List.of())
        : history().at(revision.id());
  }

  private History history() {
    return desk.get().library().history();
  }

  private void show(Callable<Shown> work) {
    tasks.run(
        work,
        now -> {
          problem.set("");
          shown.set(now);
        },
        failure -> problem.set(ImportModel.sentence(failure)));
  }
}

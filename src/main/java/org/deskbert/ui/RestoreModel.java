package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.deskbert.app.Backups.Backup;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Opening;
import org.deskbert.app.Tasks;
import org.deskbert.faq.FaqException;

/** What can be done about a damaged library, before there is a program. */
final class RestoreModel {
  private final Opening opening;
  private final Tasks tasks;
  private final Consumer<DeskBert> opened;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /**
   * Creates the model.
   *
   * @param opened is given the program, once there is one
   */
  RestoreModel(Opening opening, Tasks tasks, Consumer<DeskBert> opened) {
    this.opening = opening;
    this.tasks = tasks;
    this.opened = opened;
  }

  /** What is damaged. */
  String damage() {
    return opening.damage();
  }

  /** What could take its place, newest first; a folder that can't be read has none. */
  List<Backup> backups() {
    try {
      return opening.backups();
    } catch (FaqException e) {
      problem.set(String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  /** What went wrong with the last attempt, empty if nothing. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether an attempt is under way. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Puts a backup in the library's place and goes on. */
  void restore(Backup backup) {
    attempt(() -> opening.restore(backup));
  }

  /** Goes on with the samples; the damaged library is kept. */
  void begin() {
    attempt(opening::begin);
  }

  private void attempt(Callable<DeskBert> work) {
    busy.set(true);
    problem.set("");
    tasks.run(
        work,
        program -> {
          busy.set(false);
          opened.accept(program);
        },
        failure -> {
          busy.set(false);
          String message = failure.getMessage();
          problem.set(message == null ? text("restore.failed") : message);
        });
  }
}

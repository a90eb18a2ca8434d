package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.deskbert.app.Opening;
import org.deskbert.app.Tasks;
import org.deskbert.app.WrongPassphraseException;

/** Opens encrypted data, before there is a program. */
final class PassphraseModel {
  private final Opening opening;
  private final Tasks tasks;
  private final Runnable opened;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /**
   * Creates the model.
   *
   * @param opened goes on once it was the passphrase
   */
  PassphraseModel(Opening opening, Tasks tasks, Runnable opened) {
    this.opening = opening;
    this.tasks = tasks;
    this.opened = opened;
  }

  /** What went wrong with the last attempt, empty if nothing. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether an attempt is under way. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Tries a passphrase. */
  void unlock(String passphrase) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    problem.set("");
    tasks.run(
        () -> {
          opening.unlock(passphrase);
          return opening;
        },
        _ -> {
          busy.set(false);
          opened.run();
        },
        failure -> {
          busy.set(false);
          problem.set(
              failure instanceof WrongPassphraseException
                  ? text("lock.wrong")
                  : String.valueOf(failure.getMessage()));
        });
  }
}

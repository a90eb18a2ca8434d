package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.deskbert.app.Encryption;
import org.deskbert.app.Tasks;
import org.deskbert.app.WrongPassphraseException;
import org.deskbert.faq.FaqException;

/** The encryption of the data as the settings page shows it. Used on the window's thread. */
public final class EncryptionModel {
  /** How it stands. */
  public enum State {
    OFF,
    /** It is encrypted when the window is closed. */
    STARTING,
    ON,
    /** It is no longer encrypted when the window is closed. */
    ENDING
  }

  @FunctionalInterface
  private interface Work {
    void run() throws FaqException;
  }

  private final Encryption encryption;
  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OFF);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");

  /**
   * Starts with the encryption as it is.
   *
   * @param tasks where keys are made of passphrases, about a second each
   */
  public EncryptionModel(Encryption encryption, Tasks tasks) {
    this.encryption = encryption;
    this.tasks = tasks;
    look();
  }

  /** How it stands. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether a passphrase is being worked on. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What became of the last change, as a sentence; empty if the state says it. */
  public ReadOnlyStringProperty toldProperty() {
    return told.getReadOnlyProperty();
  }

  /** The file that must not be lost. */
  public Path file() {
    return encryption.file();
  }

  /** Encrypts the data, when the window is closed; {@code again} is the same, typed once more. */
  public void turnOn(String passphrase, String again) {
    if (isGood(passphrase, again)) {
      run(() -> encryption.turnOn(passphrase), "");
    }
  }

  /** Changes the passphrase at once. */
  public void change(String current, String passphrase, String again) {
    if (isGood(passphrase, again)) {
      run(() -> encryption.change(current, passphrase), text("encryption.changed"));
    }
  }

  /** Takes the encryption away, when the window is closed. */
  public void turnOff(String current) {
    run(() -> encryption.turnOff(current), "");
  }

  private boolean isGood(String passphrase, String again) {
    if (passphrase.codePointCount(0, passphrase.length()) < Encryption.SHORTEST) {
      told.set(text("lock.short", Encryption.SHORTEST));
    } else if (!passphrase.equals(again)) {
      told.set(text("lock.different"));
    } else {
      return true;
    }
    return false;
  }

  private void run(Work work, String then) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    tasks.run(
        () -> {
          work.run();
          return true;
        },
        _ -> {
          busy.set(false);
          look();
          told.set(then);
        },
        failure -> {
          busy.set(false);
          told.set(
              failure instanceof WrongPassphraseException
                  ? text("lock.wrong")
                  : String.valueOf(failure.getMessage()));
        });
  }

  private void look() {
    if (!encryption.isOn()) {
      state.set(State.OFF);
    } else if (encryption.isEnding()) {
      state.set(State.ENDING);
    } else {
      state.set(encryption.isInUse() ? State.ON : State.STARTING);
    }
  }
}

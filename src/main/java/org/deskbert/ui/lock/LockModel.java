package org.deskbert.ui.lock;

import static org.deskbert.ui.kit.Texts.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.deskbert.app.OwnerLock;
import org.deskbert.app.OwnerLock.Attempt;
import org.deskbert.app.Tasks;
import org.jspecify.annotations.Nullable;

/** The lock as the window shows it. Used on the window's thread. */
public final class LockModel {
  private final OwnerLock lock;
  private final Tasks tasks;
  private final ReadOnlyBooleanWrapper set = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Runnable> wanted = new ReadOnlyObjectWrapper<>();

  /**
   * Starts with the lock as it is.
   *
   * @param tasks where a passphrase is compared; some hundredths of a second
   */
  public LockModel(OwnerLock lock, Tasks tasks) {
    this.lock = lock;
    this.tasks = tasks;
    look();
  }

  /** Whether there is a passphrase. */
  public ReadOnlyBooleanProperty setProperty() {
    return set.getReadOnlyProperty();
  }

  /** Whether everything may be changed. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Whether a passphrase is being compared. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What became of the last attempt or change, as a sentence; empty if all is said. */
  public ReadOnlyStringProperty toldProperty() {
    return told.getReadOnlyProperty();
  }

  /** What waits for the passphrase; null if nothing does. */
  public ReadOnlyObjectProperty<@Nullable Runnable> wantedProperty() {
    return wanted.getReadOnlyProperty();
  }

  /** The file that holds the lock. */
  public Path file() {
    return lock.file();
  }

  /** Does {@code work} at once where everything may be changed, else after the passphrase. */
  public void guard(Runnable work) {
    if (open.get()) {
      work.run();
    } else {
      told.set("");
      wanted.set(work);
    }
  }

  /** Forgets what waits for the passphrase. */
  public void cancel() {
    wanted.set(null);
  }

  /** Tries a passphrase; where it is right, what waited for it is done. */
  public void unlock(String passphrase) {
    run(
        () -> lock.unlock(passphrase),
        attempt -> {
          told.set(
              switch (attempt) {
                case Attempt.Unlocked _ -> "";
                case Attempt.Wrong wrong when wrong.left().isZero() -> text("lock.wrong");
                case Attempt.Wrong wrong -> text("lock.wrong-wait", wait(wrong.left()));
                case Attempt.TooSoon soon -> text("lock.too-soon", wait(soon.left()));
              });
          if (attempt instanceof Attempt.Unlocked) {
            look();
            Runnable work = wanted.get();
            wanted.set(null);
            if (work != null) {
              work.run();
            }
          }
        });
  }

  /** Locks again. */
  public void lock() {
    lock.lock();
    told.set("");
    look();
  }

  /** Sets or changes the passphrase; {@code again} is the same, typed once more. */
  public void set(String passphrase, String again) {
    if (passphrase.codePointCount(0, passphrase.length()) < OwnerLock.SHORTEST) {
      told.set(text("lock.short", OwnerLock.SHORTEST));
    } else if (!passphrase.equals(again)) {
      told.set(text("lock.different"));
    } else {
      boolean changes = set.get();
      run(
          () -> {
            lock.set(passphrase);
            return true;
          },
          _ -> {
            look();
            told.set(changes ? text("lock.changed") : text("lock.done"));
          });
    }
  }

  /** Takes the passphrase away. */
  public void remove() {
    run(
        () -> {
          lock.remove();
          return true;
        },
        _ -> {
          look();
          told.set(text("lock.removed"));
        });
  }

  private <T> void run(Callable<T> work, Consumer<T> then) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    tasks.run(
        work,
        result -> {
          busy.set(false);
          then.accept(result);
        },
        failure -> {
          busy.set(false);
          told.set(String.valueOf(failure.getMessage()));
        });
  }

  private void look() {
    set.set(lock.isSet());
    open.set(lock.isOpen());
  }

  /** A waiting time in words, never shorter than it is. */
  static String wait(Duration left) {
    long seconds = Math.ceilDiv(left.toMillis(), 1000);
    return seconds < 60
        ? text("lock.seconds", seconds)
        : text("lock.minutes", Math.ceilDiv(seconds, 60L));
  }
}

package org.deskbert.ui;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.deskbert.app.Settings;
import org.deskbert.app.Settings.Kiosk;
import org.deskbert.ui.chat.ChatModel;
import org.deskbert.ui.chat.Keeper;
import org.deskbert.ui.lock.LockModel;
import org.deskbert.ui.settings.SettingsModel;
import org.jspecify.annotations.Nullable;

/**
 * The window for passers-by: only the conversation. Where nobody has touched it for some minutes,
 * it asks whether somebody is there, and then makes room for the next: nothing of the last one is
 * left. One timer waits for that, and none while there is nothing to clear.
 */
final class KioskModel {
  /** How long it asks; WCAG 2.2.1 wants twenty seconds at least. */
  static final Duration ASKING = Duration.ofSeconds(20);

  private final SettingsModel settings;
  private final ChatModel chat;
  private final LockModel lock;
  private final BiConsumer<Duration, Runnable> later;
  private final LongSupplier clock;
  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper visits = new ReadOnlyIntegerWrapper();
  private Settings begun;
  private @Nullable Consumer<String> mailer;
  private long touched;
  private boolean waiting;

  /**
   * Not a kiosk yet.
   *
   * @param later runs something on the window's thread after a time
   * @param clock nanoseconds, as {@link System#nanoTime()} has them
   */
  KioskModel(
      SettingsModel settings,
      ChatModel chat,
      LockModel lock,
      BiConsumer<Duration, Runnable> later,
      LongSupplier clock) {
    this.settings = settings;
    this.chat = chat;
    this.lock = lock;
    this.later = later;
    this.clock = clock;
    this.begun = settings.get();
    lock.setProperty()
        .addListener((_, _, set) -> {
          if (!set) { // there would be no way out
            settings.change(now -> now.withKiosk(new Kiosk(false, now.kiosk().minutes())));
          }
        });
  }

  /** Whether the window is a kiosk. */
  ReadOnlyBooleanProperty onProperty() {
    return on.getReadOnlyProperty();
  }

  /** Whether it asks if somebody is still there. */
  ReadOnlyBooleanProperty askingProperty() {
    return asking.getReadOnlyProperty();
  }

  /** How often it has begun anew. */
  ReadOnlyIntegerProperty visitsProperty() {
    return visits.getReadOnlyProperty();
  }

  /** Becomes a kiosk, and locks; nothing without a passphrase, as nobody could leave it. */
  void enter() {
    if (on.get() || !lock.setProperty().get()) {
      return;
    }
    begun = settings.get();
    mailer = chat.mailer();
    chat.mailWith(null); // the mail program leads out
    on.set(true);
    beginAnew();
  }

  /** Becomes an ordinary window again, after the passphrase. */
  void leave() {
    lock.guard(() -> {
      on.set(false);
      asking.set(false);
      chat.mailWith(mailer);
      chat.restart();
    });
  }

  /** Somebody is there. */
  void touch() {
    touched = clock.getAsLong();
    asking.set(false);
    if (on.get() && !waiting) {
      waitFor(idle());
    }
  }

  /** Makes room for the next: language and size, too, are again as the owner has set them. */
  void beginAnew() {
    asking.set(false);
    lock.cancel();
    lock.lock();
    chat.draftProperty().set("");
    chat.restart(Keeper.What.QUESTIONS);
    settings.change(_ -> begun);
    visits.set(visits.get() + 1);
  }

  private Duration idle() {
    return Duration.ofMinutes(begun.kiosk().minutes());
  }

  private void waitFor(Duration time) {
    waiting = true;
    later.accept(time, this::look);
  }

  private void look() {
    waiting = false;
    if (!on.get() || isFresh()) {
      return;
    }
    Duration alone = Duration.ofNanos(clock.getAsLong() - touched);
    Duration end = idle().plus(ASKING);
    if (alone.compareTo(end) >= 0) {
      beginAnew();
      return;
    }
    boolean ask = alone.compareTo(idle()) >= 0;
    asking.set(ask);
    waitFor((ask ? end : idle()).minus(alone));
  }

  private boolean isFresh() {
    return chat.messages().isEmpty()
        && chat.draftProperty().get().isEmpty()
        && lock.wantedProperty().get() == null
        && settings.get().equals(begun);
  }
}

package org.deskbert.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Runs something once nothing has happened for a while. At most one timer waits, and none before
 * anything has happened. Safe to call from any thread.
 */
final class IdleTimer {
  private final Supplier<Duration> limit;
  private final Runnable then;
  private final BiConsumer<Duration, Runnable> later;
  private final LongSupplier clock;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private volatile long touched;

  /**
   * Nothing has happened yet.
   *
   * @param limit how long nothing has to happen; zero for never
   * @param later runs something after a time
   * @param clock nanoseconds, as {@link System#nanoTime()} has them
   */
  IdleTimer(
      Supplier<Duration> limit,
      Runnable then,
      BiConsumer<Duration, Runnable> later,
      LongSupplier clock) {
    this.limit = limit;
    this.then = then;
    this.later = later;
    this.clock = clock;
  }

  /** Something happens. */
  void touch() {
    touched = clock.getAsLong();
    Duration wait = limit.get();
    if (wait.isPositive() && waiting.compareAndSet(false, true)) {
      later.accept(wait, this::look);
    }
  }

  private void look() {
    Duration left = limit.get().minusNanos(clock.getAsLong() - touched);
    if (!limit.get().isPositive()) {
      waiting.set(false); // it was switched off meanwhile
    } else if (left.isPositive()) {
      later.accept(left, this::look);
    } else {
      waiting.set(false);
      then.run();
    }
  }
}

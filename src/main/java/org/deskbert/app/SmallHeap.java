package org.deskbert.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * Keeps the heap near what is in use. By itself the serial collector lets the old generation grow
 * towards the machine's memory before it looks for what is dead in it; a window that is open all
 * day would take hundreds of megabytes. So it is asked to, a moment after an answer, when somebody
 * reads. Safe to call from any thread.
 */
final class SmallHeap {
  /** So much more than after the last collection may be in use, or half as much again. */
  static final long SLACK = 32L << 20;

  /** Longer than it takes to paint an answer. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final LongSupplier used;
  private final Runnable collect;
  private final BiConsumer<Duration, Runnable> later;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private volatile long least;

  /**
   * Nothing was collected yet.
   *
   * @param used bytes in use, dead ones too
   * @param collect collects all that is dead
   * @param later runs something after a time
   */
  SmallHeap(LongSupplier used, Runnable collect, BiConsumer<Duration, Runnable> later) {
    this.used = used;
    this.collect = collect;
    this.later = later;
  }

  /** That of this program. */
  static SmallHeap ofProgram(BiConsumer<Duration, Runnable> later) {
    Runtime runtime = Runtime.getRuntime();
    return new SmallHeap(() -> runtime.totalMemory() - runtime.freeMemory(), System::gc, later);
  }

  /** Something was done that leaves dead objects behind. */
  void touch() {
    if (used.getAsLong() > least + Math.max(SLACK, least / 2)
        && waiting.compareAndSet(false, true)) {
      later.accept(PAUSE, this::collect);
    }
  }

  private void collect() {
    collect.run();
    least = used.getAsLong();
    waiting.set(false);
  }
}

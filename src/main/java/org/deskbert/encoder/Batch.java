package org.deskbert.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.deskbert.trace.Progress;

/**
 * Many independent steps, taken by the calling thread and some helpers. The caller alone reports
 * progress, after each of its own steps; a stop reaches every thread before its next step.
 */
final class Batch {
  private static final String PHASE = "Reading the texts";

  private final int[] order;
  private final IntConsumer step;
  private final Progress progress;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private volatile boolean stopped;

  /**
   * @param order what the step is called with, in the order of the calls
   * @param step safe to call from several threads
   */
  Batch(int[] order, IntConsumer step, Progress progress) {
    this.order = order;
    this.step = step;
    this.progress = progress;
  }

  /**
   * Takes all steps; when it returns, or throws, no thread works any more.
   *
   * @param threads how many threads work, the calling one included
   * @throws CancellationException if progress says stop or the calling thread is interrupted
   */
  void run(int threads) {
    int helpers = Math.clamp(threads - 1L, 0, Math.max(0, order.length - 1));
    // Daemons for this batch only: they neither keep the program alive nor wait for the next batch.
    var factory = Thread.ofPlatform().daemon().name("encoder-", 1).factory();
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, helpers), factory)) {
      List<Future<?>> helping = new ArrayList<>();
      for (int i = 0; i < helpers; i++) {
        helping.add(pool.submit(this::help));
      }
      try {
        report();
        while (take()) {
          report();
        }
        for (Future<?> helper : helping) {
          helper.get();
        }
      } finally {
        stopped = true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stop();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A text could not be encoded.", e.getCause());
    }
    report();
  }

  private void help() {
    try {
      while (take()) {
        // Each call takes a step.
      }
    } catch (RuntimeException | Error e) {
      stopped = true;
      throw e;
    }
  }

  private boolean take() {
    int at = stopped ? order.length : next.getAndIncrement();
    if (at >= order.length) {
      return false;
    }
    step.accept(order[at]);
    done.incrementAndGet();
    return true;
  }

  private void report() {
    if (!progress.report(PHASE, done.get(), order.length)
        || Thread.currentThread().isInterrupted()) {
      throw stop();
    }
  }

  private static CancellationException stop() {
    return new CancellationException("The reading of the texts was stopped.");
  }
}

package org.deskbert.eval;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Shares work among threads. */
final class Work {
  private Work() {}

  /**
   * Calls {@code part} with 0 to {@code threads - 1}, each on a thread of its own, and waits for
   * all.
   *
   * @throws CancellationException if one of them does, or the waiting thread is interrupted
   */
  static void each(int threads, IntConsumer part) {
    if (threads == 1) {
      part.accept(0);
      return;
    }
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("check").factory())) {
      List<? extends Future<?>> parts =
          IntStream.range(0, threads).mapToObj(i -> pool.submit(() -> part.accept(i))).toList();
      for (Future<?> one : parts) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}

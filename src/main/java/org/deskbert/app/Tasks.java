package org.deskbert.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Moves work off the window's thread and its result back. Tests use {@link #immediate()}, which
 * runs both on the calling thread.
 */
public final class Tasks {
  private final Executor background;
  private final Executor foreground;

  /**
   * Creates the mover.
   *
   * @param background runs the work
   * @param foreground runs what follows, for a window {@code Platform::runLater}
   */
  public Tasks(Executor background, Executor foreground) {
    this.background = background;
    this.foreground = foreground;
  }

  /** Runs everything at once on the calling thread. */
  public static Tasks immediate() {
    return new Tasks(Runnable::run, Runnable::run);
  }

  /** A single daemon thread, for work that must not hold up the end of the program. */
  public static ExecutorService worker(String name) {
    return Executors.newSingleThreadExecutor(work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    });
  }

  /** Runs something after a time, on any thread. */
  static void later(Duration time, Runnable work) {
    CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS).execute(work);
  }

  /** Runs {@code work}, then one of the two consumers in the foreground. */
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    background.execute(() -> {
      try {
        T result = work.call();
        foreground.execute(() -> done.accept(result));
      } catch (Exception e) {
        foreground.execute(() -> failed.accept(e));
      }
    });
  }

  /** Runs {@code work} in the foreground. */
  public void foreground(Runnable work) {
    foreground.execute(work);
  }
}

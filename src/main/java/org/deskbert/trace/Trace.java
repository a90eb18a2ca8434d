package org.deskbert.trace;

import java.util.EnumMap;
import java.util.function.Supplier;

/** Collects the stage times of one question. Not thread-safe: one question, one trace. */
public final class Trace {
  private final EnumMap<Stage, Long> nanos = new EnumMap<>(Stage.class);
  private final long start = System.nanoTime();

  /** Adds {@code duration} nanoseconds to a stage; a stage may be entered more than once. */
  public void add(Stage stage, long duration) {
    nanos.merge(stage, duration, Long::sum);
  }

  /** Runs {@code work} and adds its time to {@code stage}. */
  public <T> T time(Stage stage, Supplier<T> work) {
    long begin = System.nanoTime();
    try {
      return work.get();
    } finally {
      add(stage, System.nanoTime() - begin);
    }
  }

  /** The times so far; the total runs from the creation of this trace to now. */
  public Timings timings() {
    return new Timings(new EnumMap<>(nanos), System.nanoTime() - start);
  }
}

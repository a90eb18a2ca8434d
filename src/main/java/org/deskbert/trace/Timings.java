package org.deskbert.trace;

import java.util.Map;

/**
 * The stage times of one answered question.
 *
 * @param nanos nanoseconds per stage; a stage that did not run is absent
 * @param totalNanos nanoseconds from the start of the question to its reply
 */
public record Timings(Map<Stage, Long> nanos, long totalNanos) {
  /** Nothing was measured. */
  public static final Timings NONE = new Timings(Map.of(), 0);

  public Timings {
    nanos = Map.copyOf(nanos);
  }

  /** Whole microseconds of a stage, 0 if it did not run. */
  public long micros(Stage stage) {
    return nanos.getOrDefault(stage, 0L) / 1000;
  }
}

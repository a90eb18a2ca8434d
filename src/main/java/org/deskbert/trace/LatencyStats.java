package org.deskbert.trace;

import java.util.List;

/** Percentiles of a latency since the start. Thread-safe. */
public final class LatencyStats {
  /** Counts one duration in nanoseconds. */
  public void record(long nanos) {}

  /** How many were counted. */
  public long count() {
    return 0;
  }

  /**
   * The duration in milliseconds that {@code percent} in a hundred did not exceed; 0 if none was
   * counted.
   */
  public double percentile(double percent) {
    return 0;
  }

  /** The last durations in milliseconds, oldest first, at most 60. */
  public List<Double> recent() {
    return List.of();
  }
}

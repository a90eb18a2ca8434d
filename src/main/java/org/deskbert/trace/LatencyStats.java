package org.deskbert.trace;

import java.util.ArrayDeque;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Percentiles of a latency since the start or the last reset. Thread-safe. */
public final class LatencyStats {
  private static final int RECENT = 60;
  private static final long LOWEST_NANOS = 1_000;
  private static final long HIGHEST_NANOS = 60_000_000_000L;

  // Three digits: a percentile is at most 0.1 % off, far below the noise of a desktop.
  private final Histogram histogram = new Histogram(LOWEST_NANOS, HIGHEST_NANOS, 3);
  private final ArrayDeque<Double> recent = new ArrayDeque<>();

  /** Counts one duration in nanoseconds; over a minute counts as a minute. */
  public synchronized void record(long nanos) {
    long counted = Math.clamp(nanos, 0, HIGHEST_NANOS);
    histogram.recordValue(counted);
    if (recent.size() == RECENT) {
      recent.removeFirst();
    }
    recent.addLast(counted / 1e6);
  }

  /** How many were counted. */
  public synchronized long count() {
    return histogram.getTotalCount();
  }

  /**
   * The duration in milliseconds that {@code percent} in a hundred did not exceed; 0 if none was
   * counted.
   */
  public synchronized double percentile(double percent) {
    return histogram.getTotalCount() == 0 ? 0 : histogram.getValueAtPercentile(percent) / 1e6;
  }

  /** The last durations in milliseconds, oldest first, at most 60. */
  public synchronized List<Double> recent() {
    return List.copyOf(recent);
  }

  /** Forgets everything. */
  public synchronized void reset() {
    histogram.reset();
    recent.clear();
  }
}

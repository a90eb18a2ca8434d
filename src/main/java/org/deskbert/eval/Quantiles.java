package org.deskbert.eval;

/** Percentiles of measured times. */
final class Quantiles {
  private Quantiles() {}

  /** The {@code percent} percentile (nearest rank) of sorted nanoseconds in ms, 0 if none. */
  static double millis(long[] sorted, double percent) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(0, rank - 1)] / 1e6;
  }
}

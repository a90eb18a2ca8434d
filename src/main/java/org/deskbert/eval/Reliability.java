package org.deskbert.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the confidence keeps its promise: of the questions with a confidence of about 0.8, about
 * 80 in a hundred should have the right entry first. The questions are sorted into ten bins of
 * equal width.
 *
 * @param bins by rising confidence, empty ones too
 */
public record Reliability(List<Bin> bins) {
  private static final int BINS = 10;

  /**
   * The questions with a confidence from {@code from} to below {@code to}; the last bin holds 1.
   *
   * @param promised their mean confidence, NaN if there are none
   * @param right share of them whose first candidate is the right entry, NaN if there are none
   */
  public record Bin(double from, double to, int count, double promised, double right) {}

  static Reliability of(List<Evaluation.Row> rows) {
    int[] counts = new int[BINS];
    double[] promised = new double[BINS];
    int[] right = new int[BINS];
    for (Evaluation.Row row : rows) {
      int bin = Math.min(BINS - 1, (int) (row.confidence() * BINS));
      counts[bin]++;
      promised[bin] += row.confidence();
      right[bin] += row.firstIsRight() ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      double count = counts[i]; // nothing divided by nothing is NaN
      bins.add(
          new Bin(
              i / (double) BINS,
              (i + 1) / (double) BINS,
              counts[i],
              promised[i] / count,
              right[i] / count));
    }
    return new Reliability(List.copyOf(bins));
  }

  /** The bins that hold a question. */
  public List<Bin> filled() {
    return bins.stream().filter(bin -> bin.count() > 0).toList();
  }

  /**
   * The expected calibration error: the gap between promise and truth, averaged over the questions
   * (Naeini et al., "Obtaining Well Calibrated Probabilities Using Bayesian Binning", 2015); 0
   * without questions.
   */
  public double error() {
    int all = bins.stream().mapToInt(Bin::count).sum();
    double gaps =
        filled().stream().mapToDouble(b -> b.count() * Math.abs(b.promised() - b.right())).sum();
    return all == 0 ? 0 : gaps / all;
  }
}

package org.deskbert.search;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much all phrasings together speak for an entry: kernel ridge regression (Saunders, Gammerman
 * and Vovk, "Ridge Regression Learning Algorithm in Dual Variables", 1998) from a vector to 1 for
 * the entry of the vector and 0 for the others. A phrasing speaks the louder the nearer it is,
 * those that say the same share one voice, and those of other entries speak against. Far from all
 * phrasings nothing is left of any vote. Immutable.
 *
 * <p>It has a closed form, with a phrasing taken out too, so it is there as soon as the vectors are
 * and {@link FaqIndex#search} can leave a phrasing out of it exactly.
 */
final class Votes {
  /** With fewer phrasings an entry, there is little to vote. */
  private static final int LEAST_EACH = 4;

  /** An inverse of this many rows is computed in a second and takes 4 MB. */
  private static final int MOST = 1_000;

  /** How fast a voice fades: at a cosine of 0.9 to 0.55, at 0.6 to 0.09. */
  private static final double FADING = 6;

  /** How little a single phrasing is trusted. */
  private static final double RIDGE = 0.3;

  private final Vectors vectors;

  /** The inverse of the kernel matrix with its ridge, shape (phrasings, phrasings). */
  private final float[][] inverse;

  /** How each phrasing speaks for an entry, shape (entries, phrasings). */
  private final float[][] voices;

  private Votes(Vectors vectors, float[][] inverse, float[][] voices) {
    this.vectors = vectors;
    this.inverse = inverse;
    this.voices = voices;
  }

  /**
   * The votes of the phrasings.
   *
   * @param vectors of the phrasings, null without a model
   * @param firsts by entry: the number of its first phrasing; then the number of all phrasings
   * @return null where the phrasings are too few for their entries, or too many
   */
  static @Nullable Votes of(@Nullable Vectors vectors, int[] firsts) {
    int entries = firsts.length - 1;
    int phrasings = firsts[entries];
    if (vectors == null || entries < 2 || phrasings < LEAST_EACH * entries || phrasings > MOST) {
      return null;
    }
    double[][] matrix = kernel(vectors, phrasings);
    invert(matrix);
    float[][] inverse = new float[phrasings][phrasings];
    float[][] voices = new float[entries][phrasings];
    for (int entry = 0; entry < entries; entry++) {
      for (int i = firsts[entry]; i < firsts[entry + 1]; i++) {
        for (int j = 0; j < phrasings; j++) {
          inverse[i][j] = (float) (j <= i ? matrix[i][j] : matrix[j][i]);
          voices[entry][j] += inverse[i][j];
        }
      }
    }
    return new Votes(vectors, inverse, voices);
  }

  /** How near phrasings are to each other, with the ridge: the lower triangle, row by row. */
  private static double[][] kernel(Vectors vectors, int phrasings) {
    double[][] rows = new double[phrasings][];
    IntStream.range(0, phrasings)
        .parallel()
        .forEach(i -> {
          double[] row = near(vectors.cosines(vectors.codes(i).vector(), 0, i + 1));
          row[i] = 1 + RIDGE;
          rows[i] = row;
        });
    return rows;
  }

  private static double[] near(float[] cosines) {
    double[] near = new double[cosines.length];
    Arrays.setAll(near, i -> Math.exp(FADING * (cosines[i] - 1)));
    return near;
  }

  /**
   * Puts the inverse of a symmetric positive definite matrix in its place, both as lower triangles,
   * by the sweep operator (Goodnight, "A Tutorial on the SWEEP Operator", 1979). Each number is
   * computed by one thread in one order, so it is the same with any number of threads.
   */
  private static void invert(double[][] lower) {
    int size = lower.length;
    for (int k = 0; k < size; k++) {
      int pivot = k;
      double[] column = new double[size];
      Arrays.setAll(column, i -> i < pivot ? lower[pivot][i] : lower[i][pivot]);
      double scale = 1 / column[pivot];
      IntStream.range(0, size)
          .parallel()
          .forEach(i -> {
            double times = column[i] * scale;
            if (i == pivot) {
              Arrays.setAll(lower[i], j -> column[j] * scale);
              lower[i][pivot] = -scale;
            } else {
              subtract(lower[i], times, column);
              if (i > pivot) {
                lower[i][pivot] = times;
              }
            }
          });
    }
    for (double[] row : lower) {
      Arrays.setAll(row, j -> -row[j]);
    }
  }

  /** A method of its own, so that it is compiled after the first few rows. */
  private static void subtract(double[] row, double times, double[] other) {
    for (int j = 0; j < row.length; j++) {
      row[j] -= times * other[j];
    }
  }

  /** Asks all phrasings about a question, as if the phrasing {@code without} were not there. */
  Poll poll(float[] question, int without) {
    double[] near = near(vectors.cosines(question, 0, inverse.length));
    double gone = without < 0 ? 0 : dot(near, inverse[without]) / inverse[without][without];
    return new Poll(near, without, gone);
  }

  /** What the phrasings say to a question. */
  final class Poll {
    private final double[] near;
    private final int without;

    /** How much the phrasing that is left out had to say. */
    private final double gone;

    private Poll(double[] near, int without, double gone) {
      this.near = near;
      this.without = without;
      this.gone = gone;
    }

    /** The vote for an entry, about 0 to 1. */
    double of(int entry) {
      double vote = dot(near, voices[entry]);
      return without < 0 ? vote : vote - gone * voices[entry][without];
    }
  }

  private static double dot(double[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

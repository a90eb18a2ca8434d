package org.deskbert.search;

import java.util.Arrays;
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
    double[][] matrix = new double[phrasings][phrasings];
    for (int i = 0; i < phrasings; i++) {
      float[] vector = vectors.codes(i).vector();
      for (int j = 0; j < i; j++) {
        matrix[i][j] = near(vectors.cosine(vector, j));
        matrix[j][i] = matrix[i][j];
      }
      matrix[i][i] = 1 + RIDGE;
    }
    invert(matrix);
    float[][] inverse = new float[phrasings][phrasings];
    float[][] voices = new float[entries][phrasings];
    for (int entry = 0; entry < entries; entry++) {
      for (int i = firsts[entry]; i < firsts[entry + 1]; i++) {
        for (int j = 0; j < phrasings; j++) {
          inverse[i][j] = (float) matrix[i][j];
          voices[entry][j] += inverse[i][j];
        }
      }
    }
    return new Votes(vectors, inverse, voices);
  }

  private static double near(double cosine) {
    return Math.exp(FADING * (cosine - 1));
  }

  /** Puts the inverse of a symmetric positive definite matrix in its place, by Gauss and Jordan. */
  private static void invert(double[][] matrix) {
    for (int p = 0; p < matrix.length; p++) {
      double[] pivot = matrix[p];
      double scale = 1 / pivot[p];
      pivot[p] = 1;
      for (int j = 0; j < pivot.length; j++) {
        pivot[j] *= scale;
      }
      for (int i = 0; i < matrix.length; i++) {
        if (i != p) {
          double[] row = matrix[i];
          double times = row[p];
          row[p] = 0;
          for (int j = 0; j < row.length; j++) {
            row[j] -= times * pivot[j];
          }
        }
      }
    }
  }

  /** Asks all phrasings about a question, as if the phrasing {@code without} were not there. */
  Poll poll(float[] question, int without) {
    double[] near = new double[inverse.length];
    Arrays.setAll(near, i -> near(vectors.cosine(question, i)));
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

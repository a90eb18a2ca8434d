package org.deskbert.eval;

import java.util.Arrays;
import org.deskbert.intent.Cholesky;

/**
 * Turns the vectors of a FAQ so that what tells its entries apart counts, and what varies among the
 * phrasings of one entry ("how do I", "can you tell me") does not: linear discriminant analysis,
 * with the scatter of phrasings within entries and of entries among each other taken from the FAQ
 * itself.
 *
 * <p>With W within and B between, the scalar product under W⁻¹ − (W + B)⁻¹ is what the
 * two-covariance model (Brümmer and de Villiers, The speaker partitioning problem, 2010) gives for
 * "the same entry or two?". Few phrasings say little about W, so both are shrunk towards a sphere
 * by d/(d + n), n degrees of freedom over d dimensions.
 */
final class Discriminant {
  private final int dimension;
  private final double[] mean;
  private final double[][] within;
  private final double[][] between;
  private int free;

  private Discriminant(int dimension) {
    this.dimension = dimension;
    this.mean = new double[dimension];
    this.within = lowerTriangle(dimension);
    this.between = lowerTriangle(dimension);
  }

  /**
   * The turned vectors, of length 1.
   *
   * @param vectors of the phrasings, shape (phrasings, dimension)
   * @param owners number of the entry of each phrasing, 0, 1, …; those of one entry in a row
   */
  static float[][] turn(float[][] vectors, int[] owners) {
    if (vectors.length == 0) {
      return vectors;
    }
    Discriminant discriminant = new Discriminant(vectors[0].length);
    discriminant.learn(vectors, owners);
    return discriminant.apply(vectors);
  }

  private void learn(float[][] vectors, int[] owners) {
    for (float[] vector : vectors) {
      for (int d = 0; d < dimension; d++) {
        mean[d] += vector[d] / vectors.length;
      }
    }
    int entries = owners[owners.length - 1] + 1;
    for (int from = 0; from < vectors.length; ) {
      int to = from;
      double[] own = new double[dimension];
      while (to < vectors.length && owners[to] == owners[from]) {
        add(own, vectors[to++]);
      }
      for (int d = 0; d < dimension; d++) {
        own[d] /= to - from;
      }
      for (int i = from; i < to; i++) {
        addSquare(within, minus(vectors[i], own), 1);
      }
      for (int d = 0; d < dimension; d++) {
        own[d] -= mean[d];
      }
      addSquare(between, own, 1.0 / entries);
      from = to;
    }
    free = vectors.length - entries;
    scale(within, 1.0 / Math.max(1, free));
  }

  private float[][] apply(float[][] vectors) {
    double shrinkage = dimension / (double) (dimension + free);
    double spread = trace(between) / dimension;
    shrink(between, shrinkage, Math.max(spread, 1e-9));
    // Without a second phrasing anywhere, ways of asking are taken to vary as much as entries do.
    shrink(within, shrinkage, Math.max(free == 0 ? spread : trace(within) / dimension, 1e-9));
    double[][] kernel = Cholesky.of(within).inverse();
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        between[i][j] += within[i][j];
      }
    }
    double[][] total = Cholesky.of(between).inverse();
    double ridge = 1e-9 * trace(kernel) / dimension;
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        kernel[i][j] -= total[i][j] - (i == j ? ridge : 0);
      }
    }
    Cholesky factor = Cholesky.of(kernel);
    double[][] rows = new double[dimension][];
    Arrays.setAll(rows, factor::row);
    float[][] turned = new float[vectors.length][];
    Arrays.setAll(turned, i -> turn(minus(vectors[i], mean), rows));
    return turned;
  }

  private float[] turn(double[] vector, double[][] rows) {
    double[] sums = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      addScaled(sums, rows[i], vector[i], i + 1);
    }
    double squares = 0;
    for (double sum : sums) {
      squares += sum * sum;
    }
    double length = squares > 0 ? Math.sqrt(squares) : 1;
    float[] unit = new float[dimension];
    for (int d = 0; d < dimension; d++) {
      unit[d] = (float) (sums[d] / length);
    }
    return unit;
  }

  private static double[][] lowerTriangle(int n) {
    double[][] rows = new double[n][];
    Arrays.setAll(rows, i -> new double[i + 1]);
    return rows;
  }

  private static void add(double[] sums, float[] vector) {
    for (int d = 0; d < sums.length; d++) {
      sums[d] += vector[d];
    }
  }

  private static double[] minus(float[] vector, double[] other) {
    double[] rest = new double[vector.length];
    for (int d = 0; d < vector.length; d++) {
      rest[d] = vector[d] - other[d];
    }
    return rest;
  }

  private static void addSquare(double[][] matrix, double[] vector, double weight) {
    for (int i = 0; i < matrix.length; i++) {
      addScaled(matrix[i], vector, weight * vector[i], i + 1);
    }
  }

  private static void addScaled(double[] sums, double[] values, double factor, int count) {
    for (int j = 0; j < count; j++) {
      sums[j] += factor * values[j];
    }
  }

  private static void scale(double[][] matrix, double factor) {
    for (double[] row : matrix) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor;
      }
    }
  }

  private static double trace(double[][] matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.length; i++) {
      sum += matrix[i][i];
    }
    return sum;
  }

  private static void shrink(double[][] matrix, double share, double spread) {
    scale(matrix, 1 - share);
    for (int i = 0; i < matrix.length; i++) {
      matrix[i][i] += share * spread;
    }
  }
}

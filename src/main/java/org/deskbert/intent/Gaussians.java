package org.deskbert.intent;

import java.util.Arrays;
import java.util.List;

/**
 * One normal distribution per class, all with the same covariance, which is shrunk towards a sphere
 * (Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 4.3.1). It has a closed
 * form, so it is fitted in a second where gradient descent takes a minute, and the same examples
 * always give the same result.
 *
 * @param covariance its factor
 * @param weights covariance⁻¹ · mean, shape (classes, dimension)
 * @param biases −½ mean · weights, shape (classes)
 */
record Gaussians(Cholesky covariance, float[][] weights, float[] biases) {
  /** Examples from which the covariance is trusted: with fewer, it is more of a sphere. */
  private static final double TRUSTED = 400;

  private static final double LEAST_SHRINKAGE = 0.02;

  /** Rows that are added to the covariance at once, so that it is read less often. */
  private static final int BLOCK = 8;

  /**
   * Fits them.
   *
   * @param vectors shape (examples, dimension), at least one
   * @param classes class of each, 0 to {@code count − 1}
   */
  static Gaussians fit(List<float[]> vectors, int[] classes, int count) {
    int dimension = vectors.getFirst().length;
    double[][] means = new double[count][dimension];
    int[] sizes = new int[count];
    for (int i = 0; i < classes.length; i++) {
      double[] mean = means[classes[i]];
      float[] vector = vectors.get(i);
      sizes[classes[i]]++;
      for (int d = 0; d < dimension; d++) {
        mean[d] += vector[d];
      }
    }
    for (int c = 0; c < count; c++) {
      for (int d = 0; d < dimension; d++) {
        means[c][d] /= Math.max(1, sizes[c]);
      }
    }
    Cholesky covariance = Cholesky.of(covariance(vectors, classes, means));
    float[][] weights = new float[count][dimension];
    float[] biases = new float[count];
    for (int c = 0; c < count; c++) {
      double[] w = covariance.solve(means[c]);
      double half = 0;
      for (int d = 0; d < dimension; d++) {
        weights[c][d] = (float) w[d];
        half += w[d] * means[c][d];
      }
      biases[c] = (float) (-half / 2);
    }
    return new Gaussians(covariance, weights, biases);
  }

  /** One distribution for all. */
  static Gaussians fit(List<float[]> vectors) {
    return fit(vectors, new int[vectors.size()], 1);
  }

  private static double[][] covariance(List<float[]> vectors, int[] classes, double[][] means) {
    int dimension = means[0].length;
    float[][] sums = new float[dimension][];
    for (int d = 0; d < dimension; d++) {
      sums[d] = new float[d + 1];
    }
    float[][] block = new float[BLOCK][dimension];
    for (int start = 0; start < classes.length; start += BLOCK) {
      for (int b = 0; b < BLOCK; b++) {
        centre(start + b, vectors, classes, means, block[b]);
      }
      addProducts(sums, block);
    }
    double trace = 0;
    for (int d = 0; d < dimension; d++) {
      trace += sums[d][d];
    }
    // With one example per class there is no spread at all: take a sphere of a usual size.
    double sphere = Math.max(trace / dimension, 1e-4 * classes.length);
    double shrinkage = Math.clamp(TRUSTED / classes.length, LEAST_SHRINKAGE, 1);
    double[][] covariance = new double[dimension][];
    for (int d = 0; d < dimension; d++) {
      covariance[d] = new double[d + 1];
      for (int e = 0; e <= d; e++) {
        covariance[d][e] = (1 - shrinkage) * sums[d][e] / classes.length;
      }
      covariance[d][d] += shrinkage * sphere / classes.length;
    }
    return covariance;
  }

  /** The difference of an example from the mean of its class; zeros after the last example. */
  private static void centre(
      int i, List<float[]> vectors, int[] classes, double[][] means, float[] centred) {
    Arrays.fill(centred, 0);
    if (i < classes.length) {
      float[] vector = vectors.get(i);
      double[] mean = means[classes[i]];
      for (int d = 0; d < centred.length; d++) {
        centred[d] = (float) (vector[d] - mean[d]);
      }
    }
  }

  /** Adds the products of every pair of values of a row, for eight rows at once. */
  private static void addProducts(float[][] sums, float[][] block) {
    float[] a = block[0];
    float[] b = block[1];
    float[] c = block[2];
    float[] d = block[3];
    float[] e = block[4];
    float[] f = block[5];
    float[] g = block[6];
    float[] h = block[7];
    for (int i = 0; i < sums.length; i++) {
      float[] row = sums[i];
      float ai = a[i];
      float bi = b[i];
      float ci = c[i];
      float di = d[i];
      float ei = e[i];
      float fi = f[i];
      float gi = g[i];
      float hi = h[i];
      for (int j = 0; j <= i; j++) {
        row[j] +=
            ai * a[j] + bi * b[j] + ci * c[j] + di * d[j] + ei * e[j] + fi * f[j] + gi * g[j]
                + hi * h[j];
      }
    }
  }

  /** Mahalanobis distance from the mean of the class {@code c}. */
  double distance(float[] vector, int c) {
    double[] exact = new double[vector.length];
    for (int d = 0; d < exact.length; d++) {
      exact[d] = vector[d];
    }
    double score = biases[c] + Dot.of(weights[c], vector);
    return Math.sqrt(Math.max(0, covariance.squaredLength(exact) - 2 * score));
  }
}

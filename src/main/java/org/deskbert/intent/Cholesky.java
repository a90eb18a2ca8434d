package org.deskbert.intent;

/** The Cholesky factor of a symmetric positive definite matrix. */
public final class Cholesky {
  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /** Factors {@code matrix}, of which only the lower triangle is read; the matrix is kept. */
  public static Cholesky of(double[][] matrix) {
    int n = matrix.length;
    double[][] lower = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] row = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double[] other = j == i ? row : lower[j];
        double sum = matrix[i][j] - dot(row, other, j);
        row[j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / other[j];
      }
      lower[i] = row;
    }
    return new Cholesky(lower);
  }

  /** Row {@code i} of the factor, its first {@code i + 1} values; the others are 0. */
  public double[] row(int i) {
    return lower[i].clone();
  }

  /** The inverse of the matrix. */
  public double[][] inverse() {
    double[][] inverse = new double[lower.length][];
    for (int i = 0; i < lower.length; i++) {
      double[] unit = new double[lower.length];
      unit[i] = 1;
      inverse[i] = solve(unit);
    }
    return inverse;
  }

  /** The {@code x} with {@code matrix · x = right}. */
  double[] solve(double[] right) {
    double[] x = forward(right);
    for (int i = lower.length - 1; i >= 0; i--) {
      x[i] /= lower[i][i];
      for (int k = 0; k < i; k++) {
        x[k] -= lower[i][k] * x[i];
      }
    }
    return x;
  }

  /** {@code xᵀ · matrix⁻¹ · x}, the squared Mahalanobis length. */
  double squaredLength(double[] x) {
    double sum = 0;
    for (double value : forward(x)) {
      sum += value * value;
    }
    return sum;
  }

  /** The {@code x} with {@code lower · x = right}. */
  private double[] forward(double[] right) {
    double[] x = right.clone();
    for (int i = 0; i < lower.length; i++) {
      double[] row = lower[i];
      x[i] = (x[i] - dot(row, x, i)) / row[i];
    }
    return x;
  }

  /** Product of the first {@code n} values, in four sums so that none waits for the one before. */
  private static double dot(double[] a, double[] b, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 4 <= n; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < n; i++) {
      s0 += a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}

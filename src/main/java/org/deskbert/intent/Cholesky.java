package org.deskbert.intent;

/** The Cholesky factor of a symmetric positive definite matrix. */
final class Cholesky {
  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /** Factors {@code matrix}, of which only the lower triangle is read; the matrix is kept. */
  static Cholesky of(double[][] matrix) {
    int n = matrix.length;
    double[][] lower = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] row = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double[] other = j == i ? row : lower[j];
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= row[k] * other[k];
        }
        row[j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / other[j];
      }
      lower[i] = row;
    }
    return new Cholesky(lower);
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
      double sum = x[i];
      for (int k = 0; k < i; k++) {
        sum -= row[k] * x[k];
      }
      x[i] = sum / row[i];
    }
    return x;
  }
}

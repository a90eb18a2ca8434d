package org.deskbert.intent;

import java.util.List;

/**
 * A logistic curve from a few features to the probability of being right: {@code σ(bias + weights ·
 * features)}. Fitted by Newton's method (IRLS; Hastie, Tibshirani and Friedman, "The Elements of
 * Statistical Learning", 4.4.1), held near a prior curve by a quadratic penalty, so that little
 * data moves it little.
 *
 * @param bias log odds without any feature
 * @param weights one per feature
 */
public record Calibration(double bias, double[] weights) {
  private static final int STEPS = 50;

  /**
   * One observation.
   *
   * @param features as many as the curve has weights
   * @param right what the curve should predict
   * @param weight how many observations it stands for
   */
  public record Sample(double[] features, boolean right, double weight) {}

  /** The probability, 0 to 1. */
  public double probability(double... features) {
    double sum = bias;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /**
   * Fits a curve.
   *
   * @param strength pull of the prior: a penalty of {@code strength / 2 · (w − prior)²} per weight
   */
  public static Calibration fit(List<Sample> samples, Calibration prior, double strength) {
    int n = prior.weights.length + 1;
    double[] start = new double[n];
    start[0] = prior.bias;
    System.arraycopy(prior.weights, 0, start, 1, n - 1);
    double[] w = start.clone();
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[n];
      double[][] hessian = new double[n][n];
      for (Sample sample : samples) {
        double[] x = new double[n];
        x[0] = 1;
        System.arraycopy(sample.features, 0, x, 1, n - 1);
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += w[i] * x[i];
        }
        double p = 1 / (1 + Math.exp(-sum));
        double slope = sample.weight * (p - (sample.right ? 1 : 0));
        double curvature = sample.weight * Math.max(p * (1 - p), 1e-6);
        for (int i = 0; i < n; i++) {
          gradient[i] += slope * x[i];
          for (int j = 0; j <= i; j++) {
            hessian[i][j] += curvature * x[i] * x[j];
          }
        }
      }
      for (int i = 0; i < n; i++) {
        gradient[i] += strength * (w[i] - start[i]);
        hessian[i][i] += strength + 1e-9;
      }
      double[] change = Cholesky.of(hessian).solve(gradient);
      double[] next = descend(w, change, samples, start, strength);
      double largest = 0;
      for (int i = 0; i < n; i++) {
        largest = Math.max(largest, Math.abs(next[i] - w[i]));
      }
      w = next;
      if (largest < 1e-9) {
        break;
      }
    }
    return new Calibration(w[0], java.util.Arrays.copyOfRange(w, 1, n));
  }

  /** Goes along Newton's step as far as it lowers the loss, which is convex. */
  private static double[] descend(
      double[] w, double[] change, List<Sample> samples, double[] start, double strength) {
    double before = loss(w, samples, start, strength);
    for (double share = 1; share > 1e-6; share /= 2) {
      double[] next = w.clone();
      for (int i = 0; i < w.length; i++) {
        next[i] -= share * change[i];
      }
      if (loss(next, samples, start, strength) < before) {
        return next;
      }
    }
    return w;
  }

  /** Cross-entropy and penalty. */
  private static double loss(double[] w, List<Sample> samples, double[] start, double strength) {
    double loss = 0;
    for (Sample sample : samples) {
      double sum = w[0];
      for (int i = 1; i < w.length; i++) {
        sum += w[i] * sample.features[i - 1];
      }
      double signed = sample.right ? -sum : sum;
      loss += sample.weight * (Math.max(signed, 0) + Math.log1p(Math.exp(-Math.abs(signed))));
    }
    for (int i = 0; i < w.length; i++) {
      loss += strength / 2 * (w[i] - start[i]) * (w[i] - start[i]);
    }
    return loss;
  }
}

package org.deskbert.learn;

import java.util.List;

/**
 * Softmax regression over candidates: of all candidates of a question, the right one should have
 * the highest weighted sum of signals. No weight is negative: a signal may be worth nothing, but
 * more of it never speaks against an entry. Cross-entropy with a quadratic penalty, minimised by
 * Newton steps within the bounds.
 */
final class Softmax {
  private static final int STEPS = 60;
  private static final int SWEEPS = 300;

  private Softmax() {}

  /**
   * A question.
   *
   * @param signals of its candidates, shape (candidates, signals)
   * @param right index of the right candidate
   * @param weight how much it counts
   */
  record Group(double[][] signals, int right, double weight) {}

  /** The derivatives of the loss at some weights. */
  private record Slope(double loss, double[] gradient, double[][] hessian) {}

  /**
   * The weights, one per signal.
   *
   * @param strength a penalty of {@code strength / 2 · w²} per weight beside the mean cross-entropy
   */
  static double[] fit(List<Group> groups, int signals, double strength) {
    double[] w = new double[signals];
    Slope slope = slope(groups, w, strength);
    for (int step = 0; step < STEPS; step++) {
      double[] target = bounded(w, slope);
      double share = 1;
      double[] next = target;
      Slope after = slope(groups, next, strength);
      while (after.loss() > slope.loss() && share > 1e-4) {
        share /= 2;
        next = between(w, target, share);
        after = slope(groups, next, strength);
      }
      double gain = slope.loss() - after.loss();
      if (gain <= 0) {
        return w;
      }
      w = next;
      slope = after;
      if (gain < 1e-10) {
        return w;
      }
    }
    return w;
  }

  /** Mean cross-entropy of the right candidates. */
  static double loss(List<Group> groups, double[] w) {
    return slope(groups, w, 0).loss();
  }

  /** Where the quadratic model of the loss is lowest with no weight below 0. */
  private static double[] bounded(double[] w, Slope slope) {
    double[] x = w.clone();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i < x.length; i++) {
        double g = slope.gradient()[i];
        for (int j = 0; j < x.length; j++) {
          g += slope.hessian()[i][j] * (x[j] - w[j]);
        }
        x[i] = Math.max(0, x[i] - g / slope.hessian()[i][i]);
      }
    }
    return x;
  }

  private static double[] between(double[] from, double[] to, double share) {
    double[] out = new double[from.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = from[i] + share * (to[i] - from[i]);
    }
    return out;
  }

  private static Slope slope(List<Group> groups, double[] w, double strength) {
    int n = w.length;
    double loss = 0;
    double total = 0;
    double[] gradient = new double[n];
    double[][] hessian = new double[n][n];
    for (Group group : groups) {
      double[] p = probabilities(group.signals(), w);
      loss -= group.weight() * Math.log(Math.max(p[group.right()], 1e-300));
      total += group.weight();
      double[] mean = new double[n];
      for (int c = 0; c < p.length; c++) {
        for (int i = 0; i < n; i++) {
          mean[i] += p[c] * group.signals()[c][i];
        }
      }
      for (int i = 0; i < n; i++) {
        gradient[i] += group.weight() * (mean[i] - group.signals()[group.right()][i]);
      }
      for (int c = 0; c < p.length; c++) {
        addSpread(hessian, group.signals()[c], mean, group.weight() * p[c]);
      }
    }
    loss /= total;
    for (int i = 0; i < n; i++) {
      loss += strength / 2 * w[i] * w[i];
      gradient[i] = gradient[i] / total + strength * w[i];
      for (int j = 0; j < n; j++) {
        hessian[i][j] /= total;
      }
      hessian[i][i] += strength + 1e-9;
    }
    return new Slope(loss, gradient, hessian);
  }

  private static void addSpread(double[][] sum, double[] x, double[] mean, double weight) {
    if (weight < 1e-9) {
      return; // most candidates are hopeless
    }
    for (int i = 0; i < x.length; i++) {
      double scaled = weight * (x[i] - mean[i]);
      for (int j = 0; j < x.length; j++) {
        sum[i][j] += scaled * (x[j] - mean[j]);
      }
    }
  }

  private static double[] probabilities(double[][] signals, double[] w) {
    double[] p = new double[signals.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < p.length; c++) {
      p[c] = sum(signals[c], w);
      highest = Math.max(highest, p[c]);
    }
    double total = 0;
    for (int c = 0; c < p.length; c++) {
      p[c] = Math.exp(p[c] - highest);
      total += p[c];
    }
    for (int c = 0; c < p.length; c++) {
      p[c] /= total;
    }
    return p;
  }

  /** The weighted sum of a candidate's signals. */
  static double sum(double[] signals, double[] w) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * signals[i];
    }
    return sum;
  }
}

package org.deskbert.intent;

import java.util.List;
import java.util.Random;

/**
 * Softmax regression: scores of classes that are linear in the vector, learnt by stochastic
 * gradient descent on the cross-entropy. The examples come in an order drawn with a fixed seed, so
 * the same examples always give the same weights. Nothing holds the weights back but that the steps
 * end.
 *
 * @param weights by dimension, then class, the last row a constant; shape (dimension + 1, classes)
 */
record Softmax(float[][] weights) {
  /** The first step's size; the steps shrink evenly to nothing. Right for unit vectors. */
  private static final float RATE = 4;

  /** Examples that are looked at in all, so that few are looked at more often. */
  private static final int LOOKS = 100_000;

  private static final int LEAST_PASSES = 6;
  private static final int MOST_PASSES = 20;

  /**
   * Askers don't ask for intents as often as there are examples: half of what the frequency of a
   * class adds to its score is taken back (logit adjustment; Menon et al., 2021).
   */
  private static final double ADJUSTMENT = 0.5;

  /**
   * Learns.
   *
   * @param vectors unit vectors, shape (examples, dimension), at least one
   * @param classes class of each, 0 to {@code count − 1}
   */
  static Softmax fit(List<float[]> vectors, int[] classes, int count) {
    int dimension = vectors.getFirst().length;
    float[][] weights = new float[dimension + 1][count];
    int examples = classes.length;
    int passes = Math.clamp(LOOKS / examples, LEAST_PASSES, MOST_PASSES);
    int[] order = new int[examples];
    for (int i = 0; i < examples; i++) {
      order[i] = i;
    }
    Random random = new Random(1);
    float[] slope = new float[count];
    long steps = (long) passes * examples;
    for (long step = 0; step < steps; step++) {
      int at = (int) (step % examples);
      if (at == 0) {
        shuffle(order, random);
      }
      float[] vector = vectors.get(order[at]);
      sum(weights, vector, slope);
      probabilities(slope);
      slope[classes[order[at]]] -= 1;
      float rate = RATE * (steps - step) / steps;
      for (int d = 0; d < dimension; d++) {
        add(weights[d], slope, -rate * vector[d]);
      }
      add(weights[dimension], slope, -rate);
    }
    adjust(weights[dimension], classes);
    return new Softmax(weights);
  }

  private static void adjust(float[] constants, int[] classes) {
    int[] sizes = new int[constants.length];
    for (int c : classes) {
      sizes[c]++;
    }
    for (int c = 0; c < sizes.length; c++) {
      constants[c] -= (float) (ADJUSTMENT * Math.log(sizes[c]));
    }
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  /** Scores to probabilities, in place. */
  private static void probabilities(float[] scores) {
    float highest = scores[0];
    for (float score : scores) {
      highest = Math.max(highest, score);
    }
    double total = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = (float) Math.exp(scores[c] - highest);
      total += scores[c];
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] /= (float) total;
    }
  }

  private static void sum(float[][] weights, float[] vector, float[] sums) {
    System.arraycopy(weights[vector.length], 0, sums, 0, sums.length);
    for (int d = 0; d < vector.length; d++) {
      add(sums, weights[d], vector[d]);
    }
  }

  /** The loop that the compiler makes SIMD of. */
  private static void add(float[] to, float[] from, float factor) {
    for (int c = 0; c < to.length; c++) {
      to[c] += factor * from[c];
    }
  }

  /** Log probability of each class up to what all share, shape (classes). */
  float[] scores(float[] vector) {
    float[] scores = new float[weights[0].length];
    sum(weights, vector, scores);
    return scores;
  }
}

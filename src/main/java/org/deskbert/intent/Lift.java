package org.deskbert.intent;

import java.util.Arrays;
import java.util.Random;

/**
 * Adds features to a vector that are not linear in it, so that a linear head draws curved borders:
 * random Fourier features of a Gaussian kernel (Rahimi and Recht, "Random Features for Large-Scale
 * Kernel Machines", 2007), drawn with a fixed seed.
 *
 * @param directions shape (features, dimension); none for a lift that changes nothing
 * @param phases shape (features)
 */
record Lift(float[][] directions, float[] phases) {
  private static final int FEATURES = 1024;

  /** The kernel is {@code exp(-GAMMA · |x − y|²)}. */
  private static final double GAMMA = 2;

  /** Fewer examples than this can't teach so many weights. */
  private static final int LEAST_EXAMPLES = 2_000;

  /** The lift for so many examples of a dimension. */
  static Lift of(int examples, int dimension) {
    if (examples < LEAST_EXAMPLES) {
      return new Lift(new float[0][], new float[0]);
    }
    Random random = new Random(1);
    float[][] directions = new float[FEATURES][dimension];
    float[] phases = new float[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      for (int d = 0; d < dimension; d++) {
        directions[i][d] = (float) (random.nextGaussian() * Math.sqrt(2 * GAMMA));
      }
      phases[i] = (float) (random.nextDouble() * 2 * Math.PI);
    }
    return new Lift(directions, phases);
  }

  /** Whether {@link #apply} returns its argument. */
  boolean none() {
    return phases.length == 0;
  }

  /** The vector, followed by its features; shape (dimension + features). */
  float[] apply(float[] vector) {
    if (none()) {
      return vector;
    }
    float[] lifted = Arrays.copyOf(vector, vector.length + phases.length);
    float scale = (float) Math.sqrt(2.0 / phases.length);
    for (int i = 0; i < phases.length; i++) {
      double angle = Dot.of(directions[i], vector) + phases[i];
      lifted[vector.length + i] = scale * (float) Math.cos(angle);
    }
    return lifted;
  }
}

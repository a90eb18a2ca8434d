package org.deskbert.encoder;

import java.nio.FloatBuffer;
import java.util.Locale;

/** How the states of a text's tokens become one vector, where the graph doesn't do it. */
public enum Pooling {
  /** The state of the first token, [CLS]. */
  CLS,
  /** The mean of all states, [CLS] and [SEP] included. */
  MEAN;

  /** The word in {@code bundle.json}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Makes one vector of a text's states.
   *
   * @param states shape (tokens, dimension), row by row
   * @param vector takes the result, shape (dimension); not of unit length
   */
  void pool(FloatBuffer states, int tokens, float[] vector) {
    states.get(0, vector);
    if (this == CLS) {
      return;
    }
    float[] row = new float[vector.length];
    for (int token = 1; token < tokens; token++) {
      states.get(token * row.length, row);
      for (int i = 0; i < row.length; i++) {
        vector[i] += row[i];
      }
    }
    for (int i = 0; i < row.length; i++) {
      vector[i] /= tokens;
    }
  }
}

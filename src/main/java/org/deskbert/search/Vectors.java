package org.deskbert.search;

import java.util.List;

/**
 * Unit vectors in one block of memory after another, dimension by dimension, 64 vectors wide: the
 * inner loop runs over vectors and not over a sum, which is what lets the compiler use SIMD, and
 * each cosine is summed in the same order whatever lies beside it.
 */
final class Vectors {
  private static final int WIDTH = 64;

  private final float[][] blocks;
  private final int count;
  private final int dimension;

  /** Lays out {@code rows}, each of length {@code dimension}. */
  Vectors(List<float[]> rows, int dimension) {
    this.count = rows.size();
    this.dimension = dimension;
    this.blocks = new float[(count + WIDTH - 1) / WIDTH][dimension * WIDTH];
    for (int i = 0; i < count; i++) {
      float[] block = blocks[i / WIDTH];
      float[] row = rows.get(i);
      for (int d = 0; d < dimension; d++) {
        block[d * WIDTH + i % WIDTH] = row[d];
      }
    }
  }

  int dimension() {
    return dimension;
  }

  /** Cosines of all rows with {@code query}, shape (count). */
  float[] cosines(float[] query) {
    float[] out = new float[blocks.length * WIDTH];
    float[] sums = new float[WIDTH];
    for (int b = 0; b < blocks.length; b++) {
      java.util.Arrays.fill(sums, 0f);
      float[] block = blocks[b];
      for (int d = 0; d < dimension; d++) {
        addScaled(sums, block, d * WIDTH, query[d]);
      }
      System.arraycopy(sums, 0, out, b * WIDTH, WIDTH);
    }
    return out;
  }

  private static void addScaled(float[] sums, float[] block, int offset, float factor) {
    for (int i = 0; i < WIDTH; i++) {
      sums[i] += factor * block[offset + i];
    }
  }
}

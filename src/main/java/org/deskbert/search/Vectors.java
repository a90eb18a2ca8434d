package org.deskbert.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The unit vectors of all phrasings, and the nearest ones to a question. A first pass estimates the
 * cosines from one bit a number: its sign, seen from the mean of all vectors, against the question
 * in three bits a number (Gao and Long, "RaBitQ", 2024, without its random rotation). The best of
 * that pass are then compared number by number, so what comes out is sorted by the cosine itself.
 * Immutable; the same vectors and question always give the same.
 */
final class Vectors {
  /**
   * Vectors that the second pass compares. Of 90,000 phrasings, the ten nearest were among the
   * first 320 for each of 200 questions, and of the 61 nearest one in a thousand was missed.
   */
  static final int COMPARED = 1_024;

  /** Rows side by side: the inner loop runs over them, which lets the compiler use SIMD. */
  private static final int WIDTH = 1024;

  private static final int QUERY_LEVELS = 7;

  private final List<Codes> rows;
  private final int dimension;
  private final float[] mean;

  /** The signs, a block of rows after another, in it 32 dimensions after another. */
  private final int[][] signs;

  /** By row: how many of its signs are positive. */
  private final short[] positive;

  /** By row: squared length of its difference from the mean, by the sum of its sizes. */
  private final float[] factors;

  /** By row: scalar product with the mean. */
  private final float[] offsets;

  /** Takes at least one row; all have the same length. */
  Vectors(List<Codes> rows) {
    this.rows = rows;
    this.dimension = rows.getFirst().dimension();
    this.mean = mean(rows, dimension);
    int blocks = rows.size() > COMPARED ? (rows.size() + WIDTH - 1) / WIDTH : 0;
    this.signs = new int[blocks][(dimension + 31) / 32 * WIDTH];
    this.positive = new short[blocks * WIDTH];
    this.factors = new float[blocks * WIDTH];
    this.offsets = new float[blocks * WIDTH];
    IntStream.range(0, blocks).parallel().forEach(this::sketch);
  }

  private static float[] mean(List<Codes> rows, int dimension) {
    double[] sums = new double[dimension];
    short[] numbers = new short[dimension];
    for (Codes row : rows) {
      row.numbers(numbers);
      for (int d = 0; d < dimension; d++) {
        sums[d] += row.scale() * numbers[d];
      }
    }
    float[] mean = new float[dimension];
    for (int d = 0; d < dimension; d++) {
      mean[d] = (float) (sums[d] / rows.size());
    }
    return mean;
  }

  private void sketch(int block) {
    short[] numbers = new short[dimension];
    for (int row = block * WIDTH; row < Math.min(rows.size(), (block + 1) * WIDTH); row++) {
      sketch(row, rows.get(row).numbers(numbers));
    }
  }

  private void sketch(int row, short[] numbers) {
    float scale = rows.get(row).scale();
    int[] block = signs[row / WIDTH];
    float sizes = 0;
    float squares = 0;
    float offset = 0;
    for (int d = 0; d < dimension; d++) {
      float x = scale * numbers[d];
      float difference = x - mean[d];
      sizes += Math.abs(difference);
      squares += difference * difference;
      offset += x * mean[d];
      if (difference > 0) {
        block[d / 32 * WIDTH + row % WIDTH] |= 1 << d;
        positive[row]++;
      }
    }
    factors[row] = sizes == 0 ? 0 : squares / sizes;
    offsets[row] = offset;
  }

  /** A row. */
  Codes codes(int row) {
    return rows.get(row);
  }

  /** Cosines of the rows {@code from} to before {@code to} with the unit vector {@code query}. */
  float[] cosines(float[] query, int from, int to) {
    short[] room = new short[dimension];
    float[] cosines = new float[to - from];
    for (int row = from; row < to; row++) {
      cosines[row - from] = cosine(query, row, room);
    }
    return cosines;
  }

  private float cosine(float[] query, int row, short[] room) {
    return rows.get(row).dot(query, room);
  }

  /** The {@code limit} rows that are nearest to the unit vector {@code query}, nearest first. */
  int[] nearest(float[] query, int limit) {
    Best best = new Best(limit);
    short[] room = new short[dimension];
    if (signs.length == 0) {
      for (int row = 0; row < rows.size(); row++) {
        best.add(cosine(query, row, room), row);
      }
    } else {
      for (int row : likely(query)) {
        best.add(cosine(query, row, room), row);
      }
    }
    return best.numbers();
  }

  /** The rows whose estimated cosines are highest. */
  private int[] likely(float[] query) {
    float least = Float.MAX_VALUE;
    float most = -Float.MAX_VALUE;
    for (int d = 0; d < dimension; d++) {
      least = Math.min(least, query[d] - mean[d]);
      most = Math.max(most, query[d] - mean[d]);
    }
    float step = Math.max((most - least) / QUERY_LEVELS, Float.MIN_NORMAL);
    int[] planes = new int[3 * ((dimension + 31) / 32)];
    float sum = 0;
    for (int d = 0; d < dimension; d++) {
      int level = Math.round((query[d] - mean[d] - least) / step);
      sum += least + step * level;
      for (int bit = 0; bit < 3; bit++) {
        planes[d / 32 * 3 + bit] |= (level >> bit & 1) << d;
      }
    }
    Best best = new Best(COMPARED);
    int[] sums = new int[WIDTH];
    for (int b = 0; b < signs.length; b++) {
      Arrays.fill(sums, 0);
      for (int w = 0; w < planes.length / 3; w++) {
        int at = 3 * w;
        count(sums, signs[b], w * WIDTH, planes[at], planes[at + 1], planes[at + 2]);
      }
      int end = Math.min(WIDTH, rows.size() - b * WIDTH);
      for (int i = 0; i < end; i++) {
        int row = b * WIDTH + i;
        // A sign is +1 or -1, so its product is twice that of the positive ones less that of all.
        float product = 2 * (least * positive[row] + step * sums[i]) - sum;
        float estimate = factors[row] * product + offsets[row];
        if (estimate >= best.least()) {
          best.add(estimate, row);
        }
      }
    }
    return best.numbers();
  }

  /**
   * Adds up the levels of the question, given as three planes of bits, where a sign is positive.
   */
  private static void count(int[] sums, int[] signs, int from, int p0, int p1, int p2) {
    for (int i = 0; i < WIDTH; i++) {
      int x = signs[from + i];
      sums[i] +=
          Integer.bitCount(x & p0)
              + (Integer.bitCount(x & p1) << 1)
              + (Integer.bitCount(x & p2) << 2);
    }
  }
}

package org.deskbert.search;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

  /**
   * Rows side by side: the inner loops run over them, which lets the compiler use SIMD. For that
   * arrays of one type are read at the same place as they are written.
   */
  private static final int WIDTH = 1024;

  private static final int QUERY_LEVELS = 7;

  /** Rows that are fetched together: they lie far apart in hundreds of megabytes. */
  private static final int TOGETHER = 8;

  private final List<Codes> rows;
  private final int dimension;
  private final float[] mean;

  /** The signs, a block of rows after another, in it 64 dimensions after another. */
  private final long[][] signs;

  /** By row: how many of its signs are positive. */
  private final float[][] positive;

  /** By row: squared length of its difference from the mean, by the sum of its sizes. */
  private final float[][] factors;

  /** By row: scalar product with the mean. */
  private final float[][] offsets;

  /** Takes at least one row; all have the same length. */
  Vectors(List<Codes> rows) {
    this.rows = rows;
    this.dimension = rows.getFirst().dimension();
    this.mean = mean(rows, dimension);
    int blocks = rows.size() > COMPARED ? (rows.size() + WIDTH - 1) / WIDTH : 0;
    this.signs = new long[blocks][(dimension + 63) / 64 * WIDTH];
    this.positive = new float[blocks][WIDTH];
    this.factors = new float[blocks][WIDTH];
    this.offsets = new float[blocks][WIDTH];
    IntStream.range(0, blocks).parallel().forEach(this::sketch);
  }

  /** Those of the same rows of which {@link #write} wrote the signs. */
  Vectors(List<Codes> rows, Pieces.In in) throws SQLException {
    this.rows = rows;
    this.dimension = rows.getFirst().dimension();
    this.mean = in.floats();
    int blocks = rows.size() > COMPARED ? (rows.size() + WIDTH - 1) / WIDTH : 0;
    this.signs = new long[blocks][];
    this.positive = new float[blocks][];
    this.factors = new float[blocks][];
    this.offsets = new float[blocks][];
    for (int b = 0; b < blocks; b++) {
      signs[b] = in.longs();
      positive[b] = in.floats();
      factors[b] = in.floats();
      offsets[b] = in.floats();
    }
  }

  void write(Pieces.Out out) throws SQLException {
    out.put(mean);
    for (int b = 0; b < signs.length; b++) {
      out.put(signs[b]);
      out.put(positive[b]);
      out.put(factors[b]);
      out.put(offsets[b]);
    }
  }

  /** The vectors of some texts, as far as there are any; null where there is none. */
  static @Nullable Vectors of(List<String> texts, Map<String, Codes> codes) {
    List<Codes> rows = texts.stream().map(codes::get).filter(Objects::nonNull).toList();
    return rows.isEmpty() ? null : new Vectors(rows);
  }

  private static float[] mean(List<Codes> rows, int dimension) {
    double[] sums = new double[dimension];
    IntStream.range(0, (rows.size() + WIDTH - 1) / WIDTH)
        .parallel()
        .mapToObj(b -> sums(rows.subList(b * WIDTH, Math.min(rows.size(), (b + 1) * WIDTH))))
        .forEachOrdered(some -> Arrays.setAll(sums, d -> sums[d] + some[d]));
    float[] mean = new float[dimension];
    for (int d = 0; d < dimension; d++) {
      mean[d] = (float) (sums[d] / rows.size());
    }
    return mean;
  }

  private static double[] sums(List<Codes> rows) {
    double[] sums = new double[rows.getFirst().dimension()];
    short[] numbers = new short[sums.length];
    float[] values = new float[sums.length];
    for (Codes row : rows) {
      row.numbers(numbers);
      float scale = row.scale();
      for (int d = 0; d < values.length; d++) {
        values[d] = scale * numbers[d];
      }
      for (int d = 0; d < sums.length; d++) {
        sums[d] += values[d];
      }
    }
    return sums;
  }

  private void sketch(int block) {
    short[] numbers = new short[dimension];
    for (int row = block * WIDTH; row < Math.min(rows.size(), (block + 1) * WIDTH); row++) {
      sketch(row, rows.get(row).numbers(numbers));
    }
  }

  private void sketch(int row, short[] numbers) {
    float scale = rows.get(row).scale();
    long[] block = signs[row / WIDTH];
    float sizes = 0;
    float squares = 0;
    float offset = 0;
    int plus = 0;
    for (int from = 0; from < dimension; from += Long.SIZE) {
      long word = 0;
      for (int d = from; d < Math.min(dimension, from + Long.SIZE); d++) {
        float x = scale * numbers[d];
        float difference = mean[d] - x;
        sizes += Math.abs(difference);
        squares += difference * difference;
        offset += x * mean[d];
        // The sign bit and no comparison: half of them would be guessed wrongly by the processor.
        word |= (long) (Float.floatToRawIntBits(difference) >>> 31) << d;
      }
      block[from / Long.SIZE * WIDTH + row % WIDTH] = word;
      plus += Long.bitCount(word);
    }
    positive[row / WIDTH][row % WIDTH] = plus;
    factors[row / WIDTH][row % WIDTH] = sizes == 0 ? 0 : squares / sizes;
    offsets[row / WIDTH][row % WIDTH] = offset;
  }

  /** Number of rows. */
  int size() {
    return rows.size();
  }

  /** A row. */
  Codes codes(int row) {
    return rows.get(row);
  }

  /** Cosines of the rows {@code from} to before {@code to} with the unit vector {@code query}. */
  float[] cosines(float[] query, int from, int to) {
    return cosines(query, IntStream.range(from, to).toArray());
  }

  /** Cosines of some rows, of several at a time: so the processor waits for all of them at once. */
  private float[] cosines(float[] query, int[] numbers) {
    float[] cosines = new float[numbers.length];
    short[][] rooms = new short[Math.min(TOGETHER, numbers.length)][dimension];
    for (int from = 0; from < numbers.length; from += TOGETHER) {
      int some = Math.min(TOGETHER, numbers.length - from);
      for (int i = 0; i < some; i++) {
        rows.get(numbers[from + i]).numbers(rooms[i]);
      }
      for (int i = 0; i < some; i++) {
        cosines[from + i] = rows.get(numbers[from + i]).scale() * dot(rooms[i], query);
      }
    }
    return cosines;
  }

  /** In four running sums, so that the processor need not wait for each. */
  private static float dot(short[] numbers, float[] query) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 4 <= numbers.length; i += 4) {
      s0 += numbers[i] * query[i];
      s1 += numbers[i + 1] * query[i + 1];
      s2 += numbers[i + 2] * query[i + 2];
      s3 += numbers[i + 3] * query[i + 3];
    }
    for (; i < numbers.length; i++) {
      s0 += numbers[i] * query[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** The {@code limit} rows that are nearest to the unit vector {@code query}, nearest first. */
  int[] nearest(float[] query, int limit) {
    int[] numbers = signs.length == 0 ? IntStream.range(0, rows.size()).toArray() : likely(query);
    float[] cosines = cosines(query, numbers);
    Best best = new Best(limit);
    for (int i = 0; i < numbers.length; i++) {
      best.add(cosines[i], numbers[i]);
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
    long[] planes = new long[3 * ((dimension + 63) / 64)];
    float sum = 0;
    for (int d = 0; d < dimension; d++) {
      int level = Math.round((query[d] - mean[d] - least) / step);
      sum += least + step * level;
      for (int bit = 0; bit < 3; bit++) {
        planes[d / 64 * 3 + bit] |= (level >> bit & 1L) << d;
      }
    }
    Best best = new Best(COMPARED);
    int[] sums = new int[WIDTH];
    float[] estimates = new float[WIDTH];
    for (int b = 0; b < signs.length; b++) {
      Arrays.fill(sums, 0);
      for (int w = 0; w < planes.length / 3; w++) {
        int at = 3 * w;
        count(sums, signs[b], w * WIDTH, planes[at], planes[at + 1], planes[at + 2]);
      }
      estimate(estimates, sums, b, 2 * least, 2 * step, sum);
      best.addAll(estimates, Math.min(WIDTH, rows.size() - b * WIDTH), b * WIDTH);
    }
    return best.numbers();
  }

  /** Estimates the cosines of a block. A sign is +1 or -1: twice the positive ones less all. */
  private void estimate(
      float[] estimates, int[] sums, int block, float least2, float step2, float sum) {
    float[] plus = positive[block];
    float[] factor = factors[block];
    float[] offset = offsets[block];
    for (int i = 0; i < WIDTH; i++) {
      estimates[i] = factor[i] * (least2 * plus[i] + step2 * sums[i] - sum) + offset[i];
    }
  }

  /**
   * Adds up the levels of the question, given as three planes of bits, where a sign is positive.
   */
  private static void count(int[] sums, long[] signs, int from, long p0, long p1, long p2) {
    for (int i = 0; i < WIDTH; i++) {
      long x = signs[from + i];
      sums[i] +=
          Long.bitCount(x & p0) + (Long.bitCount(x & p1) << 1) + (Long.bitCount(x & p2) << 2);
    }
  }
}

package org.deskbert.search;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A unit vector in 16 bits a number, half the size of floats: a cosine is off by about two
 * millionths, far less than the encoder's own rounding. The numbers of many vectors lie in one
 * block outside the heap: a large FAQ has hundreds of megabytes of them, which the collector would
 * copy about and keep as much again free for.
 *
 * @param block numbers of several vectors
 * @param from where those of this one begin
 * @param dimension how many it has
 * @param scale value of a number's last bit
 */
record Codes(ShortBuffer block, int from, int dimension, float scale) {
  /** Room for the numbers of some vectors. */
  static ShortBuffer block(int vectors, int dimension) {
    return ByteBuffer.allocateDirect(vectors * dimension * Short.BYTES)
        .order(ByteOrder.nativeOrder())
        .asShortBuffer();
  }

  /** Codes of vectors of one length, in one block. */
  static List<Codes> of(List<float[]> vectors) {
    if (vectors.isEmpty()) {
      return List.of();
    }
    int dimension = vectors.getFirst().length;
    ShortBuffer block = block(vectors.size(), dimension);
    List<Codes> codes = new ArrayList<>(vectors.size());
    for (float[] vector : vectors) {
      float largest = Float.MIN_NORMAL;
      for (float x : vector) {
        largest = Math.max(largest, Math.abs(x));
      }
      float scale = largest / Short.MAX_VALUE;
      int from = codes.size() * dimension;
      for (int i = 0; i < dimension; i++) {
        block.put(from + i, (short) Math.round(vector[i] / scale));
      }
      codes.add(new Codes(block, from, dimension, scale));
    }
    return codes;
  }

  /** The numbers, shape (dimension). */
  short[] numbers() {
    return numbers(new short[dimension]);
  }

  /** The same, copied to {@code room}: from the heap they are read faster. */
  short[] numbers(short[] room) {
    block.get(from, room);
    return room;
  }

  float[] vector() {
    short[] numbers = numbers();
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = scale * numbers[i];
    }
    return vector;
  }
}

package org.deskbert.search;

/**
 * A unit vector in 16 bits a number, half the size of floats: a cosine is off by about two
 * millionths, far less than the encoder's own rounding.
 *
 * @param numbers shape (dimension)
 * @param scale value of a number's last bit
 */
record Codes(short[] numbers, float scale) {
  static Codes of(float[] vector) {
    float largest = Float.MIN_NORMAL;
    for (float x : vector) {
      largest = Math.max(largest, Math.abs(x));
    }
    float scale = largest / Short.MAX_VALUE;
    short[] numbers = new short[vector.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (short) Math.round(vector[i] / scale);
    }
    return new Codes(numbers, scale);
  }

  float[] vector() {
    float[] vector = new float[numbers.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = scale * numbers[i];
    }
    return vector;
  }

  /** The scalar product, in four running sums so that the processor need not wait for each. */
  float dot(float[] other) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 4 <= numbers.length; i += 4) {
      s0 += numbers[i] * other[i];
      s1 += numbers[i + 1] * other[i + 1];
      s2 += numbers[i + 2] * other[i + 2];
      s3 += numbers[i + 3] * other[i + 3];
    }
    for (; i < numbers.length; i++) {
      s0 += numbers[i] * other[i];
    }
    return scale * ((s0 + s1) + (s2 + s3));
  }
}

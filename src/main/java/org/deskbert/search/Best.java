package org.deskbert.search;

import java.util.Arrays;

/** Keeps the numbers with the highest values; of equal values the lower number is better. */
final class Best {
  private final int limit;
  private final long[] keys;
  private int size;
  private long floor = Long.MIN_VALUE;
  private float least = Float.NEGATIVE_INFINITY;

  /** Keeps {@code limit} of them, at least one. */
  Best(int limit) {
    this.limit = limit;
    this.keys = new long[2 * limit];
  }

  /** Offers a number, at least 0, with its value. */
  void add(float value, int number) {
    add(ordered(Float.floatToIntBits(value)), number);
  }

  /** Negative floats order backwards by their bits; turned twice, the bits are as they were. */
  private static int ordered(int bits) {
    return bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }

  /** Offers the numbers from 0 with the first {@code length} values, those above 0. */
  void addAll(int[] values, int length) {
    for (int i = 0; i < length; i++) {
      if (values[i] > Math.max(0, floor >> 32)) {
        add(values[i], i);
      }
    }
  }

  /** Offers {@code from} and the numbers after it with the first {@code length} values. */
  void addAll(float[] values, int length, int from) {
    for (int i = 0; i < length; i++) {
      if (values[i] >= least) {
        add(values[i], from + i);
      }
    }
  }

  /** Offers a number, at least 0, with its value. */
  void add(int value, int number) {
    long key = (long) value << 32 | (~number & 0xffffffffL);
    if (key > floor) {
      keys[size++] = key;
      if (size == keys.length) {
        shrink();
      }
    }
  }

  /** Leaves the {@code limit} best, in any order. */
  private void shrink() {
    if (size > limit) {
      select(size - limit);
      System.arraycopy(keys, size - limit, keys, 0, limit);
      size = limit;
      floor = keys[0];
      least = Float.intBitsToFloat(ordered((int) (floor >> 32)));
    }
  }

  /** Puts the key at {@code place} where it were if all were sorted (Hoare, "Find", 1961). */
  private void select(int place) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      long pivot = keys[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (keys[i] < pivot) {
          i++;
        }
        while (keys[j] > pivot) {
          j--;
        }
        if (i <= j) {
          long key = keys[i];
          keys[i++] = keys[j];
          keys[j--] = key;
        }
      }
      if (place <= j) {
        high = j;
      } else if (place >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  /** The numbers, best first. */
  int[] numbers() {
    shrink();
    Arrays.sort(keys, 0, size);
    int[] numbers = new int[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = ~(int) keys[size - 1 - i];
    }
    return numbers;
  }
}

package org.deskbert.search;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Lists of ascending numbers, each stored as its distance from the one before in as few bytes as it
 * needs (variable byte code; Manning, Raghavan and Schütze, "Introduction to Information
 * Retrieval", 5.3.1). A large FAQ has millions of such numbers. Immutable.
 *
 * @param bytes all lists, one after another
 * @param starts where each list begins, and where the last one ends
 */
record PackedLists(byte[] bytes, int[] starts) {
  /** Adds lists one after another. */
  static final class Builder {
    private byte[] bytes = new byte[1 << 12];
    private int[] starts = new int[1 << 8];
    private int lists;
    private int size;

    /** Adds a list of the first {@code length} numbers, ascending, none below 0. */
    void add(int[] ascending, int length) {
      if (size + 5L * length > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + 5 * length));
      }
      int before = 0;
      for (int i = 0; i < length; i++) {
        size = write(bytes, size, ascending[i] - before);
        before = ascending[i];
      }
      if (++lists == starts.length) {
        starts = Arrays.copyOf(starts, 2 * lists);
      }
      starts[lists] = size;
    }

    PackedLists build() {
      return new PackedLists(Arrays.copyOf(bytes, size), Arrays.copyOf(starts, lists + 1));
    }
  }

  private static int write(byte[] bytes, int at, int number) {
    int rest = number;
    int next = at;
    while (rest >= 0x80) {
      bytes[next++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[next] = (byte) rest;
    return next + 1;
  }

  private static int width(int number) {
    return number == 0 ? 1 : (38 - Integer.numberOfLeadingZeros(number)) / 7;
  }

  int count() {
    return starts.length - 1;
  }

  /** Room for the numbers of any of the lists. */
  int[] room() {
    int longest = 0;
    for (int list = 0; list < count(); list++) {
      longest = Math.max(longest, starts[list + 1] - starts[list]);
    }
    return new int[longest];
  }

  /** The numbers of a list. */
  int[] get(int list) {
    int[] room = new int[starts[list + 1] - starts[list]];
    return Arrays.copyOf(room, get(list, room));
  }

  /** Copies the numbers of a list to {@code room}; how many they are. */
  int get(int list, int[] room) {
    int at = starts[list];
    int end = starts[list + 1];
    int n = 0;
    int number = 0;
    while (at < end) {
      int b = bytes[at++];
      int gap = b & 0x7f;
      for (int shift = 7; b < 0; shift += 7) {
        b = bytes[at++];
        gap |= (b & 0x7f) << shift;
      }
      number += gap;
      room[n++] = number;
    }
    return n;
  }

  /** Adds {@code weight} to the sum of each number of a list. */
  void addTo(int[] sums, int list, int weight) {
    int at = starts[list];
    int end = starts[list + 1];
    int number = 0;
    while (at < end) {
      int b = bytes[at++];
      int gap = b & 0x7f;
      for (int shift = 7; b < 0; shift += 7) {
        b = bytes[at++];
        gap |= (b & 0x7f) << shift;
      }
      number += gap;
      sums[number] += weight;
    }
  }

  /**
   * For each number below {@code numbers} that is kept, the lists that hold it: an inverted index.
   */
  PackedLists transposed(int numbers, IntPredicate kept) {
    int[] room = room();
    int[] last = new int[numbers];
    int[] sizes = new int[numbers + 1];
    for (int list = 0; list < count(); list++) {
      int length = get(list, room);
      for (int i = 0; i < length; i++) {
        int number = room[i];
        sizes[number + 1] += kept.test(number) ? width(list - last[number]) : 0;
        last[number] = list;
      }
    }
    for (int i = 0; i < numbers; i++) {
      sizes[i + 1] += sizes[i];
    }
    byte[] out = new byte[sizes[numbers]];
    int[] next = Arrays.copyOf(sizes, numbers);
    Arrays.fill(last, 0);
    for (int list = 0; list < count(); list++) {
      int length = get(list, room);
      for (int i = 0; i < length; i++) {
        int number = room[i];
        if (kept.test(number)) {
          next[number] = write(out, next[number], list - last[number]);
          last[number] = list;
        }
      }
    }
    return new PackedLists(out, sizes);
  }
}

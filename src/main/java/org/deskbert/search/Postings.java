package org.deskbert.search;

import java.sql.SQLException;
import java.util.stream.IntStream;

/**
 * Which phrasings have each term of one kind, and what it counts. The few terms that many phrasings
 * share make up nearly all that a question has to add up; theirs are kept as a bit a phrasing,
 * which the processor adds up many at a time. Immutable.
 */
final class Postings {
  static final int ONE = 1 << 16;

  /** A term that one phrasing in so many has is kept as bits: then they are as fast as a list. */
  private static final int COMMON = 16;

  /** By term: the phrasings that have it; none for common ones. */
  private final PackedLists lists;

  /** By term: null, or for a common one a bit a phrasing; see {@link #add(int[], int[])}. */
  private final long[][] bits;

  private final int[] weights;

  /**
   * Inverts the terms of the phrasings.
   *
   * @param boost what terms of this kind count
   */
  Postings(TermSets sets, double boost) {
    int count = sets.lists().count();
    int[] frequencies = new int[sets.terms().length];
    long all = 0;
    int filled = 0;
    int[] room = sets.lists().room();
    for (int i = 0; i < count; i++) {
      int length = sets.lists().get(i, room);
      for (int t = 0; t < length; t++) {
        frequencies[room[t]]++;
      }
      all += length;
      filled += length == 0 ? 0 : 1;
    }
    // As Lucene scores a field without lengths, k1 = 1.2 and b = 0.75: each text has length one.
    double saturation = 1 / (1 + 1.2 * (0.25 + 0.75 * filled / Math.max(1, all)));
    weights = new int[frequencies.length];
    bits = new long[frequencies.length][];
    int width = width(count);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (int) Math.round(boost * ONE * saturation * Lexicon.idf(filled, frequencies[i]));
      bits[i] = (long) COMMON * frequencies[i] > count ? new long[width] : null;
    }
    for (int i = 0; i < count; i++) {
      int length = sets.lists().get(i, room);
      for (int t = 0; t < length; t++) {
        long[] common = bits[room[t]];
        if (common != null) {
          common[i % width] |= 1L << (i / width);
        }
      }
    }
    lists = sets.lists().transposed(frequencies.length, term -> bits[term] == null);
  }

  private Postings(PackedLists lists, long[][] bits, int[] weights) {
    this.lists = lists;
    this.bits = bits;
    this.weights = weights;
  }

  /** What {@link #write} wrote of {@code count} phrasings. */
  static Postings read(Pieces.In in, int count) throws SQLException {
    PackedLists lists = in.lists();
    int[] weights = in.ints();
    int[] common = in.ints();
    long[][] bits = new long[weights.length][];
    for (int term : common) {
      bits[term] = in.longs();
      if (bits[term].length != width(count)) {
        throw new IllegalArgumentException("of other phrasings");
      }
    }
    return new Postings(lists, bits, weights);
  }

  void write(Pieces.Out out) throws SQLException {
    out.put(lists);
    out.put(weights);
    int[] common = IntStream.range(0, bits.length).filter(i -> bits[i] != null).toArray();
    out.put(common);
    for (int term : common) {
      out.put(bits[term]);
    }
  }

  private static int width(int count) {
    return Math.max(1, (count + Long.SIZE - 1) / Long.SIZE);
  }

  /** Room for a sum for each of some phrasings, and a few more. */
  static int[] sums(int count) {
    return new int[Long.SIZE * width(count)];
  }

  /** Adds to the sum of each phrasing what {@code terms} count that it has. */
  void add(int[] sums, int[] terms) {
    for (int term : terms) {
      if (bits[term] == null) {
        lists.addTo(sums, term, weights[term]);
      }
    }
    // The words of bits lie side by side and not one after another, so that a loop over them needs
    // one shift; all terms of a part of the sums at once, while it is near the processor.
    int width = sums.length / Long.SIZE;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      for (int term : terms) {
        if (bits[term] != null) {
          add(sums, bit * width, bits[term], bit, weights[term]);
        }
      }
    }
  }

  /** Words and sums of another type can't be the same array, so the compiler may use SIMD. */
  private static void add(int[] sums, int from, long[] words, int bit, int weight) {
    for (int i = 0; i < words.length; i++) {
      sums[from + i] += (int) (words[i] >>> bit & 1) * weight;
    }
  }
}

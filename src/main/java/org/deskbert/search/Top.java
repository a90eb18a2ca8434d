package org.deskbert.search;

import java.util.Arrays;

/** Picks the highest of many values. */
final class Top {
  private Top() {}

  /** Indexes of the {@code limit} highest of the first {@code count} values, highest first. */
  static int[] of(float[] values, int count, int limit) {
    int[] best = new int[Math.min(limit, count)];
    int size = 0;
    for (int i = 0; i < count; i++) {
      if (size == best.length && values[i] <= values[best[size - 1]]) {
        continue;
      }
      int at = size < best.length ? size++ : size - 1;
      while (at > 0 && values[best[at - 1]] < values[i]) {
        best[at] = best[at - 1];
        at--;
      }
      best[at] = i;
    }
    return Arrays.copyOf(best, size);
  }
}

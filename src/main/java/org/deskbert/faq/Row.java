package org.deskbert.faq;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry and its place in the library.
 *
 * @param position entries are sorted by it, and by id where it is the same
 */
record Row(long position, Entry entry) {
  /** Room between two neighbours, so that others find a place between them. */
  static final long STEP = 1024;

  /**
   * Places for entries in their order. As many as can be keep the place that they had, so that few
   * rows change.
   *
   * @throws FaqException if two have the same id
   */
  static Map<String, Row> place(List<Entry> entries, Map<String, Row> before) throws FaqException {
    boolean[] stays = stays(entries, before);
    Map<String, Row> rows = new LinkedHashMap<>();
    long last = -STEP;
    boolean first = true;
    for (int i = 0; i < entries.size(); ) {
      int next = i;
      while (next < entries.size() && !stays[next]) {
        next++;
      }
      int count = next - i;
      long end = next == entries.size() ? 0 : old(entries.get(next), before);
      long step = STEP;
      if (next < entries.size()) {
        if (first) {
          last = end - (count + 1) * STEP;
        } else {
          step = (end - last) / (count + 1);
        }
      }
      if (step < 1) {
        return place(entries, Map.of()); // no room: all get new places
      }
      for (; i < next; i++) {
        last += step;
        put(rows, last, entries.get(i));
      }
      if (next < entries.size()) {
        last = end;
        put(rows, last, entries.get(i++));
      }
      first = false;
    }
    return rows;
  }

  /** The same rows in order. */
  static Map<String, Row> sorted(Map<String, Row> rows) {
    Map<String, Row> sorted = new LinkedHashMap<>();
    rows.values().stream()
        .sorted(Comparator.comparingLong(Row::position).thenComparing(row -> row.entry().id()))
        .forEach(row -> sorted.put(row.entry().id(), row));
    return sorted;
  }

  private static void put(Map<String, Row> rows, long position, Entry entry) throws FaqException {
    if (rows.put(entry.id(), new Row(position, entry)) != null) {
      throw new FaqException(
          "Two entries have the id \""
              + Text.shorten(entry.id(), 60)
              + "\"; nothing was changed. Give one of them another id.");
    }
  }

  private static long old(Entry entry, Map<String, Row> before) {
    Row row = before.get(entry.id());
    return row == null ? Long.MIN_VALUE : row.position();
  }

  /** Which entries keep their place: a longest run of rising old places (patience sorting). */
  private static boolean[] stays(List<Entry> entries, Map<String, Row> before) {
    int[] ends = new int[entries.size()];
    int[] previous = new int[entries.size()];
    int length = 0;
    for (int i = 0; i < entries.size(); i++) {
      long place = old(entries.get(i), before);
      if (place == Long.MIN_VALUE) {
        continue;
      }
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) / 2;
        if (old(entries.get(ends[middle]), before) < place) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : ends[low - 1];
      ends[low] = i;
      length = Math.max(length, low + 1);
    }
    boolean[] stays = new boolean[entries.size()];
    for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = previous[i]) {
      stays[i] = true;
    }
    return stays;
  }
}

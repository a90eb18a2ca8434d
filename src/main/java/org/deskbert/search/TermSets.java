package org.deskbert.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The terms of one kind, stems or trigrams, that the phrasings of a FAQ have.
 *
 * @param terms by number
 * @param counts how many entries contain each
 * @param lists by phrasing: the numbers of its terms
 */
record TermSets(String[] terms, int[] counts, PackedLists lists) {
  /** Numbers the terms in the order in which they come. */
  static final class Builder {
    private final Map<String, Integer> ids = new HashMap<>();
    private final PackedLists.Builder lists = new PackedLists.Builder();
    private int[] counts = new int[1 << 10];

    /** By term: the last entry that had it, plus one. */
    private int[] seen = new int[1 << 10];

    /** Adds the distinct terms of the next phrasing; entries come one after another. */
    void add(Collection<String> terms, int entry) {
      int[] numbers = new int[terms.size()];
      int n = 0;
      for (String term : terms) {
        int id = ids.computeIfAbsent(term, t -> ids.size());
        numbers[n++] = id;
        if (id == counts.length) {
          counts = Arrays.copyOf(counts, 2 * id);
          seen = Arrays.copyOf(seen, 2 * id);
        }
        if (seen[id] != entry + 1) {
          seen[id] = entry + 1;
          counts[id]++;
        }
      }
      Arrays.sort(numbers);
      lists.add(numbers, n);
    }

    TermSets build() {
      String[] terms = new String[ids.size()];
      ids.forEach((term, id) -> terms[id] = term);
      return new TermSets(terms, Arrays.copyOf(counts, terms.length), lists.build());
    }
  }
}

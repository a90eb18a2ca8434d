package org.deskbert.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

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
    private final Function<List<String>, Set<String>> cut;
    private final Map<String, Integer> ids = new HashMap<>();

    /** By word: the numbers of its terms. The same words come again and again. */
    private final Map<String, int[]> known = new HashMap<>();

    private final Function<String, int[]> numbers = this::number;
    private final PackedLists.Builder lists = new PackedLists.Builder();
    private int[] counts = new int[1 << 10];

    /** By term: the last entry that had it, plus one. */
    private int[] seen = new int[1 << 10];

    /** Takes what cuts words into terms, each for itself. */
    Builder(Function<List<String>, Set<String>> cut) {
      this.cut = cut;
    }

    /** Adds the words of the next phrasing; entries come one after another. */
    void add(List<String> words, int entry) {
      int[][] parts = new int[words.size()][];
      int size = 0;
      for (int i = 0; i < parts.length; i++) {
        parts[i] = known.computeIfAbsent(words.get(i), numbers);
        size += parts[i].length;
      }
      int[] numbers = new int[size];
      int n = 0;
      for (int[] part : parts) {
        System.arraycopy(part, 0, numbers, n, part.length);
        n += part.length;
      }
      Arrays.sort(numbers);
      n = 0;
      for (int number : numbers) {
        if (n == 0 || number != numbers[n - 1]) {
          numbers[n++] = number;
          count(number, entry);
        }
      }
      lists.add(numbers, n);
    }

    private int[] number(String word) {
      return cut.apply(List.of(word)).stream()
          .mapToInt(term -> ids.computeIfAbsent(term, _ -> ids.size()))
          .toArray();
    }

    private void count(int id, int entry) {
      if (id >= counts.length) {
        counts = Arrays.copyOf(counts, 2 * id);
        seen = Arrays.copyOf(seen, 2 * id);
      }
      if (seen[id] != entry + 1) {
        seen[id] = entry + 1;
        counts[id]++;
      }
    }

    TermSets build() {
      String[] terms = new String[ids.size()];
      ids.forEach((term, id) -> terms[id] = term);
      return new TermSets(terms, Arrays.copyOf(counts, terms.length), lists.build());
    }
  }
}

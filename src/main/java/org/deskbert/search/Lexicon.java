package org.deskbert.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers the terms of a FAQ and knows how rare each is. The weight of a term is BM25's idf, {@code
 * ln(1 + (N − n + 0.5) / (n + 0.5))} with N entries of which n contain the term (Robertson and
 * Zaragoza, "The Probabilistic Relevance Framework", 2009); counted over entries, so that many
 * phrasings of one entry don't make its words look common.
 */
final class Lexicon {
  private final Map<String, Integer> ids = new HashMap<>();
  private final double[] weights;
  private final double unknown;

  /** Builds the lexicon of entries, each given as the set of its terms. */
  Lexicon(List<Set<String>> entries) {
    int[] counts = new int[1024];
    for (Set<String> entry : entries) {
      for (String term : entry) {
        int id = ids.computeIfAbsent(term, t -> ids.size());
        if (id >= counts.length) {
          counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        counts[id]++;
      }
    }
    weights = new double[ids.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = idf(entries.size(), counts[i]);
    }
    unknown = idf(entries.size(), 0);
  }

  private static double idf(int entries, int containing) {
    return Math.log1p((entries - containing + 0.5) / (containing + 0.5));
  }

  /** The known and unknown terms of a text as a bag; unknown ones count in its weight only. */
  Bag bag(Collection<String> terms) {
    int[] known = new int[terms.size()];
    int n = 0;
    for (String term : terms) {
      Integer id = ids.get(term);
      if (id != null) {
        known[n++] = id;
      }
    }
    int[] sorted = Arrays.copyOf(known, n);
    Arrays.sort(sorted);
    double sum = unknown * (terms.size() - n);
    double squares = unknown * unknown * (terms.size() - n);
    for (int id : sorted) {
      sum += weights[id];
      squares += weights[id] * weights[id];
    }
    return new Bag(sorted, sum, Math.sqrt(squares));
  }

  /** Weight of a known term. */
  double weight(int id) {
    return weights[id];
  }

  /**
   * A text as a set of terms.
   *
   * @param ids known terms, ascending
   * @param sum weights of all its terms
   * @param norm root of the sum of their squares
   */
  record Bag(int[] ids, double sum, double norm) {}
}

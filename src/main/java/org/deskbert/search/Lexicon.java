package org.deskbert.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the terms of a FAQ and knows how rare each is. The weight of a term is BM25's idf, {@code
 * ln(1 + (N − n + 0.5) / (n + 0.5))} with N entries of which n contain the term (Robertson and
 * Zaragoza, "The Probabilistic Relevance Framework", 2009); counted over entries, so that many
 * phrasings of one entry don't make its words look common.
 */
final class Lexicon {
  private final Map<String, Integer> ids;
  private final double[] weights;
  private final double unknown;

  /**
   * Takes numbered terms.
   *
   * @param terms by number
   * @param counts how many of the {@code entries} contain each
   */
  Lexicon(String[] terms, int[] counts, int entries) {
    ids = HashMap.newHashMap(terms.length);
    weights = new double[terms.length];
    for (int i = 0; i < terms.length; i++) {
      ids.put(terms[i], i);
      weights[i] = idf(entries, counts[i]);
    }
    unknown = idf(entries, 0);
  }

  static double idf(int all, int containing) {
    return Math.log1p((all - containing + 0.5) / (containing + 0.5));
  }

  /** The number of a term, -1 if it is not known. */
  int number(String term) {
    return ids.getOrDefault(term, -1);
  }

  /** The numbers of the terms that are known, ascending. */
  int[] known(Collection<String> terms) {
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
    return sorted;
  }

  /** The terms of a text as a bag; unknown ones count in its weight only. */
  Bag bag(Collection<String> terms) {
    int[] known = known(terms);
    return bag(known, terms.size() - known.length);
  }

  /** The bag of {@code known} terms, ascending, and of a number of others. */
  Bag bag(int[] known, int others) {
    double sum = unknown * others;
    double squares = unknown * unknown * others;
    for (int id : known) {
      sum += weights[id];
      squares += weights[id] * weights[id];
    }
    return new Bag(known, sum, Math.sqrt(squares));
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

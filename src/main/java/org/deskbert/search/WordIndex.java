package org.deskbert.search;

/**
 * Finds by BM25 the phrasings that share stems or letter trigrams with a question. A phrasing has a
 * term or hasn't and its length doesn't count, so that a term always adds the same (Robertson and
 * Zaragoza, "The Probabilistic Relevance Framework", 2009, with a constant length): the sums are
 * kept as whole numbers, exact in any order. The finer comparison is not its work.
 */
final class WordIndex {
  /** Trigrams are many, so each counts little beside a stem. */
  private static final double GRAM_BOOST = 0.25;

  private static final double ONE = 1 << 16;

  private final PackedLists stems;
  private final PackedLists grams;
  private final int[] stemWeights;
  private final int[] gramWeights;
  private final int count;

  /** Inverts the terms of the phrasings. */
  WordIndex(TermSets stems, TermSets grams) {
    this.count = stems.lists().count();
    this.stems = stems.lists().transposed(stems.terms().length);
    this.grams = grams.lists().transposed(grams.terms().length);
    this.stemWeights = weights(stems, ONE);
    this.gramWeights = weights(grams, GRAM_BOOST * ONE);
  }

  private int[] weights(TermSets sets, double boost) {
    int[] frequencies = new int[sets.terms().length];
    long all = 0;
    int filled = 0;
    for (int i = 0; i < count; i++) {
      int[] terms = sets.lists().get(i);
      for (int term : terms) {
        frequencies[term]++;
      }
      all += terms.length;
      filled += terms.length == 0 ? 0 : 1;
    }
    // As Lucene scores a field without lengths, k1 = 1.2 and b = 0.75: each text has length one.
    double saturation = 1 / (1 + 1.2 * (0.25 + 0.75 * filled / Math.max(1, all)));
    int[] weights = new int[frequencies.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (int) Math.round(boost * saturation * Lexicon.idf(filled, frequencies[i]));
    }
    return weights;
  }

  /** Numbers of the {@code limit} best phrasings, best first. */
  int[] find(Comparison.Query query, int limit) {
    int[] sums = new int[count];
    for (int stem : query.stemBag().ids()) {
      stems.addTo(sums, stem, stemWeights[stem]);
    }
    for (int gram : query.gramBag().ids()) {
      grams.addTo(sums, gram, gramWeights[gram]);
    }
    Best best = new Best(limit);
    for (int i = 0; i < count; i++) {
      if (sums[i] > 0) {
        best.add(sums[i], i);
      }
    }
    return best.numbers();
  }
}

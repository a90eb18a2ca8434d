package org.deskbert.search;

/**
 * What speaks for an entry, each 0 to 1 whatever the size of the FAQ. Words are weighted by how
 * rare they are.
 *
 * @param stems likeness of the stems, question and best phrasing (cosine)
 * @param covered share of the question's stems that the best phrasing has
 * @param covering share of the best phrasing's stems that the question has
 * @param grams likeness of the letter trigrams (cosine), best phrasing
 * @param entry share of the question's stems found anywhere in the entry's phrasings
 * @param answer share of the question's stems found in answer, category or tags
 * @param meaning cosine of the vectors, best phrasing; 0 without a model
 * @param topMeaning mean cosine of the three best phrasings; 0 without a model
 * @param votes how much all phrasings together speak for the entry; 0 where they don't vote
 */
record Signals(
    double stems,
    double covered,
    double covering,
    double grams,
    double entry,
    double answer,
    double meaning,
    double topMeaning,
    double votes) {

  /** How many signals there are. */
  static final int COUNT = 9;

  /** The signals in the order of the fusion's weights. */
  double[] toArray() {
    return new double[] {
      stems, covered, covering, grams, entry, answer, meaning, topMeaning, votes
    };
  }

  /** One figure for people: how alike the words are. */
  double words() {
    return Math.max(stems, grams);
  }
}

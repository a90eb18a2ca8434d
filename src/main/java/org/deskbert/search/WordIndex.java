package org.deskbert.search;

import java.sql.SQLException;
import java.util.concurrent.ForkJoinTask;

/**
 * Finds by BM25 the phrasings that share stems or letter trigrams with a question. A phrasing has a
 * term or hasn't and its length doesn't count, so that a term always adds the same (Robertson and
 * Zaragoza, "The Probabilistic Relevance Framework", 2009, with a constant length): the sums are
 * kept as whole numbers, exact in any order. The finer comparison is not its work.
 */
final class WordIndex {
  /** Trigrams are many, so each counts little beside a stem. */
  private static final double GRAM_BOOST = 0.25;

  private final Postings stems;
  private final Postings grams;
  private final int count;

  /** Inverts the terms of the phrasings. */
  WordIndex(TermSets stems, TermSets grams) {
    this.count = stems.lists().count();
    ForkJoinTask<Postings> few = ForkJoinTask.adapt(() -> new Postings(stems, 1)).fork();
    this.grams = new Postings(grams, GRAM_BOOST);
    this.stems = few.join();
  }

  private WordIndex(Postings stems, Postings grams, int count) {
    this.stems = stems;
    this.grams = grams;
    this.count = count;
  }

  /** What {@link #write} wrote of {@code count} phrasings. */
  static WordIndex read(Pieces.In in, int count) throws SQLException {
    return new WordIndex(Postings.read(in, count), Postings.read(in, count), count);
  }

  void write(Pieces.Out out) throws SQLException {
    stems.write(out);
    grams.write(out);
  }

  /** Numbers of the {@code limit} best phrasings, best first. */
  int[] find(Comparison.Query query, int limit) {
    int[] sums = Postings.sums(count);
    stems.add(sums, query.stemBag().ids());
    grams.add(sums, query.gramBag().ids());
    Best best = new Best(limit);
    best.addAll(sums, count);
    return best.numbers();
  }
}

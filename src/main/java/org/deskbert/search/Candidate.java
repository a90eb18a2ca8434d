package org.deskbert.search;

import java.util.Comparator;
import org.deskbert.faq.Entry;

/**
 * An entry that may answer a question.
 *
 * @param source name of the FAQ
 * @param entry the entry
 * @param matched its phrasing that is nearest to the question
 * @param exact true if the question is, after normalisation, one of the entry's phrasings
 * @param words likeness of the words, 0 to 1
 * @param meaning likeness of the meaning (cosine of the best phrasing), 0 to 1; 0 without a model
 * @param score fused score, 0 to 1: candidates are sorted by it
 */
public record Candidate(
    String source,
    Entry entry,
    String matched,
    boolean exact,
    double words,
    double meaning,
    double score) {
  /** Exact ones first, then by score; candidates alike always come in the same order. */
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing((Candidate c) -> !c.exact())
          .thenComparing(Comparator.comparingDouble(Candidate::score).reversed())
          .thenComparing(Candidate::source)
          .thenComparing(c -> c.entry().id());
}

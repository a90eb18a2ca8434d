package org.deskbert.search;

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
    double score) {}

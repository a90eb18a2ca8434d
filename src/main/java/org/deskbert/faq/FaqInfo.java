package org.deskbert.faq;

/**
 * What the library says about a FAQ without loading it.
 *
 * @param active whether questions are answered from it
 * @param entries number of entries
 * @param phrasings number of phrasings over all entries
 */
public record FaqInfo(String name, boolean active, int entries, int phrasings) {}

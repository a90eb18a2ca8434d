package org.deskbert.search;

import org.deskbert.faq.Entry;

/**
 * One way to ask for an entry, as the index knows it.
 *
 * @param number its place in the index
 * @param source name of the FAQ
 * @param entry the entry
 * @param text the phrasing
 */
public record Phrasing(int number, String source, Entry entry, String text) {}

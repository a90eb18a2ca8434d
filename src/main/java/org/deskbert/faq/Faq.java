package org.deskbert.faq;

import java.util.List;

/**
 * A named FAQ.
 *
 * @param name as shown to people and used on the command line
 * @param entries in the owner's order, ids unique
 * @param synonyms terms that mean the same in it
 */
public record Faq(String name, List<Entry> entries, Synonyms synonyms) {
  public Faq {
    entries = List.copyOf(entries);
  }

  /** A FAQ without synonyms. */
  public Faq(String name, List<Entry> entries) {
    this(name, entries, Synonyms.NONE);
  }

  /** The same with other entries. */
  public Faq with(List<Entry> others) {
    return new Faq(name, others, synonyms);
  }
}

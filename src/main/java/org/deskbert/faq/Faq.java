package org.deskbert.faq;

import java.util.List;

/**
 * A named FAQ.
 *
 * @param name as shown to people and used on the command line
 * @param entries in the owner's order, ids unique
 * @param synonyms terms that mean the same in it
 * @param intents what else askers want, and what they get
 */
public record Faq(String name, List<Entry> entries, Synonyms synonyms, Intents intents) {
  public Faq {
    entries = List.copyOf(entries);
  }

  /** A FAQ without synonyms and intents. */
  public Faq(String name, List<Entry> entries) {
    this(name, entries, Synonyms.NONE);
  }

  /** A FAQ without intents. */
  public Faq(String name, List<Entry> entries, Synonyms synonyms) {
    this(name, entries, synonyms, Intents.NONE);
  }

  /** The same with other synonyms. */
  public Faq with(Synonyms others) {
    return new Faq(name, entries, others, intents);
  }

  /** The same with other intents. */
  public Faq with(Intents others) {
    return new Faq(name, entries, synonyms, others);
  }

  /** The same with other entries. */
  public Faq with(List<Entry> others) {
    return new Faq(name, others, synonyms, intents);
  }
}

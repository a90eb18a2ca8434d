package org.deskbert.faq;

import java.util.List;

/**
 * A named FAQ.
 *
 * @param name as shown to people and used on the command line
 * @param entries in the owner's order, ids unique
 */
public record Faq(String name, List<Entry> entries) {
  public Faq {
    entries = List.copyOf(entries);
  }
}

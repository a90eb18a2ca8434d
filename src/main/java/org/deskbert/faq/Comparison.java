package org.deskbert.faq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is different between two moments of a FAQ.
 *
 * @param before the FAQ as it was
 * @param after the FAQ as it is then
 * @param changes the entries that differ, in the order of the later FAQ, removed ones last
 */
public record Comparison(Faq before, Faq after, List<EntryChange> changes) {
  public Comparison {
    changes = List.copyOf(changes);
  }

  /** Compares two FAQs entry by entry. */
  public static Comparison of(Faq before, Faq after) {
    Map<String, Entry> old = new LinkedHashMap<>();
    before.entries().forEach(entry -> old.put(entry.id(), entry));
    List<EntryChange> changes = new ArrayList<>();
    for (Entry entry : after.entries()) {
      Entry was = old.remove(entry.id());
      if (!entry.equals(was)) {
        changes.add(new EntryChange(was, entry));
      }
    }
    old.values().forEach(entry -> changes.add(new EntryChange(entry, null)));
    return new Comparison(before, after, changes);
  }

  /** How many entries were added, changed or removed. */
  public int count(EntryChange.Kind kind) {
    return (int) changes.stream().filter(change -> change.kind() == kind).count();
  }

  /** For example {@code 2 added, 1 removed}; empty where no entry differs. */
  public String counts() {
    return Revision.counts(
        count(EntryChange.Kind.ADDED),
        count(EntryChange.Kind.CHANGED),
        count(EntryChange.Kind.REMOVED));
  }

  /** Whether the synonyms differ. */
  public boolean synonymsDiffer() {
    return !before.synonyms().equals(after.synonyms());
  }
}

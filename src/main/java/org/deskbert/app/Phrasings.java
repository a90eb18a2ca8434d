package org.deskbert.app;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.deskbert.faq.Edit;
import org.deskbert.faq.Edits;
import org.deskbert.faq.Entry;

/** Changes the phrasings of an entry. */
public final class Phrasings {
  private Phrasings() {}

  /** Adds questions to an entry; those that it has stay. */
  public static Edit add(String id, List<String> questions) {
    return Edits.update(
        List.of(id),
        entry -> {
          Set<String> all = new LinkedHashSet<>(entry.phrasings());
          all.addAll(questions);
          return with(entry, List.copyOf(all));
        });
  }

  private static Entry with(Entry entry, List<String> phrasings) {
    return new Entry(
        entry.id(),
        phrasings,
        entry.answer(),
        entry.category(),
        entry.tags(),
        entry.parent(),
        entry.until());
  }
}

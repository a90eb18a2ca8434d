package org.deskbert.app;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.deskbert.faq.Edit;
import org.deskbert.faq.Edits;

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
          return entry.withPhrasings(List.copyOf(all));
        });
  }
}

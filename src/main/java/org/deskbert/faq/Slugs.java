package org.deskbert.faq;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Makes ids from the questions of one file: the same question gives -2, -3, … in file order. */
final class Slugs {
  private final Set<String> taken;
  private final Map<String, Integer> next = new HashMap<>();

  Slugs() {
    this(Set.of());
  }

  /** Ids that are given in the file are never made. */
  Slugs(Set<String> given) {
    taken = new HashSet<>(given);
  }

  /** An id that was not given out before. */
  String next(String question) {
    String slug = Slug.of(question);
    String id = slug;
    while (!taken.add(id)) {
      id = slug + "-" + next.merge(slug, 2, (n, two) -> n + 1);
    }
    return id;
  }
}

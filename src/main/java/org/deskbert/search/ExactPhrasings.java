package org.deskbert.search;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Normalizer;
import org.deskbert.faq.Synonyms;

/**
 * Finds the entries that have a question as one of their phrasings: as it was written or, if there
 * is none, after both were rewritten with the synonyms.
 */
final class ExactPhrasings {
  private final Synonyms synonyms;
  private final Map<String, Set<Integer>> written = new HashMap<>();
  private final Map<String, Set<Integer>> rewritten = new HashMap<>();

  ExactPhrasings(Synonyms synonyms) {
    this.synonyms = synonyms;
  }

  /** Adds a phrasing of an entry. */
  void add(String text, int entry) {
    put(written, text, entry);
    if (!synonyms.isEmpty()) {
      put(rewritten, synonyms.rewrite(text), entry);
    }
  }

  private static void put(Map<String, Set<Integer>> map, String text, int entry) {
    String normalized = Normalizer.normalize(text);
    if (!normalized.isEmpty()) {
      map.computeIfAbsent(normalized, t -> new LinkedHashSet<>()).add(entry);
    }
  }

  /** The entries of a question; {@code asked} is the question rewritten. */
  Set<Integer> entries(String question, String asked) {
    Set<Integer> same = written.getOrDefault(Normalizer.normalize(question), Set.of());
    return same.isEmpty() && !synonyms.isEmpty()
        ? rewritten.getOrDefault(Normalizer.normalize(asked), Set.of())
        : same;
  }

  /** The phrasing by which {@code entry} was found. */
  String phrasing(Entry entry, String question, String asked) {
    List<String> texts = entry.phrasings();
    String normalized = Normalizer.normalize(question);
    for (String text : texts) {
      if (Normalizer.normalize(text).equals(normalized)) {
        return text;
      }
    }
    String same = Normalizer.normalize(asked);
    return texts.stream()
        .filter(text -> Normalizer.normalize(synonyms.rewrite(text)).equals(same))
        .findFirst()
        .orElse(entry.question());
  }
}

package org.deskbert.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The phrasings of some FAQs, cut into terms.
 *
 * @param texts as they are compared, by phrasing
 * @param stems their stems
 * @param grams their trigrams
 */
record PhrasingTerms(List<String> texts, TermSets stems, TermSets grams) {
  /** Phrasings that are cut on all cores before their terms are numbered in order. */
  private static final int AT_ONCE = 4_096;

  private record Cut(String text, Set<String> stems, Set<String> grams) {}

  static PhrasingTerms of(Contents contents, Wording wording) {
    List<String> texts = new ArrayList<>();
    TermSets.Builder stems = new TermSets.Builder();
    TermSets.Builder grams = new TermSets.Builder();
    Map<String, String> known = new ConcurrentHashMap<>();
    List<Phrasing> all = contents.phrasings();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Phrasing> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      List<Cut> cuts =
          some.parallelStream().map(phrasing -> cut(wording.text(phrasing.text()), known)).toList();
      for (Cut cut : cuts) {
        int item = contents.itemOf()[texts.size()];
        texts.add(cut.text());
        stems.add(cut.stems(), item);
        grams.add(cut.grams(), item);
      }
    }
    return new PhrasingTerms(texts, stems.build(), grams.build());
  }

  private static Cut cut(String text, Map<String, String> known) {
    List<String> words = Terms.words(text);
    return new Cut(text, Terms.stems(words, known), Terms.grams(words));
  }
}

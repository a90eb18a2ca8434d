package org.deskbert.search;

import java.util.ArrayList;
import java.util.List;

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

  private record Cut(String text, List<String> words) {}

  static PhrasingTerms of(Contents contents, Wording wording) {
    List<String> texts = new ArrayList<>();
    TermSets.Builder stems = new TermSets.Builder(Terms::stems);
    TermSets.Builder grams = new TermSets.Builder(Terms::grams);
    List<Phrasing> all = contents.phrasings();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Phrasing> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      List<Cut> cuts =
          some.parallelStream().map(phrasing -> cut(wording.text(phrasing.text()))).toList();
      for (Cut cut : cuts) {
        int item = contents.itemOf()[texts.size()];
        texts.add(cut.text());
        stems.add(cut.words(), item);
        grams.add(cut.words(), item);
      }
    }
    return new PhrasingTerms(texts, stems.build(), grams.build());
  }

  private static Cut cut(String text) {
    return new Cut(text, Terms.words(text));
  }
}

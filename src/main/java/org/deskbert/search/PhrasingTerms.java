package org.deskbert.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The phrasings of some FAQs, cut into terms.
 *
 * @param stems their stems
 * @param grams their trigrams
 */
record PhrasingTerms(TermSets stems, TermSets grams) {
  /** Phrasings that are cut on all cores before their terms are numbered in order. */
  private static final int AT_ONCE = 4_096;

  /** Cuts them; {@code known} as {@link Terms#words} has it. */
  static PhrasingTerms of(Contents contents, Wording wording, Map<String, List<String>> known) {
    TermSets.Builder stems = new TermSets.Builder(Terms::stems);
    TermSets.Builder grams = new TermSets.Builder(Terms::grams);
    List<Phrasing> all = contents.phrasings();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Phrasing> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      List<List<String>> cuts =
          some.parallelStream().map(each -> Terms.words(wording.text(each.text()), known)).toList();
      int first = from;
      Stream.of(stems, grams)
          .parallel()
          .forEach(terms -> {
            for (int i = 0; i < cuts.size(); i++) {
              terms.add(cuts.get(i), contents.itemOf()[first + i]);
            }
          });
    }
    return new PhrasingTerms(stems.build(), grams.build());
  }
}

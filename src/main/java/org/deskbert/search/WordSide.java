package org.deskbert.search;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import org.deskbert.encoder.Spelling;
import org.deskbert.faq.Faq;
import org.deskbert.faq.Synonyms;

/**
 * What an index knows of the words of its FAQs. It is long to make and quick to read again.
 *
 * @param wording how texts are put before they are compared
 * @param exact finds equal phrasings
 * @param comparison compares entries in detail
 * @param index finds phrasings that share words
 */
record WordSide(Wording wording, ExactPhrasings exact, Comparison comparison, WordIndex index) {
  /** Makes it; {@code general} knows the words beside those of the FAQs. */
  static WordSide of(List<Faq> faqs, Contents contents, Synonyms synonyms, Spelling general) {
    Wording wording = Wording.of(faqs, synonyms, general);
    Map<String, List<String>> known = new ConcurrentHashMap<>();
    PhrasingTerms terms = PhrasingTerms.of(contents, wording, known);
    ExactPhrasings exact = new ExactPhrasings(contents.phrasings(), synonyms);
    ForkJoinTask<WordIndex> inverting =
        ForkJoinTask.adapt(() -> new WordIndex(terms.stems(), terms.grams())).fork();
    Comparison comparison =
        new Comparison(
            terms.stems(),
            terms.grams(),
            contents.firsts(),
            i -> wording.around(contents.items().get(i).entry(), known));
    return new WordSide(wording, exact, comparison, inverting.join());
  }

  /** What {@link #write} wrote, for the same contents. */
  static WordSide read(Pieces.In in, Contents contents, Synonyms synonyms, Spelling general)
      throws SQLException {
    return new WordSide(
        new Wording(synonyms, general.withWords(List.of(in.words()))),
        new ExactPhrasings(contents.phrasings(), synonyms, in.longs(), in.longs()),
        new Comparison(in.terms(), in.terms(), contents.firsts(), in.lists()),
        WordIndex.read(in, contents.phrasings().size()));
  }

  void write(Pieces.Out out) throws SQLException {
    out.put(wording.spelling().ownWords().toArray(new String[0]));
    exact.write(out);
    comparison.write(out);
    index.write(out);
  }
}

package org.deskbert.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.deskbert.encoder.Spelling;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.Synonyms;

/**
 * How texts are put before they are compared: with the owner's synonyms in place, and what askers
 * type, spelt as the FAQ spells it.
 */
record Wording(Synonyms synonyms, Spelling spelling) {
  /** The synonyms of all FAQs together. */
  static Synonyms synonyms(List<Faq> faqs) {
    return Synonyms.union(
        faqs.stream().sorted(Comparator.comparing(Faq::name)).map(Faq::synonyms).toList());
  }

  /** The wording of FAQs and their synonyms; {@code general} knows the words beside theirs. */
  static Wording of(List<Faq> faqs, Synonyms synonyms, Spelling general) {
    List<String> texts = new ArrayList<>();
    synonyms.groups().forEach(texts::addAll);
    for (Faq faq : faqs) {
      for (Entry entry : faq.entries()) {
        texts.addAll(entry.phrasings());
        texts.add(entry.answer());
        texts.add(entry.category());
        texts.addAll(entry.tags());
      }
      faq.intents().all().forEach(intent -> texts.addAll(intent.examples()));
    }
    return new Wording(synonyms, general.with(texts));
  }

  /** A text of the FAQ as it is compared. */
  String text(String written) {
    return synonyms.rewrite(written);
  }

  /** A question as it is compared; the same string if nothing is put otherwise. */
  String question(String asked) {
    return synonyms.rewrite(spelling.correct(asked));
  }

  /** The words around an entry's phrasings; {@code known} as {@link Terms#words} has it. */
  List<String> around(Entry entry, Map<String, List<String>> known) {
    String tags = String.join(" ", entry.tags());
    String all = text(entry.answer()) + " " + text(entry.category()) + " " + text(tags);
    return Terms.words(all, known);
  }
}

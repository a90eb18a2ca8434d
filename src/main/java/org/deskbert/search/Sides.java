package org.deskbert.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.deskbert.encoder.Spelling;
import org.deskbert.faq.Faq;
import org.deskbert.faq.Synonyms;
import org.jspecify.annotations.Nullable;

/**
 * What an index knows of its FAQs, both sides.
 *
 * @param words the side of the words
 * @param vectors of the phrasings, null for words only
 * @param examples vectors of the intents' examples by text, also of those that an entry holds back
 *     until an edit
 */
record Sides(WordSide words, @Nullable Vectors vectors, Map<String, Codes> examples) {
  /**
   * Takes what is kept and makes the rest.
   *
   * @param kept null where nothing can be
   * @param source of the vectors, where none are kept
   * @param model its hash, null for words only
   */
  static Sides of(
      List<Faq> faqs,
      Contents contents,
      Synonyms synonyms,
      Set<String> examples,
      Spelling general,
      @Nullable KeptIndex kept,
      PhrasingCodes.Source source,
      @Nullable String model) {
    KeptIndex.Meaning meaning =
        kept == null || model == null ? null : kept.meaning(model, contents, examples);
    Supplier<Map<String, Codes>> making = meaning == null ? source.begin() : Map::of;
    WordSide words = kept == null ? null : kept.words(contents, synonyms, general);
    if (words == null) {
      words = WordSide.of(faqs, contents, synonyms, general);
    }
    if (meaning != null) {
      return new Sides(words, meaning.vectors(), meaning.examples());
    }
    Map<String, Codes> codes = making.get();
    Vectors vectors = Vectors.of(texts(words, contents), codes);
    return new Sides(words, vectors, PhrasingCodes.of(examples, codes));
  }

  private static List<String> texts(WordSide words, Contents contents) {
    Wording wording = words.wording();
    return contents.phrasings().parallelStream().map(p -> wording.text(p.text())).toList();
  }

  /** The vectors by the texts that they stand for. */
  Map<String, Codes> codes(Contents contents) {
    Map<String, Codes> codes = new HashMap<>(examples);
    if (vectors != null) {
      List<String> texts = texts(words, contents);
      contents
          .phrasings()
          .forEach(p -> codes.put(texts.get(p.number()), vectors.codes(p.number())));
    }
    return codes;
  }

  /** Keeps both sides, if there are vectors. */
  void keep(KeptIndex kept, Contents contents, @Nullable String model) {
    if (vectors != null && model != null) {
      kept.keep(words, model, vectors, texts(words, contents), examples.keySet());
    }
  }
}

package org.deskbert.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.deskbert.encoder.Spelling;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqHash;
import org.deskbert.faq.Synonyms;
import org.jspecify.annotations.Nullable;

/**
 * What an index is made of, as the {@link VectorCache} keeps it for the next start: known by the
 * content of the FAQs, so that of other contents is never taken. Whatever does not fit or is
 * damaged is made again.
 */
final class KeptIndex {
  /** To be raised when anything that is kept is made in another way. */
  static final int VERSION = 1;

  private static final String WORDS = "words";

  /** Of a model that puts no typing errors right: without the words for it. */
  private static final String BARE = "bare words";

  private final VectorCache cache;
  private final String key;

  /**
   * That of some contents.
   *
   * @param hash of the entries that answer on {@code day}
   */
  KeptIndex(VectorCache cache, List<Faq> faqs, LocalDate day, String hash) {
    this.cache = cache;
    // the spelling knows the words of entries that have expired, too
    boolean all = faqs.stream().allMatch(f -> f.entries().stream().allMatch(e -> e.validOn(day)));
    String whole = all ? hash : hash + "-" + FaqHash.of(faqs, LocalDate.MIN);
    // another Java may fold letters in another way
    this.key = VERSION + "-" + Runtime.version().feature() + "-" + whole + "-";
  }

  /** The side of the words; null if it is not there. */
  @Nullable WordSide words(Contents contents, Synonyms synonyms, Spelling general) {
    if (contents.phrasings().size() < cache.worthKeeping()) {
      return null;
    }
    Pieces.Reading<WordSide> reading = in -> WordSide.read(in, contents, synonyms, general);
    WordSide spelling = cache.kept(key + WORDS, reading);
    return spelling == null && general.isEmpty() ? cache.kept(key + BARE, reading) : spelling;
  }

  /**
   * The side of the vectors.
   *
   * @param vectors of the phrasings
   * @param examples of the intents, by text
   */
  record Meaning(Vectors vectors, Map<String, Codes> examples) {}

  /** The side of the vectors; null if it is not there, or they are not. */
  @Nullable Meaning meaning(String model, Contents contents, Set<String> examples) {
    int count = contents.phrasings().size();
    if (count < cache.worthKeeping()) {
      return null;
    }
    return cache.kept(
        key + model,
        in -> {
          List<Codes> codes = cache.codes(Places.read(in));
          if (codes == null || codes.size() != count + examples.size()) {
            return null;
          }
          Map<String, Codes> byExample = new HashMap<>();
          int next = count;
          for (String example : new TreeSet<>(examples)) {
            byExample.put(example, codes.get(next++));
          }
          return new Meaning(new Vectors(List.copyOf(codes.subList(0, count)), in), byExample);
        });
  }

  /** Keeps both sides, if they are not kept yet; {@code texts} are those of the phrasings. */
  void keep(
      WordSide words, String model, Vectors vectors, List<String> texts, Set<String> examples) {
    if (texts.size() < cache.worthKeeping() || texts.size() != vectors.size()) {
      return;
    }
    cache.keep(key + (words.wording().spelling().isEmpty() ? BARE : WORDS), words::write);
    cache.keep(
        key + model,
        out -> {
          List<String> all = new ArrayList<>(texts);
          all.addAll(new TreeSet<>(examples));
          Places places = cache.places(model, all);
          if (places != null) {
            places.write(out);
            vectors.write(out);
          }
        });
  }
}

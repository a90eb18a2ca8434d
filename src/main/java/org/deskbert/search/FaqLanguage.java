package org.deskbert.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.jspecify.annotations.Nullable;

/**
 * Tells which FAQs are in a language that a model does not know: by their script, and in Latin
 * script by the small words that every sentence needs (Lucene's stop words). In doubt a FAQ counts
 * as known.
 */
final class FaqLanguage {
  /** Words that are looked at: the language of a FAQ shows soon. */
  private static final int MOST_WORDS = 2_000;

  /** Fewer words tell nothing. */
  private static final int LEAST_WORDS = 15;

  /** Of a text in any of the languages below, at least so many words are on its list. */
  private static final double LEAST_SHARE = 0.15;

  /** So much larger the share of another language must be. */
  private static final double CLEARLY = 2;

  /** Where Lucene keeps the words of a language, by its code. */
  private static final Map<String, String> LISTS =
      Map.ofEntries(
          Map.entry("ca", "ca/stopwords.txt"),
          Map.entry("cs", "cz/stopwords.txt"),
          Map.entry("da", "snowball/danish_stop.txt"),
          Map.entry("de", "snowball/german_stop.txt"),
          Map.entry("en", "snowball/english_stop.txt"),
          Map.entry("es", "snowball/spanish_stop.txt"),
          Map.entry("et", "et/stopwords.txt"),
          Map.entry("fi", "snowball/finnish_stop.txt"),
          Map.entry("fr", "snowball/french_stop.txt"),
          Map.entry("hu", "snowball/hungarian_stop.txt"),
          Map.entry("it", "snowball/italian_stop.txt"),
          Map.entry("lt", "lt/stopwords.txt"),
          Map.entry("lv", "lv/stopwords.txt"),
          Map.entry("nl", "snowball/dutch_stop.txt"),
          Map.entry("no", "snowball/norwegian_stop.txt"),
          Map.entry("pt", "snowball/portuguese_stop.txt"),
          Map.entry("ro", "ro/stopwords.txt"),
          Map.entry("sv", "snowball/swedish_stop.txt"),
          Map.entry("tr", "tr/stopwords.txt"));

  /** Codes of the languages that a script is used for, the most spoken first. */
  private static final Map<UnicodeScript, List<String>> SCRIPTS =
      new EnumMap<>(
          Map.of(
              UnicodeScript.CYRILLIC, List.of("ru", "uk", "bg", "sr", "mk", "be", "kk"),
              UnicodeScript.GREEK, List.of("el"),
              UnicodeScript.HEBREW, List.of("he", "yi"),
              UnicodeScript.ARABIC, List.of("ar", "fa", "ur"),
              UnicodeScript.DEVANAGARI, List.of("hi", "mr", "ne"),
              UnicodeScript.THAI, List.of("th"),
              UnicodeScript.HANGUL, List.of("ko"),
              UnicodeScript.HIRAGANA, List.of("ja"),
              UnicodeScript.KATAKANA, List.of("ja"),
              UnicodeScript.HAN, List.of("zh", "ja")));

  /** What was read of the lists: every edit looks at the languages again. */
  private static final Map<String, Set<String>> READ = new ConcurrentHashMap<>();

  private FaqLanguage() {}

  /**
   * The FAQs in a language that a model does not know.
   *
   * @param encoder null for none; one that does not say what it knows is taken to know all
   * @return by the name of the FAQ, the code of its language
   */
  static Map<String, String> unknown(List<Faq> faqs, @Nullable Encoder encoder) {
    Map<String, String> unknown = new LinkedHashMap<>();
    Set<String> known = encoder == null ? Set.of() : Set.copyOf(encoder.languages());
    if (!known.isEmpty()) {
      for (Faq faq : faqs) {
        String code = unknown(faq, known);
        if (!code.isEmpty()) {
          unknown.put(faq.name(), code);
        }
      }
    }
    return unknown;
  }

  /** The code of the FAQ's language if it is not known, else empty. */
  private static String unknown(Faq faq, Set<String> known) {
    List<String> words = words(faq);
    if (words.size() < LEAST_WORDS) {
      return "";
    }
    List<String> script = script(words);
    if (!script.isEmpty()) {
      return script.stream().anyMatch(known::contains) ? "" : script.getFirst();
    }
    double familiar = known.stream().mapToDouble(code -> share(words, code)).max().orElse(0);
    if (familiar >= LEAST_SHARE) {
      return ""; // the usual case; the other lists are not even read
    }
    String code = "";
    double most = Math.max(LEAST_SHARE, CLEARLY * familiar);
    for (String other : LISTS.keySet().stream().sorted().toList()) {
      double share = share(words, other);
      if (share > most) {
        most = share;
        code = other;
      }
    }
    return code;
  }

  private static List<String> words(Faq faq) {
    List<String> words = new ArrayList<>();
    for (Entry entry : faq.entries()) {
      entry.phrasings().forEach(phrasing -> words.addAll(Terms.words(phrasing)));
      words.addAll(Terms.words(entry.answer()));
      if (words.size() >= MOST_WORDS) {
        break;
      }
    }
    return words;
  }

  /** The languages of the script that half of the words are in; none for Latin. */
  private static List<String> script(List<String> words) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    words.forEach(word -> counts.merge(UnicodeScript.of(word.codePointAt(0)), 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(each -> each.getValue() * 2 >= words.size())
        .map(each -> SCRIPTS.getOrDefault(each.getKey(), List.of()))
        .findFirst()
        .orElse(List.of());
  }

  /** How many of the words are small words of a language, 0 to 1. */
  private static double share(List<String> words, String code) {
    String list = LISTS.get(code);
    if (list == null) {
      return 0;
    }
    Set<String> small = READ.computeIfAbsent(list, FaqLanguage::read);
    return (double) words.stream().filter(small::contains).count() / words.size();
  }

  private static Set<String> read(String path) {
    try (InputStream in = WordlistLoader.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from Lucene");
      }
      InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      CharArraySet read =
          path.startsWith("snowball")
              ? WordlistLoader.getSnowballWordSet(reader)
              : WordlistLoader.getWordSet(reader, "#");
      Set<String> words = new HashSet<>();
      read.forEach(each -> words.addAll(Terms.words(new String((char[]) each))));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.deskbert.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Cuts a text into what the word side compares: stems, and letter trigrams that survive typos. */
final class Terms {
  /** More words than this carry no more meaning, only time. */
  static final int MAX_WORDS = 64;

  private static final int MAX_CHARS = 2_000;
  private static final int GRAM = 3;

  private static final Analyzer ANALYZER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer source = new StandardTokenizer();
          TokenStream stream = new LowerCaseFilter(source);
          stream = new ASCIIFoldingFilter(stream);
          return new TokenStreamComponents(source, new EnglishPossessiveFilter(stream));
        }
      };

  private Terms() {}

  /** Lower-cased, unaccented words in the order of the text. */
  static List<String> words(String text) {
    String head = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
    List<String> words = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream("text", head)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (words.size() < MAX_WORDS && stream.incrementToken()) {
        words.add(term.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string reader does not fail
    }
    return words;
  }

  /**
   * The same for many texts: {@code known} keeps the words of what stands between blanks, which
   * comes again and again. No word holds a blank.
   */
  static List<String> words(String text, Map<String, List<String>> known) {
    int length = Math.min(text.length(), MAX_CHARS);
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= length && words.size() < MAX_WORDS; at++) {
      if (at < length && text.charAt(at) > ' ') {
        continue;
      }
      if (at > from) {
        for (String word : piece(text.substring(from, at), known)) {
          words.add(word);
        }
      }
      from = at + 1;
    }
    return words.size() > MAX_WORDS ? words.subList(0, MAX_WORDS) : words;
  }

  private static List<String> piece(String text, Map<String, List<String>> known) {
    List<String> words = known.get(text);
    return words == null ? known.computeIfAbsent(text, each -> List.copyOf(words(each))) : words;
  }

  /** The distinct stems of {@code words}, in their order. */
  static Set<String> stems(List<String> words) {
    Set<String> stems = new LinkedHashSet<>();
    words.forEach(word -> stems.add(stem(word)));
    return stems;
  }

  /** The stem of a word. */
  static String stem(String word) {
    EnglishStemmer stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  /** The distinct trigrams of {@code words}; {@code _} marks where a word begins or ends. */
  static Set<String> grams(List<String> words) {
    Set<String> grams = new LinkedHashSet<>();
    for (String word : words) {
      String padded = "_" + word + "_";
      for (int i = 0; i + GRAM <= padded.length(); i++) {
        grams.add(padded.substring(i, i + GRAM));
      }
    }
    return grams;
  }
}

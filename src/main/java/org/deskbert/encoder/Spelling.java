package org.deskbert.encoder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Puts typing errors right before a text is encoded. Only words are touched that neither the model
 * nor the FAQ knows, and only towards a word that one of them knows and that is one slip away, two
 * for longer words of the FAQ. Of several the likeliest is taken (noisy channel; Kernighan, Church
 * and Gale, "A Spelling Correction Program Based on a Noisy Channel Model", 1990): how frequent the
 * word is by its place in the vocabulary, how usual the slip. Immutable.
 */
public final class Spelling {
  /** Knows no words and changes nothing. */
  public static final Spelling NONE = new Spelling(Map.of(), Map.of());

  /** Shorter words are too near to each other, and often names or abbreviations. */
  private static final int LEAST = 4;

  private static final int LEAST_GENERAL = 5;
  private static final int LEAST_FOR_TWO_SLIPS = 6;

  /** A word of the FAQ is at least as likely as the general word of this rank, and then more so. */
  private static final int OWN_RANK = 2_000;

  private static final double OWN = 4;

  /** Texts that one thread looks through before it takes the next. */
  private static final int AT_ONCE = 4_096;

  private static final List<String> ENDINGS =
      List.of("s", "es", "ed", "er", "ers", "ly", "ing", "able");
  private static final Set<String> CONTRACTIONS =
      Set.of(
          "arent",
          "cant",
          "couldnt",
          "didnt",
          "doesnt",
          "dont",
          "hasnt",
          "havent",
          "isnt",
          "shes",
          "shouldnt",
          "thats",
          "theyre",
          "wasnt",
          "werent",
          "whats",
          "wheres",
          "wont",
          "wouldnt",
          "youre");

  /** Rank by word, 0 for the most frequent. */
  private final Map<String, Integer> general;

  /** Words of the FAQ by first letter. */
  private final Map<Character, List<String>> own;

  private final Set<String> ownWords;

  private Spelling(Map<String, Integer> general, Map<Character, List<String>> own) {
    this.general = general;
    this.own = own;
    this.ownWords = new HashSet<>();
    own.values().forEach(ownWords::addAll);
  }

  /**
   * Knows the whole words among {@code tokens}.
   *
   * @param tokens a vocabulary, the most frequent first, as is usual
   */
  public static Spelling of(Collection<String> tokens) {
    Map<String, Integer> ranks = new HashMap<>();
    for (String token : tokens) {
      if (token.length() > 1 && isWord(token)) {
        ranks.putIfAbsent(token, ranks.size());
      }
    }
    return new Spelling(ranks, Map.of());
  }

  /** Knows the words of {@code texts} too, and prefers them; nothing if it knows nothing else. */
  public Spelling with(Collection<String> texts) {
    if (general.isEmpty()) {
      return this; // any word would look mistyped
    }
    List<String> all = List.copyOf(texts);
    Set<String> words = new LinkedHashSet<>(); // in their order: of words as likely, the first wins
    IntStream.iterate(0, from -> from < all.size(), from -> from + AT_ONCE)
        .parallel()
        .mapToObj(from -> words(all.subList(from, Math.min(from + AT_ONCE, all.size()))))
        .forEachOrdered(words::addAll);
    return withWords(words);
  }

  /** Whether it knows no words and changes nothing. */
  public boolean isEmpty() {
    return general.isEmpty();
  }

  /** The same with words that {@link #ownWords} gave. */
  public Spelling withWords(Collection<String> words) {
    if (general.isEmpty()) {
      return this;
    }
    Map<Character, List<String>> byLetter = new HashMap<>();
    for (String word : words) {
      byLetter.computeIfAbsent(word.charAt(0), _ -> new ArrayList<>()).add(word);
    }
    return new Spelling(general, byLetter);
  }

  /** The words that it prefers, in their order as far as it matters. */
  public List<String> ownWords() {
    return own.values().stream().flatMap(List::stream).toList();
  }

  /** The words of texts that are long enough, in their order. */
  private static Set<String> words(List<String> texts) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      String lower = text.toLowerCase(Locale.ROOT);
      int from = 0;
      for (int at = 0; at <= lower.length(); at++) {
        if (at < lower.length() && lower.charAt(at) >= 'a' && lower.charAt(at) <= 'z') {
          continue;
        }
        if (at - from >= LEAST) {
          words.add(lower.substring(from, at));
        }
        from = at + 1;
      }
    }
    return words;
  }

  /** The text with its typing errors put right; the same string if it has none. */
  public String correct(String text) {
    if (general.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int done = 0;
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      int from = at;
      int to = end;
      while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
        from++;
      }
      while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
        to--;
      }
      String word = text.substring(from, to);
      String better = word(word, from == 0);
      if (!better.equals(word)) {
        out.append(text, done, from).append(better);
        done = to;
      }
      at = end;
    }
    return done == 0 ? text : out.append(text, done, text.length()).toString();
  }

  /** A capital within a text speaks for a name, two of them for an abbreviation. */
  private String word(String written, boolean first) {
    String word = written.toLowerCase(Locale.ROOT);
    boolean name = !first && !written.equals(word);
    boolean abbreviation = written.chars().filter(Character::isUpperCase).count() > 1;
    if (word.length() < LEAST
        || word.length() > 30
        || abbreviation
        || !isWord(word)
        || known(word)
        || inflected(word)
        || CONTRACTIONS.contains(word)) {
      return written;
    }
    Best best = new Best(name || word.length() < LEAST_GENERAL);
    Slips.one(word, best::offer);
    if (best.word.isEmpty() && word.length() >= LEAST_FOR_TWO_SLIPS) {
      for (String other : own.getOrDefault(word.charAt(0), List.of())) {
        if (other.length() >= LEAST_FOR_TWO_SLIPS - 1 && Slips.within(word, other, 2)) {
          best.offer(other, 0);
        }
      }
    }
    return best.word.isEmpty() ? written : best.word;
  }

  private static boolean isWord(String text) {
    return text.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private boolean known(String word) {
    return general.containsKey(word) || ownWords.contains(word);
  }

  /** Whether {@code word} is a known one with an ending. */
  private boolean inflected(String word) {
    for (String ending : ENDINGS) {
      int length = word.length() - ending.length();
      if (length < 3 || !word.endsWith(ending)) {
        continue;
      }
      String stem = word.substring(0, length);
      boolean doubled = stem.charAt(length - 1) == stem.charAt(length - 2);
      if (known(stem) || known(stem + "e") || (doubled && known(stem.substring(0, length - 1)))) {
        return true;
      }
    }
    return word.endsWith("ies") && known(word.substring(0, word.length() - 3) + "y");
  }

  /** The likeliest of the known words that were offered. */
  private final class Best {
    private final boolean ownOnly;
    private String word = "";
    private double score = Double.NEGATIVE_INFINITY;

    Best(boolean ownOnly) {
      this.ownOnly = ownOnly;
    }

    void offer(String candidate, double cost) {
      boolean mine = ownWords.contains(candidate);
      Integer rank = general.get(candidate);
      if (candidate.length() < LEAST || (!mine && (ownOnly || rank == null))) {
        return;
      }
      int place = rank == null ? OWN_RANK : mine ? Math.min(rank, OWN_RANK) : rank;
      double likelihood = (mine ? OWN : 0) - Math.log(place + 10.0) - cost;
      if (likelihood > score) {
        score = likelihood;
        word = candidate;
      }
    }
  }
}

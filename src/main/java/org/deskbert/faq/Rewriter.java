package org.deskbert.faq;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts one name in the place of all names of a thing: from left to right, the longest first, and
 * again until nothing changes. The name is the group's first that is no ordinary word, so that "IT"
 * becomes "information technology" and never the other way round.
 */
final class Rewriter {
  /** Names within names settle in two rounds; what has not by then is left as it was. */
  private static final int ROUNDS = 6;

  private static final int LEAST_PLURAL = 3;

  private final Map<String, List<Named>> byFirstWord = new HashMap<>();

  /** A term and what takes its place; null for the one that stays. */
  private record Named(Term term, @Nullable String target) {}

  /**
   * Where a term stands.
   *
   * @param words how many words it takes
   * @param suffix the end of its last word that is not in the term: {@code s} or {@code 's}
   */
  private record Match(Named named, int words, String suffix) {}

  /** Takes checked groups. */
  Rewriter(List<List<Term>> groups) {
    for (List<Term> group : groups) {
      Term target = target(group);
      if (target == null) {
        continue;
      }
      for (Term term : group) {
        Named named = new Named(term, term.equals(target) ? null : target.text());
        byFirstWord.computeIfAbsent(term.words().getFirst(), w -> new ArrayList<>()).add(named);
      }
    }
    Comparator<Named> longestFirst =
        Comparator.comparingInt((Named n) -> n.term().words().size())
            .thenComparingInt(n -> n.term().words().getLast().length())
            .reversed();
    byFirstWord.values().forEach(bucket -> bucket.sort(longestFirst));
  }

  /** The name that takes the place of the others, null if all are ordinary words. */
  static @Nullable Term target(List<Term> group) {
    return group.stream().filter(term -> !term.ordinary()).findFirst().orElse(null);
  }

  /** Rewriting twice gives the same; without any of the names it is the same string. */
  String rewrite(String text) {
    String before = text;
    for (int round = 0; round < ROUNDS; round++) {
      String after = once(before);
      if (after.equals(before)) {
        return before;
      }
      before = after;
    }
    return text;
  }

  private String once(String text) {
    WordSpans words = new WordSpans(text);
    boolean loud = text.chars().filter(Character::isLetter).allMatch(Character::isUpperCase);
    StringBuilder out = null;
    int copied = 0;
    int at = 0;
    while (at < words.size()) {
      Match match = match(words, at, loud);
      if (match == null) {
        at++;
        continue;
      }
      String target = match.named().target();
      if (target != null) {
        out = out == null ? new StringBuilder() : out;
        out.append(text, copied, words.start(at));
        // A text in capitals stays one, or else its "IT" would become a name in the next round.
        out.append(loud ? target.toUpperCase(Locale.ROOT) : target);
        out.append(target.toLowerCase(Locale.ROOT).endsWith("s") ? "" : match.suffix());
        copied = words.end(at + match.words() - 1);
      }
      at += match.words();
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  private @Nullable Match match(WordSpans words, int at, boolean loud) {
    String first = words.folded(at);
    Match match = match(byFirstWord.get(first), words, at, loud);
    if (match == null && first.endsWith("s")) {
      String base = first.substring(0, first.length() - (first.endsWith("'s") ? 2 : 1));
      match = match(byFirstWord.get(base), words, at, loud);
    }
    return match;
  }

  private static @Nullable Match match(
      @Nullable List<Named> bucket, WordSpans words, int at, boolean loud) {
    if (bucket == null) {
      return null;
    }
    for (Named named : bucket) {
      Term term = named.term();
      String suffix = suffix(term, words, at);
      if (suffix != null && (!term.ordinary() || told(term, words, at, suffix, loud))) {
        return new Match(named, term.words().size(), suffix);
      }
    }
    return null;
  }

  /** What the text has after the term, null if the term does not stand there. */
  private static @Nullable String suffix(Term term, WordSpans words, int at) {
    int last = term.words().size() - 1;
    if (at + last >= words.size()) {
      return null;
    }
    for (int i = 0; i < last; i++) {
      if (!words.folded(at + i).equals(term.words().get(i))
          || !words.gap(at + i).equals(term.gaps().get(i))) {
        return null;
      }
    }
    String base = term.words().get(last);
    String word = words.folded(at + last);
    if (word.equals(base)) {
      return "";
    }
    String raw = words.raw(at + last);
    if (!word.startsWith(base) || raw.length() != word.length()) {
      return null;
    }
    String rest = word.substring(base.length());
    boolean plural = rest.equals("s") && mayBePlural(base, word, raw);
    return plural || rest.equals("'s") ? raw.substring(base.length()) : null;
  }

  /** "GA" is not in "gas", "hi" not in "his"; but "PCs" are several of a PC. */
  private static boolean mayBePlural(String base, String word, String raw) {
    boolean abbreviation =
        raw.endsWith("s") && Term.capitals(raw.substring(0, base.length())) && base.length() > 1;
    return abbreviation
        || (base.length() >= LEAST_PLURAL && !base.endsWith("s") && !StopWords.contains(word));
  }

  /** Whether capitals tell an abbreviation from the ordinary word. */
  private static boolean told(Term term, WordSpans words, int at, String suffix, boolean loud) {
    int size = term.words().size();
    if ((loud && words.size() > size) || suffix.equals("s") || suffix.endsWith("S")) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      String raw = words.raw(at + i);
      String own = i < size - 1 ? raw : raw.substring(0, raw.length() - suffix.length());
      if (!Term.capitals(own)) {
        return false;
      }
    }
    return true;
  }
}

package org.deskbert.chat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of a message say about its place in the conversation: a choice among suggestions,
 * a correction, or a question that leans on what was said before. English; in another language
 * nothing is found and every message stands alone.
 */
final class Cues {
  /** A choice is shorter. */
  private static final int MAX_CHOICE = 100;

  /** What is longer says more than that the answer was wrong. */
  private static final int MAX_CORRECTION = 1_000;

  private static final Pattern CHOICE =
      Pattern.compile(
          "(?:(?:yes|ok|okay|please|i mean|i meant|i take|take)[, ]+)?"
              + "(?:the |number |option |no\\.? |nr\\.? )*"
              + "(\\d|one|two|three|four|first|second|third|fourth|last|1st|2nd|3rd|4th)"
              + "(?: one| option| suggestion)?(?:,? please)?[.! ]*");

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("first", 1),
          Map.entry("second", 2),
          Map.entry("third", 3),
          Map.entry("fourth", 4),
          Map.entry("1st", 1),
          Map.entry("2nd", 2),
          Map.entry("3rd", 3),
          Map.entry("4th", 4));

  private static final Pattern YES =
      Pattern.compile(
          "(?:yes|yep|yeah|yup|ok|okay|sure|exactly|right|correct|please|that's it)?[, ]*"
              + "(?:(?:that|this)(?: one)?|that's (?:it|right|the one)|please)?[.! ]*");

  private static final Pattern NONE =
      Pattern.compile("(?:no[, ]+)?(?:none|neither)(?: of (?:them|these|those))?[.! ]*");

  private static final String WRONG =
      "(?:it|right|my question|what i (?:meant|asked(?: for)?|wanted|need|was looking for))";

  /** A plain "no" needs a stop behind it: "no sound" is a question. */
  private static final Pattern CORRECTION =
      Pattern.compile(
          "(?:(?:no|nope|nah|wrong|sorry|oops|actually|hm+)(?:[,.!;: ]+|$))*?"
              + "(?:(?:no|nope|nah|wrong)(?:[,.!;:]+|$)"
              + "|i (?:mean|meant|was asking (?:about|for))\\b"
              + "|not (?:that|this|it)(?: one)?(?:[,.!;:]+|$)"
              + ("|that(?:'s not| is not| was not| isn't| wasn't) " + WRONG)
              + "|that (?:did not|didn't|does not|doesn't) (?:help|answer (?:it|that|my question))"
              + ("|not " + WRONG)
              + "|you misunderstood(?: me)?)"
              + "[,.!;: ]*(?:not [\\w' ]{1,30}[,;.] *(?:but )?)?(.*)");

  private static final Pattern LEADS_ON =
      Pattern.compile(
          "(?:and|but|or|so|then|also|what about|how about|what if|ok|okay|oh|ah|instead"
              + "|which one|for|to|from|with|on|in)\\b.*");

  private static final Pattern POINTS_BACK =
      Pattern.compile(
          ".*\\b(?:it|its|it's|that|this|them|they|those|these|there|she|he|one|ones|afterwards"
              + "|then|same|instead|either|else|other)\\b.*");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

  private static final String EMPTY =
      """
      a an the i me my mine you your we our us it its this that these those they them their
      there here one ones he she his her him and or but so then if when where what which who
      whom how why do does did done doing is are was were be been am can could may might must
      should shall will would have has had get got gets getting need want to of in on at for
      from with by about into as not no yes any some also too instead again still just only
      now all more much many long often say says it's i'm i've i'd don't doesn't didn't can't
      cant won't isn't what's there's that's already after before take takes happen happens
      work works something anything anyway oh ok okay ah well out over like go up
      """;

  private static final Set<String> EMPTY_WORDS = Set.copyOf(List.of(EMPTY.strip().split("\\s+")));

  /** How many letters of two words must agree for them to count as the same. */
  private static final int STEM = 5;

  private Cues() {}

  private static String plain(String message) {
    return message.strip().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  /** The number of the suggestion that {@code message} takes, from 0, of {@code count}. */
  static OptionalInt choice(String message, int count) {
    if (message.length() > MAX_CHOICE) {
      return OptionalInt.empty();
    }
    String text = plain(message).replaceAll("[?!.]+$", "");
    Matcher choice = CHOICE.matcher(text);
    int number = 0;
    if (count > 0 && choice.matches()) {
      String word = choice.group(1);
      number = word.equals("last") ? count : NUMBERS.getOrDefault(word, 0);
      if (Character.isDigit(word.charAt(0)) && word.length() == 1) {
        number = Character.digit(word.charAt(0), 10);
      }
    } else if (!text.isEmpty() && YES.matcher(text).matches()) {
      number = 1;
    }
    return number >= 1 && number <= count ? OptionalInt.of(number - 1) : OptionalInt.empty();
  }

  /** Whether {@code message} turns down all suggestions. */
  static boolean none(String message) {
    return NONE.matcher(plain(message)).matches();
  }

  /**
   * What is left of a message that corrects the answer before it, in its own letters; empty text if
   * it only says no, nothing if it is no correction.
   */
  static Optional<String> correction(String message) {
    String stripped = message.strip();
    if (stripped.length() > MAX_CORRECTION) {
      return Optional.empty();
    }
    Matcher correction = CORRECTION.matcher(plain(stripped));
    if (!correction.matches()) {
      return Optional.empty();
    }
    // Lower case may change the length of a text in some scripts; then take it as it is.
    String rest = correction.group(1);
    boolean sameLength = plain(stripped).length() == stripped.length();
    String left = sameLength ? stripped.substring(correction.start(1)) : rest;
    return Optional.of(left.isEmpty() ? "" : correction(left).orElse(left));
  }

  /** Whether the message begins like a follow-up or points back. */
  static boolean leans(String message) {
    String text = plain(message).replace('\n', ' ');
    return LEADS_ON.matcher(text).matches() || POINTS_BACK.matcher(text).matches();
  }

  /** How much a message leans on what was said before: 0 stands alone, 1 says nothing by itself. */
  static double leaning(String message) {
    String text = plain(message).replace('\n', ' ');
    int said = content(text).size();
    double sum =
        1.2
            - 0.7 * said
            + (LEADS_ON.matcher(text).matches() ? 2.2 : 0)
            + (POINTS_BACK.matcher(text).matches() ? 1.8 : 0)
            + (said == 0 ? 1.2 : 0);
    return 1 / (1 + Math.exp(-sum));
  }

  /** The words of a message that say something by themselves. */
  static List<String> content(String message) {
    return WORD.matcher(plain(message))
        .results()
        .map(word -> word.group())
        .filter(word -> !EMPTY_WORDS.contains(word))
        .toList();
  }

  /** The share of {@code words} that begin like a word of {@code text}; 1 if there are none. */
  static double covered(List<String> words, String text) {
    if (words.isEmpty()) {
      return 1;
    }
    String in =
        " " + String.join(" ", WORD.matcher(plain(text)).results().map(w -> w.group()).toList());
    long found =
        words.stream()
            .filter(w -> in.contains(" " + w.substring(0, Math.min(STEM, w.length()))))
            .count();
    return (double) found / words.size();
  }
}

package org.deskbert.faq;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text and where they stand. A word is a run of letters, digits and marks; {@code
 * C++}, {@code C#}, {@code R&D} and {@code driver's} are one word each.
 */
final class WordSpans {
  private final String text;
  private final List<int[]> spans = new ArrayList<>();
  private final List<String> folded = new ArrayList<>();

  WordSpans(String text) {
    this.text = text;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!inWord(c)) {
        i += Character.charCount(c);
        continue;
      }
      int end = endFrom(i);
      spans.add(new int[] {i, end});
      folded.add(fold(text.substring(i, end)));
      i = end;
    }
  }

  int size() {
    return spans.size();
  }

  int start(int word) {
    return spans.get(word)[0];
  }

  int end(int word) {
    return spans.get(word)[1];
  }

  /** A word as it stands. */
  String raw(int word) {
    return text.substring(start(word), end(word));
  }

  /** A word in lower case. */
  String folded(int word) {
    return folded.get(word);
  }

  /** All words in lower case. */
  List<String> folded() {
    return List.copyOf(folded);
  }

  /** What stands between a word and the next; blanks and hyphens are one blank. */
  String gap(int word) {
    return text.substring(end(word), start(word + 1)).replaceAll("[\\s\\p{Z}\\p{Pd}]+", " ");
  }

  private int endFrom(int start) {
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (inWord(c)) {
        i += Character.charCount(c);
      } else if ((c == '&' || apostrophe(c)) && i + 1 < text.length() && inWordAt(i + 1)) {
        i++;
      } else if (c == '+' || c == '#') {
        int after = i;
        while (after < text.length() && (text.charAt(after) == '+' || text.charAt(after) == '#')) {
          after++;
        }
        return after < text.length() && inWordAt(after) ? i : after; // Ctrl+Alt is two words
      } else {
        return i;
      }
    }
    return i;
  }

  private boolean inWordAt(int index) {
    return inWord(text.codePointAt(index));
  }

  private static boolean inWord(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  private static boolean apostrophe(int c) {
    return c == '\'' || c == '\u2019';
  }

  private static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean ascii = lower.chars().allMatch(c -> c < 0x80);
    return ascii
        ? lower
        : Normalizer.normalize(lower, Normalizer.Form.NFKC).replace('\u2019', '\'');
  }
}

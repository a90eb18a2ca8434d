package org.deskbert.ui.kit;

import java.util.Locale;

/** How well a few typed letters fit a name: they must stand in it in their order. */
public final class Fuzzy {
  private static final int WORD_START = 8;
  private static final int NEXT = 6;

  private Fuzzy() {}

  /**
   * The fit; larger is better.
   *
   * @return -1 if not all letters are there, 0 if nothing was typed
   */
  public static int score(String typed, String name) {
    String letters = typed.toLowerCase(Locale.ROOT).replace(" ", "");
    String text = name.toLowerCase(Locale.ROOT);
    // The first letter may stand at several places; each is tried, as a later one may fit better.
    int best = letters.isEmpty() ? 0 : -1;
    for (int start = 0; start < text.length() && !letters.isEmpty(); start++) {
      if (text.charAt(start) == letters.charAt(0)) {
        best = Math.max(best, score(letters, text, start));
      }
    }
    return best;
  }

  private static int score(String letters, String text, int start) {
    int score = 0;
    int at = start;
    int last = start - 1;
    for (int i = 0; i < letters.length(); i++) {
      int next = text.indexOf(letters.charAt(i), at);
      if (next < 0) {
        return -1;
      }
      boolean wordStart = next == 0 || !Character.isLetterOrDigit(text.charAt(next - 1));
      score += 1 + (wordStart ? WORD_START : 0) + (next == last + 1 && i > 0 ? NEXT : 0);
      last = next;
      at = next + 1;
    }
    return score;
  }
}

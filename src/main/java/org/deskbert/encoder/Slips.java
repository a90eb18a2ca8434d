package org.deskbert.encoder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Slips of the finger: a letter lost, doubled, swapped with the next, added or replaced. */
final class Slips {
  // What a slip costs in log likelihood; a lost, doubled or swapped letter costs nothing.
  private static final double BESIDE = 0.45;
  private static final double EXTRA = 1;
  private static final double OTHER = 3;
  private static final double FIRST_LETTER = 1.5;

  private static final Map<Character, String> KEYS = keys();

  private Slips() {}

  /** Takes a word that may have been meant, and what the slip costs. */
  interface Taker {
    void take(String meant, double cost);
  }

  /** All strings of letters that become {@code word} by one slip; some come several times. */
  static void one(String word, Taker taker) {
    StringBuilder text = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      double first = i == 0 ? FIRST_LETTER : 0;
      if (i + 1 < word.length()) {
        text.setCharAt(i, word.charAt(i + 1));
        text.setCharAt(i + 1, c);
        taker.take(text.toString(), 0);
        text.setCharAt(i + 1, word.charAt(i + 1));
      }
      String beside = KEYS.getOrDefault(c, "");
      for (char other = 'a'; other <= 'z'; other++) {
        if (other != c) {
          text.setCharAt(i, other);
          taker.take(text.toString(), first + (beside.indexOf(other) >= 0 ? BESIDE : OTHER));
        }
      }
      text.setCharAt(i, c);
      text.deleteCharAt(i);
      boolean doubled = i > 0 && word.charAt(i - 1) == c;
      taker.take(text.toString(), doubled ? 0 : first + EXTRA);
      text.insert(i, c);
    }
    for (int i = 0; i <= word.length(); i++) {
      for (char lost = 'a'; lost <= 'z'; lost++) {
        text.insert(i, lost);
        taker.take(text.toString(), i == 0 ? FIRST_LETTER : 0);
        text.deleteCharAt(i);
      }
    }
  }

  /**
   * Whether {@code a} becomes {@code b} by at most {@code slips} slips: Damerau and Levenshtein's
   * distance, no letter moved twice.
   */
  static boolean within(String a, String b, int slips) {
    if (Math.abs(a.length() - b.length()) > slips) {
      return false;
    }
    int[] before = new int[0];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j < last.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      int least = i;
      for (int j = 1; j < row.length; j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        row[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > slips) {
        return false;
      }
      before = last;
      last = row;
    }
    return last[b.length()] <= slips;
  }

  /** The keys beside each key of an English keyboard. */
  private static Map<Character, String> keys() {
    List<String> rows = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");
    Map<Character, String> beside = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).length(); column++) {
        StringBuilder keys = new StringBuilder();
        add(keys, rows.get(row), column - 1, column + 1);
        if (row > 0) {
          add(keys, rows.get(row - 1), column, column + 1);
        }
        if (row < rows.size() - 1) {
          add(keys, rows.get(row + 1), column - 1, column);
        }
        beside.put(rows.get(row).charAt(column), keys.toString());
      }
    }
    return Map.copyOf(beside);
  }

  private static void add(StringBuilder keys, String row, int left, int right) {
    for (int column : new int[] {left, right}) {
      if (column >= 0 && column < row.length()) {
        keys.append(row.charAt(column));
      }
    }
  }
}

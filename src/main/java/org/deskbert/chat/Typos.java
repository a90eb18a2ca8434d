package org.deskbert.chat;

import java.util.Random;

/** Mistypes texts as people in a hurry do; the same text always in the same way. */
public final class Typos {
  private static final int LETTERS_PER_TYPO = 18;

  private Typos() {}

  /** {@code text} with about one letter in eighteen swapped, lost, doubled or replaced. */
  public static String mistype(String text) {
    Random random = new Random(text.hashCode());
    StringBuilder out = new StringBuilder(text);
    long letters = text.chars().filter(Character::isLetter).count();
    long typos = Math.max(1, Math.round(letters / (double) LETTERS_PER_TYPO));
    for (int n = 0; n < typos && out.length() > 3; n++) {
      int at = random.nextInt(out.length() - 1);
      if (!Character.isLetter(out.charAt(at)) || !Character.isLetter(out.charAt(at + 1))) {
        continue;
      }
      switch (random.nextInt(4)) {
        case 0 -> out.deleteCharAt(at);
        case 1 -> out.insert(at, out.charAt(at));
        case 2 -> out.setCharAt(at, (char) ('a' + random.nextInt(26)));
        default -> {
          char c = out.charAt(at);
          out.setCharAt(at, out.charAt(at + 1));
          out.setCharAt(at + 1, c);
        }
      }
    }
    return out.toString();
  }
}

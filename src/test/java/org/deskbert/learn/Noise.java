package org.deskbert.learn;

import java.util.List;
import java.util.Random;

/** Mistypes questions as people in a hurry do: mostly a slip or two, rarely a lost space. */
final class Noise {
  private static final List<String> ROWS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

  private Noise() {}

  /** One slip per 10 to 25 letters, at least one; the same text always in the same way. */
  static String mistype(String text) {
    Random random = new Random(31L * text.hashCode() + 7);
    StringBuilder out = new StringBuilder(text);
    long letters = text.chars().filter(Noise::isLetter).count();
    long slips = Math.max(1, Math.round(letters / (10 + 15 * random.nextDouble())));
    for (int n = 0; n < slips; n++) {
      int[] places = letters(out);
      if (places.length == 0) {
        break;
      }
      int at = places[random.nextInt(places.length)];
      char c = out.charAt(at);
      int kind = random.nextInt(100);
      if (kind < 30) {
        out.setCharAt(at, neighbour(c, random));
      } else if (kind < 57) {
        out.deleteCharAt(at);
      } else if (kind < 80 && at + 1 < out.length()) {
        out.setCharAt(at, out.charAt(at + 1));
        out.setCharAt(at + 1, c);
      } else if (kind < 90) {
        out.insert(at, c);
      } else if (kind < 96) {
        out.insert(at + 1, neighbour(c, random));
      } else {
        int space = out.indexOf(" ", at);
        if (space >= 0) {
          out.deleteCharAt(space);
        }
      }
    }
    return out.toString();
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static int[] letters(CharSequence text) {
    return java.util.stream.IntStream.range(0, text.length())
        .filter(i -> isLetter(text.charAt(i)))
        .toArray();
  }

  /** A key beside {@code c} in its row or in the one below or above. */
  private static char neighbour(char c, Random random) {
    char key = Character.toLowerCase(c);
    for (int row = 0; row < ROWS.size(); row++) {
      int column = ROWS.get(row).indexOf(key);
      if (column >= 0) {
        boolean sideways = random.nextInt(3) > 0;
        String keys = ROWS.get(sideways ? row : row == 0 ? 1 : row - 1);
        int place = sideways ? column + (random.nextBoolean() ? 1 : -1) : column;
        return keys.charAt(Math.clamp(place, 0, keys.length() - 1));
      }
    }
    return c;
  }
}

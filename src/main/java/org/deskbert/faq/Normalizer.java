package org.deskbert.faq;

import java.util.Locale;

/** The form in which two phrasings count as the same. */
public final class Normalizer {
  private Normalizer() {}

  /**
   * Unicode form NFKC, lower case, punctuation dropped, single spaces.
   *
   * <p>Letters, digits, marks and symbols (+, €, emoji) stay; {@code #} and {@code %} stay behind a
   * letter or digit. So {@code C}, {@code C++} and {@code C#} are three things. Apostrophes vanish
   * ({@code don't} is {@code dont}); any other punctuation parts words. Normalising twice changes
   * nothing.
   *
   * @return empty if the text has nothing but punctuation; such texts equal no other
   */
  public static String normalize(String text) {
    String folded = nfkc(nfkc(text).toLowerCase(Locale.ROOT));
    StringBuilder out = new StringBuilder(folded.length());
    int before = ' ';
    for (int i = 0; i < folded.length(); i += Character.charCount(before)) {
      int c = folded.codePointAt(i);
      if (keeps(c) || ((c == '#' || c == '%') && keeps(before))) {
        out.appendCodePoint(c);
      } else if (!apostrophe(c) && !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
      before = c;
    }
    // Dropping what stood between two characters may let them compose.
    return nfkc(out.toString()).strip();
  }

  private static String nfkc(String text) {
    if (isAscii(text)) {
      return text; // has no other form
    }
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean apostrophe(int c) {
    return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC';
  }

  private static boolean keeps(int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      case Character.MODIFIER_LETTER -> !apostrophe(c);
      default -> false;
    };
  }
}

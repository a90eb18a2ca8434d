package org.deskbert.faq;

import java.util.Locale;

/**
 * Brings text from files and editors into the one form that every file format and the database can
 * hold, so that nothing changes on the way out and back in.
 */
public final class Text {
  private Text() {}

  /**
   * Text of several lines: line ends become LF; control characters other than tab, the
   * noncharacters that XML forbids, lone surrogates and the controls that turn text round (by which
   * "exe.gpj" looks like "jpg.exe") go; no blanks at either end.
   */
  static String block(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
          out.append('\n');
        }
      } else if (c == '\u000B' || c == '\f' || c == '\u2028' || c == '\u2029') {
        out.append('\n');
      } else if (c == '\n' || c == '\t') {
        out.append(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        out.append('\uFFFD');
      } else if (!Character.isISOControl(c) && !overrides(c) && c != '\uFFFE' && c != '\uFFFF') {
        out.append(c);
      }
    }
    return strip(out);
  }

  /** Text of one line: as {@link #block}, and each run of white space is one space. */
  static String line(String text) {
    if (isPlain(text)) {
      return text;
    }
    String block = block(text);
    StringBuilder out = new StringBuilder(block.length());
    for (int i = 0; i < block.length(); i++) {
      char c = block.charAt(i);
      if (!Character.isWhitespace(c)) {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return strip(out);
  }

  /**
   * Whether all is ASCII on one line without a blank too many, as nearly all texts are: then
   * nothing has to be copied, and a large FAQ opens sooner.
   */
  private static boolean isPlain(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return text.isEmpty() || before != ' ';
  }

  /** At most {@code max} characters for a message, on one line. */
  public static String shorten(String text, int max) {
    String line = line(text.length() > 4 * max ? text.substring(0, 4 * max) : text);
    return line.length() <= max ? line : line(line.substring(0, max - 1)) + "…";
  }

  /** A number for a message, the same on every machine: 10,000. */
  static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String strip(CharSequence text) {
    int start = 0;
    int end = text.length();
    while (start < end && blank(text.charAt(start))) {
      start++;
    }
    while (end > start && blank(text.charAt(end - 1))) {
      end--;
    }
    return text.subSequence(start, end).toString();
  }

  private static boolean overrides(char c) {
    return c == '\u202D' || c == '\u202E';
  }

  private static boolean blank(char c) {
    // Spreadsheets are full of no-break spaces; a byte-order mark may stand where files were
    // joined.
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }
}

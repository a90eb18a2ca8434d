package org.deskbert.faq;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet program from taking a cell of a text table for a formula, which could start
 * programs: https://owasp.org/www-community/attacks/CSV_Injection. An apostrophe in front makes it
 * text; reading takes the apostrophe away again.
 */
final class Formula {
  private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@].*", Pattern.DOTALL);
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@].*", Pattern.DOTALL);

  /** A list in Markdown, which calls nothing. */
  private static final Pattern LIST = Pattern.compile("[+-] [^|(!=@]*", Pattern.DOTALL);

  private Formula() {}

  /** The cell as it is written. */
  static String guard(String cell) {
    return FORMULA.matcher(cell).matches() && !LIST.matcher(cell).matches() ? "'" + cell : cell;
  }

  /** The cell as it was before {@link #guard}. */
  static String unguard(String cell) {
    return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}

package org.deskbert.faq;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Something that is wrong in a FAQ file or a FAQ.
 *
 * @param kind short stable name, for example {@code duplicate-id}
 * @param entry id of the entry, empty if unknown
 * @param file name of the file, or of the FAQ
 * @param line 1-based line (row for a workbook), 0 if it concerns the whole file
 * @param column 1-based column, 0 if it concerns the whole line
 * @param what what is wrong
 * @param todo what to do
 */
public record Problem(
    Severity severity,
    String kind,
    String entry,
    String file,
    int line,
    int column,
    Sentence what,
    Sentence todo) {
  /** How bad it is: an error stops an import, a warning or a note does not. */
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }

  /** An error on a line, in a sentence that there is in one language only and that tells all. */
  static Problem refused(String kind, String file, int line, String sentence) {
    return new Problem(
        Severity.ERROR,
        kind,
        "",
        file,
        line,
        0,
        Sentence.asSaid(sentence),
        Sentence.of("no-remedy"));
  }

  /** Whether it stops an import. */
  boolean isError() {
    return severity == Severity.ERROR;
  }

  /** What is wrong, in English. */
  public String text() {
    return what.toString();
  }

  /** What to do, in English; empty if {@link #text} says it. */
  public String remedy() {
    return todo.toString();
  }

  /** One line for people: place, what is wrong, remedy; in English. */
  public String sentence() {
    return sentence(Locale.ENGLISH, UnaryOperator.identity());
  }

  /** The same in a language, see {@link Sentence#in}. */
  public String sentence(Locale language, UnaryOperator<String> quoted) {
    Sentence place =
        column > 0
            ? Sentence.of("place.column", file, line, column)
            : line > 0 ? Sentence.of("place.line", file, line) : Sentence.of("place.file", file);
    return (place.in(language, quoted)
            + " "
            + what.in(language, quoted)
            + " "
            + todo.in(language, quoted))
        .strip();
  }
}

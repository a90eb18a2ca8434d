package org.deskbert.faq;

/**
 * Something that is wrong in a FAQ file or a FAQ.
 *
 * @param kind short stable name, for example {@code duplicate-id}
 * @param entry id of the entry, empty if unknown
 * @param file name of the file, or of the FAQ
 * @param line 1-based line (row for a workbook), 0 if it concerns the whole file
 * @param column 1-based column, 0 if it concerns the whole line
 * @param text what is wrong
 * @param remedy what to do
 */
public record Problem(
    Severity severity,
    String kind,
    String entry,
    String file,
    int line,
    int column,
    String text,
    String remedy) {
  /** How bad it is: an error stops an import, a warning or a note does not. */
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }

  /** Whether it stops an import. */
  boolean isError() {
    return severity == Severity.ERROR;
  }

  /** One line for people: place, what is wrong, remedy. */
  public String sentence() {
    String place =
        file + (line > 0 ? ", line " + line : "") + (column > 0 ? ", column " + column : "");
    return (place + ": " + text + " " + remedy).strip();
  }
}

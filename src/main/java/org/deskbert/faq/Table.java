package org.deskbert.faq;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one sheet into drafts, by the header above them. */
final class Table {
  /** How many filled rows, a title or a remark, may stand above the header. */
  static final int ROWS_ABOVE = 10;

  private final String file;
  private final Header header;
  private final int width;
  private final Drafts drafts;
  private final @Nullable QnaTable qna;

  /**
   * A table under {@code header}.
   *
   * @param file name for messages, with the sheet if there are several
   */
  Table(String file, SheetRow header, Drafts drafts) throws FaqException {
    this.file = file;
    this.header = Header.of(header.cells());
    this.width = header.cells().size();
    this.drafts = drafts;
    this.qna = QnaTable.fits(header.cells()) ? new QnaTable(file, header.cells(), drafts) : null;
    requireColumn(header, "no-question-column", this.header.questions().isEmpty());
    requireColumn(header, "no-answer-column", this.header.answer() < 0);
  }

  /**
   * A table whose columns somebody has named.
   *
   * @param mapping a complete one
   * @param width how many columns a row may fill
   */
  Table(String file, Mapping mapping, int width, Drafts drafts) {
    this.file = file;
    this.header = Header.ofKinds(mapping.columns());
    this.width = width;
    this.drafts = drafts;
    this.qna = null;
  }

  /** Takes one row below the header; blank ones are skipped. */
  void add(SheetRow row) throws FaqException {
    if (row.isBlank()) {
      return;
    }
    if (repeatsHeader(row)) {
      drafts.countRow(file);
      drafts.note(
          Problem.Severity.NOTE,
          "repeated-header",
          new Draft.Place(file, row.line()),
          0,
          "",
          Sentence.of("repeated-header"),
          Sentence.of("nothing-to-do"));
      return;
    }
    for (int i = width; i < row.cells().size(); i++) {
      if (!row.cell(i).isBlank()) {
        drafts.countRow(file);
        drafts.error(
            "too-many-cells",
            file,
            row.line(),
            i + 1,
            Sentence.of("too-many-cells"),
            Sentence.of("too-many-cells.todo"));
        return;
      }
    }
    if (qna != null) {
      qna.add(row);
      return;
    }
    List<String> phrasings = new ArrayList<>();
    for (int column : header.questions()) {
      phrasings.addAll(split(row.cell(column)));
    }
    drafts.add(
        new Draft(
            new Draft.Place(
                file,
                row.line(),
                header.questions().getFirst() + 1,
                header.answer() + 1,
                header.parent() + 1,
                header.until() + 1),
            row.cell(header.id()),
            phrasings,
            row.cell(header.answer()),
            row.cell(header.category()),
            Arrays.asList(row.cell(header.tags()).split(",", -1)),
            row.cell(header.parent()),
            row.cell(header.until()),
            row.cell(header.notes())));
  }

  /** Whether files that were put together left a header among the rows. */
  private boolean repeatsHeader(SheetRow row) {
    return names(row.cell(header.questions().getFirst()), Column.QUESTION)
        && names(row.cell(header.answer()), Column.ANSWER);
  }

  /** Letters are too short to tell, and "Question 1" is what a question may be called. */
  private static boolean names(String cell, Column kind) {
    return cell.strip().length() > 1
        && cell.chars().noneMatch(Character::isDigit)
        && Header.kind(cell) == kind;
  }

  /** Whether this row can be the header of a FAQ. */
  static boolean isHeader(SheetRow row) {
    return Header.of(row.cells()).score() == 2;
  }

  /** Whether anything in the column is of use. */
  boolean reads(int column) {
    return qna != null || header.reads(column);
  }

  /** Whether the column holds dates. */
  boolean isDate(int column) {
    return column == header.until();
  }

  /** The phrasings of a cell: one a line or with bars between them; {@code \|} is a bar. */
  static List<String> split(String cell) {
    List<String> phrasings = new ArrayList<>();
    StringBuilder phrasing = new StringBuilder();
    String text = Text.block(cell);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '|') {
        phrasing.append('|');
        i++;
      } else if (c == '|' || c == '\n') {
        phrasings.add(phrasing.toString());
        phrasing.setLength(0);
      } else {
        phrasing.append(c);
      }
    }
    phrasings.add(phrasing.toString());
    return phrasings;
  }

  /** The cell from which {@link #split} makes the same phrasings. */
  static String join(List<String> phrasings) {
    return String.join("\n", phrasings).replace("|", "\\|");
  }

  private void requireColumn(SheetRow row, String kind, boolean missing) throws FaqException {
    if (missing) {
      String found =
          Text.shorten(
              String.join(", ", row.cells().stream().filter(cell -> !cell.isBlank()).toList()), 80);
      throw new FaqException(
          List.of(
              new Problem(
                  Problem.Severity.ERROR,
                  kind,
                  "",
                  file,
                  row.line(),
                  0,
                  kind.equals("no-answer-column")
                      ? Sentence.of("no-answer-column", found)
                      : Sentence.of("no-question-column", found),
                  Sentence.of(
                      "no-column.todo", kind.equals("no-answer-column") ? "answer" : "question"))));
    }
  }
}

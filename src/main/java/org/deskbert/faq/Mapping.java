package org.deskbert.faq;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the columns of a sheet hold.
 *
 * @param header which of its rows names them, 0-based; -1 if none does
 * @param columns one for each column; all {@link Column#OTHER} where the sheet is left out
 */
public record Mapping(int header, List<Column> columns) {
  /** A longer text names no column. */
  private static final int LONGEST_NAME = 60;

  /** So many rows show what a column holds. */
  private static final int LOOKED_AT = 200;

  public Mapping {
    columns = List.copyOf(columns);
  }

  /** By the names in the header, if there is one with both a question and an answer. */
  static Mapping byNames(TableSheet sheet) {
    List<SheetRow> rows = sheet.rows();
    for (int i = 0; i < Math.min(rows.size(), Table.ROWS_ABOVE + 1); i++) {
      if (Table.isHeader(rows.get(i))) {
        return new Mapping(i, byNames(rows.get(i), sheet.width()));
      }
    }
    return new Mapping(-1, Collections.nCopies(sheet.width(), Column.OTHER));
  }

  /**
   * By what the columns look like, where their names say too little: the longest texts are answers,
   * and questions end in question marks, or are the longest of the others.
   */
  static Mapping byLooks(TableSheet sheet) {
    List<SheetRow> rows = sheet.rows();
    int width = sheet.width();
    if (width < 2) {
      return byNames(sheet);
    }
    int header = rows.size() > 1 && names(rows.getFirst()) ? 0 : -1;
    List<Column> columns =
        header < 0
            ? new ArrayList<>(Collections.nCopies(width, Column.OTHER))
            : byNames(rows.getFirst(), width);
    List<SheetRow> below = rows.stream().skip(header + 1L).limit(LOOKED_AT).toList();
    fill(columns, Column.ANSWER, below, String::length);
    if (!columns.contains(Column.PHRASINGS)) {
      fill(
          columns,
          Column.QUESTION,
          below,
          cell -> cell.length() + (cell.strip().endsWith("?") ? 1000 : 0));
    }
    return new Mapping(header, columns);
  }

  private static List<Column> byNames(SheetRow header, int width) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      Column column = Header.kind(header.cell(i));
      boolean several = column == Column.QUESTION || column == Column.PHRASINGS;
      columns.add(several || !columns.contains(column) ? column : Column.OTHER);
    }
    return columns;
  }

  private static boolean names(SheetRow row) {
    return row.cells().stream()
        .allMatch(cell -> cell.length() <= LONGEST_NAME && !cell.strip().endsWith("?"));
  }

  /** Gives the kind, if no column has it, to the largest of those that have none. */
  private static void fill(
      List<Column> columns, Column kind, List<SheetRow> rows, ToDoubleFunction<String> size) {
    if (!columns.contains(kind)) {
      IntStream.range(0, columns.size())
          .filter(i -> columns.get(i) == Column.OTHER)
          .boxed()
          .max(
              Comparator.comparingDouble(
                  i -> rows.stream().mapToDouble(row -> size.applyAsDouble(row.cell(i))).sum()))
          .ifPresent(i -> columns.set(i, kind));
    }
  }

  /** The same with another kind for a column; where only one can have it, it alone. */
  public Mapping with(int column, Column kind) {
    List<Column> changed = new ArrayList<>(columns);
    if (kind != Column.OTHER && kind != Column.QUESTION && kind != Column.PHRASINGS) {
      changed.replaceAll(each -> each == kind ? Column.OTHER : each);
    }
    changed.set(column, kind);
    return new Mapping(header, changed);
  }

  /** The same where another row is the header, or none. */
  public Mapping withHeader(int row) {
    return new Mapping(row, columns);
  }

  /** Whether anything of the sheet is taken. */
  public boolean used() {
    return columns.stream().anyMatch(column -> column != Column.OTHER);
  }

  /** Whether entries can be made of it. */
  public boolean complete() {
    return columns.contains(Column.ANSWER)
        && (columns.contains(Column.QUESTION) || columns.contains(Column.PHRASINGS));
  }

  /** The first column of a kind, 0-based; -1 if there is none. */
  public int column(Column kind) {
    return columns.indexOf(kind);
  }

  /** The names of the columns in a sheet, by which the mapping is known again. */
  public List<String> names(TableSheet sheet) {
    return header < 0 ? List.of() : sheet.rows().get(header).cells();
  }

  /** Whether a sheet has the columns that this was made for. */
  public boolean fits(TableSheet sheet, List<String> names) {
    return columns.size() == sheet.width()
        && header < sheet.rows().size()
        && names(sheet).equals(names);
  }
}

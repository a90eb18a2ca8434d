package org.deskbert.faq;

import java.util.List;

/**
 * One row of a table.
 *
 * @param line 1-based line of the file, or row of the sheet
 * @param cells from the first column on; those behind the last are empty
 */
public record SheetRow(int line, List<String> cells) {
  public SheetRow {
    cells = List.copyOf(cells);
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  /** The cell of a 0-based column; empty where there is none. */
  public String cell(int column) {
    return column >= 0 && column < cells.size() ? cells.get(column) : "";
  }

  /** Without blank cells at its end. */
  SheetRow trimmed() {
    int end = cells.size();
    while (end > 0 && cells.get(end - 1).isBlank()) {
      end--;
    }
    return new SheetRow(line, cells.subList(0, end));
  }
}

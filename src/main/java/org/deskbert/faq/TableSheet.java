package org.deskbert.faq;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet as they lie in a file, before anything is made of them.
 *
 * @param name for messages: the file's, with the sheet's if there are several
 * @param rows those with anything in them
 * @param failed cells that have no text, with what is wrong
 * @param firstDay the day with the number 0 in a workbook, which keeps dates as numbers of days;
 *     null for text files
 */
public record TableSheet(
    String name, List<SheetRow> rows, Map<Place, Sentence> failed, @Nullable LocalDate firstDay) {
  /** A cell: the 1-based line and column. */
  public record Place(int line, int column) {}

  public TableSheet {
    rows = List.copyOf(rows);
    failed = Map.copyOf(failed);
  }

  /** How many columns its widest row has. */
  public int width() {
    return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
  }

  /** A cell that holds a date, as people write it; others as they are. */
  String date(String cell) {
    if (firstDay != null && cell.matches("\\d{1,6}(\\.\\d*)?")) {
      return firstDay.plusDays((long) Double.parseDouble(cell)).toString();
    }
    return cell;
  }
}

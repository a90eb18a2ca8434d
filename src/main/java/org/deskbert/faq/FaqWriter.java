package org.deskbert.faq;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a FAQ so that {@link FaqFiles} reads the same entries again; written once more they give
 * the same bytes (a workbook: the same cells). What its owners note for themselves does not go into
 * pages and tables for others.
 */
public final class FaqWriter {
  private static final List<String> COLUMNS =
      List.of("id", "question", "answer", "category", "tags", "parent", "until");

  /** A column of its own only where there are some. */
  private static final String NOTES = "notes";

  /** Excel's limit for a cell. */
  private static final int MAX_CELL = 32_767;

  private FaqWriter() {}

  /**
   * Writes {@code faq} to {@code file}, in the place of what was there; a failure leaves the old
   * file as it was.
   *
   * @throws FaqException if the file can't be written, or the format can't hold the FAQ
   */
  public static void write(Faq faq, Path file, FaqFormat format) throws FaqException {
    WholeFile.writeNamed(file, out -> write(faq, out, format));
  }

  /** Writes {@code faq} to a stream, which stays open. */
  static void write(Faq faq, OutputStream out, FaqFormat format) throws IOException, FaqException {
    if (format == FaqFormat.XLSX) {
      workbook(faq, out);
      return;
    }
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    switch (format) {
      case CSV -> csv(faq.entries(), text);
      case MD -> MarkdownWriter.write(faq.entries(), text);
      case JSON -> JsonFormat.write(faq, text);
      case HTML -> HtmlWriter.write(faq, text);
      case QNAMAKER -> QnaWriter.write(faq.entries(), text);
      case XLSX -> throw new AssertionError("done above");
    }
    text.flush();
  }

  private static void csv(List<Entry> entries, Writer out) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
    CSVPrinter printer = new CSVPrinter(out, format);
    List<String> columns = columns(entries);
    printer.printRecord(columns);
    for (Entry entry : entries) {
      printer.printRecord(cells(entry).stream().limit(columns.size()).map(Formula::guard));
    }
    printer.flush();
  }

  private static List<String> columns(List<Entry> entries) {
    return entries.stream().allMatch(entry -> entry.notes().isEmpty())
        ? COLUMNS
        : Stream.concat(COLUMNS.stream(), Stream.of(NOTES)).toList();
  }

  private static void workbook(Faq faq, OutputStream out) throws IOException, FaqException {
    for (Entry entry : faq.entries()) {
      for (String cell : cells(entry)) {
        if (cell.length() > MAX_CELL) {
          throw new FaqException(
              "Entry \""
                  + entry.id()
                  + "\" has more than "
                  + Text.count(MAX_CELL)
                  + " characters, too many for a cell of a workbook. Export as CSV or JSON"
                  + " instead.");
        }
      }
    }
    // Text cells only, so nothing in a FAQ ever becomes a formula.
    Workbook workbook = new Workbook(out, "DeskBERT", null);
    Worksheet sheet = workbook.newWorksheet("FAQ");
    sheet.freezePane(0, 1);
    List<String> columns = columns(faq.entries());
    for (int column = 0; column < columns.size(); column++) {
      sheet.value(0, column, columns.get(column));
      sheet.style(0, column).bold().set();
      sheet.width(column, column == 1 ? 50 : column == 2 ? 80 : 15);
    }
    int row = 0;
    for (Entry entry : faq.entries()) {
      row++;
      List<String> cells = cells(entry);
      for (int column = 0; column < cells.size(); column++) {
        if (!cells.get(column).isEmpty()) {
          sheet.value(row, column, cells.get(column));
          sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
        }
      }
    }
    workbook.finish();
  }

  private static List<String> cells(Entry entry) {
    return List.of(
        entry.id(),
        Table.join(entry.phrasings()),
        entry.answer(),
        entry.category(),
        String.join(", ", entry.tags()),
        entry.parent() == null ? "" : entry.parent(),
        entry.until() == null ? "" : entry.until().toString(),
        entry.notes());
  }
}

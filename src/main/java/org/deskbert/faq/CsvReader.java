package org.deskbert.faq;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/** Reads CSV and TSV; finds the separator (comma, semicolon or tab) by the header. */
final class CsvReader {
  private static final char[] SEPARATORS = {',', ';', '\t'};
  private static final char NONE = 0;
  private static final Pattern NAMED_SEPARATOR = Pattern.compile("\\A\"?sep=(.)\"?\\R");

  // The library names the line where an unclosed quote opened only in its message.
  private static final Pattern START_LINE = Pattern.compile("startline (\\d+)");

  private final String file;
  private final String text;
  private final int skippedLines;
  private final char named;

  private CsvReader(String file, String text, int skippedLines, char named) {
    this.file = file;
    this.text = text;
    this.skippedLines = skippedLines;
    this.named = named;
  }

  /** All rows, as they lie in the file. */
  static TableSheet sheet(String file, String text, Drafts drafts, Progress progress)
      throws FaqException {
    CsvReader reader = of(file, text);
    Rows rows = reader.new Rows(reader.separator());
    List<SheetRow> all = new ArrayList<>();
    for (SheetRow row = rows.nextFilled(); row != null; row = rows.nextFilled()) {
      all.add(row.trimmed());
      TableImport.count(file, rows.position, text.length(), drafts, progress);
    }
    return new TableSheet(file, all, Map.of(), null);
  }

  /** Reads all rows into {@code drafts}. */
  static void read(String file, String text, Drafts drafts) throws FaqException {
    List<SheetRow> raw = QnaTable.rawRows(text);
    if (raw.size() > 1) {
      Table table = new Table(file, raw.getFirst(), drafts);
      for (SheetRow row : raw.subList(1, raw.size())) {
        table.add(row);
      }
      return;
    }
    CsvReader reader = of(file, text);
    reader.rows(reader.separator(), drafts);
  }

  /** Excel's own way to name the separator is a line "sep=;" before the header. */
  private static CsvReader of(String file, String text) {
    Matcher sep = NAMED_SEPARATOR.matcher(text);
    return sep.find()
        ? new CsvReader(file, text.substring(sep.end()), 1, sep.group(1).charAt(0))
        : new CsvReader(file, text, 0, NONE);
  }

  /** The filled rows of a file that is no FAQ; the first line that has a separator tells it. */
  static List<SheetRow> rows(String file, String text) throws FaqException {
    char separator = SEPARATORS[0];
    for (String line : text.lines().limit(20).toList()) {
      OptionalInt first = line.chars().filter(c -> "\t;,".indexOf(c) >= 0).findFirst();
      if (first.isPresent()) {
        separator = (char) first.getAsInt();
        break;
      }
    }
    Rows rows = new CsvReader(file, text, 0, separator).new Rows(separator);
    List<SheetRow> all = new ArrayList<>();
    for (SheetRow row = rows.nextFilled(); row != null; row = rows.nextFilled()) {
      all.add(row);
    }
    return all;
  }

  private void rows(char separator, Drafts drafts) throws FaqException {
    Rows rows = new Rows(separator);
    SheetRow header = rows.header();
    if (header == null) {
      throw new FaqException(
          file + " is empty. Its first row should name the columns id, question and answer.");
    }
    Table table = new Table(file, header, drafts);
    boolean any = false;
    for (SheetRow row = rows.nextFilled(); row != null; row = rows.nextFilled()) {
      table.add(row);
      any = true;
    }
    if (!any) {
      throw new FaqException(
          file + " has only a header. Add a row with a question and its answer below it.");
    }
  }

  /** The separator that the file names, or that gives the best header. */
  private char separator() {
    if (named != NONE) {
      return named;
    }
    char best = SEPARATORS[0];
    int bestScore = -1;
    for (char separator : SEPARATORS) {
      try {
        SheetRow header = new Rows(separator).header();
        int score =
            header == null
                ? 0
                : 1000 * Header.of(header.cells()).score() + Math.min(999, header.cells().size());
        if (score > bestScore) {
          best = separator;
          bestScore = score;
        }
      } catch (FaqException e) {
        // Not this one; if none does, the first one's error is told.
      }
    }
    return best;
  }

  /** The rows with their lines. */
  private final class Rows {
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private int position; // where the last row starts, in characters

    Rows(char separator) throws FaqException {
      CSVFormat format =
          CSVFormat.DEFAULT
              .builder()
              .setDelimiter(separator)
              .setIgnoreEmptyLines(false)
              .setIgnoreSurroundingSpaces(true)
              .get();
      try {
        parser = CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get();
      } catch (IOException e) {
        throw broken(e, 1, 1);
      }
      records = parser.iterator();
    }

    /** The first row that can be a header, else the first one. */
    @Nullable SheetRow header() throws FaqException {
      SheetRow first = nextFilled();
      SheetRow row = first;
      for (int above = 0;
          row != null && !Table.isHeader(row) && above < Table.ROWS_ABOVE;
          above++) {
        row = nextFilled();
      }
      return row != null && Table.isHeader(row) ? row : first;
    }

    @Nullable SheetRow nextFilled() throws FaqException {
      while (true) {
        int line = line() + 1;
        try {
          if (!records.hasNext()) {
            return null;
          }
          CSVRecord next = records.next();
          position = (int) next.getCharacterPosition();
          List<String> cells = next.stream().map(Formula::unguard).toList();
          SheetRow row = new SheetRow(line + skippedLines, cells);
          if (!row.isBlank()) {
            return row;
          }
        } catch (UncheckedIOException | IllegalStateException e) {
          throw broken(e, line, line());
        }
      }
    }

    private int line() {
      return (int) parser.getCurrentLineNumber();
    }
  }

  private FaqException broken(Exception e, int start, int end) {
    Matcher opened = START_LINE.matcher(String.valueOf(e.getMessage()));
    boolean unclosed = opened.find();
    int line = unclosed ? Integer.parseInt(opened.group(1)) : start;
    Sentence what =
        unclosed
            ? Sentence.of("unclosed-quote")
            : end > start
                ? Sentence.of("stray-quote.line", end + skippedLines)
                : Sentence.of("stray-quote");
    return new FaqException(
        List.of(
            new Problem(
                Problem.Severity.ERROR,
                unclosed ? "unclosed-quote" : "stray-quote",
                "",
                file,
                line + skippedLines,
                0,
                what,
                Sentence.of("stray-quote.todo"))));
  }
}

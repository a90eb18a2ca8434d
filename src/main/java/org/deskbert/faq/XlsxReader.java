package org.deskbert.faq;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deskbert.faq.TableSheet.Place;
import org.deskbert.trace.Progress;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads every sheet of a workbook that has a FAQ's header in its first filled row. */
final class XlsxReader {
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  /** What spreadsheet programs show in the place of a result. */
  private static final Pattern FAILED = Pattern.compile("#[A-Z/0]{2,12}[!?]?");

  /** What to do about a cell that failed. */
  static final Sentence REPAIR = Sentence.of("cell-error.todo");

  private final String file;
  private final Drafts drafts;
  private final List<FaqException> skipped = new ArrayList<>();
  private boolean anyTable;
  private boolean anyRow;
  private boolean textsGone;

  private XlsxReader(String file, Drafts drafts) {
    this.file = file;
    this.drafts = drafts;
  }

  /** Reads all rows into {@code drafts}. */
  static void read(String file, Path path, byte[] bytes, Drafts drafts) throws FaqException {
    checkKind(file, bytes);
    try {
      WorkbookGuard.check(file, path);
      new XlsxReader(file, drafts).workbook(path);
    } catch (IOException | RuntimeException e) {
      throw damaged(file, e);
    }
  }

  /** The reader throws all kinds of unchecked exceptions at damaged parts. */
  private static FaqException damaged(String file, Exception e) {
    return new FaqException(
        file
            + " is damaged or no Excel workbook. Open it in your spreadsheet program and save it"
            + " again as .xlsx.",
        e);
  }

  private static void checkKind(String file, byte[] bytes) throws FaqException {
    if (startsWith(bytes, OLE)) {
      // An encrypted workbook is an OLE file with this stream, named in UTF-16.
      boolean encrypted = contains(bytes, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
      throw new FaqException(
          encrypted
              ? file + " is protected by a password. Remove the password and save it again."
              : file + " is in an old Office format. Open it and save it as .xlsx or CSV.");
    }
  }

  /** All rows of all sheets, as they lie in the file. */
  static List<TableSheet> sheets(
      String file, Path path, byte[] bytes, Drafts drafts, Progress progress) throws FaqException {
    checkKind(file, bytes);
    try {
      WorkbookGuard.check(file, path);
      try (ReadableWorkbook workbook = new ReadableWorkbook(path.toFile())) {
        // Excel's days count from two beginnings; the first one believes in a 29 February 1900.
        LocalDate firstDay =
            workbook.isDate1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        List<Sheet> sheets = workbook.getSheets().toList();
        List<TableSheet> all = new ArrayList<>();
        for (Sheet sheet : sheets) {
          String name = sheets.size() == 1 ? file : file + ", sheet " + sheet.getName();
          all.add(rows(sheet, name, firstDay, drafts, progress));
        }
        return all;
      }
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw damaged(file, e);
    }
  }

  private static TableSheet rows(
      Sheet sheet, String name, LocalDate firstDay, Drafts drafts, Progress progress)
      throws IOException, FaqException {
    List<SheetRow> all = new ArrayList<>();
    Map<Place, Sentence> failed = new HashMap<>();
    try (Stream<Row> rows = sheet.openStream()) {
      for (Iterator<Row> i = rows.iterator(); i.hasNext(); ) {
        Row cells = i.next();
        SheetRow row = row(cells, null);
        boolean any = !row.isBlank();
        for (Cell cell : cells) {
          Sentence failure = cell == null ? null : failure(cell);
          if (failure != null) {
            failed.put(new Place(row.line(), cell.getColumnIndex() + 1), failure);
            any = true;
          }
        }
        if (any) {
          all.add(row.trimmed());
          TableImport.count(name, 0, 0, drafts, progress);
        }
      }
    }
    return new TableSheet(name, all, failed, firstDay);
  }

  private void workbook(Path path) throws IOException, FaqException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(path.toFile())) {
      List<Sheet> sheets = workbook.getSheets().toList();
      for (Sheet sheet : sheets) {
        sheet(sheet, sheets.size() == 1 ? file : file + ", sheet " + sheet.getName());
      }
    }
    if (!anyTable && textsGone) {
      throw new FaqException(
          file
              + " has lost its texts. Get an earlier copy, or save it again where they still"
              + " show.");
    }
    if (!anyTable && !skipped.isEmpty()) {
      throw skipped.getFirst();
    }
    if (!anyRow) {
      throw new FaqException(
          anyTable
              ? file + " has only a header. Add a row with a question and its answer below it."
              : file + " is empty. Its first row should name the columns id, question and answer.");
    }
    for (FaqException sheet : skipped) {
      Problem p = sheet.problems().getFirst();
      drafts.note(
          Problem.Severity.NOTE,
          "skipped-sheet",
          new Draft.Place(p.file(), p.line()),
          0,
          "",
          Sentence.of("skipped-sheet", p.what()),
          p.todo());
    }
  }

  private void sheet(Sheet sheet, String name) throws IOException, FaqException {
    try (Stream<Row> rows = sheet.openStream()) {
      Table table = null;
      FaqException reason = null;
      int above = 0;
      for (Iterator<Row> i = rows.iterator(); i.hasNext() && above <= Table.ROWS_ABOVE; ) {
        Row cells = i.next();
        textsGone |= cells.stream().anyMatch(XlsxReader::isGone);
        SheetRow row = row(cells, table);
        if (table != null) {
          if (!badCell(cells, table, name)) {
            table.add(row);
          }
          anyRow |= !row.isBlank();
        } else if (!row.isBlank()) {
          try {
            table = new Table(name, row, drafts);
            anyTable = true;
          } catch (FaqException e) {
            above++;
            reason = reason == null ? e : reason;
          }
        }
      }
      if (table == null && reason != null) {
        skipped.add(reason);
      }
    }
  }

  /** A formula that failed, or a text that is gone from the file, is nobody's answer. */
  private boolean badCell(Row row, Table table, String name) throws FaqException {
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      if (cell == null || !table.reads(i)) {
        continue;
      }
      Sentence failure = failure(cell);
      if (failure != null) {
        drafts.countRow(name);
        drafts.error("cell-error", name, row.getRowNum(), i + 1, failure, REPAIR);
        return true;
      }
    }
    return false;
  }

  /** What is wrong with a cell that has no text of its own; null if nothing is. */
  private static @Nullable Sentence failure(Cell cell) {
    if (isGone(cell)) {
      return Sentence.of("cell-error.gone");
    }
    String shown = text(cell).strip();
    boolean failed = cell.getType() != CellType.STRING && FAILED.matcher(shown).matches();
    return failed ? Sentence.of("cell-error", shown) : null;
  }

  private static boolean isGone(@Nullable Cell cell) {
    return cell != null && cell.getType() == CellType.STRING && cell.getValue() == null;
  }

  private static SheetRow row(Row row, @Nullable Table table) {
    List<String> cells = new ArrayList<>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      boolean date = table != null && table.isDate(i);
      cells.add(cell == null ? "" : date ? date(cell) : text(cell));
    }
    return new SheetRow(row.getRowNum(), cells);
  }

  private static String text(Cell cell) {
    if (cell.getValue() instanceof BigDecimal number) {
      // 12.0 is 12 to people; a huge exponent stays as it is written.
      BigDecimal plain = number.stripTrailingZeros();
      return Math.abs(plain.scale()) < 30 ? plain.toPlainString() : number.toString();
    }
    if (cell.getType() == CellType.ERROR) {
      return String.valueOf(cell.getRawValue());
    }
    return cell.getText();
  }

  /** Excel keeps a date as a number of days. */
  private static String date(Cell cell) {
    if (cell.getType() == CellType.NUMBER && cell.getValue() != null) {
      try {
        return cell.asDate().toLocalDate().toString();
      } catch (DateTimeException e) {
        return cell.getText();
      }
    }
    return text(cell);
  }

  static boolean isWorkbook(byte[] bytes) {
    return startsWith(bytes, OLE) || startsWith(bytes, new byte[] {'P', 'K', 3, 4});
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && java.util.Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.contains(new String(part, StandardCharsets.ISO_8859_1));
  }
}

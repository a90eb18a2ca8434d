package org.deskbert.faq;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.deskbert.faq.TableSheet.Place;
import org.deskbert.trace.Progress;

/**
 * A table on its way into the library: its sheets, what their columns hold, cells that were written
 * anew and rows that are left out. Immutable; the file is never written.
 */
public final class TableImport {
  /** What a table is called that comes from no file. */
  public static final String PASTED = "Pasted table";

  /** A row of a sheet, by the sheet's name and the 1-based line. */
  public record RowKey(String sheet, int line) {}

  /** A cell of a row, by its 1-based column. */
  public record CellKey(RowKey row, int column) {}

  private static final int REPORTED = 500;

  private final String name;
  private final List<TableSheet> sheets;
  private final List<Mapping> mappings;
  private final List<Problem> notes;
  private final Map<CellKey, String> written;
  private final Set<RowKey> left;

  private TableImport(
      String name,
      List<TableSheet> sheets,
      List<Mapping> mappings,
      List<Problem> notes,
      Map<CellKey, String> written,
      Set<RowKey> left) {
    this.name = name;
    this.sheets = List.copyOf(sheets);
    this.mappings = List.copyOf(mappings);
    this.notes = List.copyOf(notes);
    this.written = Map.copyOf(written);
    this.left = Set.copyOf(left);
  }

  /**
   * Reads a file as a table, its columns recognised.
   *
   * @return nothing if it is of another kind, or an export whose columns are known
   * @throws FaqException if it is a table that can't be read; names file and remedy
   * @throws CancellationException if {@code progress} says stop
   */
  public static Optional<TableImport> read(Path file, Progress progress) throws FaqException {
    if (Files.isDirectory(file)) {
      return Optional.empty();
    }
    String name = String.valueOf(file.getFileName());
    String extension = FaqFiles.extension(name);
    byte[] bytes = TextFile.bytes(file);
    Drafts notes = new Drafts();
    if (XlsxReader.isWorkbook(bytes) || extension.equals("xlsx")) {
      return DocxReader.isDocument(name, file, bytes) || BotFiles.isBot(name, file, bytes)
          ? Optional.empty()
          : recognised(name, XlsxReader.sheets(name, file, bytes, notes, progress), List.of());
    }
    String text = Encodings.decode(name, bytes, notes);
    return text.isBlank() || FaqKind.of(extension, text) != FaqKind.TABLE
        ? Optional.empty()
        : recognised(name, List.of(CsvReader.sheet(name, text, notes, progress)), notes.problems);
  }

  /**
   * A table that somebody has copied, with tabs, commas or semicolons between the cells.
   *
   * @return nothing if there are not at least two columns
   */
  public static Optional<TableImport> ofText(String text) throws FaqException {
    return text.isBlank()
        ? Optional.empty()
        : recognised(
            PASTED, List.of(CsvReader.sheet(PASTED, text, new Drafts(), Progress.NONE)), List.of());
  }

  /** A table whose columns are known. */
  static TableImport of(String name, List<TableSheet> sheets, List<Mapping> mappings) {
    return new TableImport(name, sheets, mappings, List.of(), Map.of(), Set.of());
  }

  private static Optional<TableImport> recognised(
      String name, List<TableSheet> sheets, List<Problem> notes) {
    boolean known =
        sheets.stream()
            .flatMap(sheet -> sheet.rows().stream().limit(Table.ROWS_ABOVE + 1L))
            .anyMatch(row -> QnaTable.fits(row.cells()));
    if (known || sheets.stream().allMatch(sheet -> sheet.width() < 2)) {
      return Optional.empty();
    }
    List<Mapping> mappings = sheets.stream().map(Mapping::byNames).toList();
    if (mappings.stream().noneMatch(Mapping::used)) {
      mappings = sheets.stream().map(Mapping::byLooks).toList();
    }
    return Optional.of(new TableImport(name, sheets, mappings, notes, Map.of(), Set.of()));
  }

  /** Counts a row, tells how far reading is, and stops where it should. */
  static void count(String file, int done, int total, Drafts drafts, Progress progress)
      throws FaqException {
    drafts.countRow(file);
    if (drafts.rows % REPORTED == 0 && !progress.report("Reading the file", done, total)) {
      throw new CancellationException("Reading was stopped.");
    }
  }

  /** Name of the file, or {@link #PASTED}. */
  public String name() {
    return name;
  }

  /** Whether a newer version can be known again by its name. */
  public boolean isFile() {
    return !name.equals(PASTED);
  }

  /** The sheets; a text file has one. */
  public List<TableSheet> sheets() {
    return sheets;
  }

  /** What the columns of a sheet hold. */
  public Mapping mapping(int sheet) {
    return mappings.get(sheet);
  }

  /** The same with other columns for a sheet. */
  public TableImport with(int sheet, Mapping mapping) {
    List<Mapping> changed = new ArrayList<>(mappings);
    changed.set(sheet, mapping);
    return new TableImport(name, sheets, changed, notes, written, left);
  }

  /** The same with other text in a cell. */
  public TableImport with(CellKey cell, String text) {
    Map<CellKey, String> more = new HashMap<>(written);
    more.put(cell, text);
    return new TableImport(name, sheets, mappings, notes, more, left);
  }

  /** The same with a row left out or taken in again. */
  public TableImport with(RowKey row, boolean leftOut) {
    Set<RowKey> changed = new HashSet<>(left);
    if (leftOut) {
      changed.add(row);
    } else {
      changed.remove(row);
    }
    return new TableImport(name, sheets, mappings, notes, written, changed);
  }

  /** Whether a row is left out. */
  public boolean isLeft(RowKey row) {
    return left.contains(row);
  }

  /** Whether every row is taken. */
  public boolean isWhole() {
    return left.isEmpty();
  }

  /** The number of a sheet, 0-based, by the name that problems have. */
  public int sheet(String sheetName) {
    return sheets.stream().map(TableSheet::name).toList().indexOf(sheetName);
  }

  /** What stands in a cell now. */
  public String cell(CellKey key) {
    TableSheet sheet = sheets.get(sheet(key.row().sheet()));
    int at =
        Collections.binarySearch(
            sheet.rows().stream().map(SheetRow::line).toList(), key.row().line());
    return at < 0 ? "" : cell(sheet, sheet.rows().get(at), key.column() - 1);
  }

  private String cell(TableSheet sheet, SheetRow row, int column) {
    String now = written.get(new CellKey(new RowKey(sheet.name(), row.line()), column + 1));
    return now != null ? now : row.cell(column);
  }

  /** Rows of a sheet as they are taken: below the header, at most {@code most}. */
  public List<SheetRow> rows(int number, int most) {
    TableSheet sheet = sheets.get(number);
    Mapping mapping = mappings.get(number);
    return sheet.rows().stream()
        .skip(mapping.header() + 1L)
        .limit(most)
        .map(row -> now(sheet, mapping, row))
        .toList();
  }

  private SheetRow now(TableSheet sheet, Mapping mapping, SheetRow row) {
    List<String> cells = new ArrayList<>();
    int until = mapping.column(Column.UNTIL);
    for (int i = 0; i < Math.max(row.cells().size(), mapping.columns().size()); i++) {
      String cell = cell(sheet, row, i);
      cells.add(i == until ? sheet.date(cell) : cell);
    }
    return new SheetRow(row.line(), cells);
  }

  /** Whether each sheet that is taken has all it needs, and at least one is. */
  public boolean isComplete() {
    return mappings.stream().anyMatch(Mapping::complete)
        && mappings.stream().allMatch(mapping -> mapping.complete() || !mapping.used());
  }

  /**
   * Makes entries of the rows.
   *
   * @throws FaqException as {@link FaqFiles#read}
   */
  public FaqFile read(boolean skipBad) throws FaqException {
    Drafts drafts = new Drafts();
    drafts.problems.addAll(notes);
    for (int i = 0; i < sheets.size(); i++) {
      if (mappings.get(i).complete()) {
        read(i, drafts);
      }
    }
    return drafts.finish(name, skipBad);
  }

  private void read(int number, Drafts drafts) throws FaqException {
    TableSheet sheet = sheets.get(number);
    Mapping mapping = mappings.get(number);
    int named = mapping.names(sheet).size();
    for (int i = 0; i < mapping.columns().size(); i++) {
      if (mapping.header() < 0 || mapping.columns().get(i) != Column.OTHER) {
        named = Math.max(named, i + 1);
      }
    }
    Table table = new Table(sheet.name(), mapping, named, drafts);
    for (SheetRow row : rows(number, Integer.MAX_VALUE)) {
      if (!left.contains(new RowKey(sheet.name(), row.line()))
          && !failed(sheet, table, row.line(), drafts)) {
        table.add(row);
      }
    }
  }

  /** Notes a cell that failed, that is needed, and that nobody has written anew. */
  private boolean failed(TableSheet sheet, Table table, int line, Drafts drafts)
      throws FaqException {
    if (sheet.failed().isEmpty()) {
      return false;
    }
    for (int column = 1; column <= sheet.width(); column++) {
      Sentence failure = sheet.failed().get(new Place(line, column));
      CellKey key = new CellKey(new RowKey(sheet.name(), line), column);
      if (failure != null && table.reads(column - 1) && !written.containsKey(key)) {
        drafts.countRow(sheet.name());
        drafts.error("cell-error", sheet.name(), line, column, failure, XlsxReader.REPAIR);
        return true;
      }
    }
    return false;
  }
}

package org.deskbert.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rows of a table that QnA Maker or Custom Question Answering exported: one a phrasing, the
 * rows of a pair with the same QnaId. Line breaks in cells are written {@code \n}.
 */
final class QnaTable {
  private final String file;
  private final Map<String, Integer> columns;
  private final Drafts drafts;
  private final Map<String, String> idsByAnswer = new HashMap<>();
  private final Slugs slugs = new Slugs();

  QnaTable(String file, List<String> header, Drafts drafts) {
    this.file = file;
    this.columns = columns(header);
    this.drafts = drafts;
  }

  /** Whether this is the header of such a table. */
  static boolean fits(List<String> header) {
    Map<String, Integer> columns = columns(header);
    return columns.containsKey("question")
        && columns.containsKey("answer")
        && (columns.containsKey("qnaid")
            || columns.containsKey("iscontextonly")
            || (columns.containsKey("source") && columns.containsKey("metadata")));
  }

  /**
   * The rows of a table as the service writes it: tabs between the cells and no quotes around them.
   * Empty if it is another one, or a spreadsheet program has saved it with quotes since.
   */
  static List<SheetRow> rawRows(String text) {
    String[] lines = text.split("\r\n|\n|\r", -1);
    List<SheetRow> rows = new ArrayList<>();
    int width = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isBlank()) {
        continue;
      }
      List<String> cells = List.of(lines[i].split("\t", -1));
      if (rows.isEmpty() && !fits(cells)) {
        return List.of();
      }
      width = rows.isEmpty() ? cells.size() : width;
      if (cells.size() != width || cells.stream().anyMatch(QnaTable::quoted)) {
        return List.of();
      }
      rows.add(new SheetRow(i + 1, cells.stream().map(Formula::unguard).toList()));
    }
    return rows;
  }

  /** Takes one row. */
  void add(SheetRow row) throws FaqException {
    String question = unescape(cell(row, "question"));
    String answer = unescape(cell(row, "answer"));
    Draft.Place place =
        new Draft.Place(file, row.line(), column("question"), column("answer"), 0, 0);
    String id = cell(row, "qnaid").strip();
    if (id.isEmpty() && !columns.containsKey("qnaid")) {
      id = madeId(question, answer + '\n' + cell(row, "metadata"));
    }
    List<String> prompts;
    Map<String, String> metadata;
    try {
      prompts =
          JsonTree.read(file, cell(row, "prompts").isBlank() ? "[]" : cell(row, "prompts"))
              .items()
              .stream()
              .map(prompt -> prompt.text("qnaId"))
              .toList();
      metadata = QnaPair.metadata(cell(row, "metadata"));
    } catch (FaqException e) {
      drafts.countRow(file);
      drafts.error(
          "bad-prompts",
          file,
          row.line(),
          column("prompts"),
          Sentence.of("bad-prompts"),
          Sentence.of("bad-prompts.todo"));
      return;
    }
    new QnaPair(place, id, List.of(question), answer, metadata, prompts).addTo(drafts);
  }

  /** Old exports have no ids: rows with the same answer belong together. */
  private String madeId(String question, String answer) {
    return idsByAnswer.computeIfAbsent(answer, unknown -> slugs.next(question));
  }

  private String cell(SheetRow row, String column) {
    return row.cell(columns.getOrDefault(column, -1));
  }

  private int column(String name) {
    return columns.getOrDefault(name, -1) + 1;
  }

  private static Map<String, Integer> columns(List<String> header) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).replaceAll("[\\s_]", "").toLowerCase(Locale.ROOT);
      columns.putIfAbsent(name, i);
    }
    return columns;
  }

  /** Whether a spreadsheet program has put this cell into quotes. */
  private static boolean quoted(String cell) {
    return cell.length() > 2
        && cell.startsWith("\"")
        && cell.endsWith("\"")
        && cell.substring(1, cell.length() - 1).contains("\"\"");
  }

  /** A cell that {@link #unescape} reads as {@code text}. */
  static String escape(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    return escaped.startsWith("\"") ? "\\" + escaped : escaped;
  }

  static String unescape(String cell) {
    if (cell.indexOf('\\') < 0) {
      return cell;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char next = cell.charAt(i) == '\\' && i + 1 < cell.length() ? cell.charAt(i + 1) : 0;
      String plain =
          switch (next) {
            case 'n' -> "\n";
            case 'r' -> "";
            case 't' -> "\t";
            case '\\' -> "\\";
            case '"' -> "\"";
            default -> null;
          };
      if (plain == null) {
        out.append(cell.charAt(i));
      } else {
        out.append(plain);
        i++;
      }
    }
    return out.toString();
  }
}

package org.deskbert.faq;

import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The owner's intents as CSV with the header {@code intent,example,reply,entry}. Further rows of an
 * intent are more examples, their reply and entry may be empty; a cell may hold several examples,
 * one a line or with {@code |} between them. Headers are as sloppy as in a FAQ file.
 */
public final class IntentFile {
  private static final List<String> HEADER = List.of("intent", "example", "reply", "entry");
  private static final Set<String> NAMES =
      Set.of("intent", "intents", "intent name", "name", "label", "class", "absicht");
  private static final Set<String> EXAMPLES =
      Set.of(
          "example", "examples", "text", "phrase", "sentence", "message", "beispiel", "beispiele");
  private static final Set<String> ENTRIES = Set.of("entry", "entries", "eintrag", "answered by");

  private final String file;
  private final Map<String, Rows> intents = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** What the rows of an intent say. */
  private static final class Rows {
    private final int line;
    private final String name;
    private final List<String> examples = new ArrayList<>();
    private String reply = "";
    private String entry = "";

    Rows(int line, String name) {
      this.line = line;
      this.name = name;
    }
  }

  private IntentFile(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws FaqException if it can't be read or a row is bad; the sentence names file and line
   */
  public static Intents read(Path path) throws FaqException {
    String name = String.valueOf(path.getFileName());
    String text = Encodings.decode(name, TextFile.bytes(path), new Drafts());
    return new IntentFile(name).read(CsvReader.rows(name, text));
  }

  private Intents read(List<SheetRow> rows) throws FaqException {
    List<String> header = rows.isEmpty() ? List.of() : rows.getFirst().cells();
    List<String> kinds = header.stream().map(IntentFile::kind).toList();
    for (String needed : HEADER.subList(0, 2)) {
      if (!kinds.contains(needed)) {
        throw new FaqException(
            file
                + ", line "
                + (rows.isEmpty() ? 1 : rows.getFirst().line())
                + ": the header has no column \""
                + needed
                + "\". The first row is "
                + String.join(",", HEADER)
                + ".");
      }
    }
    for (SheetRow row : rows.subList(1, rows.size())) {
      add(row, kinds);
    }
    IntentBuilder read = new IntentBuilder();
    for (Rows one : intents.values()) {
      read.add(new Intent(one.name, one.examples, one.reply, one.entry), file, one.line, problems);
    }
    if (!problems.isEmpty()) {
      throw new FaqException(problems);
    }
    return read.build();
  }

  private void add(SheetRow row, List<String> kinds) {
    String name = Text.line(row.cell(kinds.indexOf("intent")));
    if (Normalizer.normalize(name).isEmpty()) {
      problem(row.line(), "The row names no intent. Write the name in its first row and in each.");
      return;
    }
    Rows one =
        intents.computeIfAbsent(Normalizer.normalize(name), key -> new Rows(row.line(), name));
    one.examples.addAll(Table.split(row.cell(kinds.indexOf("example"))));
    one.reply = one(row, "reply", one.reply, Text.block(row.cell(kinds.indexOf("reply"))));
    one.entry = one(row, "entry", one.entry, Text.line(row.cell(kinds.indexOf("entry"))));
  }

  /** The value of an intent, which all rows that have one must agree on. */
  private String one(SheetRow row, String what, String before, String value) {
    if (!before.isEmpty() && !value.isEmpty() && !before.equals(value)) {
      problem(
          row.line(),
          "The intent has another "
              + what
              + " in a row above. Write it once, or give the two intents different names.");
    }
    return before.isEmpty() ? value : before;
  }

  private void problem(int line, String text) {
    problems.add(Problem.refused("bad-intent", file, line, text));
  }

  private static String kind(String cell) {
    String name = Normalizer.normalize(cell.replace('_', ' '));
    if (NAMES.contains(name)) {
      return "intent";
    } else if (EXAMPLES.contains(name)) {
      return "example";
    } else if (ENTRIES.contains(name)) {
      return "entry";
    }
    return switch (Header.kind(cell)) {
      case QUESTION, PHRASINGS -> "example";
      case ANSWER -> "reply";
      case ID -> "entry";
      default -> "";
    };
  }

  /**
   * Writes a file, whole or not at all.
   *
   * @throws FaqException if it can't be written
   */
  public static void write(Intents intents, Path path) throws FaqException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
    WholeFile.writeNamed(
        path,
        out -> {
          CSVPrinter printer =
              new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), format);
          printer.printRecord(HEADER);
          for (Intent intent : intents.all()) {
            String entry = intent.entry() == null ? "" : intent.entry();
            printer.printRecord(
                intent.name(), Table.join(intent.examples()), intent.reply(), entry);
          }
          printer.flush();
        });
  }
}

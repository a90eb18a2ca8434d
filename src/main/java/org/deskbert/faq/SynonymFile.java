package org.deskbert.faq;

import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Synonyms as CSV: a group a row, the preferred term in the first cell, the others in the cells
 * behind it or in one cell with {@code |} between them. A header {@code term,synonyms} is written,
 * and may be missing where it is read.
 */
public final class SynonymFile {
  private static final List<String> HEADER = List.of("term", "synonyms");

  private SynonymFile() {}

  /**
   * Reads a file.
   *
   * @throws FaqException if it can't be read or a row is bad; the sentence names file and line
   */
  public static Synonyms read(Path file) throws FaqException {
    String name = String.valueOf(file.getFileName());
    String text = Encodings.decode(name, TextFile.bytes(file), new Drafts());
    SynonymBuilder synonyms = new SynonymBuilder();
    List<Problem> problems = new ArrayList<>();
    for (SheetRow row : CsvReader.rows(name, text)) {
      boolean header = row.line() == 1 && row.cell(0).equalsIgnoreCase(HEADER.getFirst());
      if (!header) {
        synonyms.add(terms(row.cells()), name, row.line(), problems);
      }
    }
    if (!problems.isEmpty()) {
      throw new FaqException(problems);
    }
    return synonyms.build();
  }

  /**
   * Writes a file, whole or not at all.
   *
   * @throws FaqException if it can't be written
   */
  public static void write(Synonyms synonyms, Path file) throws FaqException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
    WholeFile.writeNamed(
        file,
        out -> {
          CSVPrinter printer =
              new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), format);
          printer.printRecord(HEADER);
          for (List<String> group : synonyms.groups()) {
            printer.printRecord(group.getFirst(), String.join("|", group.subList(1, group.size())));
          }
          printer.flush();
        });
  }

  /** The terms of a row; spreadsheets fill rows up with empty cells. */
  private static List<String> terms(List<String> cells) {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (i == 0 || !cells.get(i).isBlank()) {
        terms.addAll(Arrays.asList(cells.get(i).split("\\|", -1)));
      }
    }
    return terms;
  }
}

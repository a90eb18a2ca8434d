package org.deskbert.eval;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.TextFile;

/**
 * A text of a test set and what it stands for.
 *
 * @param text a question or message
 * @param label id of the entry, or the intent, that is right; empty if none is
 * @param line where it stands in its file, 1-based, 0 if it is from no file
 */
public record LabelledText(String text, String label, int line) {
  /** A text that is from no file. */
  public LabelledText(String text, String label) {
    this(text, label, 0);
  }

  /** A sentence on texts that occur more than once, empty if none does. */
  public static String repeated(List<LabelledText> rows) {
    Map<String, Set<String>> labels = new HashMap<>();
    int repeated = 0;
    for (LabelledText row : rows) {
      Set<String> seen = labels.computeIfAbsent(row.text(), text -> new HashSet<>());
      repeated += seen.isEmpty() ? 0 : 1;
      seen.add(row.label());
    }
    long several = labels.values().stream().filter(seen -> seen.size() > 1).count();
    return repeated == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "%d rows repeat the text of another; %d texts stand under several intents.",
            repeated,
            several);
  }

  /**
   * Reads a CSV file of questions and entry ids ({@code question,id}).
   *
   * @throws FaqException if it can't be used; the sentence names file, line and remedy
   */
  public static List<LabelledText> readTests(Path file) throws FaqException {
    return read(file, "question", "id");
  }

  /**
   * Reads a CSV file of texts and intents ({@code text,intent}).
   *
   * @throws FaqException if it can't be used; the sentence names file, line and remedy
   */
  public static List<LabelledText> readIntents(Path file) throws FaqException {
    return read(file, "text", "intent");
  }

  private static List<LabelledText> read(Path file, String text, String label) throws FaqException {
    String name = String.valueOf(file.getFileName());
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setTrim(false)
            .setIgnoreEmptyLines(false)
            .get();
    List<LabelledText> rows = new ArrayList<>();
    int line = 1;
    try (CSVParser parser = format.parse(new StringReader(TextFile.read(file)))) {
      for (String column : List.of(text, label)) {
        if (parser.getHeaderNames().stream().noneMatch(column::equalsIgnoreCase)) {
          String remedy = "Let its first line be " + text + "," + label + ".";
          throw new FaqException(
              name + ", line 1: the column " + column + " is missing. " + remedy);
        }
      }
      int end = (int) parser.getCurrentLineNumber();
      for (CSVRecord row : parser) {
        line = end + 1;
        end = (int) parser.getCurrentLineNumber();
        if (row.size() == 1 && row.get(0).isBlank()) {
          continue;
        }
        if (!row.isConsistent()) {
          throw new FaqException(
              String.format(
                  Locale.ROOT,
                  "%s, line %d: this row has %d cells, the header %d. Put a text with a comma in"
                      + " double quotes.",
                  name,
                  line,
                  row.size(),
                  parser.getHeaderNames().size()));
        }
        if (row.get(text).isBlank() && !row.get(label).isBlank()) {
          throw new FaqException(
              String.format(
                  Locale.ROOT,
                  "%s, line %d: there is the %s \"%s\" but no %s. Write one, or delete the row.",
                  name,
                  line,
                  label,
                  row.get(label).strip(),
                  text));
        }
        rows.add(new LabelledText(row.get(text), row.get(label).strip(), line));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new FaqException(
          name + ", after line " + line + ": the file is no valid CSV. Look for an unclosed quote.",
          e);
    }
    if (rows.isEmpty()) {
      throw new FaqException(name + " has no rows. Add one text a line below the header.");
    }
    return List.copyOf(rows);
  }
}

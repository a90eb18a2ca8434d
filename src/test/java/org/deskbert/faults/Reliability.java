package org.deskbert.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of docs/reliability.md between its two marks. */
public final class Reliability {
  private static final String BEGIN = "<!-- faults begin -->\n";
  private static final String END = "<!-- faults end -->";
  private static final String HEAD =
      "| fault | what the user sees | what is lost | how it recovers |\n|---|---|---|---|\n";

  /** A row that is no heading; its fault. */
  private static final Pattern ROW = Pattern.compile("\\| ((?!fault )[^|-][^|]*?) \\|.*");

  private Reliability() {}

  /** Writes all rows, by fault. */
  static void write(Path file, Map<String, String> rows) throws IOException {
    String text = Files.readString(file);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    String table = HEAD + String.join("\n", rows.values()) + "\n";
    Files.writeString(file, text.substring(0, begin) + table + text.substring(end));
  }

  /** Writes one row more, or anew; the others stay. */
  public static void add(Path file, String fault, String row) throws IOException {
    String text = Files.readString(file);
    Map<String, String> rows = new TreeMap<>();
    text.substring(text.indexOf(BEGIN), text.indexOf(END))
        .lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .forEach(match -> rows.put(match.group(1), match.group()));
    rows.put(fault, row);
    write(file, rows);
  }
}

package org.deskbert.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the table of docs/reliability.md between its two marks. */
final class Reliability {
  private static final String BEGIN = "<!-- faults begin -->\n";
  private static final String END = "<!-- faults end -->";

  private Reliability() {}

  static void write(Path file, Map<String, String> rows) throws IOException {
    String text = Files.readString(file);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    String table =
        "| fault | what the user sees | what is lost | how it recovers |\n|---|---|---|---|\n"
            + String.join("\n", rows.values())
            + "\n";
    Files.writeString(file, text.substring(0, begin) + table + text.substring(end));
  }
}

package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged spreadsheets are imported, or each failing row is named with its reason. */
class DamagedSheetsTest {
  @TempDir Path folder;

  /** Entries, then what is reported with line and column; "!" and the start of a refusal. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          cut.xlsx > ! cut.xlsx is damaged: its parts can't be unpacked.
          locked.xlsx > ! locked.xlsx is protected by a password.
          old.xls > ! old.xls is in an old Office format.
          page.xls > Who? Me.
          kinds.xlsx > Who? Me. / 12 true 2025-12-31 / Wo? 2
          merged.xlsx > Who? Me. | no-answer 3:2
          hidden.xlsx > Who? Me. / When? Now.
          no-strings.xlsx > ! no-strings.xlsx has lost its texts.
          wrong-types.xlsx > Who? Me.
          rich.xlsx > Who? Me. / When? Now.
          missing-string.xlsx > Who? Me. | no-question 3:1
          error.xlsx > Who? Me. | cell-error 3:2
          blank-header.xlsx > Who? Me.
          header-in-row-3.xlsx > Wer? Ich.
          megabyte.xlsx > Who? Me. | answer-too-long 3:2
          twice.xlsx > Who? Me.
          empty.xlsx > ! empty.xlsx is empty.
          far.xlsx > ! far.xlsx has a cell with the impossible address A1000000000.
          backwards.xlsx > Who? Me.
          quote.csv > ! quote.csv, line 3: A quote opens here and never closes.
          mixed.csv > Who? Me. | no-answer 3:2 | no-answer 4:2
          nul.csv > ! nul.csv is not a text file.
          ansi.csv > Warum? Fünf für dich. | guessed-encoding 0:0
          unicode.txt > Who? Me.
          digits.csv > Who? Me.
          comma.csv > When? Now. | too-many-cells 2:3
          no-header.csv > ! no-header.csv, line 1: The header has no column for the question
          """)
  void isImportedOrNamed(String name, String expected) throws Exception {
    String outcome = outcome(name, DamagedSheets.all().get(name));
    assertEquals(
        expected,
        outcome.startsWith("!")
            ? outcome.substring(0, Math.min(outcome.length(), expected.length()))
            : outcome);
  }

  private String outcome(String name, byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve(name), bytes);
    try {
      FaqFile read = FaqFiles.read(file, true);
      String entries =
          read.entries().stream()
              .map(
                  e -> e.question() + " " + e.answer() + (e.until() == null ? "" : " " + e.until()))
              .collect(Collectors.joining(" / "));
      String problems =
          read.problems().stream()
              .map(p -> " | " + p.kind() + " " + p.line() + ":" + p.column())
              .collect(Collectors.joining());
      return entries + problems;
    } catch (FaqException e) {
      return "! " + e.getMessage();
    }
  }
}

package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks, Markdown and JSON; CSV is in {@link CsvReadTest}. */
class FaqFilesTest {
  @TempDir Path folder;

  private FaqFile read(String name, String text) throws Exception {
    return FaqFiles.read(Files.writeString(folder.resolve(name), text), false);
  }

  private FaqException fails(String name, byte[] bytes, String... words) throws Exception {
    Path file = Files.write(folder.resolve(name), bytes);
    FaqException e = assertThrows(FaqException.class, () -> FaqFiles.read(file, false));
    for (String word : words) {
      assertTrue(e.getMessage().contains(word), e.getMessage());
    }
    assertTrue(e.getMessage().contains(name), e.getMessage());
    assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    return e;
  }

  private FaqException fails(String name, String text, String... words) throws Exception {
    return fails(name, text.getBytes(StandardCharsets.UTF_8), words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"it", "hr", "shop"})
  void theSamplesAreInOrder(String name) throws Exception {
    FaqFile sample = FaqFiles.read(Path.of("assets/faqs", name + ".csv"), false);
    assertEquals(List.of(), sample.problems());
  }

  @Test
  void readsEverySheetWithAHeader() throws Exception {
    Path file = folder.resolve("faq.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", null)) {
      Worksheet notes = workbook.newWorksheet("Notes");
      notes.value(0, 0, "Made by the help desk");
      Worksheet first = workbook.newWorksheet("IT");
      row(first, 1, "Nr", "Frage", "Antwort", "gültig bis");
      first.value(2, 0, 12);
      first.value(2, 1, "Wo?");
      first.value(2, 2, "Dort.");
      first.value(2, 3, LocalDate.of(2026, 12, 31));
      first.style(2, 3).format("yyyy-mm-dd").set();
      Worksheet second = workbook.newWorksheet("HR");
      row(second, 0, "Q", "A");
      row(second, 3, "When?|At what time?", "Now.");
    }
    FaqFile read = FaqFiles.read(file, false);
    assertEquals(
        List.of(
            new Entry(
                "12", List.of("Wo?"), "Dort.", "", List.of(), null, LocalDate.of(2026, 12, 31)),
            new Entry(
                "when", List.of("When?", "At what time?"), "Now.", "", List.of(), null, null)),
        read.entries());
    assertEquals(Map.of("12", 3, "when", 4), read.lines());
    assertEquals(List.of("skipped-sheet"), read.problems().stream().map(Problem::kind).toList());
  }

  private static void row(Worksheet sheet, int row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      sheet.value(row, i, cells[i]);
    }
  }

  @Test
  void badWorkbooksAreNamed() throws Exception {
    Path good = folder.resolve("good.xlsx");
    Entry entry = new Entry("1", List.of("Q"), "A", "", List.of(), null, null);
    FaqWriter.write(new Faq("x", List.of(entry)), good, FaqFormat.XLSX);
    byte[] bytes = Files.readAllBytes(good);

    fails("cut.xlsx", Arrays.copyOf(bytes, bytes.length / 2), "damaged");
    fails("text.xlsx", "question,answer\na,b\n", "no Excel workbook");
    fails("zip.xlsx", zip("letter.txt", "hello"), "no Excel workbook. Choose a FAQ as CSV");
    fails("zip.csv", zip("letter.txt", "hello"), "no Excel workbook. Choose a FAQ as CSV");
    fails(
        "slides.pptx",
        zip("[Content_Types].xml", "<Types/>", "ppt/presentation.xml", "<w/>"),
        "Choose a FAQ as CSV, TSV, XLSX, DOCX, HTML, Markdown or JSON");
    fails("empty.xlsx", "", "empty");
    byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
    fails("old.xlsx", ole, "old Office format");
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    byte[] encrypted = Arrays.copyOf(ole, 100);
    System.arraycopy(name, 0, encrypted, 50, name.length);
    fails("locked.xlsx", encrypted, "password");
  }

  @Test
  void hugeWorkbooksAreRefused() throws Exception {
    String types = "<Types/>";
    fails(
        "bomb.xlsx",
        zip("[Content_Types].xml", types, "xl/sheet1.xml", " ".repeat(130 << 20)),
        "unpacks to more");
    fails(
        "wide.xlsx",
        zip("[Content_Types].xml", types, "xl/s.xml", "<row><c r='ZZZZZZ1'/></row>"),
        "impossible address ZZZZZZ1");
    fails(
        "sparse.xlsx",
        zip(
            "[Content_Types].xml",
            types,
            "xl/s.xml",
            "<d>" + "<row><c r='XFD1'/></row>".repeat(400) + "</d>"),
        "unpacks to more");
    fails(
        "number.xlsx",
        zip("[Content_Types].xml", types, "xl/s.xml", "<v>" + "9".repeat(200_000) + "</v>"),
        "unpacks to more");
  }

  private static byte[] zip(String... namesAndTexts) throws Exception {
    var bytes = new java.io.ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aWorkbookCannotHoldEveryAnswer() {
    Entry entry = new Entry("1", List.of("Q"), "x".repeat(40_000), "", List.of(), null, null);
    Path file = folder.resolve("faq.xlsx");
    FaqException e =
        assertThrows(
            FaqException.class,
            () -> FaqWriter.write(new Faq("x", List.of(entry)), file, FaqFormat.XLSX));
    assertTrue(e.getMessage().contains("\"1\""), e.getMessage());
    assertEquals(false, Files.exists(file));
  }

  @Test
  void readsMarkdownAsPeopleWriteIt() throws Exception {
    FaqFile read =
        read(
            "faq.md",
            """
            # Our FAQ

            What people ask us.

            ## Accounts

            ### How do I **reset** my password?
            - also: I forgot my password
            - also: `passwd` does
              not work
            Open the *portal*:

            ```sh
            # not a heading
            ```

            - click

            <!-- id: pw -->

            Where is the VPN?
            -----------------

            In the tray.
            """);
    assertEquals(
        List.of(
            new Entry(
                "pw",
                List.of(
                    "How do I reset my password?", "I forgot my password", "passwd does not work"),
                "Open the *portal*:\n\n```sh\n# not a heading\n```\n\n- click",
                "Accounts",
                List.of(),
                null,
                null),
            new Entry(
                "where-is-the-vpn",
                List.of("Where is the VPN?"),
                "In the tray.",
                "",
                List.of(),
                null,
                null)),
        read.entries());
  }

  @Test
  void badMarkdownNamesTheHeading() throws Exception {
    fails("faq.md", "just text\n", "no questions");
    FaqException e = fails("faq.md", "## A\n\ntext\n\n## B\n\n## C\n\ntext\n", "line 5", "\"B\"");
    assertEquals("no-answer", e.problems().getFirst().kind());
    fails("faq.md", "##\n\ntext\n", "line 1", "no question");
    fails("faq.md", "# a\n\n" + "\n".repeat(1_000_000), "1,000,000 lines");
  }

  @Test
  void readsJsonAsPeopleWriteIt() throws Exception {
    FaqFile read =
        read(
            "faq.json",
            """
            [
              {"q": "Why?", "a": "Because.", "tags": "x, y", "extra": {"deep": [1]}},
              {"id": 7, "question": "When?", "alternates": ["At what time?"], "answer": "Now.",
               "until": null}
            ]
            """);
    assertEquals(
        List.of(
            new Entry("why", List.of("Why?"), "Because.", "", List.of("x", "y"), null, null),
            new Entry("7", List.of("When?", "At what time?"), "Now.", "", List.of(), null, null)),
        read.entries());
    assertEquals(Map.of("why", 2, "7", 3), read.lines());
  }

  @Test
  void badJsonNamesThePlace() throws Exception {
    fails("faq.json", "{\"entries\":[\n{\"id\":\"1\" \"q\":\"x\"}]}", "line 2", "column");
    fails("faq.json", "{\"entries\":[\n{\"id\":\"1\"", "line 2", "JSON");
    fails("faq.json", "[{\"q\":\"x\",\n\"a\":{\"b\":1}}]", "line 2", "JSON");
    fails("faq.json", "[{\"q\":\"x\",\n\"a\":\"y\"}] more", "line 2", "JSON");
    fails("faq.json", "[\n{\"q\":\"x\"}]", "line 2", "no answer");
    fails("faq.json", "[\n7]", "line 2", "no entry");
    fails("faq.json", "[]", "no entries");
    fails("faq.json", "{\"version\": 2, \"entries\": []}", "newer");
    fails("faq.json", "[".repeat(100_000), "JSON");
    fails("faq.json", "hello", "line 1", "JSON");
  }

  @Test
  void unknownExtensionsAreToldByTheirText() throws Exception {
    assertEquals("b", read("faq.txt", "question\tanswer\na\tb\n").entries().getFirst().answer());
    assertEquals("b", read("faq.txt", "# a\nb\n").entries().getFirst().answer());
    assertEquals("b", read("faq", "[{\"q\":\"a\",\"a\":\"b\"}]").entries().getFirst().answer());
  }

  @Test
  void refusesFilesThatAreTooLarge() throws Exception {
    Path file = folder.resolve("large.csv");
    try (var raw = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      raw.setLength(TextFile.MAX_FILE + 1L);
    }
    FaqException e = assertThrows(FaqException.class, () -> FaqFiles.read(file, false));
    assertTrue(e.getMessage().contains("larger than 64 MB"), e.getMessage());
  }

  @Test
  void aFailedExportLeavesTheOldFile() throws Exception {
    Faq faq = new Faq("x", List.of(new Entry("1", List.of("Q"), "A", "", List.of(), null, null)));
    Path missing = folder.resolve("no/such/faq.csv");
    FaqException e =
        assertThrows(
            FaqException.class, () -> FaqWriter.write(faq, missing, FaqFormat.of(missing)));
    assertTrue(e.getMessage().contains("folder does not exist"), e.getMessage());
    assertThrows(FaqException.class, () -> FaqWriter.write(faq, folder, FaqFormat.CSV));
    assertThrows(FaqException.class, () -> FaqFormat.of(Path.of("faq.pdf")));
    assertEquals(FaqFormat.MD, FaqFormat.of("md"));
  }
}

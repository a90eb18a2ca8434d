package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.deskbert.faq.TableImport.CellKey;
import org.deskbert.faq.TableImport.RowKey;
import org.deskbert.trace.Progress;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableImportTest {
  @TempDir private Path folder;

  private TableImport csv(String text) throws Exception {
    return TableImport.read(file("bank.csv", text), Progress.NONE).orElseThrow();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void knownNamesAreRecognised() throws Exception {
    TableImport table = csv("A remark\nid,Frage,Antwort,Thema\nb-1,Wo?,Hier.,Orte\n");
    assertEquals(
        new Mapping(1, List.of(Column.ID, Column.QUESTION, Column.ANSWER, Column.CATEGORY)),
        table.mapping(0));
    assertTrue(table.isComplete());
    Entry entry = table.read(false).entries().getFirst();
    assertEquals(
        List.of("b-1", "Wo?", "Hier.", "Orte"),
        List.of(entry.id(), entry.question(), entry.answer(), entry.category()));
  }

  @Test
  void columnsWithForeignNamesAreGuessedByWhatTheyHold() throws Exception {
    TableImport table =
        csv(
            """
            Nummer;Anliegen;Auskunft;Stelle
            b-1;Where do I block my card?;Ring 4444, day and night, and give the number.;Cards
            b-2;Which papers does a loan need?;Bring two payslips and a statement of account.;Loans
            """);
    assertEquals(
        List.of(Column.ID, Column.QUESTION, Column.ANSWER, Column.OTHER),
        table.mapping(0).columns());
    TableImport with = table.with(0, table.mapping(0).with(3, Column.CATEGORY));
    assertEquals("Cards", with.read(false).entries().getFirst().category());
  }

  @Test
  void aTableWithoutAHeaderLosesNoRow() throws Exception {
    TableImport table = csv("Where do I park?,In the yard.\nWho has the key?,The porter has it.\n");
    assertEquals(-1, table.mapping(0).header());
    assertEquals(2, table.read(false).entries().size());
    assertEquals(1, table.with(0, table.mapping(0).withHeader(0)).read(false).entries().size());
  }

  @Test
  void onlyOneColumnCanBeTheAnswer() throws Exception {
    Mapping mapping = csv("question,answer,more\nWho?,Me.,And you.\n").mapping(0);
    assertEquals(
        List.of(Column.QUESTION, Column.OTHER, Column.ANSWER),
        mapping.with(2, Column.ANSWER).columns());
    assertFalse(mapping.with(1, Column.OTHER).complete());
  }

  @Test
  void aBadRowIsMendedInItsCellOrLeftOut() throws Exception {
    TableImport table =
        csv(
            """
            id,question,answer,until
            b-1,Where do I park?,,
            b-2,Who has the key?,The porter.,soon
            """);
    List<Problem> problems = assertThrows(FaqException.class, () -> table.read(false)).problems();
    assertEquals(List.of("no-answer", "bad-date"), problems.stream().map(Problem::kind).toList());
    RowKey first = new RowKey("bank.csv", problems.getFirst().line());
    RowKey second = new RowKey("bank.csv", problems.getLast().line());
    CellKey until = new CellKey(second, problems.getLast().column());
    assertEquals("soon", table.cell(until));
    TableImport mended =
        table
            .with(new CellKey(first, problems.getFirst().column()), "In the yard.")
            .with(until, "2030-12-31");
    List<Entry> entries = mended.read(false).entries();
    assertEquals("In the yard.", entries.getFirst().answer());
    assertEquals(LocalDate.of(2030, 12, 31), entries.getLast().until());
    TableImport shorter = table.with(until, "").with(first, true);
    assertEquals(List.of("b-2"), shorter.read(false).entries().stream().map(Entry::id).toList());
    assertFalse(shorter.isWhole());
    assertTrue(shorter.with(first, false).isWhole());
  }

  @Test
  void aCellTooManyIsToldAndCanBeCleared() throws Exception {
    TableImport table = csv("question,answer\nWho?,Me, and you.\n");
    Problem problem =
        assertThrows(FaqException.class, () -> table.read(false)).problems().getFirst();
    assertEquals(List.of(2, 3), List.of(problem.line(), problem.column()));
    RowKey row = new RowKey("bank.csv", 2);
    TableImport mended =
        table.with(new CellKey(row, 2), "Me, and you.").with(new CellKey(row, 3), "");
    assertEquals("Me, and you.", mended.read(false).entries().getFirst().answer());
  }

  @Test
  void sheetsOfAWorkbookAreMappedOneByOne() throws Exception {
    Path file = folder.resolve("bank.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet cards = book.newWorksheet("Cards");
      row(cards, 0, "Question", "Answer", "Until");
      row(cards, 1, "Where do I block my card?", "Ring 4444.");
      cards.value(1, 2, LocalDate.of(2031, 1, 2));
      cards.style(1, 2).format("yyyy-mm-dd").set();
      Worksheet people = book.newWorksheet("People");
      row(people, 0, "Name", "Room");
      row(people, 1, "Ms Stone", "12");
    }
    TableImport table = TableImport.read(file, Progress.NONE).orElseThrow();
    assertEquals(
        List.of("bank.xlsx, sheet Cards", "bank.xlsx, sheet People"),
        table.sheets().stream().map(TableSheet::name).toList());
    assertFalse(table.mapping(1).used());
    assertEquals("2031-01-02", table.rows(0, 5).getFirst().cell(2));
    assertEquals(LocalDate.of(2031, 1, 2), table.read(false).entries().getFirst().until());
    Mapping rooms = table.mapping(1).withHeader(0).with(0, Column.QUESTION);
    assertFalse(table.with(1, rooms).isComplete());
    assertEquals(2, table.with(1, rooms.with(1, Column.ANSWER)).read(false).entries().size());
  }

  private static void row(Worksheet sheet, int row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      sheet.value(row, i, cells[i]);
    }
  }

  @Test
  void copiedCellsAreATableAndCopiedWordsAreNot() throws Exception {
    TableImport table =
        TableImport.ofText("question\tanswer\nWho pays, and when?\tWe, at once.\n").orElseThrow();
    assertEquals("We, at once.", table.read(false).entries().getFirst().answer());
    assertFalse(table.isFile());
    assertEquals(Optional.empty(), TableImport.ofText("just some words"));
    assertEquals(Optional.empty(), TableImport.ofText(" \n"));
  }

  @Test
  void otherKindsAreNoTable() throws Exception {
    for (Path file :
        List.of(
            file("a.md", "# Who?\nMe.\n"),
            file("a.json", "[]"),
            file("qna.tsv", "Question\tAnswer\tQnaId\nWho?\tMe.\t1\n"),
            folder)) {
      assertEquals(Optional.empty(), TableImport.read(file, Progress.NONE));
    }
  }

  @Test
  void readingCanBeStopped() throws Exception {
    StringBuilder text = new StringBuilder("question,answer\n");
    for (int i = 0; i < 2_000; i++) {
      text.append("Question ").append(i).append(",Answer\n");
    }
    Path file = file("long.csv", text.toString());
    int[] shares = {0};
    assertThrows(
        CancellationException.class,
        () ->
            TableImport.read(
                file,
                (_, done, total) -> {
                  shares[0] = 100 * done / total;
                  return done < total / 2;
                }));
    assertTrue(shares[0] >= 50 && shares[0] < 100, "stopped at " + shares[0]);
  }
}

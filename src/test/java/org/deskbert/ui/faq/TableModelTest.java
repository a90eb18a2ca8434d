package org.deskbert.ui.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deskbert.app.ImportReport;
import org.deskbert.app.Tasks;
import org.deskbert.eval.OwnQuestion;
import org.deskbert.faq.Column;
import org.deskbert.faq.EntryChange;
import org.deskbert.faq.Problem;
import org.deskbert.faq.TableImport.CellKey;
import org.deskbert.faq.TableImport.RowKey;
import org.deskbert.trace.Progress;
import org.deskbert.ui.FakeDesk;
import org.deskbert.ui.faq.ImportState.Answers;
import org.deskbert.ui.faq.ImportState.CheckedRow;
import org.deskbert.ui.faq.ImportState.Columns;
import org.deskbert.ui.faq.ImportState.Done;
import org.deskbert.ui.faq.ImportState.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table on its way: columns, bad rows, the result. */
class TableModelTest {
  private static final String BANK =
      """
      Nr;Anliegen;Auskunft
      b-1;Where do I block my card?;Ring 4444, day and night.
      b-2;Which papers does a loan need?;Bring two payslips.
      """;

  private static final String BAD =
      """
      id,question,answer
      b-1,Where do I block my card?,
      b-2,Which papers does a loan need?,Bring two payslips.
      b-2,Who signs?,Both of you.
      """;

  @TempDir private Path folder;
  private final FakeDesk desk = new FakeDesk();
  private final List<ImportReport> done = new ArrayList<>();
  private final List<String> used = new ArrayList<>();
  private final ImportModel model =
      new ImportModel(desk, Tasks.immediate(), report -> !done.add(report), used::add);

  private <T extends ImportState> T open(Class<T> expected, String text) throws Exception {
    model.open(Files.writeString(folder.resolve("bank.csv"), text));
    return now(expected);
  }

  private <T extends ImportState> T now(Class<T> expected) {
    return assertInstanceOf(expected, model.stateProperty().get());
  }

  @Test
  void columnsLieOpenAndAreChangedBeforeAnythingIsImported() throws Exception {
    Columns columns = open(Columns.class, BANK);
    assertEquals("bank", columns.name());
    assertTrue(columns.table().isComplete(), "guessed");
    model.table().map(columns.table().mapping(0).with(2, Column.OTHER));
    assertFalse(now(Columns.class).table().isComplete());
    model.table().takeColumns();
    now(Columns.class);
    model.table().map(columns.table().mapping(0));
    model.table().call("bank 2");
    model.table().takeColumns();
    assertEquals(List.of("bank 2 NEW table of 2"), desk.imports);
    assertEquals(1, done.size());
  }

  @Test
  void aNameThatCannotBeIsToldWhereItIsWritten() throws Exception {
    open(Columns.class, BANK);
    model.table().call("a/b");
    model.table().takeColumns();
    assertFalse(now(Columns.class).problem().isEmpty());
    assertEquals(List.of(), desk.imports);
  }

  @Test
  void columnsThatGiveNoEntryAreToldThere() throws Exception {
    open(Columns.class, "question,answer\n");
    model.table().takeColumns();
    assertFalse(now(Columns.class).problem().isEmpty());
  }

  @Test
  void badRowsAreMendedInPlace() throws Exception {
    open(Columns.class, BAD);
    model.table().takeColumns();
    Rows rows = now(Rows.class);
    assertEquals(2, rows.open());
    assertEquals(List.of(2, 4), lines(rows));
    Problem missing = rows.rows().getFirst().problems().getFirst();
    model.table().write(new CellKey(rows.rows().getFirst().key(), missing.column()), "Ring 4444.");
    assertEquals(List.of(2, 4), lines(now(Rows.class)), "a mended row stays where it was");
    assertEquals(1, now(Rows.class).open());
    CellKey id = new CellKey(rows.rows().getLast().key(), 1);
    model.table().write(id, "b-3");
    assertEquals(0, now(Rows.class).open());
    assertEquals(List.of(), desk.imports);
    model.table().takeRows();
    assertEquals(List.of("bank NEW table of 3"), desk.imports);
  }

  private static List<Integer> lines(Rows rows) {
    return rows.rows().stream().map(CheckedRow::key).map(key -> key.line()).toList();
  }

  @Test
  void aBadRowIsLeftOutOneByOneOrAllTogether() throws Exception {
    open(Columns.class, BAD);
    model.table().takeColumns();
    Rows rows = now(Rows.class);
    model.table().leave(rows.rows().getFirst().key(), true);
    assertEquals(1, now(Rows.class).open());
    model.table().leave(rows.rows().getFirst().key(), false);
    assertEquals(2, now(Rows.class).open());
    model.table().takeRows();
    assertEquals(List.of("bank NEW table of 1"), desk.imports);
  }

  @Test
  void whatWasMendedIsStillThereAfterALookAtTheColumns() throws Exception {
    open(Columns.class, BAD);
    model.table().takeColumns();
    Rows rows = now(Rows.class);
    model.table().write(new CellKey(rows.rows().getFirst().key(), 3), "Ring 4444.");
    model.table().backToColumns();
    model.table().takeColumns();
    assertEquals(List.of(4), lines(now(Rows.class)));
  }

  @Test
  void aTableForANameThatIsTakenCanGoBackOrLieOpen() throws Exception {
    open(Columns.class, BANK);
    model.table().call("IT");
    model.table().takeColumns();
    ImportState.Taken taken = now(ImportState.Taken.class);
    model.back();
    assertEquals("IT", now(Columns.class).name());
    model.review(taken.source(), "it", false);
    assertEquals(2, now(ImportState.Review.class).count(EntryChange.Kind.ADDED));
    assertEquals(List.of(), desk.imports);
  }

  @Test
  void copiedRowsAreATableToo() {
    model.start();
    model.paste("some words");
    assertFalse(now(ImportState.Start.class).problem().isEmpty());
    model.paste("question\tanswer\nWho pays?\tWe do.\n");
    model.table().takeColumns();
    assertEquals(List.of("Pasted NEW table of 1"), desk.imports);
    model.cancel();
    now(ImportState.Idle.class);
  }

  @Test
  void theResultTellsWhichQuestionsAreLostAndLetsTheFaqAnswer() throws Exception {
    desk.lost = List.of(new OwnQuestion(FakeDesk.VPN, FakeDesk.VPN.question(), "Printer?"));
    open(Columns.class, BANK);
    model.table().takeColumns();
    assertEquals(desk.lost, now(Done.class).lost());
    assertEquals(Answers.WITH_OTHERS, now(Done.class).answers(), "the stand-in lets all answer");
    model.result().activate();
    assertEquals(List.of(), used);
  }

  @Test
  void anImportThatDoesNotAnswerYetIsLetAnswerOnDemand() throws Exception {
    FakeDesk quiet =
        new FakeDesk() {
          @Override
          protected void add(String name, int entries) {}

          @Override
          public List<OwnQuestion> ownQuestions(String faq, Progress progress) {
            throw new IllegalStateException("no index");
          }
        };
    quiet.badRows = List.of();
    ImportModel imports =
        new ImportModel(quiet, Tasks.immediate(), report -> !done.add(report), used::add);
    imports.open(Path.of("bank.md"));
    Done result = assertInstanceOf(Done.class, imports.stateProperty().get());
    assertNull(result.lost());
    assertEquals("no index", result.problem());
    imports.result().activate();
    assertEquals(List.of("bank"), used);
    assertEquals(
        Answers.WITH_OTHERS, assertInstanceOf(Done.class, imports.stateProperty().get()).answers());
  }

  @Test
  void entriesOfAFileThatIsNoTableAreMendedLikeRows() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("bank.json"),
            """
            [{"id": "b-1", "question": "Where do I block my card?", "answer": ""},
             {"id": "b-2", "question": "Who signs?", "answer": "Both of you.", "category": "Loans"}]
            """);
    model.open(file);
    Rows rows = now(Rows.class);
    assertEquals(1, rows.open());
    RowKey first = rows.rows().getFirst().key();
    assertEquals(new RowKey("bank.json", 1), first);
    model.table().write(new CellKey(first, 3), "Ring 4444.");
    assertEquals(0, now(Rows.class).open());
    model.table().takeRows();
    now(Done.class);
    assertEquals(List.of("bank NEW", "bank NEW table of 2"), desk.imports);
  }
}

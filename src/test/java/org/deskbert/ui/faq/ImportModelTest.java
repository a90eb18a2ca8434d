package org.deskbert.ui.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.deskbert.app.FaqSummary;
import org.deskbert.app.ImportMode;
import org.deskbert.app.ImportReport;
import org.deskbert.app.Incoming;
import org.deskbert.app.Tasks;
import org.deskbert.faq.Conflict;
import org.deskbert.faq.Conflict.Side;
import org.deskbert.faq.Entry;
import org.deskbert.faq.EntryChange;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Merge;
import org.deskbert.faq.Problem;
import org.deskbert.faq.Sentence;
import org.deskbert.trace.Progress;
import org.deskbert.ui.FakeDesk;
import org.junit.jupiter.api.Test;

class ImportModelTest {
  private static final Problem BAD =
      new Problem(
          Problem.Severity.ERROR,
          "no-answer",
          "",
          "desk.csv",
          4,
          3,
          Sentence.of("no-answer", "How?"),
          Sentence.of("no-answer.todo"));

  private final FakeDesk desk = new FakeDesk();
  private final List<ImportReport> done = new ArrayList<>();
  private final List<String> used = new ArrayList<>();
  private final ImportModel model =
      new ImportModel(desk, Tasks.immediate(), report -> !done.add(report), used::add);

  @Test
  void aGoodFileIsImportedUnderItsOwnName() {
    desk.badRows = List.of();
    model.open(Path.of("folder", "front.desk.csv"));
    assertEquals(List.of("front desk NEW"), desk.imports);
    assertEquals("front desk", done.getFirst().name());
    assertInstanceOf(ImportState.Done.class, model.stateProperty().get());
  }

  @Test
  void aNameThatIsTakenIsAskedAbout() {
    model.open(Path.of("IT.csv"));
    ImportState.Taken taken =
        assertInstanceOf(ImportState.Taken.class, model.stateProperty().get());
    assertEquals(List.of(), desk.imports);
    assertEquals("it", taken.name(), "as the library writes it");
    desk.badRows = List.of();
    model.run(taken.source(), taken.name(), ImportMode.REPLACE, false);
    assertEquals(List.of("it REPLACE"), desk.imports);
  }

  @Test
  void aMergeLiesOpenBeforeItIsDoneAndEachConflictHasItsSide() {
    desk.badRows = List.of();
    Entry mine = entry("mine");
    Entry theirs = entry("theirs");
    desk.merge =
        new Merge(
            desk.words,
            desk.words,
            desk.words,
            desk.words.with(List.of(FakeDesk.VPN, FakeDesk.PRINTER)),
            List.of(new Conflict("c", null, mine, theirs, List.of(EntryChange.Field.ANSWER))));
    model.review(new ImportState.Source.OfFile(Path.of("it.csv")), "it", false);
    ImportState.Review review =
        assertInstanceOf(ImportState.Review.class, model.stateProperty().get());
    assertEquals(List.of(), desk.imports);
    assertEquals(1, review.conflicts());
    assertEquals(1, review.count(EntryChange.Kind.REMOVED));
    assertEquals(new EntryChange(mine, theirs), review.changes().getFirst().change());
    assertEquals(Side.OURS, model.side("c"));
    model.choose("c", Side.THEIRS);
    model.take();
    assertEquals(List.of("it TAKE {c=THEIRS}"), desk.imports);
    assertEquals(1, done.size());
  }

  @Test
  void badRowsThatAreLeftOutOfAMergeStillLieOpen() {
    model.review(new ImportState.Source.OfFile(Path.of("it.csv")), "it", false);
    model.skipBad(assertInstanceOf(ImportState.BadRows.class, model.stateProperty().get()));
    assertInstanceOf(ImportState.Review.class, model.stateProperty().get());
    model.cancel();
    assertEquals(List.of(), desk.imports);
  }

  @Test
  void aPackLiesOpenUnderItsOwnName() {
    desk.badRows = List.of();
    desk.sender = new Incoming.Sender("12345 67890", false, false);
    model.open(Path.of("bank.faqpack"));
    ImportState.Review review =
        assertInstanceOf(ImportState.Review.class, model.stateProperty().get());
    assertEquals("it", review.incoming().name());
    assertEquals(List.of(), desk.imports);
    model.take();
    assertEquals(List.of("it TAKE {}"), desk.imports);
  }

  private static Entry entry(String answer) {
    return new Entry("c", List.of("Question"), answer, "", List.of(), null, null);
  }

  @Test
  void badRowsAreListedAndCanBeLeftOut() {
    desk.badRows = List.of(BAD);
    model.open(Path.of("desk.csv"));
    ImportState.BadRows bad =
        assertInstanceOf(ImportState.BadRows.class, model.stateProperty().get());
    assertEquals(List.of(BAD), bad.problems());
    assertEquals(List.of(), done);
    model.run(bad.source(), bad.name(), bad.mode(), true);
    assertEquals(List.of(BAD), done.getFirst().notes());
  }

  @Test
  void cancelClosesWhatIsShown() {
    desk.badRows = List.of(BAD);
    model.open(Path.of("desk.csv"));
    model.cancel();
    assertInstanceOf(ImportState.Idle.class, model.stateProperty().get());
  }

  @Test
  void aCancelledImportEndsWithoutAReport() {
    FakeDesk cancelling =
        new FakeDesk() {
          @Override
          public ImportReport importFile(
              Path file, String name, ImportMode mode, boolean skipBad, Progress progress) {
            cancelled[0].cancel();
            assertTrue(!progress.report("Reading", 1, 2), "the worker is told to stop");
            throw new CancellationException();
          }
        };
    cancelled[0] =
        new ImportModel(cancelling, Tasks.immediate(), report -> !done.add(report), used::add);
    cancelled[0].open(Path.of("desk.csv"));
    assertInstanceOf(ImportState.Idle.class, cancelled[0].stateProperty().get());
    assertEquals(List.of(), done);
  }

  private final ImportModel[] cancelled = new ImportModel[1];

  @Test
  void aFileThatCannotBeReadSaysWhy() {
    FakeDesk refusing =
        new FakeDesk() {
          @Override
          public ImportReport importFile(
              Path file, String name, ImportMode mode, boolean skipBad, Progress progress)
              throws FaqException {
            throw new FaqException("desk.csv is empty. Choose a file with questions.");
          }

          @Override
          public List<FaqSummary> faqs() {
            return List.of();
          }
        };
    ImportModel imports =
        new ImportModel(refusing, Tasks.immediate(), report -> !done.add(report), used::add);
    imports.open(Path.of("desk.csv"));
    ImportState.Failed failed =
        assertInstanceOf(ImportState.Failed.class, imports.stateProperty().get());
    assertEquals("desk.csv is empty. Choose a file with questions.", failed.sentence());
  }
}

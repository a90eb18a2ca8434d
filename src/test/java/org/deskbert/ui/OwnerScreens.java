package org.deskbert.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.deskbert.app.Incoming;
import org.deskbert.eval.Checks;
import org.deskbert.eval.Disturbance;
import org.deskbert.eval.Robustness;
import org.deskbert.faq.Conflict;
import org.deskbert.faq.Edits;
import org.deskbert.faq.Entry;
import org.deskbert.faq.EntryChange;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Finding;
import org.deskbert.faq.Library;
import org.deskbert.faq.Merge;
import org.deskbert.faq.Problem;
import org.deskbert.faq.Revision;
import org.deskbert.faq.Sentence;
import org.deskbert.faq.TestQuestion;
import org.deskbert.ui.faq.ImportState;
import org.deskbert.ui.kit.Desk;
import org.testfx.util.WaitForAsyncUtils;

/** The states of the window that owners see: imports, and the desk of a FAQ that was edited. */
final class OwnerScreens {
  private static final String EDITED = "it-1";
  private static final String LOST = "is there a canteen?";

  private final Screens screens;
  private final Stage stage;
  private final Desk desk;

  OwnerScreens(Screens screens, Stage stage, Desk desk) {
    this.screens = screens;
    this.stage = stage;
    this.desk = desk;
  }

  /** A file with bad rows, from the start to where they are mended. */
  void imports(Path temp) throws Exception {
    WindowModel imports = screens.open();
    Path file = temp.resolve("front-desk.csv");
    Files.writeString(
        file,
        """
        id,question,answer,category
        fd-1,Where do visitors park?,In the yard behind the house.,Visitors
        fd-2,Who orders taxis?,,Travel
        fd-3,,The key is at the gate.,Keys
        fd-1,Where is the lost property?,At the front desk.,Visitors
        """);
    Screens.fx(() -> imports.imports.start());
    screens.seen("import-start");
    Screens.fx(() -> imports.imports.open(file));
    await(imports, ImportState.Columns.class);
    screens.seen("import-columns");
    Screens.fx(() -> imports.imports.table().takeColumns());
    await(imports, ImportState.Rows.class);
    screens.seen("import-errors");
  }

  /** A pack of somebody unknown, who changed what was changed here. */
  void conflict(FakeDesk fake) throws Exception {
    Entry vpn = FakeDesk.VPN;
    Entry fresh =
        new Entry("it-9", List.of("Where is the plotter?"), "Room 12.", "", List.of(), null, null);
    Faq now = new Faq("it", List.of(vpn, FakeDesk.PRINTER, FakeDesk.PASSWORD));
    Faq then = now.with(List.of(vpn, FakeDesk.PASSWORD, fresh));
    Conflict conflict =
        new Conflict(
            vpn.id(),
            vpn,
            vpn.withNotes("Ask the network team before you change this."),
            vpn.withNotes("Outdated since the new client."),
            List.of(EntryChange.Field.NOTES));
    List<Problem> bad = fake.badRows;
    fake.badRows = List.of();
    fake.merge = new Merge(now, now, then, then, List.of(conflict));
    fake.sender = new Incoming.Sender("48210 09317 55102 73946 18820 66134", false, false);
    WindowModel review = screens.open();
    Screens.fx(() -> review.imports.open(Path.of("it.faqpack")));
    await(review, ImportState.Review.class);
    screens.seen("merge-conflict");
    fake.badRows = bad;
  }

  /** The tabs of the desk. */
  void desk() throws Exception {
    Entry edited = edit(desk.owner().library());
    WindowModel owner = screens.open();
    Screens.fx(() -> owner.showDesk("it", () -> {}));
    until(() -> !owner.editor.shown().isEmpty());
    Screens.fx(() -> owner.editor.show(EDITED));
    screens.seen("entries");
    press("#desk-checks");
    Screens.fx(() -> owner.checks.show(checks(edited)));
    screens.seen("checks");
    press("#checks-robustness");
    screens.seen("robustness");
    press("#desk-tests");
    until(() -> owner.tests.redProperty().get() == 1);
    screens.seen("tests");
    press("#desk-history");
    until(() -> owner.revisions.shownProperty().get() != null);
    Screens.fx(() -> owner.revisions.showSince(true));
    until(() -> owner.revisions.shownProperty().get().since());
    Revision first = owner.revisions.shownProperty().get().revisions().getLast();
    Screens.fx(() -> owner.revisions.choose(first));
    until(() -> first.equals(owner.revisions.shownProperty().get().chosen()));
    screens.seen("compare");
  }

  /** Changes an entry, and leaves one test as agreed to and one red. */
  private static Entry edit(Library library) throws FaqException {
    Entry before =
        library.load("it").entries().stream()
            .filter(entry -> entry.id().equals(EDITED))
            .findFirst()
            .orElseThrow();
    String more = "Ring 4444 if the mail does not come.";
    Entry after =
        before.answer().contains(more)
            ? before
            : new Entry(
                before.id(),
                before.phrasings(),
                before.answer() + "\n\n" + more,
                before.category(),
                before.tags(),
                before.parent(),
                before.until(),
                "Agreed with the help desk.");
    library.apply("it", Edits.save(after));
    library
        .upkeep()
        .putTests(
            "it",
            List.of(
                new TestQuestion(
                    after.question(), EDITED, "answered", EDITED, TestQuestion.Origin.HISTORY),
                new TestQuestion(LOST, EDITED, "answered", EDITED, TestQuestion.Origin.LIKED)));
    return after;
  }

  private static Checks checks(Entry entry) {
    Problem near =
        new Problem(
            Problem.Severity.WARNING,
            "near-entries",
            entry.id(),
            "it",
            2,
            0,
            Sentence.of("near-entries", entry.question(), "How do I change my password?", "it-2"),
            Sentence.of("near-entries.todo"));
    Problem single =
        new Problem(
            Problem.Severity.NOTE,
            "single-phrasing",
            "it-2",
            "it",
            3,
            0,
            Sentence.of("single-phrasing", "How do I change my password?"),
            Sentence.of("single-phrasing.todo"));
    Robustness.Broken broken =
        new Robustness.Broken("forgto my pasword", Disturbance.TYPOS, "it-2");
    return new Checks(
        List.of(
            new Finding(near, entry.question(), "it-2", "How do I change my password?"),
            Finding.of(single)),
        List.of(new Robustness(entry, 15, 11, broken), new Robustness(password(), 5, 5, null)));
  }

  private static Entry password() {
    List<String> ways = List.of("How do I change my password?");
    return new Entry("it-2", ways, "In the portal.", "Accounts", List.of(), null, null);
  }

  private void press(String id) throws Exception {
    Screens.fx(() -> ((ToggleButton) stage.getScene().lookup(id)).fire());
  }

  private static void await(WindowModel model, Class<? extends ImportState> state)
      throws Exception {
    until(() -> state.isInstance(model.imports.stateProperty().get()));
  }

  private static void until(Callable<Boolean> holds) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Screens.fx(holds));
  }
}

package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Settings.Theme;
import org.deskbert.app.Tasks;
import org.deskbert.faq.Column;
import org.deskbert.faq.Entry;
import org.deskbert.ui.WindowModel.Page;
import org.deskbert.ui.chat.Message;
import org.deskbert.ui.faq.ImportState;
import org.deskbert.ui.faq.ImportState.Columns;
import org.deskbert.ui.faq.ImportState.Done;
import org.deskbert.ui.faq.ImportState.Rows;
import org.deskbert.ui.kit.Desk;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** From a spreadsheet to an answer by keyboard alone, in the real program. */
@ExtendWith(ApplicationExtension.class)
class ImportWindowTest {
  private static final Path PICTURES = Path.of("target/screens");
  private static final List<String> CARDS = List.of("debit", "credit", "gold", "travel", "youth");
  private static final List<String> WISHES =
      List.of("block", "replace", "order", "cancel", "activate", "insure", "limit", "rename");

  /** {@code -Drows=1500} for a FAQ as large as a bank's. */
  private static final int ROWS = Integer.getInteger("rows", CARDS.size() * WISHES.size());

  @TempDir private Path temp;
  private DeskBert program;
  private WindowModel model;
  private Stage stage;

  @Start
  void start(Stage primary) throws Exception {
    stage = primary;
    program = DeskBert.open(temp.resolve("data"));
    program.change(
        program.settings().withWordsOnly(true).withLanguage("en").withTheme(Theme.LIGHT));
    program.start();
    Tasks tasks = new Tasks(Tasks.worker("desk"), Platform::runLater);
    model = new WindowModel(Desk.of(program), tasks, tasks, tasks, tasks, (_, _) -> {});
    DeskBertApp.open(stage, model);
    model.start();
    stage.requestFocus();
  }

  @AfterEach
  void stop() {
    program.close();
  }

  private interface Truth {
    boolean holds() throws Exception;
  }

  private static void until(Truth truth) throws Exception {
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.asyncFx(truth::holds).get(60, TimeUnit.SECONDS));
  }

  private void until(Class<? extends ImportState> state) throws Exception {
    until(() -> state.isInstance(model.imports.stateProperty().get()));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Node focused() {
    return stage.getScene().getFocusOwner();
  }

  /** Goes on with Tab until the focus is on that control. */
  private void tabTo(FxRobot robot, String id) {
    for (int i = 0; i < 40 && !id.equals(focused().getId()); i++) {
      robot.push(KeyCode.TAB);
    }
    assertEquals(id, focused().getId());
  }

  private void pictures(String name) throws Exception {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      for (int zoom : List.of(100, 200)) {
        WaitForAsyncUtils.asyncFx(
                () -> model.settings.change(now -> now.withTheme(theme).withZoom(zoom)))
            .get(60, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents(10);
        WaitForAsyncUtils.asyncFx(
                () -> {
                  String file =
                      name + "-" + zoom + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
                  Pictures.write(stage, PICTURES.resolve(file));
                  return true;
                })
            .get(60, TimeUnit.SECONDS);
      }
    }
    WaitForAsyncUtils.asyncFx(
            () -> model.settings.change(now -> now.withTheme(Theme.LIGHT).withZoom(100)))
        .get(60, TimeUnit.SECONDS);
  }

  private static void row(Worksheet sheet, int row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      sheet.value(row, i, cells[i]);
    }
  }

  private Column fourthColumn() {
    return ((Columns) model.imports.stateProperty().get()).table().mapping(0).columns().get(3);
  }

  /** Questions about cards, under names that nothing knows. */
  private Path spreadsheet() throws Exception {
    Path file = temp.resolve("bank cards.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Cards");
      row(sheet, 0, "Ref", "Client concern", "Guidance for staff", "Unit");
      for (int at = 0; at < ROWS; at++) {
        String card = CARDS.get(at / WISHES.size() % CARDS.size());
        String wish = WISHES.get(at % WISHES.size());
        int branch = at / (CARDS.size() * WISHES.size());
        row(
            sheet,
            at + 1,
            "c-" + at,
            "How do I "
                + wish
                + " my "
                + card
                + " card"
                + (branch > 0 ? " in branch " + branch : "")
                + "?",
            "Open **Cards**, choose the " + card + " card and press *" + wish + "*.",
            card.equals("youth") ? "Young clients" : "Cards");
      }
    }
    return file;
  }

  @Test
  void aSpreadsheetInABanksWordsAnswersByKeyboardAlone(FxRobot robot) throws Exception {
    AtomicInteger keys = new AtomicInteger();
    stage.addEventFilter(KeyEvent.KEY_PRESSED, _ -> keys.incrementAndGet());
    until(() -> !model.faqs.faqs().isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.O);
    until(ImportState.Start.class);
    pictures("import-start");
    Path file = spreadsheet();
    robot.interact(() -> model.importFile(file)); // what the system's own dialog gives back
    until(Columns.class);
    Columns guessed = (Columns) model.imports.stateProperty().get();
    assertTrue(guessed.table().isComplete(), "question and answer are guessed");
    pictures("import-columns");
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    tabTo(robot, "column-3");
    for (int i = 0; i < 8 && fourthColumn() != Column.CATEGORY; i++) {
      robot.push(KeyCode.UP);
    }
    assertEquals("column-3", focused().getId(), "the focus stays where the choice was made");
    tabTo(robot, "take-columns");
    long asked = System.nanoTime();
    robot.push(KeyCode.ENTER);
    until(() -> model.imports.stateProperty().get() instanceof Done done && done.lost() != null);
    long taken = System.nanoTime();
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of(), ((Done) model.imports.stateProperty().get()).lost());
    pictures("import-done");
    assertEquals("import-ask", focused().getId());
    robot.push(KeyCode.ENTER);
    int imported = keys.get();
    until(() -> model.pageProperty().get() == Page.CHAT);
    until(() -> program.status().faq().equals("bank cards"));
    robot.write("block my travel card").push(KeyCode.ENTER);
    until(() -> model.chat.messages().size() == 2);
    Message.Answer answer = assertInstanceOf(Message.Answer.class, model.chat.messages().getLast());
    Entry first = answer.reply().explanation().first().entry();
    assertEquals("How do I block my travel card?", first.question());
    assertEquals("Cards", first.category());
    System.out.printf(
        "%,d rows: %d keys to import, %d to ask; each entry was asked %.1f s after its last key%n",
        ROWS, imported, keys.get() - imported, (taken - asked) / 1e9);
  }

  @Test
  void badRowsAreMendedWhereTheyStandAndAPastedTableComesInToo(FxRobot robot) throws Exception {
    until(() -> !model.faqs.faqs().isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.O);
    until(ImportState.Start.class);
    robot.interact(() -> {
      ClipboardContent copied = new ClipboardContent();
      copied.putString(
          """
          id\tquestion\tanswer\tuntil
          d-1\tWhere do visitors park?\t\t
          d-2\tWho orders taxis?\tThe front desk, until ten in the evening.\tnext year
          d-3\tWhere is the lost property?\tAt the front desk.\t
          d-4\t\tThe key is at the gate.\t
          d-5\twhere is the lost property\tAsk the porter.\t
          d-5\twhere is the lost property\t\t
          """);
      Clipboard.getSystemClipboard().setContent(copied);
    });
    robot.push(KeyCode.CONTROL, KeyCode.V);
    until(Columns.class);
    robot.push(KeyCode.ENTER);
    until(Rows.class);
    assertEquals("cell-2-3", focused().getId());
    pictures("import-rows");
    tabTo(robot, "cell-2-3");
    robot.write("In the yard.").push(KeyCode.ENTER);
    until(() -> ((Rows) model.imports.stateProperty().get()).open() == 2);
    tabTo(robot, "cell-3-4");
    robot.push(KeyCode.CONTROL, KeyCode.A).write("2031-12-31").push(KeyCode.ENTER);
    until(() -> ((Rows) model.imports.stateProperty().get()).open() == 1);
    pictures("import-rows-mended");
    assertEquals(3, program.library().list().size(), "nothing is imported before the end");
    tabTo(robot, "take-rows");
    robot.push(KeyCode.ENTER);
    until(() -> model.imports.stateProperty().get() instanceof Done done && done.lost() != null);
    assertEquals(
        List.of("d-1", "d-2", "d-3", "d-5"),
        program.library().load("Pasted").entries().stream().map(Entry::id).toList());
    assertEquals(
        List.of("d-3", "d-5"),
        ((Done) model.imports.stateProperty().get())
            .lost().stream().map(lost -> lost.entry().id()).toList());
    pictures("import-lost");
    assertEquals(
        1,
        robot
            .lookup((Node node) ->
                node instanceof Label said && said.getText().contains("stands twice"))
            .queryAll()
            .size(),
        "every note is shown, not the first alone");
    robot.push(KeyCode.SHIFT, KeyCode.TAB).push(KeyCode.ENTER);
    until(() -> model.pageProperty().get() == Page.DESK);
    until(() -> model.editor.currentProperty().get() != null);
    assertEquals("Pasted", model.editor.nameProperty().get());
  }
}

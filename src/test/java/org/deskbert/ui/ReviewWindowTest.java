package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.deskbert.app.Incoming;
import org.deskbert.app.Settings.Theme;
import org.deskbert.faq.Conflict;
import org.deskbert.faq.Entry;
import org.deskbert.faq.EntryChange;
import org.deskbert.faq.Faq;
import org.deskbert.faq.Merge;
import org.deskbert.ui.WindowModel.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A pack of somebody unknown that brings one entry of each kind and a conflict, by keyboard. */
@ExtendWith(ApplicationExtension.class)
class ReviewWindowTest {
  private final FakeDesk desk = new FakeDesk();
  private WindowModel model;
  private Stage stage;

  @Start
  void start(Stage primary) {
    stage = primary;
    Entry vpn = FakeDesk.VPN;
    Faq now = new Faq("it", List.of(vpn, FakeDesk.PRINTER, FakeDesk.PASSWORD));
    Entry fresh =
        new Entry("it-9", List.of("Where is the plotter?"), "Room 12.", "", List.of(), null, null);
    Faq then = now.with(List.of(vpn, changed(FakeDesk.PRINTER, "Choose another queue."), fresh));
    Conflict conflict =
        new Conflict(
            vpn.id(),
            vpn,
            changed(vpn, vpn.answer() + " Then ring 4444."),
            changed(vpn, vpn.answer() + " Then write to the help desk."),
            List.of(EntryChange.Field.ANSWER));
    desk.badRows = List.of();
    desk.merge = new Merge(now, now, then, then, List.of(conflict));
    desk.sender = new Incoming.Sender("48210 09317 55102 73946 18820 66134", false, false);
    desk.settings = desk.settings.withTheme(Theme.valueOf(System.getProperty("theme", "LIGHT")));
    model = TestWindow.open(desk, stage);
  }

  @Test
  void aSideIsChosenAndThePackTakenByKeyboard(FxRobot robot) throws Exception {
    robot.interact(() -> model.imports.open(Path.of("it.faqpack")));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(Page.IMPORT, model.pageProperty().get());
    robot.interact(() -> Pictures.write(stage, Path.of("target/screens/review-light.png")));
    assertEquals("take", focused().getId());
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    for (int i = 0; i < 5 && !(focused() instanceof RadioButton); i++) {
      robot.push(KeyCode.SHIFT, KeyCode.TAB);
    }
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.TAB).push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("it TAKE {" + FakeDesk.VPN.id() + "=THEIRS}"), desk.imports);
    robot.push(KeyCode.ENTER); // the result lets ask
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(Page.CHAT, model.pageProperty().get());
  }

  private Node focused() {
    return stage.getScene().getFocusOwner();
  }

  private static Entry changed(Entry entry, String answer) {
    return new Entry(
        entry.id(), entry.phrasings(), answer, entry.category(), entry.tags(), null, null);
  }
}

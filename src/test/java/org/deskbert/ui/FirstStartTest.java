package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.deskbert.app.FaqSummary;
import org.deskbert.ui.WindowModel.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What somebody sees who has just installed the program. */
@ExtendWith(ApplicationExtension.class)
class FirstStartTest {
  private final FakeDesk desk = new FakeDesk();
  private final List<String> opened = new ArrayList<>();
  private WindowModel model;

  @Start
  void start(Stage stage) {
    desk.badRows = List.of();
    model = TestWindow.open(desk, stage);
    model.about.openWith(opened::add);
  }

  @Test
  void besideTheSamplesOnesOwnFileIsOfferedAndTakesTheirPlace(FxRobot robot) {
    assertTrue(robot.lookup("#own-file").tryQuery().isPresent());
    robot.interact(() -> model.importFile(Path.of("canteen.csv")));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(
        List.of("canteen"),
        desk.faqs().stream().filter(FaqSummary::active).map(FaqSummary::name).toList());
    robot.interact(() -> model.newConversation(false));
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(robot.lookup("#own-file").tryQuery().isPresent());
  }

  @Test
  void aboutHasTheFoldersToCopyAndOpenAndTheLicences(FxRobot robot) {
    robot.interact(() -> model.pageProperty().set(Page.SETTINGS));
    robot.interact(() -> robot.lookup("#tab-about").queryAs(ToggleButton.class).fire());
    robot.clickOn("#about-data-copy");
    robot.interact(() ->
        assertEquals(desk.dataFolder().toString(), Clipboard.getSystemClipboard().getString()));
    robot.clickOn("#about-data-open");
    assertEquals(List.of(desk.dataFolder().toUri().toString()), opened);
    robot.interact(() -> robot.lookup("#about-licences").queryAs(ToggleButton.class).fire());
    WaitForAsyncUtils.waitForFxEvents();
    String notice = robot.lookup("#about-notice").queryAs(Label.class).getText();
    assertTrue(notice.contains("Apache Lucene"), notice);
  }
}

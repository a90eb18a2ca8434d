package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.deskbert.app.OwnerLock;
import org.deskbert.ui.WindowModel.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window of somebody who does not know the passphrase. */
@ExtendWith(ApplicationExtension.class)
class LockWindowTest {
  @TempDir private Path folder;
  private final FakeDesk desk = new FakeDesk();
  private WindowModel model;

  @Start
  void start(Stage stage) throws Exception {
    desk.lock = new OwnerLock(folder.resolve("owner-lock.json"), InstantSource.system());
    desk.lock.set("a blue door");
    desk.lock.lock();
    model = TestWindow.open(desk, stage);
  }

  @Test
  void theMenuSaysWhyItIsDisabled(FxRobot robot) {
    List<MenuItem> items = robot.lookup("#faq-menu").queryAs(MenuButton.class).getItems();
    assertEquals(
        List.of("Unlock …"),
        items.stream()
            .filter(item -> item.getText() != null && !item.isDisable())
            .map(MenuItem::getText)
            .toList());
    assertTrue(
        items.stream()
            .anyMatch(item -> "Locked by those who look after this FAQ.".equals(item.getText())));
  }

  @Test
  void whatIsOpenedIsImportedOnlyAfterThePassphrase(FxRobot robot) {
    robot.interact(() -> model.importFile(Path.of("front-desk.csv")));
    assertTrue(robot.lookup("#unlock").tryQuery().isPresent());
    robot.write("a red door").push(KeyCode.ENTER);
    assertEquals(List.of(), desk.imports);
    robot.write("a blue door").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(1, desk.imports.size());
    assertTrue(robot.lookup("#unlock").tryQuery().isEmpty());
  }

  @Test
  void theDeskIsShownOnlyAfterThePassphrase(FxRobot robot) {
    robot.clickOn("#desk-button");
    assertEquals(Page.CHAT, model.pageProperty().get());
    assertFalse(robot.lookup("#desk-button").queryAs(ToggleButton.class).isSelected());
    robot.write("a blue door").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(Page.DESK, model.pageProperty().get());
  }

  @Test
  void escapeLeavesItLockedAndForgetsWhatWasWanted(FxRobot robot) {
    robot.interact(() -> model.showWords("it"));
    robot.push(KeyCode.ESCAPE);
    robot.interact(() -> model.lock.unlock("a blue door"));
    assertEquals(Page.CHAT, model.pageProperty().get());
  }

  @Test
  void aLockedPageIsLeftWhenItIsLockedAgain(FxRobot robot) {
    robot.interact(() -> model.lock.unlock("a blue door"));
    robot.interact(() -> model.showWords("it"));
    assertEquals(Page.WORDS, model.pageProperty().get());
    robot.clickOn("#lock-button");
    assertEquals(Page.CHAT, model.pageProperty().get());
    assertFalse(model.lock.openProperty().get());
  }

  @Test
  void theSettingsOfAnswersAreDisabledTheLookIsNot(FxRobot robot) {
    robot.push(new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN));
    robot.clickOn("#tab-answers");
    assertTrue(robot.lookup("#tolerance").<Node>query().isDisabled());
    robot.clickOn("#tab-appearance");
    assertFalse(robot.lookup(".stepper").<Node>query().isDisabled());
  }
}

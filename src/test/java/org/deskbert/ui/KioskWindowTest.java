package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.deskbert.app.OwnerLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The window for passers-by. */
@ExtendWith(ApplicationExtension.class)
class KioskWindowTest {
  @TempDir private Path folder;
  private final FakeDesk desk = new FakeDesk();
  private Stage stage;
  private WindowModel model;

  @Start
  void start(Stage primary) throws Exception {
    stage = new Stage(); // its own, as it fills the screen
    desk.lock = new OwnerLock(folder.resolve("owner-lock.json"), InstantSource.system());
    desk.lock.set("a blue door");
    model = TestWindow.open(desk, stage);
    model.enterKiosk();
  }

  @Stop
  void stop() {
    stage.hide();
  }

  private static boolean shows(FxRobot robot, String query) {
    return robot.lookup(query).tryQuery().isPresent();
  }

  @Test
  void nothingButTheConversationIsThere(FxRobot robot) {
    assertTrue(stage.isFullScreen());
    assertTrue(shows(robot, "#question"));
    for (String other : new String[] {"#faq-menu", "#settings-button", "#desk-button", "#search"}) {
      assertFalse(shows(robot, other), other);
    }
    for (KeyCode code : new KeyCode[] {KeyCode.COMMA, KeyCode.O, KeyCode.K, KeyCode.S}) {
      robot.push(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN));
    }
    assertFalse(shows(robot, "#settings"));
    assertFalse(shows(robot, ".card"));
  }

  @Test
  void neitherEscapeNorClosingLeadOut(FxRobot robot) {
    robot.push(KeyCode.ESCAPE);
    assertTrue(stage.isFullScreen());
    WindowEvent close = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
    robot.interact(() -> stage.fireEvent(close));
    assertTrue(stage.isShowing());
    assertTrue(shows(robot, "#unlock"));
    robot.write("a red door").push(KeyCode.ENTER);
    assertTrue(stage.isFullScreen());
    robot.write("a blue door").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(stage.isFullScreen());
    assertTrue(shows(robot, "#faq-menu"));
  }

  @Test
  void theNextFindsNothingOfTheLast(FxRobot robot) {
    robot.write("my vpn drops at home").push(KeyCode.ENTER);
    robot.write("and my secret number");
    TextArea field = robot.lookup("#question").queryAs(TextArea.class);
    robot.interact(field::selectAll);
    robot.interact(field::copy);
    robot.clickOn("#kiosk-anew");
    robot.push(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN));
    robot.push(KeyCode.UP);
    assertEquals("", field.getText());
    assertTrue(shows(robot, "#empty"));
    robot.interact(() -> assertFalse(Clipboard.getSystemClipboard().hasString()));
  }

  @Test
  void itSpeaksAnotherLanguageUntilItBeginsAnew(FxRobot robot) {
    robot.interact(() -> model.settings.change(now -> now.withLanguage("de")));
    WaitForAsyncUtils.waitForFxEvents();
    Scene scene = stage.getScene();
    assertTrue(scene.getRoot() instanceof KioskView);
    assertTrue(robot.lookup("Von vorn").tryQuery().isPresent());
    robot.interact(model.kiosk::beginAnew);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(robot.lookup("Start over").tryQuery().isPresent());
  }
}

package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.deskbert.chat.history.Feedback;
import org.deskbert.ui.chat.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Kept conversations in the real window on the headless platform, by keyboard. */
@ExtendWith(ApplicationExtension.class)
class HistoryWindowTest {
  private final FakeDesk desk = new FakeDesk();
  private WindowModel model;
  private Stage stage;

  @Start
  void start(Stage primary) {
    stage = primary;
    model = TestWindow.open(desk, stage);
  }

  @Test
  void aThumbDownAsksForTheReason(FxRobot robot) {
    robot.write("my vpn drops at home").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(shows("What was wrong?"));
    focus(robot, ".thumbs-down");
    robot.push(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(shows("What was wrong?"));
    focus(robot, "Out of date");
    robot.push(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    Message.Rated answer = (Message.Rated) model.chat.messages().getLast();
    assertEquals(Feedback.OUTDATED, answer.feedbackProperty().get());
    assertTrue(robot.lookup(".thumbs-down").queryAs(ToggleButton.class).isSelected());
    assertFalse(robot.lookup(".thumbs-up").queryAs(ToggleButton.class).isSelected());
  }

  @Test
  void aConversationIsFoundOpenedRenamedAndDeletedByKeys(FxRobot robot) {
    robot.write("my vpn drops at home").push(KeyCode.ENTER);
    robot.push(KeyCode.CONTROL, KeyCode.N).write("something else").push(KeyCode.ENTER);
    robot.push(KeyCode.CONTROL, KeyCode.N);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(2, model.history.items().size());

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F).write("vpn").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(shows("Restart the VPN client"));
    assertTrue(robot.lookup("#question").query().isFocused());

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.F2);
    robot.write("Tunnel").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("Tunnel"), titles());

    robot.push(KeyCode.DELETE);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of(), titles());
    assertTrue(shows("“Tunnel” was deleted."));
    focus(robot, "#undo");
    robot.push(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("Tunnel"), titles());
  }

  @Test
  void theListGoesAndComesAndAPrivateConversationIsNotInIt(FxRobot robot) {
    assertTrue(robot.lookup("#history").tryQuery().isPresent());
    robot.push(KeyCode.CONTROL, KeyCode.B);
    assertTrue(robot.lookup("#history").tryQuery().isEmpty());
    assertFalse(desk.settings().sidebar());
    robot.push(KeyCode.CONTROL, KeyCode.B);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
    robot.write("my vpn drops at home").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of(), model.history.items());
    assertTrue(robot.lookup("#private").query().isVisible());
    robot.push(KeyCode.CONTROL, KeyCode.N);
    assertFalse(robot.lookup("#private").query().isVisible());
  }

  private List<String> titles() {
    return model.history.items().stream().map(item -> item.info().title()).toList();
  }

  private static void focus(FxRobot robot, String query) {
    Node node = robot.lookup(query).query();
    robot.interact(node::requestFocus);
  }

  private boolean shows(String words) {
    return Nodes.all(stage.getScene().getRoot()).stream()
        .anyMatch(node -> Nodes.words(node).contains(words));
  }
}

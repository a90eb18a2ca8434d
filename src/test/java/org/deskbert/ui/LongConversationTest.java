package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.deskbert.app.Tasks;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.StoredMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A conversation of two thousand messages in the real window. */
@ExtendWith(ApplicationExtension.class)
class LongConversationTest {
  private static final int QUESTIONS = 1000;

  private final FakeDesk desk = new FakeDesk();
  private WindowModel model;
  private Stage stage;

  @Start
  void start(Stage primary) throws Exception {
    stage = primary;
    Tasks now = Tasks.immediate();
    model = new WindowModel(desk, now, now, now, now, (_, _) -> {});
    for (int i = 0; i < QUESTIONS; i++) {
      desk.chats().conversations().add("long", message(i));
    }
    DeskBertApp.open(stage, model);
    model.start();
    stage.requestFocus();
  }

  @Test
  void onlyWhatIsInSightIsBuiltAndTheNewAnswerIsShown(FxRobot robot) {
    robot.interact(() -> model.history.open(model.history.items().getFirst()));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(2 * QUESTIONS, model.chat.messages().size());
    assertTrue(shows("question 999"), "opens at its end");
    robot.write("my vpn drops at home").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(shows("Restart the VPN client"));
    long built = robot.lookup(".message").queryAll().size();
    assertTrue(built < 60, () -> built + " messages have a view");
  }

  @Test
  void aFoundMessageInTheMiddleIsShown(FxRobot robot) {
    robot.interact(() -> model.history.searchProperty().set("question 500"));
    robot.interact(() -> model.history.open(model.history.items().getFirst()));
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(shows("question 500"));
  }

  private static StoredMessage message(int i) {
    String answer = "Answer " + i + ": open the portal and follow the **steps**.\n\n1. One\n2. Two";
    return new StoredMessage(
        i,
        Instant.now().minusSeconds(QUESTIONS - i),
        "question " + i,
        "answered",
        "it-1",
        "it",
        "How?",
        answer,
        0.9,
        "model",
        3000,
        Feedback.NONE);
  }

  private boolean shows(String words) {
    return Nodes.all(stage.getScene().getRoot()).stream()
        .anyMatch(node -> Nodes.words(node).contains(words));
  }
}

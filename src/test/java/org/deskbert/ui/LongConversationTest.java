package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.deskbert.app.Tasks;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.StoredMessage;
import org.deskbert.ui.kit.Pulse;
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
  void onlyWhatIsNearIsBuiltAndTheNewAnswerIsShown(FxRobot robot) throws Exception {
    open(robot, "");
    assertEquals(2 * QUESTIONS, model.chat.messages().size());
    untilShown("question 999");
    robot.write("my vpn drops at home").push(KeyCode.ENTER);
    untilShown("Restart the VPN client");
    long built = robot.lookup(".message").queryAll().size();
    assertTrue(built < 100, () -> built + " messages have a view");
  }

  @Test
  void aFoundMessageInTheMiddleIsShown(FxRobot robot) throws Exception {
    open(robot, "question 500");
    untilShown("question 500");
    assertFalse(shown("question 999"));
  }

  @Test
  void pagesUpAndDownPassEveryMessage(FxRobot robot) throws Exception {
    open(robot, "question 990");
    untilShown("question 990");
    robot.clickOn(".composer .text-area");
    pages(robot, KeyCode.PAGE_UP, 989, 950);
    pages(robot, KeyCode.PAGE_DOWN, 951, 999);
  }

  @Test
  void aHighWindowRestsOnceItIsFull(FxRobot robot) throws Exception {
    open(robot, "question 500");
    untilShown("question 500");
    robot.interact(() -> ((Region) stage.getScene().lookup("#messages")).setMinHeight(4000));
    untilShown("question 503");
    Parent column = robot.lookup(".message-frame").query().getParent();
    List<Node> full = frames(column, 30);
    assertEquals(full, frames(column, 5));
  }

  /** What is built after so many frames. */
  private List<Node> frames(Parent column, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      CompletableFuture<Boolean> painted = new CompletableFuture<>();
      Platform.runLater(() -> Pulse.afterLayout(column, () -> painted.complete(true)));
      assertTrue(painted.get(10, TimeUnit.SECONDS));
    }
    return WaitForAsyncUtils.asyncFx(() -> List.copyOf(column.getChildrenUnmodifiable())).get();
  }

  @Test
  void whatIsReadStaysWhereItIsWhenSomethingIsAddedBelowAndAbove(FxRobot robot) throws Exception {
    open(robot, "question 990");
    untilShown("question 990");
    double before = top("question 990");
    robot.interact(() -> model.chat.note("Something else.", false));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(before, top("question 990"), 1);
    robot.push(KeyCode.PAGE_DOWN).push(KeyCode.PAGE_UP); // builds more of them
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(before, top("question 990"), 1);
  }

  @Test
  void whatIsReadStaysWhereItIsWhileTheSettingsAreOpen(FxRobot robot) throws Exception {
    open(robot, "");
    untilShown("question 999");
    robot.clickOn(".composer .text-area").push(KeyCode.PAGE_UP).push(KeyCode.PAGE_UP);
    untilShown("question 994");
    double before = top("question 994");
    robot.interact(() -> model.pageProperty().set(WindowModel.Page.SETTINGS));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> model.pageProperty().set(WindowModel.Page.CHAT));
    untilShown("question 994");
    assertEquals(before, top("question 994"), 1);
  }

  /** Each of the questions from one to the other comes into sight while pages are turned. */
  private void pages(FxRobot robot, KeyCode key, int from, int to) throws Exception {
    int step = Integer.signum(to - from);
    for (int i = from; i != to + step; i += step) {
      String words = "question " + i;
      for (int turned = 0; !shown(words) && turned < 3; turned++) {
        robot.push(key);
        WaitForAsyncUtils.waitForFxEvents();
      }
      untilShown(words);
    }
  }

  private void open(FxRobot robot, String search) {
    robot.interact(() -> model.history.searchProperty().set(search));
    robot.interact(() -> model.history.open(model.history.items().getFirst()));
    WaitForAsyncUtils.waitForFxEvents();
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

  private void untilShown(String words) throws Exception {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> shown(words));
  }

  private boolean shown(String words) throws Exception {
    return WaitForAsyncUtils.asyncFx(() -> node(words).isPresent()).get();
  }

  private double top(String words) throws Exception {
    return WaitForAsyncUtils.asyncFx(() -> node(words).orElseThrow().localToScene(0, 0).getY())
        .get();
  }

  /** The node within the sight of the reader that has these words. */
  private Optional<Node> node(String words) {
    Node list = stage.getScene().lookup("#messages");
    Bounds seen = list.localToScene(list.getLayoutBounds());
    return Nodes.all(list).stream()
        .filter(node -> Nodes.words(node).contains(words))
        .filter(node -> node.localToScene(node.getLayoutBounds()).intersects(seen))
        .findFirst();
  }
}

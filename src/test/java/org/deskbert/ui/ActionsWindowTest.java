package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.deskbert.app.Settings.Theme;
import org.deskbert.ui.chat.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Actions, shortcuts and suggestions in the real window, by keyboard. */
@ExtendWith(ApplicationExtension.class)
class ActionsWindowTest {
  private final FakeDesk desk = new FakeDesk();
  private WindowModel model;
  private Stage stage;

  @Start
  void start(Stage primary) {
    stage = primary;
    model = TestWindow.open(desk, stage);
  }

  @Test
  void thePaletteFindsAnActionByAFewLettersAndDoesIt(FxRobot robot) {
    robot.write("half a").push(KeyCode.CONTROL, KeyCode.K);
    assertTrue(robot.lookup("#palette-field").query().isFocused());
    robot.push(KeyCode.TAB);
    assertTrue(robot.lookup("#palette-field").query().isFocused(), "not under the card");
    robot.write("drkth").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(Theme.DARK, desk.settings().theme());
    assertTrue(robot.lookup("#palette").tryQuery().isEmpty());
    assertTrue(robot.lookup("#question").query().isFocused());
    assertEquals("half a", robot.lookup("#question").queryAs(TextArea.class).getText());

    robot.push(KeyCode.CONTROL, KeyCode.K).write("zzz");
    assertEquals(0, robot.lookup(".palette-list").queryAs(ListView.class).getItems().size());
    robot.push(KeyCode.ESCAPE);
    assertTrue(robot.lookup("#question").query().isFocused());
  }

  @Test
  void aShortcutIsChangedKeptAndGoneAgain(FxRobot robot) {
    robot.push(KeyCode.F1);
    Node latency = robot.lookup("#keys-latency").query();
    robot.interact(latency::requestFocus);
    robot.push(KeyCode.SPACE).push(KeyCode.CONTROL, KeyCode.N);
    assertTrue(shows("New conversation"), "says what has these keys");
    assertEquals(Map.of(), desk.settings().keys());
    robot.push(KeyCode.CONTROL, KeyCode.J);
    assertEquals(Map.of("latency", "Shortcut+J"), desk.settings().keys());
    assertTrue(robot.lookup("#keys-latency").query().isFocused());
    robot.interact(robot.lookup("#reset-shortcuts").query()::requestFocus);
    robot.push(KeyCode.TAB).push(KeyCode.TAB);
    Node first = robot.lookup("#keys-new").query();
    assertTrue(first.isFocusVisible(), "round to the first");
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    assertEquals("Close", ((Button) stage.getScene().getFocusOwner()).getText());
    robot.push(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.L);
    assertFalse(desk.settings().latencyOverlay());
    Node button = robot.lookup("#latency-button").query();
    assertEquals("Latency, Ctrl+J", button.getAccessibleText());
    robot.push(KeyCode.CONTROL, KeyCode.J);
    assertTrue(desk.settings().latencyOverlay());
    robot.push(KeyCode.F1);
    Node reset = robot.lookup("#reset-shortcuts").query();
    robot.interact(reset::requestFocus);
    robot.push(KeyCode.SPACE);
    assertEquals(Map.of(), desk.settings().keys());
  }

  @Test
  void theLatencyCardHasAWindowOfItsOwnAndIsCopiedByKeys(FxRobot robot) {
    robot.write("my vpn drops at home").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    robot.push(KeyCode.CONTROL, KeyCode.K).write("latencies json").push(KeyCode.ENTER);
    robot.interact(
        () -> assertTrue(Clipboard.getSystemClipboard().getString().contains("\"p95\"")));
    robot.push(KeyCode.CONTROL, KeyCode.K).write("own window").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    Window apart =
        Window.getWindows().stream()
            .filter(each -> each != stage && each instanceof Stage)
            .findFirst()
            .orElseThrow();
    assertFalse(robot.lookup("#latency-overlay").query().isVisible());
    Parent root = apart.getScene().getRoot();
    assertTrue(Nodes.all(root).stream().anyMatch(node -> Nodes.words(node).startsWith("ready ")));
    assertEquals(List.of(), Reader.nameless(root));
    robot.interact(((Button) root.lookup("#latency-back"))::fire);
    assertFalse(apart.isShowing());
    assertTrue(robot.lookup("#latency-overlay").query().isVisible());
  }

  @Test
  void noTwoActionsShareTheirKeysOrTheirName() {
    List<Action> all = ((MainView) stage.getScene().getRoot()).actions().all();
    Set<String> seen = new HashSet<>();
    for (Action action : all) {
      assertTrue(seen.add(action.id()), action.id());
      action.defaults().forEach(keys -> assertTrue(seen.add(keys), keys));
    }
  }

  @Test
  void anAnswerIsChosenWhileTypingAndNothingMoves(FxRobot robot) {
    Node field = robot.lookup("#question").query();
    double before = field.localToScene(0, 0).getY();
    robot.write("my vpn");
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(shows(FakeDesk.VPN.question()));
    assertEquals(before, field.localToScene(0, 0).getY());
    robot.push(KeyCode.ALT, KeyCode.DIGIT1);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(model.chat.messages().getLast() instanceof Message.Answer);
    assertTrue(shows("Restart the VPN client"));
    assertEquals("", model.chat.draftProperty().get());
    assertEquals(List.of(), desk.asked);
  }

  @Test
  void theLastAnswerIsCopiedAndWhyIsAskedByKeys(FxRobot robot) {
    robot.write("my vpn drops at home").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(shows("Runner-up"));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    robot.interact(
        () -> assertTrue(Clipboard.getSystemClipboard().getString().contains("wait ten seconds")));
    robot.push(KeyCode.CONTROL, KeyCode.E);
    assertEquals("my vpn drops at home", model.chat.draftProperty().get());
  }

  @Test
  void aTopicShowsItsQuestionsAndOneOfThemAsks(FxRobot robot) {
    Node topic = robot.lookup("Printing").query();
    robot.interact(topic::requestFocus);
    robot.push(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(shows(FakeDesk.VPN.question()));
    Node card = robot.lookup(FakeDesk.PRINTER.question()).query();
    robot.interact(card::requestFocus);
    robot.push(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of(FakeDesk.PRINTER.question()), desk.asked);
  }

  private boolean shows(String words) {
    return Nodes.all(stage.getScene().getRoot()).stream()
        .anyMatch(node -> Nodes.words(node).contains(words));
  }
}

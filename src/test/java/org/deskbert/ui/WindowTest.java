package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.deskbert.app.Settings.Theme;
import org.deskbert.faq.Intent;
import org.deskbert.ui.WindowModel.Page;
import org.deskbert.ui.chat.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on the headless platform, by keyboard. */
@ExtendWith(ApplicationExtension.class)
class WindowTest {
  private final FakeDesk desk = new FakeDesk();
  private WindowModel model;
  private Stage stage;

  @Start
  void start(Stage primary) {
    stage = primary;
    model = TestWindow.open(desk, stage);
  }

  @Test
  void enterAsksAndTheAnswerIsShownWithItsLatency(FxRobot robot) {
    robot.write("my vpn drops at home").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("my vpn drops at home"), desk.asked);
    assertTrue(shows("Restart the VPN client"));
    assertTrue(shows("97\u202f%\u00a0sure"));
    Message.Answer answer = (Message.Answer) model.chat.messages().getLast();
    assertNotNull(answer.latencyProperty().get(), "painted was noted");
    assertEquals(1, desk.latency().count());
    assertTrue(robot.lookup("#question").queryAs(TextArea.class).getText().isEmpty());
  }

  @Test
  void shiftEnterBreaksTheLineAndUpBringsTheLastQuestionBack(FxRobot robot) {
    robot.write("one").push(KeyCode.SHIFT, KeyCode.ENTER).write("two").push(KeyCode.ENTER);
    assertEquals(List.of("one\ntwo"), desk.asked);
    robot.push(KeyCode.UP);
    assertEquals("one\ntwo", robot.lookup("#question").queryAs(TextArea.class).getText());
  }

  @Test
  void theFieldGrowsWithALongQuestionUpToSixLines(FxRobot robot) {
    TextArea field = robot.lookup("#question").queryAs(TextArea.class);
    double one = field.getHeight();
    robot.interact(() -> field.setText("my vpn drops at home and in the train too, ".repeat(4)));
    WaitForAsyncUtils.waitForFxEvents();
    double two = field.getHeight();
    robot.interact(() -> field.setText("my vpn drops at home and in the train too, ".repeat(40)));
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(two > 1.3 * one, () -> two + " after " + one);
    assertTrue(field.getHeight() < 5 * one, () -> field.getHeight() + " after " + one);
    assertTrue(field.getHeight() > 1.3 * two, () -> field.getHeight() + " after " + two);
  }

  @Test
  void synonymsAndIntentsAreWrittenByKeyboard(FxRobot robot) {
    robot.interact(() -> model.showWords("it"));
    robot.write("VPN").push(KeyCode.ENTER).write("tunnel").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of(List.of("VPN", "tunnel")), desk.words.synonyms().groups());
    assertTrue(shows("tunnel"));
    robot.interact(() -> robot.lookup("#intent-name").query().requestFocus());
    robot.write("lunch").push(KeyCode.TAB).write("what is for lunch").push(KeyCode.ENTER);
    robot.write("menu").push(KeyCode.TAB).write("Soup.").push(KeyCode.TAB).push(KeyCode.TAB);
    robot.push(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    Intent lunch = new Intent("lunch", List.of("what is for lunch", "menu"), "Soup.", null);
    assertEquals(List.of(lunch), desk.words.intents().all());
    assertTrue(shows("what is for lunch, menu"));
    robot.push(KeyCode.ESCAPE);
    assertEquals(Page.CHAT, model.pageProperty().get());
  }

  @Test
  void aNumberKeyPicksASuggestion(FxRobot robot) {
    robot.write("something with a printer password").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    robot.write("2");
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(shows("Use the portal"));
    assertTrue(shows("chosen by you"));
  }

  @Test
  void theTopicIsShownAndBackspaceInTheEmptyFieldClearsIt(FxRobot robot) {
    robot.write("my vpn drops at home").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(robot.lookup("#clear-topic").query().getParent().isVisible());
    assertTrue(shows("About: " + FakeDesk.VPN.question()));
    robot.write("x").press(KeyCode.BACK_SPACE, KeyCode.BACK_SPACE).release(KeyCode.BACK_SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(robot.lookup("#clear-topic").query().getParent().isVisible(), "a held key");
    robot.push(KeyCode.BACK_SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(robot.lookup("#clear-topic").query().getParent().isVisible());
  }

  @Test
  void aNewConversationIsEmptyAndKeepsTheDraft(FxRobot robot) {
    robot.write("my vpn drops at home").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    robot.write("half a").push(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN));
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(shows("Restart the VPN client"));
    assertFalse(shows("About: " + FakeDesk.VPN.question()));
    assertTrue(robot.lookup("#new-conversation").query().isDisabled());
    robot.write(" question").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(shows("half a question"));
  }

  @Test
  void thePersonIsOfferedUnderTheReply(FxRobot robot) {
    robot.write("it still does not work!!").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(shows("Rather ask a person?"));
    assertTrue(shows("Copy this conversation"));
    assertTrue(shows("Ring 4444."));
  }

  @Test
  void aHugePasteIsCutInTheField(FxRobot robot) {
    TextArea field = robot.lookup("#question").queryAs(TextArea.class);
    robot.interact(() -> field.replaceSelection("x".repeat(1_000_000)));
    assertEquals(2000, field.getLength());
    assertTrue(shows("Cut to the first 2,000"));
  }

  @Test
  void settingsOpenByKeyTakeEffectAtOnceAndEscapeGoesBack(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    assertEquals(Page.SETTINGS, model.pageProperty().get());
    robot.interact(() -> robot.lookup("#tab-appearance").queryAs(ButtonBase.class).fire());
    robot.interact(() -> robot.lookup("#theme-dark").queryAs(ButtonBase.class).fire());
    assertEquals(Theme.DARK, desk.settings.theme());
    robot.interact(() -> robot.lookup("#tab-answers").queryAs(ButtonBase.class).fire());
    robot.interact(() -> robot.lookup("#tolerance").queryAs(Slider.class).setValue(20));
    assertEquals(20, desk.settings.wrongPercent());
    robot.push(KeyCode.ESCAPE);
    assertEquals(Page.CHAT, model.pageProperty().get());
    assertTrue(robot.lookup("#question").query().isFocused());
  }

  @Test
  void theOverlayNeverTakesTheFocusAndEveryControlHasAName(FxRobot robot) {
    robot.write("my vpn drops at home").push(KeyCode.ENTER);
    robot.push(KeyCode.CONTROL, KeyCode.L);
    assertTrue(robot.lookup("#latency-overlay").query().isVisible());
    assertTrue(robot.lookup("#question").query().isFocused());
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    WaitForAsyncUtils.waitForFxEvents();
    assertNamed();
    robot.push(KeyCode.ESCAPE);
    assertNamed();
  }

  private void assertNamed() {
    for (Node node : Nodes.all(stage.getScene().getRoot())) {
      if (node.isFocusTraversable()
          && (node instanceof ButtonBase || node instanceof TextInputControl)) {
        boolean named = !Reader.name(node).isBlank();
        assertTrue(named, () -> "without a name: " + node);
      }
    }
  }

  private boolean shows(String words) {
    return Nodes.all(stage.getScene().getRoot()).stream()
        .anyMatch(node -> Nodes.words(node).contains(words));
  }
}

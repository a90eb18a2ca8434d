package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.deskbert.ui.WindowModel.Page;
import org.deskbert.ui.kit.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window while it is used in one language and then in another. */
@ExtendWith(ApplicationExtension.class)
class LanguageTest {
  private final FakeDesk desk = new FakeDesk();
  private WindowModel model;
  private Stage stage;

  @Start
  void start(Stage primary) {
    stage = primary;
    model = TestWindow.open(desk, stage);
  }

  @AfterEach
  void english() {
    Texts.use("en");
  }

  @Test
  void switchingKeepsConversationDraftAndFocus(FxRobot robot) {
    robot.write("my vpn drops at home").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    robot.write("half a question");
    speak("de");
    assertTrue(shows("97\u202f%\u00a0sicher"));
    assertTrue(shows("Restart the VPN client"), "the FAQ keeps its language");
    TextArea field = robot.lookup("#question").queryAs(TextArea.class);
    assertEquals("half a question", field.getText());
    assertTrue(field.isFocused());
    robot.write("!");
    assertEquals("half a question!", field.getText());
  }

  @Test
  void theSettingsStayOpenWhereTheLanguageWasChosen(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    robot.interact(() -> robot.lookup("#tab-appearance").queryAs(ButtonBase.class).fire());
    robot.interact(() -> robot.lookup("#language-de").query().requestFocus());
    robot.push(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals("de", desk.settings.language());
    assertEquals(Page.SETTINGS, model.pageProperty().get());
    assertTrue(shows("Darstellung") && shows("Dunkel"));
    assertTrue(robot.lookup("#language-de").query().isFocused());
  }

  @Test
  void nothingOfTheOtherLanguageStays(FxRobot robot) {
    robot.write("something with a printer password").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    speak("de");
    List<String> switched = words();
    speak("en");
    List<String> english = words();
    robot.interact(() -> {
      Texts.use("de");
      stage.getScene().setRoot(new MainView(model));
    });
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(words(), switched);
    assertFalse(switched.equals(english));
  }

  @Test
  void hebrewRunsFromRightToLeftAndTheFaqKeepsItsOwnDirection(FxRobot robot) {
    robot.write("my vpn drops at home").push(KeyCode.ENTER);
    speak("he");
    Node menu = robot.lookup("#faq-menu").query();
    Node settings = robot.lookup("#settings-button").query();
    assertTrue(x(menu) > x(settings), "the header begins on the right");
    assertEquals(
        NodeOrientation.LEFT_TO_RIGHT,
        robot.lookup(".markdown").query().getEffectiveNodeOrientation());
    TextArea field = robot.lookup("#question").queryAs(TextArea.class);
    assertEquals(NodeOrientation.RIGHT_TO_LEFT, field.getEffectiveNodeOrientation());
    robot.interact(() -> Pictures.write(stage, Path.of("target/screens/conversation-he.png")));
    robot.interact(() -> model.chat.draftProperty().set("mail"));
    assertEquals(NodeOrientation.LEFT_TO_RIGHT, field.getEffectiveNodeOrientation());
  }

  private static double x(Node node) {
    return node.localToScene(node.getLayoutBounds()).getCenterX();
  }

  @Test
  void theOldViewIsForgotten() throws Exception {
    // In a window of its own, because TestFX remembers where the events of its window went.
    Stage own = WaitForAsyncUtils.asyncFx(() -> new Stage()).get();
    WaitForAsyncUtils.asyncFx(() -> DeskBertApp.open(own, model));
    WaitForAsyncUtils.asyncFx(() -> model.chat.ask("my vpn drops at home", 0));
    WaitForAsyncUtils.asyncFx(() -> model.pageProperty().set(Page.SETTINGS));
    WaitForAsyncUtils.waitForFxEvents();
    WeakReference<Parent> old = new WeakReference<>(own.getScene().getRoot());
    speak("de");
    WaitForAsyncUtils.asyncFx(() -> model.pageProperty().set(Page.CHAT));
    WaitForAsyncUtils.asyncFx(() -> model.chat.ask("my vpn drops at home", 0));
    WaitForAsyncUtils.waitForFxEvents();
    for (int i = 0; old.get() != null && i < 50; i++) {
      System.gc();
      WaitForAsyncUtils.waitForFxEvents();
    }
    WaitForAsyncUtils.asyncFx(own::hide);
    assertEquals(null, old.get(), "something still listens for a view that is gone");
  }

  private void speak(String language) {
    WaitForAsyncUtils.asyncFx(() -> model.settings.change(now -> now.withLanguage(language)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private List<String> words() {
    return Nodes.all(stage.getScene().getRoot()).stream()
        .map(Nodes::words)
        .filter(words -> !words.isBlank())
        .toList();
  }

  private boolean shows(String words) {
    Node root = stage.getScene().getRoot();
    return Nodes.all(root).stream().anyMatch(node -> Nodes.words(node).contains(words));
  }
}

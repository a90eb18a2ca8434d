package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.deskbert.app.Settings;
import org.deskbert.app.Settings.Density;
import org.deskbert.ui.WindowModel.Page;
import org.deskbert.ui.kit.CaretRest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Density and motion, changed while the window is open. */
@ExtendWith(ApplicationExtension.class)
class AppearanceTest {
  private final FakeDesk desk = new FakeDesk();
  private Stage stage;
  private WindowModel model;

  @Start
  void start(Stage primary) {
    stage = primary;
    model = TestWindow.open(desk, stage);
  }

  private static void fire(FxRobot robot, String tab) {
    robot.interact(() -> robot.lookup(tab).queryAs(ToggleButton.class).fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void compactShowsMoreAtOnce(FxRobot robot) {
    robot.interact(() -> model.chat.ask("my vpn drops at home", System.nanoTime()));
    WaitForAsyncUtils.waitForFxEvents();
    double roomy = robot.lookup(".answer").queryAs(Region.class).getHeight();
    robot.interact(() -> model.settings.change(now -> now.withDensity(Density.COMPACT)));
    WaitForAsyncUtils.waitForFxEvents();
    double compact = robot.lookup(".answer").queryAs(Region.class).getHeight();
    assertTrue(compact < 0.9 * roomy, compact + " of " + roomy);
  }

  @Test
  void lessMotionStopsTheCaretAndTheSwitches(FxRobot robot) {
    TextArea field = robot.lookup("#question").queryAs(TextArea.class);
    assertTrue(CaretRest.mayBlink(field));
    robot.interact(() -> model.pageProperty().set(Page.SETTINGS));
    fire(robot, "#tab-appearance");
    ToggleSwitch motion = robot.lookup("#reduced-motion").queryAs(ToggleSwitch.class);
    assertEquals(200, slide(motion));
    robot.interact(() -> motion.setSelected(true));
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(desk.settings.reducedMotion());
    assertTrue(stage.getScene().getPreferences().isReducedMotion());
    assertEquals(1, slide(motion));
    robot.interact(() -> model.pageProperty().set(Page.CHAT));
    assertFalse(CaretRest.mayBlink(field));
  }

  @Test
  void expertValuesAreBehindOneClickAndGoBackToTheDefaults(FxRobot robot) {
    robot.interact(() -> model.pageProperty().set(Page.SETTINGS));
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(robot.lookup("#rest-5").tryQuery().isPresent());
    fire(robot, "#expert-open");
    fire(robot, "#rest-5");
    assertEquals(5, desk.settings.saving().restMinutes());
    robot.interact(() -> robot.lookup("#expert-reset").queryAs(Button.class).fire());
    assertEquals(Settings.defaults().saving(), desk.settings.saving());
    assertTrue(robot.lookup("#rest-0").queryAs(ToggleButton.class).isSelected());
  }

  @Test
  void eachProviderThatIsNotThereHasItsReason(FxRobot robot) {
    robot.interact(() -> model.pageProperty().set(Page.SETTINGS));
    WaitForAsyncUtils.waitForFxEvents();
    String words =
        Nodes.all(robot.lookup("#providers").query()).stream()
            .map(Nodes::words)
            .collect(Collectors.joining("\n"));
    assertTrue(words.contains("CPU\ncomputes every answer"), words);
    assertTrue(words.contains("Core ML\nnot here: only on macOS"), words);
  }

  @Test
  void theSmallWindowStaysOnTopAndGoesBackToItsPlace(FxRobot robot) {
    double width = stage.getWidth();
    KeyCodeCombination keys =
        new KeyCodeCombination(KeyCode.M, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    robot.push(keys);
    assertTrue(stage.isAlwaysOnTop());
    assertEquals(stage.getMinWidth(), stage.getWidth(), 1);
    robot.write("my vpn drops at home").push(KeyCode.ENTER);
    assertEquals(List.of("my vpn drops at home"), desk.asked);
    robot.push(keys);
    assertFalse(stage.isAlwaysOnTop());
    assertEquals(width, stage.getWidth(), 1);
  }

  /** Milliseconds in which the switch slides. */
  private static double slide(Node motion) {
    return Stream.of(motion)
        .flatMap(node -> node.getCssMetaData().stream())
        .filter(each -> each.getProperty().equals("-fx-thumb-move-animation-time"))
        .map(each -> value(each, motion))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static Double value(javafx.css.CssMetaData<?, ?> data, Node node) {
    return ((Number) ((javafx.css.CssMetaData<Node, ?>) data).getStyleableProperty(node).getValue())
        .doubleValue();
  }
}

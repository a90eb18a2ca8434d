package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Settings.Theme;
import org.deskbert.app.Tasks;
import org.deskbert.faq.Edits;
import org.deskbert.faq.Entry;
import org.deskbert.ui.faq.TestsModel.Item;
import org.deskbert.ui.kit.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A change that makes an answer worse is seen, asked about before the FAQ goes out, and undone. */
@ExtendWith(ApplicationExtension.class)
class KeepingWindowTest {
  private static final String QUESTION = "my vpn keeps disconnecting";

  @TempDir private Path data;
  private DeskBert program;
  private WindowModel model;
  private Stage stage;

  @Start
  void start(Stage primary) throws Exception {
    stage = primary;
    program = DeskBert.open(data);
    program.change(
        program.settings().withWordsOnly(true).withLanguage("en").withTheme(Theme.LIGHT));
    program.start();
    Tasks tasks = new Tasks(Tasks.worker("desk"), Platform::runLater);
    model = new WindowModel(Desk.of(program), tasks, tasks, tasks, tasks, (_, _) -> {});
    DeskBertApp.open(stage, model);
    model.start();
  }

  @AfterEach
  void stop() {
    program.close();
  }

  private interface Truth {
    boolean holds() throws Exception;
  }

  private static void until(Truth truth) throws Exception {
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.asyncFx(truth::holds).get(60, TimeUnit.SECONDS));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void pictures(FxRobot robot, String name) {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      for (int zoom : List.of(100, 200)) {
        robot.interact(() -> model.settings.change(now -> now.withTheme(theme).withZoom(zoom)));
        WaitForAsyncUtils.waitForFxEvents(5);
        String file = name + "-" + zoom + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
        robot.interact(() -> Pictures.write(stage, Path.of("target/screens", file)));
        robot
            .lookup(".revisions")
            .<HBox>tryQuery()
            .ifPresent(view -> {
              for (Node child : view.getChildren()) {
                assertTrue(child.getBoundsInParent().getMaxY() <= view.getHeight(), file);
              }
            });
      }
    }
    robot.interact(() -> model.settings.change(now -> now.withTheme(Theme.LIGHT).withZoom(100)));
    WaitForAsyncUtils.waitForFxEvents(5);
  }

  private List<String> ids() throws Exception {
    return program.library().load("it").entries().stream().map(Entry::id).toList();
  }

  @Test
  void aWorseAnswerIsSeenAskedAboutAndUndone(FxRobot robot) throws Exception {
    until(() -> !model.faqs.faqs().isEmpty());
    robot.clickOn("#desk-button");
    until(() -> model.editor.shown().size() > 100);
    robot.clickOn("#desk-test").write(QUESTION);
    robot.clickOn("#keep-test");
    until(() ->
        model.tests.items().size() == 1
            && !model.tests.items().getFirst().test().outcome().isEmpty());
    String id = model.tests.items().getFirst().test().given();
    assertTrue(ids().contains(id));

    robot.interact(() -> model.editor.delete(List.of(id)));
    until(() -> model.tests.redProperty().get() == 1);
    Item red = model.tests.items().getFirst();
    assertEquals(QUESTION, red.test().question());
    robot.clickOn("#desk-tests");
    WaitForAsyncUtils.waitForFxEvents();
    pictures(robot, "tests");

    MenuItem pack =
        robot.lookup("#faq-menu").queryAs(MenuButton.class).getItems().stream()
            .filter(item -> String.valueOf(item.getText()).startsWith("Give IT away"))
            .findFirst()
            .orElseThrow();
    robot.interact(pack::fire);
    until(() -> robot.lookup("#red-tests").tryQuery().isPresent());
    assertEquals("red-look", stage.getScene().getFocusOwner().getId());
    pictures(robot, "red");
    robot.push(KeyCode.ESCAPE);

    robot.clickOn("#desk-history");
    until(() -> model.revisions.shownProperty().get() != null);
    assertEquals(1, model.revisions.shownProperty().get().changes().size());
    String gone = model.revisions.shownProperty().get().changes().getFirst().entry().question();
    assertEquals('"' + gone + '"', model.revisions.shownProperty().get().chosen().subject());
    pictures(robot, "history-change");
    robot.interact(
        () -> model.revisions.choose(model.revisions.shownProperty().get().revisions().getLast()));
    robot.clickOn("#revision-since");
    until(() -> model.revisions.shownProperty().get().since());
    pictures(robot, "history-since");
    Button restore =
        robot.lookup("Restore this entry").queryAllAs(Button.class).stream()
            .findFirst()
            .orElseThrow();
    robot.interact(restore::fire); // it may stand below what is in sight
    until(() -> ids().contains(id));
    until(() -> model.tests.redProperty().get() == 0);

    program.library().apply("it", Edits.delete(List.of(id)));
    until(() -> model.tests.redProperty().get() == 1);
    robot.clickOn("#desk-tests");
    robot.clickOn("Accept");
    until(() -> model.tests.redProperty().get() == 0);
    assertEquals(1, model.tests.items().size());
  }
}

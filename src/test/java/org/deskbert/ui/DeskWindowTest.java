package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Settings.Theme;
import org.deskbert.app.Status;
import org.deskbert.app.Tasks;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.LoggedQuestion;
import org.deskbert.faq.Edits;
import org.deskbert.faq.Entry;
import org.deskbert.ui.kit.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The owner's desk in the window, over the program itself without its model. */
@ExtendWith(ApplicationExtension.class)
class DeskWindowTest {
  private static final Path PICTURES = Path.of("target/screens");

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
    Entry twin = new Entry("twin", List.of("reset password"), "Ask us.", "", List.of(), null, null);
    program.library().apply("it", Edits.create(twin));
    program.start();
    program.chats().questions().add(asked("is there a canteen?", "1"));
    program.chats().questions().add(asked("my vpn is slow at home", "2"));
    Tasks tasks = new Tasks(Tasks.worker("desk"), Platform::runLater);
    model = new WindowModel(Desk.of(program), tasks, tasks, tasks, tasks, (_, _) -> {});
    DeskBertApp.open(stage, model);
    model.start();
  }

  @AfterEach
  void stop() {
    program.close();
  }

  private static LoggedQuestion asked(String text, String id) {
    return new LoggedQuestion(
        id,
        id,
        Instant.now(),
        text,
        List.of("it"),
        "unknown",
        null,
        List.of(),
        null,
        0,
        "words",
        1,
        Feedback.NONE,
        false,
        LoggedQuestion.State.OPEN);
  }

  private interface Truth {
    boolean holds() throws Exception;
  }

  private static void until(Truth truth) throws Exception {
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.asyncFx(() -> truth.holds()).get(60, TimeUnit.SECONDS));
  }

  private void picture(String name) throws Exception {
    WaitForAsyncUtils.waitForFxEvents(10);
    WaitForAsyncUtils.asyncFx(
            () -> {
              Pictures.write(stage, PICTURES.resolve(name + ".png"));
              return true;
            })
        .get(60, TimeUnit.SECONDS);
  }

  @Test
  void anEntryIsFoundEditedAndTriedAndAQuestionOfTheInboxFindsAHome(FxRobot robot)
      throws Exception {
    until(() -> !model.faqs.faqs().isEmpty());
    robot.clickOn("#desk-button");
    until(() -> model.editor.shown().size() == 125);
    robot.clickOn("#entries-filter").write("vpn slow");
    until(() -> model.editor.shown().size() < 20);
    robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
    until(() -> model.editor.currentProperty().get() != null);
    String id = model.editor.currentProperty().get().id();
    TextArea phrasings = robot.lookup("#entry-phrasings").queryAs(TextArea.class);
    robot.interact(() -> phrasings.appendText("\nturtle speed tunnel"));
    robot.clickOn("#desk-test").write("turtle speed tunnel");
    until(() -> model.trial.replyProperty().get().startsWith("Answers with"));
    assertEquals(
        "turtle speed tunnel",
        program.library().load("it").entries().stream()
            .filter(entry -> entry.id().equals(id))
            .findFirst()
            .orElseThrow()
            .phrasings()
            .getLast());
    picture("desk-light");

    robot.clickOn("#desk-inbox");
    until(() -> model.inbox.groups().size() == 2);
    picture("inbox-light");
    robot.clickOn("is there a canteen?").type(KeyCode.O);
    until(() -> model.inbox.groups().size() == 1);
    robot.type(KeyCode.U);
    until(() -> model.inbox.groups().size() == 2);

    robot.clickOn("#desk-checks").clickOn("#check");
    until(() -> !model.checks.findings().isEmpty());
    picture("checks-light");
    robot.interact(() -> model.settings.change(now -> now.withTheme(Theme.DARK).withZoom(200)));
    picture("checks-200-dark");
    robot.clickOn("#desk-entries");
    picture("desk-200-dark");
    assertEquals(Status.Phase.WORDS, program.status().phase());
  }
}

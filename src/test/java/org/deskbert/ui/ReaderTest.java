package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Settings.Theme;
import org.deskbert.ui.kit.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * What a screen reader is given for each task that people do by keyboard, held against a text that
 * somebody has read. After a change that is meant, {@code -Dreader=write} writes the texts again.
 */
@ExtendWith(ApplicationExtension.class)
class ReaderTest {
  private static final Path TEXTS = Path.of("src/test/resources/org/deskbert/ui/reader");

  private final FakeDesk desk = new FakeDesk();
  @TempDir private Path temp;
  private Stage stage;
  private WindowModel model;

  @Start
  void start(Stage primary) {
    stage = primary;
    desk.change(desk.settings().withLanguage("en").withTheme(Theme.LIGHT));
    model = TestWindow.open(desk, stage);
  }

  @AfterEach
  void english() {
    Texts.use("en");
  }

  @Test
  void aQuestionIsAskedAndItsAnswerSaidOnce(FxRobot robot) throws IOException {
    Reader reader = new Reader(robot, stage).hear();
    reader.write("my vpn drops at home").press(KeyCode.ENTER).write("x");
    same("ask", reader);
  }

  @Test
  void aSuggestionIsChosen(FxRobot robot) throws IOException {
    Reader reader = new Reader(robot, stage).hear();
    reader.write("something with a printer password").press(KeyCode.ENTER).press(KeyCode.DIGIT2);
    same("choose", reader);
  }

  @Test
  void whyIsAsked(FxRobot robot) throws IOException {
    Reader reader = new Reader(robot, stage).hear();
    reader.write("my vpn drops at home").press(KeyCode.ENTER);
    reader.press(KeyCode.CONTROL, KeyCode.Y).press(KeyCode.SHIFT, KeyCode.TAB);
    same("why", reader);
  }

  @Test
  void aThumbGoesDownWithItsReason(FxRobot robot) throws IOException {
    Reader reader = new Reader(robot, stage).hear();
    reader.write("my vpn drops at home").press(KeyCode.ENTER);
    reader.tabTo("This did not help").press(KeyCode.SPACE);
    reader.tabTo("Out of date").press(KeyCode.SPACE);
    same("thumbs", reader);
  }

  @Test
  void aConversationIsFound(FxRobot robot) throws IOException {
    Reader reader = new Reader(robot, stage).hear();
    reader.write("my vpn drops at home").press(KeyCode.ENTER);
    reader.press(KeyCode.CONTROL, KeyCode.N);
    reader.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F).write("vpn").press(KeyCode.DOWN);
    reader.press(KeyCode.ENTER);
    same("history", reader);
  }

  @Test
  void anotherModelIsChosen(FxRobot robot) throws IOException {
    Reader reader = new Reader(robot, stage).hear();
    reader.press(KeyCode.CONTROL, KeyCode.COMMA).tabTo("Words only").press(KeyCode.SPACE);
    same("model", reader);
  }

  @Test
  void aFileWithFaultsIsImported(FxRobot robot) throws IOException {
    Path file = temp.resolve("front-desk.csv");
    Files.writeString(file, "question,answer\nWhere do visitors park?,In the yard.\nWho?,\n");
    Reader reader = new Reader(robot, stage).hear();
    robot.interact(() -> model.imports.open(file));
    reader.hear().press(KeyCode.ENTER).write("Nobody.").press(KeyCode.ENTER);
    reader.tabTo("Import 2 entries").press(KeyCode.ENTER);
    same("import", reader);
  }

  @Test
  void anEntryIsMended(FxRobot robot) throws Exception {
    try (DeskBert program = Screens.words(temp.resolve("data"))) {
      desk.owner = program.ownerDesk();
      Reader reader = new Reader(robot, stage).hear();
      reader.press(KeyCode.CONTROL, KeyCode.D).write("vpn slow").press(KeyCode.DOWN);
      reader.tabTo("Questions, one a line").press(KeyCode.CONTROL, KeyCode.END);
      reader.press(KeyCode.ENTER).write("turtle tunnel").tabTo("Try a question");
      same("entry", reader);
    }
  }

  @Test
  void theTextGetsLarger(FxRobot robot) throws IOException {
    Reader reader = new Reader(robot, stage).hear();
    reader.press(KeyCode.CONTROL, KeyCode.K).write("larger").press(KeyCode.ENTER);
    assertEquals(110, desk.settings().zoom());
    same("zoom", reader);
  }

  @Test
  void theLanguageIsChanged(FxRobot robot) throws IOException {
    Reader reader = new Reader(robot, stage).hear();
    reader.press(KeyCode.CONTROL, KeyCode.COMMA).press(KeyCode.RIGHT).press(KeyCode.RIGHT);
    reader.tabTo("Language: English").press(KeyCode.RIGHT).press(KeyCode.RIGHT);
    same("language", reader);
  }

  private static void same(String task, Reader reader) throws IOException {
    Path file = TEXTS.resolve(task + ".txt");
    if (System.getProperty("reader", "").equals("write")) {
      Files.createDirectories(TEXTS);
      Files.writeString(file, reader.log());
    }
    assertEquals(Files.readString(file), reader.log());
  }
}

package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.deskbert.app.DataFolder;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Encryption;
import org.deskbert.app.Opening;
import org.deskbert.app.Tasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window over encrypted data. */
@ExtendWith(ApplicationExtension.class)
class PassphraseWindowTest {
  @TempDir private Path folder;
  private Opening opening;
  private boolean opened;
  private Stage stage;

  @Start
  void start(Stage stage) throws Exception {
    this.stage = stage;
    stage.setWidth(900);
    stage.setHeight(600);
    try (DeskBert program = DeskBert.open(folder)) {
      program.library().create("mine");
    }
    Encryption encryption = new Encryption(DataFolder.open(folder));
    encryption.turnOn("correct horse battery");
    encryption.finish();
    opening = Opening.of(folder);
    PassphraseView.show(
        stage, new PassphraseModel(opening, Tasks.immediate(), () -> opened = true));
    stage.requestFocus();
  }

  @AfterEach
  void close() {
    opening.close();
  }

  @Test
  void opensWithThePassphraseOnly(FxRobot robot) throws Exception {
    assertTrue(opening.isLocked());
    robot.clickOn("#data-passphrase").write("another horse").push(KeyCode.ENTER);
    assertEquals(
        "That is not the passphrase.",
        robot.lookup("#data-problem").queryAs(Label.class).getText());
    assertEquals("", robot.lookup("#data-passphrase").queryAs(PasswordField.class).getText());
    assertFalse(opened);
    assertNull(opening.program());
    robot.clickOn("#data-passphrase").write("correct horse battery").push(KeyCode.ENTER);
    assertTrue(opened);
    DeskBert program = opening.program();
    assertNotNull(program);
    assertEquals(0, program.library().load("mine").entries().size());
    assertEquals(900, stage.getWidth(), "the window keeps its size");
    assertEquals(600, stage.getHeight());
  }
}

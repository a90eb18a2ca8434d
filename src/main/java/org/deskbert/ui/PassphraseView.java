package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Texts;

/** What the window shows where the data is encrypted: a field for the passphrase. */
final class PassphraseView extends VBox {
  PassphraseView(PassphraseModel model, Runnable quit) {
    getStyleClass().addAll("page", "restore");
    PasswordField field = new PasswordField();
    field.setId("data-passphrase");
    field.setPromptText(text("lock.passphrase"));
    Controls.accessibleName(field, text("lock.passphrase"));
    Button open =
        Controls.button(
            text("encryption.open"),
            () -> {
              model.unlock(field.getText());
              field.clear();
            });
    open.setId("data-open");
    open.getStyleClass().add(Styles.ACCENT);
    open.setDefaultButton(true);
    open.disableProperty().bind(model.busyProperty().or(field.textProperty().isEmpty()));
    Button leave = Controls.button(text("restore.quit"), quit);
    leave.setCancelButton(true);
    HBox buttons = new HBox(open, leave);
    buttons.getStyleClass().add("restore-row");
    Label problem = Controls.text("", Styles.DANGER);
    problem.setId("data-problem");
    problem.textProperty().bind(model.problemProperty());
    getChildren()
        .setAll(
            Controls.text(text("encryption.ask-title"), Styles.TITLE_3),
            Controls.text(text("encryption.ask")),
            field,
            buttons,
            problem);
  }

  /** Shows the view in {@code stage}. */
  static void show(Stage stage, PassphraseModel model) {
    Texts.use("");
    Curtain.form(stage, new PassphraseView(model, stage::close));
  }
}

package org.deskbert.ui.lock;

import static org.deskbert.ui.kit.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.deskbert.ui.kit.CardScroll;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;

/** Asks for the passphrase. */
public final class UnlockCard extends VBox {
  private final PasswordField field = new PasswordField();

  /**
   * Asks for the passphrase of {@code lock}.
   *
   * @param close takes the card away
   */
  public UnlockCard(LockModel lock, Runnable close) {
    setId("unlock");
    getStyleClass().addAll("card", "unlock-card");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    field.setId("passphrase");
    field.setPromptText(text("lock.passphrase"));
    Controls.accessibleName(field, text("lock.passphrase"));
    Runnable unlock =
        () -> {
          lock.unlock(field.getText());
          field.clear();
          field.requestFocus();
        };
    field.setOnAction(_ -> unlock.run());
    Button open = Controls.button(text("lock.unlock"), unlock);
    open.setId("unlock-now");
    open.getStyleClass().add(atlantafx.base.theme.Styles.ACCENT);
    open.disableProperty().bind(lock.busyProperty().or(field.textProperty().isEmpty()));
    Button cancel = Controls.button(text("lock.cancel"), close);
    Flow buttons = new Flow(open, cancel);
    buttons.getStyleClass().add("buttons");
    Label told = Controls.text("", "problem-text");
    told.setId("unlock-told");
    told.textProperty().bind(lock.toldProperty());
    VBox column =
        new VBox(
            Controls.text(text("lock.title"), "section-title"),
            Controls.text(text("lock.why"), "muted"),
            field,
            told,
            buttons,
            Controls.text(text("lock.forgotten", lock.file()), "muted"));
    column.getStyleClass().add("unlock-column");
    getChildren().add(new CardScroll(column));
    sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene == null) {
            lock.cancel();
          }
        });
  }

  /** Puts the caret into the field. */
  public void focus() {
    applyCss(); // only then is what a scroll pane holds in the window
    field.requestFocus();
  }
}

package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.lock.LockModel;

/** Sets, changes and removes the passphrase that keeps askers out. */
final class LockSection extends Section {
  private final LockModel lock;
  private final PasswordField first = field("new-passphrase", text("lock.new"));
  private final PasswordField again = field("new-passphrase-again", text("lock.again"));

  LockSection(LockModel lock) {
    super(text("settings.lock"));
    this.lock = lock;
    again.setOnAction(_ -> save());
    VBox fields = new VBox(first, again);
    fields.getStyleClass().add("words-form");
    wide(text("lock.owner"), meaning(text("lock.meaning")), fields);

    Button save = Controls.button("", this::save);
    save.setId("passphrase-save");
    Button remove = Controls.button(text("lock.remove"), lock::remove);
    Button close = Controls.button(text("lock.lock"), lock::lock);
    FlowPane buttons = new FlowPane(save, remove, close);
    buttons.getStyleClass().add("buttons");
    buttons.disableProperty().bind(lock.busyProperty());
    Label told = Controls.text("");
    told.textProperty().bind(lock.toldProperty());
    getChildren().addAll(buttons, told, meaning(text("lock.forgotten", lock.file())));
    Follow.of(
        this,
        lock.setProperty(),
        () -> {
          boolean set = lock.setProperty().get();
          save.setText(set ? text("lock.change") : text("lock.set"));
          Controls.show(remove, set);
          Controls.show(close, set);
        });
  }

  private void save() {
    lock.set(first.getText(), again.getText());
    first.clear();
    again.clear();
  }

  private static PasswordField field(String id, String name) {
    PasswordField field = new PasswordField();
    field.setId(id);
    field.setPromptText(name);
    field.setAccessibleText(name);
    return field;
  }
}

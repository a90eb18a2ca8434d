package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.settings.EncryptionModel.State;

/** Encrypts the data, changes the passphrase, takes the encryption away. */
final class EncryptionSection extends Section {
  private final EncryptionModel model;
  private final PasswordField current = field("data-passphrase", text("encryption.current"));
  private final PasswordField fresh = field("data-passphrase-new", text("encryption.new"));
  private final PasswordField again = field("data-passphrase-again", text("lock.again"));
  private final Label now = Controls.text("");
  private final Button on = Controls.button(text("encryption.turn-on"), this::turnOn);
  private final Button change = Controls.button(text("encryption.change"), this::change);
  private final Button off = Controls.button(text("encryption.turn-off"), this::turnOff);

  EncryptionSection(EncryptionModel model) {
    super(text("encryption.title"));
    this.model = model;
    on.setId("encryption-on");
    change.setId("encryption-change");
    off.setId("encryption-off");
    now.setId("encryption-state");
    VBox fields = new VBox(current, fresh, again);
    fields.getStyleClass().add("words-form");
    Flow buttons = new Flow(on, change, off);
    buttons.getStyleClass().add("buttons");
    buttons.disableProperty().bind(model.busyProperty());
    Label told = Controls.text("");
    told.setId("encryption-told");
    told.textProperty().bind(model.toldProperty());
    getChildren()
        .addAll(
            now,
            meaning(text("encryption.meaning")),
            fields,
            buttons,
            told,
            meaning(text("encryption.lost", model.file())));
    Follow.of(this, model.stateProperty(), this::refresh);
  }

  private void refresh() {
    State state = model.stateProperty().get();
    now.setText(
        switch (state) {
          case OFF -> text("encryption.off");
          case STARTING -> text("encryption.starting");
          case ON -> text("encryption.on");
          case ENDING -> text("encryption.ending");
        });
    boolean mayChange = state == State.ON || state == State.STARTING;
    Controls.show(current, mayChange);
    Controls.show(fresh, state != State.ENDING);
    Controls.show(again, state != State.ENDING);
    Controls.show(on, state == State.OFF);
    Controls.show(change, mayChange);
    Controls.show(off, mayChange);
  }

  private void turnOn() {
    model.turnOn(fresh.getText(), again.getText());
    clear();
  }

  private void change() {
    model.change(current.getText(), fresh.getText(), again.getText());
    clear();
  }

  private void turnOff() {
    model.turnOff(current.getText());
    clear();
  }

  private void clear() {
    current.clear();
    fresh.clear();
    again.clear();
  }

  private static PasswordField field(String id, String name) {
    PasswordField field = new PasswordField();
    field.setId(id);
    field.setPromptText(name);
    Controls.accessibleName(field, name);
    return field;
  }
}

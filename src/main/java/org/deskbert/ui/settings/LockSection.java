package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.deskbert.app.MachinePolicy.Setting;
import org.deskbert.app.Settings.Kiosk;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Switch;
import org.deskbert.ui.lock.LockModel;

/** Sets, changes and removes the passphrase that keeps askers out. */
final class LockSection extends Section {
  private static final List<Integer> MINUTES = List.of(1, 3, 5, 10);

  private final LockModel lock;
  private final PasswordField first = field("new-passphrase", text("lock.new"));
  private final PasswordField again = field("new-passphrase-again", text("lock.again"));

  /**
   * Shows {@code lock}.
   *
   * @param enterKiosk makes the window one for passers-by
   */
  LockSection(SettingsModel settings, LockModel lock, Runnable enterKiosk) {
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
    Flow buttons = new Flow(save, remove, close);
    buttons.getStyleClass().add("buttons");
    buttons.disableProperty().bind(lock.busyProperty());
    Label told = Controls.text("");
    told.textProperty().bind(lock.toldProperty());
    getChildren().addAll(buttons, told, meaning(text("lock.forgotten", lock.file())));
    VBox kiosk = kiosk(settings, enterKiosk);
    getChildren().add(kiosk);
    Follow.of(
        this,
        lock.setProperty(),
        () -> {
          boolean set = lock.setProperty().get();
          save.setText(set ? text("lock.change") : text("lock.set"));
          Controls.show(remove, set);
          Controls.show(close, set);
          Controls.show(kiosk, set);
        });
  }

  private static VBox kiosk(SettingsModel settings, Runnable enter) {
    Section section = new Section(text("kiosk.title"));
    Switch always =
        new Switch(
            "kiosk-always",
            settings.get().kiosk().on(),
            on -> settings.change(now -> now.withKiosk(new Kiosk(on, now.kiosk().minutes()))));
    section.row(text("kiosk.always"), meaning(text("kiosk.meaning")), always);
    section.lock(settings.isLocked(Setting.KIOSK));
    Choice<Integer> minutes =
        new Choice<>(
            text("kiosk.minutes"),
            "kiosk-minutes-",
            settings.get().kiosk().minutes(),
            chosen -> settings.change(now -> now.withKiosk(new Kiosk(now.kiosk().on(), chosen))));
    for (int each : MINUTES) {
      minutes.add(each, String.valueOf(each), text("lock.minutes", each));
    }
    section.row(text("kiosk.minutes"), meaning(text("kiosk.minutes-meaning")), minutes);
    section.lock(settings.isLocked(Setting.KIOSK));
    Button begin = Controls.button(text("kiosk.begin"), enter);
    begin.setId("kiosk-begin");
    section.getChildren().add(begin);
    return section;
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
    Controls.accessibleName(field, name);
    return field;
  }
}

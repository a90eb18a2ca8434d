package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.deskbert.app.Status;
import org.deskbert.ui.WindowModel.Page;
import org.deskbert.ui.faq.FaqMenu;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Follow;
import org.kordamp.ikonli.feather.Feather;

/**
 * The line at the top: who answers, how far the program is, a new conversation, latency and
 * settings.
 */
final class Header extends HBox {
  private final WindowModel model;
  private final Actions actions;
  private final Label status = new Label();

  /**
   * Shows the line.
   *
   * @param actions tell the keys of the buttons
   * @param giveAway lets the user choose where a FAQ is packed to
   * @param report lets the user choose where the weekly report goes
   * @param shown whether the list of conversations is shown
   */
  Header(
      WindowModel model,
      Actions actions,
      Runnable importFile,
      Consumer<String> giveAway,
      Runnable report,
      ObservableBooleanValue shown,
      Runnable toggleSidebar) {
    this.model = model;
    this.actions = actions;
    getStyleClass().add("header");
    setAlignment(Pos.CENTER_LEFT);
    FaqMenu menu =
        new FaqMenu(model.faqs, importFile, model::showWords, giveAway, report, model.lock);
    status.setId("status");
    status.getStyleClass().add("status");
    status.setMinWidth(0);

    Button restart =
        Controls.iconButton(Feather.EDIT, text("action.new"), () -> model.newConversation(false));
    restart.setId("new-conversation");
    restart.disableProperty().bind(Bindings.isEmpty(model.chat.messages()));

    ToggleButton latency = Controls.iconToggle(Feather.ACTIVITY, text("latency.title"));
    latency.setId("latency-button");
    latency.setOnAction(
        _ -> model.settings.change(now -> now.withLatencyOverlay(latency.isSelected())));
    Follow.of(
        this,
        model.settings.property(),
        () -> latency.setSelected(model.settings.get().latencyOverlay()));

    ToggleButton settings = Controls.iconToggle(Feather.SETTINGS, text("settings.title"));
    settings.setId("settings-button");
    settings.setOnAction(
        _ -> model.pageProperty().set(settings.isSelected() ? Page.SETTINGS : Page.CHAT));
    Follow.of(
        this,
        model.pageProperty(),
        () -> settings.setSelected(model.pageProperty().get() == Page.SETTINGS));

    ToggleButton desk = Controls.iconToggle(Feather.LIST, text("header.desk"));
    desk.setId("desk-button");
    desk.setOnAction(_ -> {
      if (desk.isSelected()) {
        model.showDesk();
        desk.setSelected(model.pageProperty().get() == Page.DESK); // not before the passphrase
      } else {
        model.pageProperty().set(Page.CHAT);
      }
    });
    Follow.of(
        this,
        model.pageProperty(),
        () -> desk.setSelected(model.pageProperty().get() == Page.DESK));

    ToggleButton sidebar = Controls.iconToggle(Feather.SIDEBAR, text("history.title"));
    sidebar.setId("sidebar-button");
    sidebar.setOnAction(_ -> toggleSidebar.run());
    Follow.of(this, shown, () -> sidebar.setSelected(shown.get()));

    Label secret = new Label(text("header.private"), Controls.icon(Feather.EYE_OFF));
    secret.setId("private");
    secret.getStyleClass().add("secret");
    Controls.whole(secret);
    Follow.of(
        this,
        model.chat.keeper().secretProperty(),
        () -> Controls.show(secret, model.chat.keeper().secretProperty().get()));

    getChildren()
        .addAll(
            sidebar,
            menu,
            secret,
            Controls.spacer(),
            status,
            restart,
            latency,
            lockButton(),
            desk,
            settings);
    Follow.of(this, model.statusProperty(), this::refresh);
    named(restart, "new", text("action.new"));
    named(latency, "latency", text("latency.title"));
    named(desk, "desk", text("header.desk"));
    named(settings, "settings", text("settings.title"));
    named(sidebar, "sidebar", text("history.title"));
  }

  /** Names a button, with the keys of its action as they are now. */
  private void named(Control button, String action, String name) {
    Follow.of(
        this, model.settings.property(), () -> Controls.name(button, actions.named(action, name)));
  }

  /** Locks or unlocks; not there where there is no passphrase. */
  private Button lockButton() {
    Button button = Controls.iconButton(Feather.LOCK, text("lock.unlock-ask"), this::turnLock);
    button.setId("lock-button");
    Runnable show =
        () -> {
          boolean open = model.lock.openProperty().get();
          button.setGraphic(Controls.icon(open ? Feather.UNLOCK : Feather.LOCK));
          Controls.name(button, open ? text("lock.lock") : text("lock.unlock-ask"));
          Controls.show(button, model.lock.setProperty().get());
        };
    Follow.of(this, model.lock.openProperty(), show);
    Follow.of(this, model.lock.setProperty(), show);
    return button;
  }

  private void turnLock() {
    if (model.lock.openProperty().get()) {
      model.lock.lock();
    } else {
      model.lock.guard(() -> {});
    }
  }

  private void refresh() {
    Status now = model.statusProperty().get();
    String words = WindowModel.statusText(now);
    status.setText(words);
    boolean under = now.reason() == Status.Reason.LOADING || now.progress() >= 0;
    status.setGraphic(
        words.isEmpty() ? null : Controls.icon(under ? Feather.LOADER : Feather.INFO));
    status.setAccessibleText(words);
  }
}

package org.deskbert.ui;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.deskbert.app.Status;
import org.deskbert.ui.WindowModel.Page;
import org.deskbert.ui.faq.FaqMenu;
import org.deskbert.ui.kit.Controls;
import org.kordamp.ikonli.feather.Feather;

/**
 * The line at the top: who answers, how far the program is, a new conversation, latency and
 * settings.
 */
final class Header extends HBox {
  private final WindowModel model;
  private final Label status = new Label();

  Header(WindowModel model, Runnable importFile) {
    this.model = model;
    getStyleClass().add("header");
    setAlignment(Pos.CENTER_LEFT);
    FaqMenu menu = new FaqMenu(model.faqs, importFile);
    menu.setMinWidth(Region.USE_PREF_SIZE);
    status.setId("status");
    status.getStyleClass().add("status");
    status.setMinWidth(0);

    Button restart =
        Controls.iconButton(Feather.EDIT, "New conversation, Ctrl+N", model::newConversation);
    restart.setId("new-conversation");
    restart.disableProperty().bind(Bindings.isEmpty(model.chat.messages()));

    ToggleButton latency = Controls.iconToggle(Feather.ACTIVITY, "Latency, Ctrl+L");
    latency.setId("latency-button");
    latency.setSelected(model.settings.get().latencyOverlay());
    latency.setOnAction(
        _ -> model.settings.change(now -> now.withLatencyOverlay(latency.isSelected())));
    model.settings.property().addListener((_, _, now) -> latency.setSelected(now.latencyOverlay()));

    ToggleButton settings = Controls.iconToggle(Feather.SETTINGS, "Settings, Ctrl+,");
    settings.setId("settings-button");
    settings.setOnAction(
        _ -> model.pageProperty().set(settings.isSelected() ? Page.SETTINGS : Page.CHAT));
    model.pageProperty().addListener((_, _, page) -> settings.setSelected(page == Page.SETTINGS));

    getChildren().addAll(menu, Controls.spacer(), status, restart, latency, settings);
    model.statusProperty().addListener(_ -> refresh());
    refresh();
  }

  private void refresh() {
    Status now = model.statusProperty().get();
    String text = WindowModel.statusText(now);
    status.setText(text);
    status.setGraphic(
        text.isEmpty()
            ? null
            : Controls.icon(now.phase() == Status.Phase.READY ? Feather.INFO : Feather.LOADER));
    status.setAccessibleText(text);
  }
}

package org.deskbert.ui.settings;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.deskbert.app.Settings.Theme;
import org.deskbert.ui.kit.Controls;
import org.kordamp.ikonli.feather.Feather;

/** Theme and size. */
final class AppearanceSection extends Section {
  private final SettingsModel model;

  AppearanceSection(SettingsModel model) {
    super("Appearance");
    this.model = model;
    row("Theme", meaning("System follows your desktop, also while the program runs."), themes());
    row(
        "Size",
        meaning("Everything grows with it. Ctrl + and Ctrl − anywhere, Ctrl 0 for 100 %."),
        size());
  }

  private Node themes() {
    ToggleGroup group = new ToggleGroup();
    HBox row =
        new HBox(
            theme(group, "System", Theme.SYSTEM, Styles.LEFT_PILL),
            theme(group, "Light", Theme.LIGHT, Styles.CENTER_PILL),
            theme(group, "Dark", Theme.DARK, Styles.RIGHT_PILL));
    group
        .selectedToggleProperty()
        .addListener((_, before, after) -> {
          if (after == null) {
            group.selectToggle(before);
          } else {
            model.change(now -> now.withTheme((Theme) after.getUserData()));
          }
        });
    return row;
  }

  private ToggleButton theme(ToggleGroup group, String name, Theme theme, String style) {
    ToggleButton button = new ToggleButton(name);
    button.setId("theme-" + name.toLowerCase(java.util.Locale.ROOT));
    button.getStyleClass().add(style);
    button.setUserData(theme);
    button.setToggleGroup(group);
    button.setSelected(model.get().theme() == theme);
    button.setAccessibleText("Theme " + name);
    return button;
  }

  private Node size() {
    Label percent = new Label();
    percent.getStyleClass().addAll("digits", "value");
    percent.setAlignment(Pos.CENTER);
    Runnable show = () -> percent.setText(model.get().zoom() + " %");
    model.property().addListener(_ -> show.run());
    show.run();
    HBox row =
        new HBox(
            Controls.iconButton(Feather.MINUS, "Smaller", () -> model.zoom(-1)),
            percent,
            Controls.iconButton(Feather.PLUS, "Larger", () -> model.zoom(1)));
    row.setAlignment(Pos.CENTER);
    row.getStyleClass().add("stepper");
    return row;
  }
}

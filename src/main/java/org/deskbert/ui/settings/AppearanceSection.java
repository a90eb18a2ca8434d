package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.deskbert.app.MachinePolicy.Setting;
import org.deskbert.app.Settings.Density;
import org.deskbert.app.Settings.Theme;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Percent;
import org.deskbert.ui.kit.Switch;
import org.deskbert.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/** Theme and size. */
final class AppearanceSection extends Section {
  private final SettingsModel model;

  AppearanceSection(SettingsModel model) {
    super(text("settings.appearance"));
    this.model = model;
    row(text("settings.theme"), meaning(text("settings.theme-meaning")), themes());
    lock(model.isLocked(Setting.THEME));
    row(text("settings.density"), meaning(text("settings.density-meaning")), densities());
    lock(model.isLocked(Setting.DENSITY));
    row(text("settings.motion"), meaning(text("settings.motion-meaning")), motion());
    lock(model.isLocked(Setting.REDUCED_MOTION));
    row(text("settings.language"), meaning(text("settings.language-meaning")), languages());
    lock(model.isLocked(Setting.LANGUAGE));
    row(text("settings.size"), meaning(text("settings.size-meaning")), size());
    lock(model.isLocked(Setting.ZOOM));
  }

  private Node themes() {
    Choice<Theme> themes =
        new Choice<>(
            text("settings.theme"),
            "theme-",
            model.get().theme(),
            theme -> model.change(s -> s.withTheme(theme)));
    themes.add(Theme.SYSTEM, "system", text("settings.system"));
    themes.add(Theme.LIGHT, "light", text("settings.light"));
    themes.add(Theme.DARK, "dark", text("settings.dark"));
    themes.add(Theme.HIGH_CONTRAST, "high-contrast", text("settings.high-contrast"));
    return themes;
  }

  private Node densities() {
    Choice<Density> densities =
        new Choice<>(
            text("settings.density"),
            "density-",
            model.get().density(),
            density -> model.change(s -> s.withDensity(density)));
    densities.add(Density.ROOMY, "roomy", text("settings.roomy"));
    densities.add(Density.COMPACT, "compact", text("settings.compact"));
    return densities;
  }

  private Node motion() {
    return new Switch(
        "reduced-motion",
        model.get().reducedMotion(),
        on -> model.change(s -> s.withReducedMotion(on)));
  }

  private Node languages() {
    Choice<String> languages =
        new Choice<>(
            text("settings.language"),
            "language-",
            model.get().language(),
            tag -> model.change(s -> s.withLanguage(tag)));
    languages.add("", "system", text("settings.system"));
    for (Locale language : Texts.LANGUAGES) {
      // Each in its own words, so that it is found by who does not read the others.
      languages.add(
          language.toLanguageTag(), language.getLanguage(), language.getDisplayLanguage(language));
    }
    return languages;
  }

  private Node size() {
    Label percent = new Label();
    percent.getStyleClass().addAll("digits", "value");
    percent.setAlignment(Pos.CENTER);
    Follow.of(
        percent, model.property(), () -> percent.setText(Percent.of(model.get().zoom() / 100.0)));
    HBox row =
        new HBox(
            Controls.iconButton(Feather.MINUS, text("settings.smaller"), () -> model.zoom(-1)),
            percent,
            Controls.iconButton(Feather.PLUS, text("settings.larger"), () -> model.zoom(1)));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("stepper");
    return row;
  }
}

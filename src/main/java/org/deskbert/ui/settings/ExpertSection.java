package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import org.deskbert.app.Battery;
import org.deskbert.app.MachinePolicy.Setting;
import org.deskbert.app.Settings;
import org.deskbert.app.Settings.Saving;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Switch;
import org.kordamp.ikonli.feather.Feather;

/** What few need to change about the model, behind one click, and the way back to the defaults. */
final class ExpertSection extends Section {
  private static final List<Integer> MINUTES = List.of(0, 5, 30, 120);

  private final SettingsModel settings;
  private final ToggleButton open = new ToggleButton(text("expert.open"));

  ExpertSection(SettingsModel settings) {
    super(text("expert.title"));
    this.settings = settings;
    open.setId("expert-open");
    open.getStyleClass().add("unfold");
    open.setGraphic(Controls.icon(Feather.SLIDERS));
    open.selectedProperty().addListener(_ -> fill());
    fill();
  }

  private void fill() {
    getChildren().subList(1, getChildren().size()).clear();
    getChildren().add(open);
    if (!open.isSelected()) {
      return;
    }
    Settings defaults = Settings.defaults();
    row(
        text("settings.threads"),
        meaning(text("settings.threads-meaning", defaults.indexThreads())),
        threads());
    lock(settings.isLocked(Setting.INDEX_THREADS));
    wide(text("expert.rest"), meaning(text("expert.rest-meaning")), rest());
    lock(settings.isLocked(Setting.SAVING));
    if (Battery.ofMachine().isThere()) {
      row(text("expert.battery"), meaning(text("expert.battery-meaning")), battery());
      lock(settings.isLocked(Setting.SAVING));
    } else {
      getChildren().add(meaning(text("expert.no-battery")));
    }
    Button reset = Controls.button(text("expert.reset"), this::reset);
    reset.setId("expert-reset");
    reset.setGraphic(Controls.icon(Feather.ROTATE_CCW));
    getChildren().add(reset);
  }

  private void reset() {
    Settings defaults = Settings.defaults();
    settings.change(
        now -> now.withIndexThreads(defaults.indexThreads()).withSaving(defaults.saving()));
    fill();
  }

  private Node threads() {
    int most = Math.max(16, Runtime.getRuntime().availableProcessors());
    Spinner<Integer> spinner = new Spinner<>(1, most, settings.get().indexThreads());
    spinner.setId("threads");
    spinner.getStyleClass().add("number");
    spinner
        .valueProperty()
        .addListener((_, _, count) -> settings.change(now -> now.withIndexThreads(count)));
    return spinner;
  }

  private Node rest() {
    Choice<Integer> minutes =
        new Choice<>(
            text("expert.rest"),
            "rest-",
            settings.get().saving().restMinutes(),
            chosen ->
                settings.change(
                    now -> now.withSaving(new Saving(chosen, now.saving().onBattery()))));
    for (int each : MINUTES) {
      String words = each == 0 ? text("expert.never") : text("lock.minutes", each);
      minutes.add(each, String.valueOf(each), words);
    }
    return minutes;
  }

  private Node battery() {
    return new Switch(
        "save-battery",
        settings.get().saving().onBattery(),
        on -> settings.change(now -> now.withSaving(new Saving(now.saving().restMinutes(), on))));
  }
}

package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import java.io.File;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.deskbert.app.MachinePolicy.Setting;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Switch;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The model settings panel: which bundle, how many threads, or words only. */
final class ModelSection extends Section {
  private final SettingsModel settings;
  private final ModelsModel models;
  private final VBox cards = new VBox();
  private final Label advice = Controls.text("");

  ModelSection(SettingsModel settings, ModelsModel models, Supplier<@Nullable File> chooseFolder) {
    super(text("settings.model"));
    this.settings = settings;
    this.models = models;
    cards.getStyleClass().add("model-cards");
    Label activity = Controls.text("", "muted");
    activity.textProperty().bind(models.activityProperty());
    activity.visibleProperty().bind(models.activityProperty().isNotEmpty());
    activity.managedProperty().bind(activity.visibleProperty());
    Label problem = Controls.text("", "problem-text");
    problem.textProperty().bind(models.problemProperty());
    problem.visibleProperty().bind(models.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    Button add =
        Controls.button(
            text("models.add"),
            () -> {
              File folder = chooseFolder.get();
              if (folder != null) {
                models.add(folder.toPath());
              }
            });
    add.setGraphic(Controls.icon(Feather.PLUS));
    advice.getStyleClass().add("advice");
    getChildren().addAll(advice, cards, activity, problem, add, new MeasureView(models.measure()));

    row(text("settings.words-only"), meaning(text("settings.words-only-meaning")), wordsOnly());
    lock(settings.isLocked(Setting.WORDS_ONLY));
    getChildren().addAll(new ExpertSection(settings), new ProvidersSection(models));

    Follow.of(this, models.models(), this::refresh);
    Follow.of(this, models.measure().knownProperty(), this::refresh);
  }

  private void refresh() {
    advice.setText(models.measure().advice());
    Controls.show(advice, !advice.getText().isEmpty());
    ToggleGroup group = new ToggleGroup();
    cards
        .getChildren()
        .setAll(
            models.models().stream().map(model -> new ModelCard(model, models, group)).toList());
    if (settings.isLocked(Setting.MODEL)) {
      group.getToggles().forEach(use -> ((Node) use).setDisable(true));
    }
  }

  private Node wordsOnly() {
    return new Switch(
        "words-only",
        settings.get().wordsOnly(),
        on -> settings.change(now -> now.withWordsOnly(on)));
  }
}

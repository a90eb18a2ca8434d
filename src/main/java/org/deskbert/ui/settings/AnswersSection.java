package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.deskbert.app.MachinePolicy.Setting;
import org.deskbert.ui.kit.Direction;
import org.deskbert.ui.kit.Percent;
import org.deskbert.ui.kit.Switch;

/** How sure an answer must be, and whom to ask where there is none. */
final class AnswersSection extends Section {
  private static final double MOST = 50;

  private final SettingsModel model;

  AnswersSection(SettingsModel model) {
    super(text("settings.answers"));
    this.model = model;
    Label meaning = meaning(words(model.get().wrongPercent()));
    wide(text("settings.tolerance"), meaning, tolerance(meaning));
    lock(model.isLocked(Setting.WRONG_PERCENT));
    wide(text("settings.contact"), meaning(text("settings.contact-meaning")), contact());
    lock(model.isLocked(Setting.CONTACT));
    row(
        text("settings.liked-tests"),
        meaning(text("settings.liked-tests-meaning")),
        new Switch(
            "liked-tests",
            model.get().likedTests(),
            on -> model.change(now -> now.withLikedTests(on))));
    lock(model.isLocked(Setting.LIKED_TESTS));
  }

  private Node tolerance(Label meaning) {
    Slider slider = new Slider(0, MOST, Math.min(MOST, model.get().wrongPercent()));
    slider.setId("tolerance");
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(10);
    slider.setMinorTickCount(9);
    slider.setSnapToTicks(true);
    slider.setAccessibleText(text("settings.tolerance-percent"));
    HBox.setHgrow(slider, Priority.ALWAYS);
    Label value = new Label();
    value.getStyleClass().addAll("digits", "value");
    value.setAlignment(Pos.CENTER_RIGHT);
    Runnable show =
        () -> {
          value.setText(Percent.of(slider.getValue() / 100));
          meaning.setText(words(slider.getValue()));
        };
    Runnable store = () -> model.change(now -> now.withWrongPercent(Math.rint(slider.getValue())));
    slider
        .valueProperty()
        .addListener(_ -> {
          show.run();
          if (!slider.isValueChanging()) {
            store.run();
          }
        });
    slider.valueChangingProperty().addListener(_ -> store.run());
    show.run();
    HBox row = new HBox(slider, value);
    row.getStyleClass().add("slider-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** What a tolerance means for who asks. */
  static String words(double percent) {
    long wrong = Math.round(percent);
    if (wrong == 0) {
      return text("settings.tolerance-none");
    }
    return text("settings.tolerance-meaning", wrong);
  }

  private Node contact() {
    TextArea field = new TextArea(model.get().contact());
    field.setId("contact");
    field.setPrefRowCount(2);
    Direction.follow(field);
    // Stored when the typing rests, so that not every letter is written to the disk.
    PauseTransition rest = new PauseTransition(Duration.millis(400));
    Runnable store = () -> model.change(now -> now.withContact(field.getText().strip()));
    rest.setOnFinished(_ -> store.run());
    field.textProperty().addListener(_ -> rest.playFromStart());
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            rest.stop();
            store.run();
          }
        });
    return field;
  }
}

package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deskbert.app.Measured;
import org.deskbert.app.Measured.Speed;
import org.deskbert.app.Measurements.Known;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.latency.AnswerLatency;

/** What a bundle did on this machine: a bar for each length, and how often it was right. */
final class MeasuredView extends VBox {
  /** The longest bar, in em. */
  private static final double LONGEST = 7;

  /**
   * Shows what is known of one bundle.
   *
   * @param most milliseconds of the longest bar
   */
  MeasuredView(Known known, double most) {
    getStyleClass().add("measured");
    Measured measured = known.measured();
    Flow speeds = new Flow();
    speeds.getStyleClass().add("speeds");
    for (Speed speed : measured.speeds()) {
      speeds.getChildren().add(speed(speed, speed.millis() / most));
    }
    getChildren().addAll(Controls.text(text("models.here"), "muted"), speeds);
    getChildren().add(Controls.text(quality(measured)));
    if (!known.current()) {
      getChildren().add(Controls.text(text("models.outdated"), "muted"));
    }
  }

  private static VBox speed(Speed speed, double share) {
    String time = AnswerLatency.format(speed.millis());
    Label millis = new Label(time);
    millis.getStyleClass().add("digits");
    Region bar = new Region();
    bar.getStyleClass().add("speed-bar");
    // In em, so that it grows with the text.
    bar.setStyle("-fx-pref-width: %sem; -fx-max-width: %1$sem;".formatted(LONGEST * share));
    VBox column =
        new VBox(
            Controls.text(text("models.tokens", speed.tokens()), "muted"), bar, new HBox(millis));
    column.getStyleClass().add("speed");
    return column;
  }

  /** How often it was right, in words. */
  static String quality(Measured measured) {
    if (measured.asked() == 0) {
      return text("models.nothing-to-ask");
    }
    return text(
        "models.quality",
        measured.asked(),
        Math.round(measured.first() * measured.asked()),
        measured.right(),
        measured.wrong());
  }
}

package org.deskbert.ui.latency;

import static org.deskbert.ui.kit.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deskbert.trace.Stage;

/** The stages of one answer as one bar, with a legend. */
public final class Waterfall extends VBox {
  /** Shows nothing yet. */
  public Waterfall() {
    getStyleClass().add("waterfall");
  }

  /** Shows one answer. */
  public Waterfall(AnswerLatency latency) {
    this();
    show(latency);
  }

  /** Shows another answer. */
  public void show(AnswerLatency latency) {
    FlowPane legend = new FlowPane();
    legend.getStyleClass().add("legend");
    List<String> spoken = new ArrayList<>();
    for (var stage : latency.millis().entrySet()) {
      legend.getChildren().add(legendEntry(stage.getKey(), stage.getValue()));
      spoken.add(
          text(
              "latency.stage",
              AnswerLatency.name(stage.getKey()),
              AnswerLatency.format(stage.getValue())));
    }
    Bar bar = new Bar(latency.millis());
    bar.setAccessibleText(String.join(", ", spoken));
    getChildren().setAll(bar, legend);
  }

  private static HBox legendEntry(Stage stage, double millis) {
    Region dot = new Region();
    dot.getStyleClass().addAll("dot", style(stage));
    Label name = new Label(AnswerLatency.name(stage));
    name.getStyleClass().add("muted");
    Label time = new Label(AnswerLatency.format(millis));
    time.getStyleClass().add("digits");
    HBox entry = new HBox(dot, name, time);
    entry.getStyleClass().add("legend-entry");
    entry.setAlignment(Pos.CENTER_LEFT);
    return entry;
  }

  private static String style(Stage stage) {
    return "stage-" + stage.name().toLowerCase(Locale.ROOT);
  }

  private static final class Bar extends Pane {
    private final List<Region> parts = new ArrayList<>();
    private final List<Double> millis = new ArrayList<>();

    Bar(Map<Stage, Double> stages) {
      getStyleClass().add("waterfall-bar");
      stages.forEach((stage, time) -> {
        Region part = new Region();
        part.getStyleClass().addAll("stage", style(stage));
        parts.add(part);
        millis.add(time);
      });
      getChildren().addAll(parts);
    }

    @Override
    protected void layoutChildren() {
      double sum = millis.stream().mapToDouble(Double::doubleValue).sum();
      double scale = sum > 0 ? getWidth() / sum : 0;
      double x = 0;
      for (int i = 0; i < parts.size(); i++) {
        double end = x + millis.get(i) * scale;
        // A stage that ran is seen, however short it was.
        double width = Math.max(1, snapPositionX(end) - snapPositionX(x));
        parts
            .get(i)
            .resizeRelocate(Math.min(snapPositionX(x), getWidth() - 1), 0, width, getHeight());
        x = end;
      }
    }
  }
}

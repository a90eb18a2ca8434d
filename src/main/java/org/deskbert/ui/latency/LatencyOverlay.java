package org.deskbert.ui.latency;

import static org.deskbert.ui.kit.Texts.text;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deskbert.trace.LatencyStats;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Texts;

/**
 * The latency card over the conversation: last answer, its stages, percentiles, the last 60. Can be
 * dragged with the mouse and never takes the focus.
 */
public final class LatencyOverlay extends VBox {
  private final LatencyModel model;
  private final Label last = new Label("–");
  private final Label kind = new Label(text("latency.none"));
  private final Waterfall waterfall = new Waterfall();
  private final Label[] percentiles = {new Label("–"), new Label("–"), new Label("–")};
  private final Label count = new Label(text("answers", 0));
  private final Sparkline sparkline = new Sparkline();
  private double grabX;
  private double grabY;

  /** Follows {@code model}. */
  public LatencyOverlay(LatencyModel model) {
    this.model = model;
    setId("latency-overlay");
    getStyleClass().add("latency-overlay");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setFocusTraversable(false);

    last.getStyleClass().add("big-number");
    kind.getStyleClass().add("muted");
    count.getStyleClass().add("muted");
    Label budget =
        Controls.text(text("latency.budget", AnswerLatency.format(Sparkline.BUDGET)), "muted");
    HBox foot = new HBox(count, Controls.spacer(), budget);
    getChildren().addAll(last, kind, waterfall, table(), sparkline, foot);

    double side = Texts.rightToLeft() ? -1 : 1; // to the right in the scene, or mirrored
    setOnMousePressed(event -> {
      grabX = event.getSceneX() - side * getTranslateX();
      grabY = event.getSceneY() - getTranslateY();
    });
    setOnMouseDragged(event -> {
      setTranslateX(side * (event.getSceneX() - grabX));
      setTranslateY(event.getSceneY() - grabY);
    });
    Follow.of(this, model.lastProperty(), this::refresh);
    visibleProperty().addListener(_ -> refresh());
  }

  private GridPane table() {
    GridPane table = new GridPane();
    table.getStyleClass().add("percentiles");
    String[] names = {"p50", "p95", "p99"};
    for (int i = 0; i < names.length; i++) {
      Label name = new Label(names[i]);
      name.getStyleClass().add("muted");
      percentiles[i].getStyleClass().add("digits");
      GridPane.setHalignment(name, HPos.LEFT);
      table.add(name, i, 0);
      table.add(percentiles[i], i, 1);
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / names.length);
      table.getColumnConstraints().add(column);
    }
    return table;
  }

  private void refresh() {
    AnswerLatency latency = model.lastProperty().get();
    if (latency == null || !isVisible()) {
      return;
    }
    last.setText(AnswerLatency.format(latency.total()));
    kind.setText(latency.words() ? text("latency.painted-words") : text("latency.painted"));
    waterfall.show(latency);
    LatencyStats stats = model.stats();
    percentiles[0].setText(AnswerLatency.format(stats.percentile(50)));
    percentiles[1].setText(AnswerLatency.format(stats.percentile(95)));
    percentiles[2].setText(AnswerLatency.format(stats.percentile(99)));
    count.setText(text("answers", stats.count()));
    sparkline.show(stats.recent());
  }
}

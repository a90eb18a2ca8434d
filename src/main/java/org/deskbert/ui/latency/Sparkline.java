package org.deskbert.ui.latency;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/** The last latencies as a line, with the budget as a second one. */
public final class Sparkline extends Region {
  /** What an answer may take from Enter to painted, in milliseconds. */
  public static final double BUDGET = 33;

  private static final int LENGTH = 60;

  private final Polyline line = new Polyline();
  private final Line budget = new Line();
  private List<Double> millis = List.of();

  /** Shows nothing yet. */
  public Sparkline() {
    getStyleClass().add("sparkline");
    line.getStyleClass().add("spark");
    budget.getStyleClass().add("budget");
    line.setManaged(false);
    budget.setManaged(false);
    getChildren().addAll(budget, line);
  }

  /** Shows these latencies, oldest first; at most the last 60. */
  public void show(List<Double> latencies) {
    millis = latencies.subList(Math.max(0, latencies.size() - LENGTH), latencies.size());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight() - 2;
    // The budget stays in sight, and one slow answer doesn't flatten the rest.
    double top = BUDGET * 1.25;
    for (double value : millis) {
      top = Math.max(top, Math.min(value, BUDGET * 4));
    }
    double step = getWidth() / (LENGTH - 1);
    double start = getWidth() - (millis.size() - 1) * step;
    line.getPoints().clear();
    for (int i = 0; i < millis.size(); i++) {
      line.getPoints().addAll(start + i * step, y(millis.get(i), top, height));
    }
    double level = Math.round(y(BUDGET, top, height)) + 0.5;
    budget.setStartX(0);
    budget.setEndX(getWidth());
    budget.setStartY(level);
    budget.setEndY(level);
  }

  private static double y(double value, double top, double height) {
    return 1 + height * (1 - Math.min(value, top) / top);
  }
}

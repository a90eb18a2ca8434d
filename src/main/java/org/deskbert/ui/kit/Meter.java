package org.deskbert.ui.kit;

import static org.deskbert.ui.kit.Texts.text;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A thin bar filled from 0 to 1, with a mark at a threshold if there is one. */
public final class Meter extends Region {
  private final StackPane track = new StackPane();
  private final StackPane fill = new StackPane();
  private final StackPane mark = new StackPane();
  private final double value;
  private final double threshold;

  /**
   * Creates the bar.
   *
   * @param value 0 to 1; what lies outside is clipped
   * @param threshold 0 to 1, or negative for no mark
   * @param name what it shows, for a screen reader
   */
  public Meter(double value, double threshold, String name) {
    this.value = Math.clamp(value, 0, 1);
    this.threshold = threshold;
    getStyleClass().add("meter");
    track.getStyleClass().add("meter-track");
    fill.getStyleClass().add("meter-fill");
    mark.getStyleClass().add("meter-mark");
    mark.setVisible(threshold >= 0);
    getChildren().addAll(track, fill, mark);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(text("percent.of", name, Percent.of(this.value)));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double bar = snapSizeY(height / 2);
    double top = snapPositionY((height - bar) / 2);
    track.resizeRelocate(0, top, width, bar);
    fill.resizeRelocate(0, top, Math.max(value > 0 ? bar : 0, width * value), bar);
    mark.resizeRelocate(snapPositionX(width * threshold) - 1, 0, 2, height);
  }
}

package org.deskbert.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;

/**
 * Parts in a line that go on in the next one. Other than in a plain {@link FlowPane} no part is
 * wider than the line, and words wrap instead of being cut.
 */
public class Flow extends FlowPane {
  private record Line(List<Node> parts, List<Double> widths, double width, double height) {}

  /** Shows {@code parts} in this order. */
  public Flow(Node... parts) {
    getChildren()
        .addListener(
            (ListChangeListener<Node>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(Flow::wrap);
                  }
                });
    getChildren().addAll(parts);
  }

  private static void wrap(Node part) {
    if (part instanceof Labeled words) {
      words.setWrapText(true);
      words.setMinHeight(USE_PREF_SIZE);
    }
  }

  private double across() {
    return getInsets().getLeft() + getInsets().getRight();
  }

  private List<Line> lines(double width) {
    List<Line> lines = new ArrayList<>();
    List<Node> parts = new ArrayList<>();
    List<Double> widths = new ArrayList<>();
    double x = 0;
    double height = 0;
    for (Node part : getManagedChildren()) {
      double wanted = Math.clamp(part.prefWidth(-1), 0, Math.max(0, part.maxWidth(-1)));
      double wide = Math.max(part.minWidth(-1), Math.min(snapSizeX(wanted), width));
      if (!parts.isEmpty() && x + getHgap() + wide > width) {
        lines.add(new Line(parts, widths, x, height));
        parts = new ArrayList<>();
        widths = new ArrayList<>();
        height = 0;
      }
      x = parts.isEmpty() ? wide : x + getHgap() + wide;
      parts.add(part);
      widths.add(wide);
      height = Math.max(height, snapSizeY(part.prefHeight(wide)));
    }
    if (!parts.isEmpty()) {
      lines.add(new Line(parts, widths, x, height));
    }
    return lines;
  }

  @Override
  protected double computeMinWidth(double height) {
    double widest = 0;
    for (Node part : getManagedChildren()) {
      widest = Math.max(widest, snapSizeX(part.minWidth(-1)));
    }
    return widest + across();
  }

  /** The whole line; a plain pane would ask for 400 pixels, and more or less may be needed. */
  @Override
  protected double computePrefWidth(double height) {
    double line = across() - getHgap();
    for (Node part : getManagedChildren()) {
      line += snapSizeX(part.prefWidth(-1)) + getHgap();
    }
    return Math.max(across(), line);
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = width < 0 ? Double.MAX_VALUE : width - across();
    double height = getInsets().getTop() + getInsets().getBottom() - getVgap();
    List<Line> lines = lines(inner);
    for (Line line : lines) {
      height += line.height() + getVgap();
    }
    return lines.isEmpty() ? height + getVgap() : height;
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double inner = getWidth() - across();
    HPos side = getAlignment().getHpos();
    VPos middle = getRowValignment();
    double y = insets.getTop();
    for (Line line : lines(inner)) {
      double left = inner - line.width();
      double x =
          insets.getLeft() + (side == HPos.RIGHT ? left : side == HPos.CENTER ? left / 2 : 0);
      for (int i = 0; i < line.parts().size(); i++) {
        double width = line.widths().get(i);
        layoutInArea(
            line.parts().get(i), snapPositionX(x), y, width, line.height(), 0, HPos.LEFT, middle);
        x += width + getHgap();
      }
      y += line.height() + getVgap();
    }
  }
}

package org.deskbert.ui.kit;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A row that becomes a column where it is too narrow for its parts, in the same order. A part with
 * a priority ({@link HBox#setHgrow}) may be as narrow as its least width, any other is as wide as
 * it wants. In the column each part has the whole width and the height it wants: what holds it
 * scrolls.
 */
public class Reflow extends HBox {
  /** Shows {@code parts} in this order. */
  public Reflow(Node... parts) {
    super(parts);
  }

  private double sum(ToDoubleFunction<Node> of) {
    return getManagedChildren().stream().mapToDouble(of).sum()
        + getSpacing() * Math.max(0, getManagedChildren().size() - 1);
  }

  private static boolean gives(Node part) {
    return getHgrow(part) != null;
  }

  private double least(Node part) {
    return snapSizeX(gives(part) ? part.minWidth(-1) : wanted(part));
  }

  private double wanted(Node part) {
    return snapSizeX(Math.max(part.minWidth(-1), part.prefWidth(-1)));
  }

  private boolean isRow(double inner) {
    return sum(this::least) <= inner;
  }

  /** How wide each part is in a row. */
  private double[] widths(double inner) {
    List<Node> parts = getManagedChildren();
    double more = inner - sum(this::wanted);
    double givable = sum(this::wanted) - sum(this::least);
    long growing = parts.stream().filter(part -> getHgrow(part) == Priority.ALWAYS).count();
    return parts.stream()
        .mapToDouble(part -> {
          double wanted = wanted(part);
          if (more < 0 && givable > 0) {
            return wanted + more * (wanted - least(part)) / givable;
          }
          return getHgrow(part) == Priority.ALWAYS ? wanted + more / growing : wanted;
        })
        .toArray();
  }

  private double height(Node part, double width) {
    return snapSizeY(Math.max(part.minHeight(width), part.prefHeight(width)));
  }

  private double across() {
    return getInsets().getLeft() + getInsets().getRight();
  }

  private double along() {
    return getInsets().getTop() + getInsets().getBottom();
  }

  private double columnWidth(Node part, double inner) {
    return Math.max(inner, part.minWidth(-1));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return across()
        + getManagedChildren().stream()
            .mapToDouble(part -> snapSizeX(part.minWidth(-1)))
            .max()
            .orElse(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    return across() + sum(this::wanted);
  }

  @Override
  protected double computeMinHeight(double width) {
    double inner = width < 0 ? Double.MAX_VALUE : width - across();
    return isRow(inner) ? along() + highest(inner, Node::minHeight) : computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = width < 0 ? sum(this::wanted) : width - across();
    return along()
        + (isRow(inner)
            ? highest(inner, this::height)
            : sum(part -> height(part, columnWidth(part, inner))));
  }

  private interface Height {
    double of(Node part, double width);
  }

  private double highest(double inner, Height height) {
    List<Node> parts = getManagedChildren();
    double[] widths = widths(inner);
    double highest = 0;
    for (int i = 0; i < widths.length; i++) {
      highest = Math.max(highest, snapSizeY(height.of(parts.get(i), widths[i])));
    }
    return highest;
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double inner = getWidth() - across();
    boolean row = isRow(inner);
    double[] widths = row ? widths(inner) : new double[0];
    double x = insets.getLeft();
    double y = insets.getTop();
    int number = 0;
    for (Node part : getManagedChildren()) {
      double width = row ? widths[number++] : columnWidth(part, inner);
      double height = row ? getHeight() - along() : height(part, width);
      VPos place = row ? getAlignment().getVpos() : VPos.TOP;
      layoutInArea(part, x, y, width, height, 0, HPos.LEFT, place);
      if (row) {
        x += width + getSpacing();
      } else {
        y += height + getSpacing();
      }
    }
  }
}

package org.deskbert.ui.chat;

import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.deskbert.ui.kit.Pulse;
import org.jspecify.annotations.Nullable;

/**
 * A column of messages that is higher than the window. It stays at its end while the reader is
 * there; elsewhere the message that is read stays where it is, whatever becomes higher or is added
 * above or below it. Why it is no {@code ListView} or {@code ScrollPane}: docs/decisions/0013.
 */
abstract class MessageScroll extends Region {
  /** Pages: more than one, where messages are missed, so that none is built and dropped in turn. */
  private static final double FAR = 1.5;

  private final VBox column = new VBox();
  private final ScrollBar bar = new ScrollBar();
  private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyDoubleWrapper barWidth = new ReadOnlyDoubleWrapper();
  private final ObservableValue<Node> focused = sceneProperty().flatMap(Scene::focusOwnerProperty);
  private double top; // pixels of the column above what is in sight

  /** What keeps its place while the reader is not at the end. */
  private @Nullable MessageFrame anchor;

  private double anchorTop; // pixels below the upper edge of what is in sight
  private boolean placing; // the bar follows the messages, and not they the bar

  MessageScroll() {
    bar.setOrientation(Orientation.VERTICAL);
    bar.setVisible(false);
    bar.setMax(1);
    bar.valueProperty().addListener(_ -> followBar());
    getChildren().addAll(column, bar);
    Rectangle sight = new Rectangle();
    sight.widthProperty().bind(widthProperty());
    sight.heightProperty().bind(heightProperty());
    setClip(sight);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    focused.addListener((_, _, node) -> keepInSight(node));
  }

  /** Whether the column ends with the newest message. */
  abstract boolean complete();

  /** Whether messages are missing at an edge that the reader has come near to. */
  abstract boolean lacks();

  /** Builds some of those that are missing. */
  abstract void extend();

  /** The messages that are built. */
  List<MessageFrame> frames() {
    return column.getChildren().stream().map(MessageFrame.class::cast).toList();
  }

  /** The column itself, to add messages and to take them away. */
  List<Node> column() {
    return column.getChildren();
  }

  /** Whether the newest message is in sight. */
  ReadOnlyBooleanProperty atEndProperty() {
    return atEnd.getReadOnlyProperty();
  }

  /** How wide the scroll bar is, 0 while there is none. */
  ReadOnlyDoubleProperty barWidthProperty() {
    return barWidth.getReadOnlyProperty();
  }

  /** Goes to the end and stays there. */
  void showEnd() {
    atEnd.set(true);
    requestLayout();
  }

  /** Shows that message at the upper edge. */
  void show(MessageFrame frame) {
    atEnd.set(false);
    anchor = frame;
    anchorTop = 0;
    requestLayout();
  }

  /** Goes up (-1) or down (1) by what is in sight, less a line or two to go on from. */
  void turn(int pages) {
    scroll(top + 0.9 * pages * getHeight());
  }

  /** Whether less than a page is left above. */
  boolean nearTop() {
    return top < getHeight();
  }

  /** Whether less than a page is left below. */
  boolean nearEnd() {
    return hidden() - top < getHeight();
  }

  /** How many of the first messages are so far above that they need not be built. */
  int farAbove() {
    double edge = top - FAR * getHeight();
    return count(frame -> frame.getLayoutY() + frame.getHeight() < edge);
  }

  /** How many of the last messages are so far below that they need not be built. */
  int farBelow() {
    double edge = top + (1 + FAR) * getHeight();
    return count(frame -> frame.getLayoutY() > edge);
  }

  private int count(Predicate<MessageFrame> far) {
    return (int) frames().stream().filter(far).count();
  }

  /** Pixels of the column that are out of sight, above and below. */
  private double hidden() {
    return Math.max(0, column.getHeight() - getHeight());
  }

  @Override
  protected void layoutChildren() {
    layoutColumn();
    if (hidden() > 0 != bar.isVisible()) {
      bar.setVisible(hidden() > 0);
      layoutColumn();
    }
    if (hidden() == 0 && complete()) {
      atEnd.set(true); // all of it is in sight, whatever was looked for
    }
    if (atEnd.get()) {
      top = hidden();
    } else if (anchor != null) {
      top = anchor.getLayoutY() - anchorTop;
    }
    place();
    if (lacks()) {
      Pulse.afterLayout(this, this::extend);
    }
  }

  private void layoutColumn() {
    double taken = bar.isVisible() ? snapSizeX(bar.prefWidth(-1)) : 0;
    double width = getWidth() - taken;
    bar.resizeRelocate(width, 0, taken, getHeight());
    barWidth.set(taken);
    column.resize(width, column.prefHeight(width));
    column.layout(); // tells where the anchor is now
  }

  /** Puts the column and the bar where {@link #top} says. */
  private void place() {
    top = snapPositionY(Math.clamp(top, 0, hidden()));
    column.relocate(0, -top);
    if (hidden() > 0) {
      placing = true;
      bar.setVisibleAmount(getHeight() / column.getHeight());
      bar.setBlockIncrement(getHeight() / hidden());
      bar.setUnitIncrement(0.1 * getHeight() / hidden());
      bar.setValue(top / hidden());
      placing = false;
    }
    // The keyboard and the screen reader are given what is in sight, as with any list.
    for (MessageFrame frame : frames()) {
      double start = frame.getLayoutY();
      boolean inSight = start < top + getHeight() && start + frame.getHeight() > top;
      frame.setVisible(inSight || frame.isFocusWithin());
    }
  }

  private void followBar() {
    if (!placing) {
      scroll(bar.getValue() * hidden());
    }
  }

  private void wheel(ScrollEvent event) {
    scroll(top - event.getDeltaY());
    event.consume();
  }

  private void keepInSight(@Nullable Node node) {
    Node each = node;
    while (each != null && !each.equals(column)) {
      each = each.getParent();
    }
    if (node != null && each != null) {
      Bounds wanted = column.sceneToLocal(node.localToScene(node.getLayoutBounds()));
      if (wanted.getMinY() < top) {
        scroll(wanted.getMinY());
      } else if (wanted.getMaxY() > top + getHeight()) {
        scroll(wanted.getMaxY() - getHeight());
      }
    }
  }

  /** The reader moves the messages. */
  private void scroll(double newTop) {
    top = newTop;
    place();
    atEnd.set(complete() && hidden() - top < 2);
    anchor =
        frames().stream()
            .filter(frame -> frame.getLayoutY() + frame.getHeight() > top)
            .findFirst()
            .orElse(null);
    anchorTop = anchor == null ? 0 : anchor.getLayoutY() - top;
    if (lacks()) {
      extend();
    }
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0; // takes what the window has left
  }
}

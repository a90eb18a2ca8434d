package org.deskbert.ui.chat;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The place of one message in the list. It knows its height until something in it changes. */
final class MessageFrame extends StackPane {
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

  private final Region view;
  private int index;
  private double measuredWidth = Double.NaN; // NaN: not measured
  private double measuredHeight;

  MessageFrame(Region view) {
    super(view);
    this.view = view;
    getStyleClass().add("message-frame");
    setAlignment(Pos.TOP_CENTER);
    setMinHeight(USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    setAccessibleText(view.getAccessibleText());
    neverSqueezed(view);
  }

  /**
   * A column that scrolls gives everything its height. JavaFX asks panes for their least height all
   * the same, on every level anew, which for wrapped text is as dear as the height itself.
   */
  private static void neverSqueezed(Region region) {
    region.setMinHeight(0);
    for (Node child : region.getChildrenUnmodifiable()) {
      if (child instanceof Pane inner) {
        neverSqueezed(inner);
      }
    }
  }

  /** Says which message of the conversation it is, from 0. */
  void at(int newIndex) {
    index = newIndex;
    pseudoClassStateChanged(FIRST, index == 0);
  }

  @Override
  protected double computePrefHeight(double width) {
    if (width != measuredWidth) {
      // What is bound to the width of the view has its right height at once.
      double inner = width - snappedLeftInset() - snappedRightInset();
      view.resize(Math.min(inner, view.maxWidth(-1)), view.getHeight());
      measuredHeight = super.computePrefHeight(width);
      measuredWidth = width;
    }
    return measuredHeight;
  }

  @Override
  public void requestLayout() {
    measuredWidth = Double.NaN;
    super.requestLayout();
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case INDEX -> index;
      case SELECTED -> false;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}

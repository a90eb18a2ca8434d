package org.deskbert.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Holds one card over the window, and the focus in it; Escape or a click beside it closes it, the
 * focus goes back.
 */
final class Layer extends StackPane {
  private @Nullable Node before;

  Layer() {
    getStyleClass().add("layer");
    setAlignment(Pos.TOP_CENTER);
    setVisible(false);
    setOnMousePressed(event -> {
      if (event.getTarget() == this) {
        close();
      }
    });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && goRound(event.isShiftDown())) {
            event.consume();
          }
        });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
          }
          event.consume(); // what is under the card hears nothing
        });
  }

  /**
   * From its last control to its first and back; false where the next one is in the card anyway.
   */
  private boolean goRound(boolean back) {
    List<Node> stops = new ArrayList<>();
    collect(this, stops);
    Node at = getScene().getFocusOwner();
    if (stops.isEmpty() || !(back ? stops.getFirst() : stops.getLast()).equals(at)) {
      return false;
    }
    if (stops.size() > 1) {
      // By a step of the keyboard, which shows where the focus is.
      Node beside = back ? stops.get(stops.size() - 2) : stops.get(1);
      beside.requestFocus();
      beside.requestFocusTraversal(back ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
    }
    return true;
  }

  private static void collect(Node node, List<Node> stops) {
    if (node.isVisible() && !node.isDisabled()) {
      if (node.isFocusTraversable()) {
        stops.add(node);
      }
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
      }
    }
  }

  /** Shows a card in the place of the one that may be there. */
  void show(Region card) {
    if (!isVisible() && getScene() != null) {
      before = getScene().getFocusOwner();
    }
    getChildren().setAll(card);
    setVisible(true);
  }

  /** Whether a card is shown. */
  boolean isOpen() {
    return isVisible();
  }

  /** Takes the card away. */
  void close() {
    if (isVisible()) {
      setVisible(false);
      getChildren().clear();
      if (before != null) {
        before.requestFocus();
      }
    }
  }
}

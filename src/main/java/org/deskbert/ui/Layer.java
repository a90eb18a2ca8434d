package org.deskbert.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Holds one card over the window; Escape or a click beside it closes it, the focus goes back. */
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
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
          }
          event.consume(); // what is under the card hears nothing
        });
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

package org.deskbert.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Scrolls what is in a card where that is higher than the window; never takes the focus itself. */
public final class CardScroll extends ScrollPane {
  /** Shows {@code column}, as wide as the card. */
  public CardScroll(VBox column) {
    super(column);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("settings-content");
    InSight.keep(this);
  }

  /** As high as the words in it, which wrap. */
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  public void requestFocus() {}
}

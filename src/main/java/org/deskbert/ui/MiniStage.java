package org.deskbert.ui;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Makes the window small, in the corner and on top of others, to ask while one works there. */
final class MiniStage {
  private static final double MARGIN = 16;

  private final Stage stage;
  private @Nullable Rectangle2D before;

  private MiniStage(Stage stage) {
    this.stage = stage;
  }

  /** Follows {@code mini}; back in its place the window is as it was. */
  static void follow(Stage stage, ObservableBooleanValue mini) {
    MiniStage follower = new MiniStage(stage);
    mini.addListener((_, _, small) -> follower.show(small));
  }

  private void show(boolean small) {
    Rectangle2D place = before;
    if (small) {
      before = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
      Rectangle2D screen = Screen.getPrimary().getVisualBounds();
      double width = stage.getMinWidth();
      double height = stage.getMinHeight();
      place =
          new Rectangle2D(
              screen.getMaxX() - width - MARGIN, screen.getMaxY() - height - MARGIN, width, height);
    }
    stage.setMaximized(false);
    stage.setAlwaysOnTop(small);
    if (place != null) {
      stage.setX(place.getMinX());
      stage.setY(place.getMinY());
      stage.setWidth(place.getWidth());
      stage.setHeight(place.getHeight());
    }
  }
}

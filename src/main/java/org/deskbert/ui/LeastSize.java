package org.deskbert.ui;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.deskbert.ui.settings.SettingsModel;

/**
 * Keeps the window so large that its text can be read: the larger the text, the larger the window,
 * as far as the screen goes. What has less room than that goes out of sight and is scrolled to.
 */
final class LeastSize {
  private static final double WIDTH = 480;
  private static final double HEIGHT = 420;

  /** What the parts of the window need at 100 %; they have more where the text is small. */
  private static final double NEEDED_WIDTH = 320;

  private static final double NEEDED_HEIGHT = 256;

  private LeastSize() {}

  /** Follows the size of the text; where the window must grow it stays on its screen. */
  static void follow(Stage stage, SettingsModel settings) {
    keep(stage, settings.get().zoom());
    settings
        .property()
        .addListener((_, before, now) -> {
          if (before.zoom() != now.zoom()) {
            keep(stage, now.zoom());
          }
        });
  }

  private static void keep(Stage stage, int zoom) {
    Rectangle2D screen = screen(stage);
    double width = Math.clamp(NEEDED_WIDTH * zoom / 100, WIDTH, Math.max(WIDTH, screen.getWidth()));
    double height =
        Math.clamp(NEEDED_HEIGHT * zoom / 100, HEIGHT, Math.max(HEIGHT, screen.getHeight()));
    stage.setMinWidth(width);
    stage.setMinHeight(height);
    if (!stage.isShowing() || stage.isMaximized() || stage.isFullScreen()) {
      return;
    }
    if (stage.getWidth() < width) {
      stage.setWidth(width);
      stage.setX(Math.max(screen.getMinX(), Math.min(stage.getX(), screen.getMaxX() - width)));
    }
    if (stage.getHeight() < height) {
      stage.setHeight(height);
      stage.setY(Math.max(screen.getMinY(), Math.min(stage.getY(), screen.getMaxY() - height)));
    }
  }

  /** The screen with the window, or the first one before it is shown. */
  private static Rectangle2D screen(Stage stage) {
    List<Screen> screens =
        stage.isShowing()
            ? Screen.getScreensForRectangle(
                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())
            : List.of();
    return (screens.isEmpty() ? Screen.getPrimary() : screens.getFirst()).getVisualBounds();
  }
}

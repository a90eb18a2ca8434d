package org.deskbert.ui;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.deskbert.app.DataFolder;
import org.deskbert.app.WindowPlace;
import org.jspecify.annotations.Nullable;

/** Opens the window where it was, and notes where it is when it closes. */
final class Placement {
  /** So much of the window must lie on a screen that it can be taken and moved, in pixels. */
  private static final double GRIP = 100;

  private final Stage stage;
  private final DataFolder folder;

  /**
   * The last place that was neither maximized nor minimized nor the whole screen nor on top of
   * others.
   */
  private @Nullable Rectangle2D normal;

  private Placement(Stage stage, DataFolder folder) {
    this.stage = stage;
    this.folder = folder;
  }

  /** Places a window before it is shown, and keeps its place from then on; returns the last one. */
  static Optional<WindowPlace> keep(Stage stage, DataFolder folder) {
    Placement placement = new Placement(stage, folder);
    Optional<WindowPlace> last = WindowPlace.load(folder);
    last.ifPresent(placement::restore);
    stage.xProperty().addListener(_ -> placement.note());
    stage.yProperty().addListener(_ -> placement.note());
    stage.widthProperty().addListener(_ -> placement.note());
    stage.heightProperty().addListener(_ -> placement.note());
    stage.setOnHiding(_ -> placement.save());
    return last;
  }

  private void restore(WindowPlace place) {
    List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    Optional<Rectangle2D> fit = fit(place, screens);
    if (fit.isPresent()) {
      normal = fit.get();
      stage.setX(fit.get().getMinX());
      stage.setY(fit.get().getMinY());
      stage.setWidth(fit.get().getWidth());
      stage.setHeight(fit.get().getHeight());
      stage.setMaximized(place.maximized());
    }
  }

  /**
   * Where a window of old goes on the screens of now: its own place, no larger than the screen that
   * shows most of it; nothing if that screen is gone.
   */
  static Optional<Rectangle2D> fit(WindowPlace place, List<Rectangle2D> screens) {
    if (!(place.width() > 0 && place.height() > 0)) {
      return Optional.empty();
    }
    Rectangle2D best = null;
    double most = 0;
    for (Rectangle2D screen : screens) {
      double width = overlap(place.x(), place.width(), screen.getMinX(), screen.getWidth());
      double height = overlap(place.y(), place.height(), screen.getMinY(), screen.getHeight());
      if (width >= GRIP && height >= GRIP && width * height > most) {
        most = width * height;
        best = screen;
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    double width = Math.min(place.width(), best.getWidth());
    double height = Math.min(place.height(), best.getHeight());
    return Optional.of(
        new Rectangle2D(
            Math.clamp(place.x(), best.getMinX(), best.getMaxX() - width),
            Math.clamp(place.y(), best.getMinY(), best.getMaxY() - height),
            width,
            height));
  }

  private static double overlap(double a, double aLength, double b, double bLength) {
    return Math.min(a + aLength, b + bLength) - Math.max(a, b);
  }

  private void note() {
    boolean known = stage.getWidth() > 0 && stage.getHeight() > 0 && !Double.isNaN(stage.getX());
    if (known
        && stage.isShowing()
        && !stage.isMaximized()
        && !stage.isIconified()
        && !stage.isFullScreen()
        && !stage.isAlwaysOnTop()) {
      normal = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }
  }

  private void save() {
    note();
    Rectangle2D last = normal;
    if (last != null) {
      new WindowPlace(
              last.getMinX(),
              last.getMinY(),
              last.getWidth(),
              last.getHeight(),
              stage.isMaximized(),
              Theming.isDark())
          .save(folder);
    }
  }
}

package org.deskbert.ui;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** Fills the screen as long as the window is a kiosk, and lets nobody close it. */
final class KioskStage {
  private final Stage stage;
  private final KioskModel kiosk;
  private @Nullable Rectangle2D before;

  private KioskStage(Stage stage, KioskModel kiosk) {
    this.stage = stage;
    this.kiosk = kiosk;
  }

  /**
   * Follows {@code kiosk}.
   *
   * @param build shows what the window is now
   */
  static void follow(Stage stage, KioskModel kiosk, Runnable build) {
    KioskStage follower = new KioskStage(stage, kiosk);
    kiosk
        .onProperty()
        .addListener(_ -> {
          follower.fill();
          Platform.runLater(build); // not within the event of the control that goes
        });
    stage
        .fullScreenProperty()
        .addListener(_ -> {
          if (kiosk.onProperty().get()) {
            Platform.runLater(follower::fill); // the window manager took it away
          }
        });
    stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, follower::close);
    if (kiosk.onProperty().get()) {
      follower.fill();
    }
  }

  private void fill() {
    boolean on = kiosk.onProperty().get();
    if (on) {
      stage.setFullScreenExitHint("");
      stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    }
    stage.setAlwaysOnTop(on);
    if (stage.isFullScreen() == on) {
      return;
    }
    if (on) {
      before = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
      place(screen()); // where no window manager does it: a kiosk often runs without one
    }
    stage.setFullScreen(on);
    Rectangle2D window = before;
    if (!on && window != null) {
      place(window);
    }
  }

  private Rectangle2D screen() {
    return Screen.getScreensForRectangle(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())
        .stream()
        .findFirst()
        .orElse(Screen.getPrimary())
        .getBounds();
  }

  private void place(Rectangle2D place) {
    stage.setX(place.getMinX());
    stage.setY(place.getMinY());
    stage.setWidth(place.getWidth());
    stage.setHeight(place.getHeight());
  }

  private void close(WindowEvent event) {
    if (kiosk.onProperty().get()) {
      event.consume();
      kiosk.leave();
    }
  }
}

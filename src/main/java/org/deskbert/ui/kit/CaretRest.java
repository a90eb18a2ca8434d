package org.deskbert.ui.kit;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/**
 * Lets a caret rest, in sight, ten seconds after the last key: one that blinks on keeps the toolkit
 * drawing sixty frames a second for as long as the window is open.
 */
public final class CaretRest {
  private static final Duration BLINKS = Duration.seconds(10);

  private final PauseTransition rest = new PauseTransition(BLINKS);

  /**
   * Nothing blinks yet.
   *
   * @param still stops the blinking
   */
  CaretRest(Runnable still) {
    rest.setOnFinished(_ -> still.run());
  }

  /** Whether a caret may blink at all: not where less motion is asked for. */
  public static boolean mayBlink(Node field) {
    return field.getScene() == null || !field.getScene().getPreferences().isReducedMotion();
  }

  /** Hears that the caret begins or stops to blink. */
  void blinks(boolean on) {
    if (on) {
      rest.playFromStart();
    } else {
      rest.stop();
    }
  }
}

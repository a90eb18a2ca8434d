package org.deskbert.ui.kit;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Work that waits for the next frame. */
public final class Pulse {
  private Pulse() {}

  /**
   * Runs {@code work} once, when the next frame of the node's scene has been laid out and goes to
   * the screen; at once if the node is in no scene.
   */
  public static void afterLayout(Node node, Runnable work) {
    Scene scene = node.getScene();
    if (scene == null) {
      work.run();
      return;
    }
    Runnable[] once = new Runnable[1];
    once[0] =
        () -> {
          scene.removePostLayoutPulseListener(once[0]);
          work.run();
        };
    scene.addPostLayoutPulseListener(once[0]);
    Platform.requestNextPulse();
  }
}

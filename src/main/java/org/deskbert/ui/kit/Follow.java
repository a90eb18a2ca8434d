package org.deskbert.ui.kit;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Ties a view to its model while the view is in a window. A page that was left, or a view that was
 * built anew in another language, hears nothing more and can be forgotten.
 */
public final class Follow {
  private Follow() {}

  /** Runs {@code refresh} when {@code view} comes into a window and with each change from then. */
  public static void of(Node view, Observable model, Runnable refresh) {
    InvalidationListener listener = _ -> refresh.run();
    whileShown(
        view,
        () -> {
          model.addListener(listener);
          refresh.run();
        },
        () -> model.removeListener(listener));
  }

  /** Runs {@code start} when {@code view} comes into a window, {@code stop} when it leaves it. */
  public static void whileShown(Node view, Runnable start, Runnable stop) {
    view.sceneProperty().addListener((_, before, now) -> change(before, now, start, stop));
    if (view.getScene() != null) {
      start.run();
    }
  }

  private static void change(Scene before, Scene now, Runnable start, Runnable stop) {
    if (before != null) {
      stop.run();
    }
    if (now != null) {
      start.run();
    }
  }
}

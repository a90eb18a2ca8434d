package org.deskbert.ui.kit;

import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/** Scrolls to what has the focus, which JavaFX does in lists only. */
public final class InSight {
  private InSight() {}

  /** Keeps what has the focus in sight, wherever in {@code pane} it is. */
  public static void keep(ScrollPane pane) {
    ChangeListener<Node> follow = (_, _, focused) -> show(pane, focused);
    pane.sceneProperty()
        .addListener((_, before, now) -> {
          listen(before, scene -> scene.focusOwnerProperty().removeListener(follow));
          listen(now, scene -> scene.focusOwnerProperty().addListener(follow));
        });
  }

  private static void listen(@Nullable Scene scene, Consumer<Scene> change) {
    if (scene != null) {
      change.accept(scene);
    }
  }

  private static void show(ScrollPane pane, @Nullable Node focused) {
    boolean inside = false;
    for (Node each = focused; each != null; each = each.getParent()) {
      inside |= each.equals(pane.getContent());
    }
    if (focused == null || !inside) {
      return;
    }
    pane.layout();
    if (pane.getViewportBounds().getHeight() <= 0) {
      return; // not laid out yet
    }
    Bounds all = pane.getContent().getLayoutBounds();
    Bounds seen = pane.getViewportBounds();
    Bounds wanted = pane.getContent().sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
    pane.setVvalue(
        value(
            pane.getVvalue(),
            wanted.getMinY(),
            wanted.getMaxY(),
            seen.getHeight(),
            all.getHeight()));
    pane.setHvalue(
        value(
            pane.getHvalue(), wanted.getMinX(), wanted.getMaxX(), seen.getWidth(), all.getWidth()));
  }

  /** The least change of a scroll position, 0 to 1, that shows {@code from} to {@code to}. */
  static double value(double now, double from, double to, double seen, double all) {
    double hidden = all - seen;
    if (hidden <= 0) {
      return now;
    }
    double start = now * hidden;
    if (from < start) {
      return Math.max(0, from / hidden);
    }
    return to > start + seen ? Math.min(1, (to - seen) / hidden) : now;
  }
}

package org.deskbert.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * Finds controls that can have the focus without anything that shows it (WCAG 2.2, 2.4.7 and
 * 1.4.11).
 */
final class FocusMarks {
  /** Least contrast of what shows the focus to what was there before. */
  private static final double LEAST = 3;

  private static final PseudoClass BY_KEY = PseudoClass.getPseudoClass("focus-visible");

  private FocusMarks() {}

  /** A line or an area of a region: its kind, its place in the list and its width. */
  private record Part(Node node, String kind, int number, double width) {}

  /** The controls of the scene that look the same with and without the focus. */
  static List<String> missing(Scene scene) {
    List<String> found = new ArrayList<>();
    Node before = scene.getFocusOwner();
    for (Node node : Nodes.all(scene.getRoot())) {
      if (node instanceof Control && node.isFocusTraversable() && !node.isDisabled()) {
        scene.getRoot().requestFocus();
        Map<Part, Color> plain = parts(scene, node);
        node.requestFocus();
        node.pseudoClassStateChanged(BY_KEY, true);
        Map<Part, Color> focused = parts(scene, node);
        node.pseudoClassStateChanged(BY_KEY, false);
        if (node.isFocused() && !shows(scene, plain, focused)) {
          found.add("no focus to be seen: " + Looks.place(node));
        }
      }
    }
    if (before != null) {
      before.requestFocus();
    }
    return found;
  }

  private static boolean shows(Scene scene, Map<Part, Color> plain, Map<Part, Color> focused) {
    for (Map.Entry<Part, Color> each : focused.entrySet()) {
      Color behind = Looks.behind(each.getKey().node(), (Color) scene.getFill());
      Color now = Looks.over(behind, each.getValue(), 1);
      Color then = Looks.over(behind, plain.getOrDefault(each.getKey(), Color.TRANSPARENT), 1);
      if (Looks.contrast(now, then) >= LEAST) {
        return true;
      }
    }
    return false;
  }

  /** All lines and areas of a control, of what it consists of and of what holds it. */
  private static Map<Part, Color> parts(Scene scene, Node control) {
    scene.getRoot().applyCss();
    Set<Node> nodes = new LinkedHashSet<>(Nodes.all(control));
    for (Node each = control; each != null; each = each.getParent()) {
      nodes.add(each);
    }
    Map<Part, Color> parts = new HashMap<>();
    for (Node node : nodes) {
      if (node instanceof Region region) {
        if (region.getBorder() != null) {
          int number = 0;
          for (BorderStroke stroke : region.getBorder().getStrokes()) {
            if (stroke.getBottomStroke() instanceof Color color
                && stroke.getWidths().getBottom() > 0) {
              parts.put(new Part(node, "line", number++, stroke.getWidths().getBottom()), color);
            }
          }
        }
        if (region.getBackground() != null) {
          int number = 0;
          for (BackgroundFill fill : region.getBackground().getFills()) {
            if (fill.getFill() instanceof Color color) {
              parts.put(new Part(node, "area", number++, fill.getInsets().getTop()), color);
            }
          }
        }
      }
    }
    return parts;
  }
}

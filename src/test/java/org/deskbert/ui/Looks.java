package org.deskbert.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.deskbert.ui.kit.Icon;

/** Finds what can't be read: too little contrast, and words that are cut off. */
final class Looks {
  /** Least contrast of text, of large text and of icons (WCAG 2.2, 1.4.3 and 1.4.11). */
  private static final double TEXT = 4.5;

  private static final double LARGE_TEXT_OR_ICON = 3;

  /** From here text counts as large: 18 pt, or 14 pt bold. */
  private static final double LARGE = 24;

  private static final double LARGE_BOLD = 18.66;

  /** Letters may reach over their box by a pixel. */
  private static final double SLACK = 1.5;

  /** What shows a part of what is in it, and scrolls up and down only. */
  private static final List<String> CLIPS = List.of("viewport", "clipped-container");

  private Looks() {}

  private record Paint(Color behind, Color front) {}

  /** The texts and icons with too little contrast to what is behind them. */
  static List<String> faint(Scene scene) {
    List<String> found = new ArrayList<>();
    for (Node node : Nodes.all(scene.getRoot())) {
      if (node instanceof Text text && !text.getText().isBlank() && !text.isDisabled()) {
        List<Node> chain = chain(text);
        if (chain.stream().anyMatch(each -> each.getOpacity() == 0)) {
          continue; // shown on hover or focus
        }
        Paint paint = paint(chain, 0, (Color) scene.getFill());
        double contrast = contrast(paint.behind(), paint.front());
        if (contrast < least(text)) {
          found.add("%.2f %s".formatted(contrast, name(text)));
        }
      }
    }
    return found;
  }

  private static double least(Text text) {
    double size = text.getFont().getSize();
    boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
    boolean large = size >= LARGE || (bold && size >= LARGE_BOLD);
    return large || text instanceof Icon ? LARGE_TEXT_OR_ICON : TEXT;
  }

  /** The node and what holds it, outermost first. */
  private static List<Node> chain(Node node) {
    List<Node> chain = new ArrayList<>();
    for (Node each = node; each != null; each = each.getParent()) {
      chain.addFirst(each);
    }
    return chain;
  }

  /** Lays the layers from {@code from} on over {@code behind}, as the last of them is seen. */
  private static Paint paint(List<Node> chain, int from, Color behind) {
    Node node = chain.get(from);
    Paint paint;
    if (node instanceof Text text) {
      paint = new Paint(behind, over(behind, (Color) text.getFill(), 1));
    } else {
      Color filled = behind;
      if (node instanceof Region region && region.getBackground() != null) {
        for (BackgroundFill fill : region.getBackground().getFills()) {
          if (fill.getFill() instanceof Color color) {
            filled = over(filled, color, 1);
          }
        }
      }
      paint = paint(chain, from + 1, filled);
    }
    double opacity = node.getOpacity();
    return new Paint(over(behind, paint.behind(), opacity), over(behind, paint.front(), opacity));
  }

  /** What is behind a node: the areas of all that holds it. */
  static Color behind(Node node, Color scene) {
    Color behind = scene;
    for (Node each : chain(node)) {
      if (each != node && each instanceof Region region && region.getBackground() != null) {
        for (BackgroundFill fill : region.getBackground().getFills()) {
          if (fill.getFill() instanceof Color color) {
            behind = over(behind, color, 1);
          }
        }
      }
    }
    return behind;
  }

  static Color over(Color below, Color above, double opacity) {
    Color opaque = Color.color(above.getRed(), above.getGreen(), above.getBlue());
    return below.interpolate(opaque, above.getOpacity() * opacity);
  }

  /** Contrast ratio of WCAG 2.2, 1 to 21. */
  static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  /** The texts of which something is not shown, though nothing scrolls there. */
  static List<String> cut(Scene scene) {
    List<String> found = new ArrayList<>();
    for (Node node : Nodes.all(scene.getRoot())) {
      if (node instanceof Text text
          && !text.getText().isBlank()
          && chain(text).stream().noneMatch(TextInputControl.class::isInstance)) {
        if (text.getParent() instanceof Labeled labeled
            && !(text instanceof Icon)
            && !text.getText().strip().equals(labeled.getText().strip())
            && !whole(labeled)) {
          found.add("shortened: " + labeled.getText());
        } else if (outside(text)) {
          found.add("outside: " + name(text));
        }
      }
    }
    return found;
  }

  /** Whether a tooltip has all the words. */
  private static boolean whole(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each instanceof Control control && tooltip(control).contains(Nodes.words(node))) {
        return true;
      }
    }
    return false;
  }

  private static String tooltip(Control control) {
    if (control.getTooltip() == null && control.getOnMouseEntered() != null) {
      control.getOnMouseEntered().handle(null); // the pointer comes
    }
    return control.getTooltip() == null ? "" : control.getTooltip().getText();
  }

  private static boolean outside(Text text) {
    Bounds bounds = text.localToScene(text.getLayoutBounds());
    boolean scrolls = false;
    boolean sideways = false;
    for (Parent each = text.getParent(); each != null; each = each.getParent()) {
      boolean clips = CLIPS.stream().anyMatch(each.getStyleClass()::contains);
      scrolls |=
          clips
              || each instanceof ScrollPane
              || "messages".equals(each.getId())
              || each instanceof VirtualFlow<?>;
      sideways |= isSideways(each) || isSideways(each.getParent());
      Bounds box = each.localToScene(each.getLayoutBounds());
      boolean last = each.getParent() == null;
      boolean label = each == text.getParent() && each instanceof Labeled;
      if (!last && !label && !clips) {
        continue; // may be drawn over
      }
      if ((!sideways
              && (bounds.getMinX() < box.getMinX() - SLACK
                  || bounds.getMaxX() > box.getMaxX() + SLACK))
          || (!scrolls
              && (bounds.getMinY() < box.getMinY() - SLACK
                  || bounds.getMaxY() > box.getMaxY() + SLACK))) {
        return true;
      }
    }
    return false;
  }

  /** A table, which no reader reflows. */
  private static boolean isSideways(Parent node) {
    return node != null && node.getStyleClass().contains("sideways");
  }

  private static String name(Text text) {
    return (text instanceof Icon ? "icon" : text.getText()) + " at " + place(text);
  }

  /** Where a node is: identifiers and style classes of what holds it, and its own. */
  static String place(Node node) {
    StringBuilder place = new StringBuilder();
    for (Node each : chain(node)) {
      if (each.getId() != null || !each.getStyleClass().isEmpty()) {
        place
            .append(" > ")
            .append(each.getId() != null ? "#" + each.getId() : "")
            .append(each.getStyleClass());
      }
    }
    return place.substring(Math.max(0, place.length() - 160));
  }
}

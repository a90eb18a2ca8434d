package org.deskbert.ui.kit;

import java.util.Locale;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.TextArea;

/** Which way a text runs, and what JavaFX needs to show one that runs from right to left. */
public final class Direction {
  private static final char LEFT_MARK = '\u200e';
  private static final char RIGHT_MARK = '\u200f';

  /**
   * JavaFX 26 on Linux shapes a stretch of right-to-left text again when it wraps, but as long as
   * it was before, and fails with an index out of bounds.
   */
  private static final boolean WRAPS_BADLY =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");

  private Direction() {}

  /** By the first letter that has a direction; that of the window if there is none. */
  public static NodeOrientation of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isRight(text.charAt(i))) {
        return NodeOrientation.RIGHT_TO_LEFT;
      }
      if (isLeft(text.charAt(i))) {
        return NodeOrientation.LEFT_TO_RIGHT;
      }
    }
    return NodeOrientation.INHERIT;
  }

  /** Lets a node that shows {@code text} run its way, with letters for it. */
  public static void follow(Node node, String text) {
    NodeOrientation direction = of(text);
    node.setNodeOrientation(direction);
    node.getStyleClass().remove("right-to-left");
    if (direction == NodeOrientation.RIGHT_TO_LEFT) {
      node.getStyleClass().add("right-to-left");
    }
  }

  /** Lets a field follow what is written in it. */
  public static void follow(TextArea field) {
    field
        .textProperty()
        .subscribe(text -> {
          follow((Node) field, text);
          field.setWrapText(!(WRAPS_BADLY && hasRight(text)));
        });
  }

  /**
   * The same text, to be looked at, that JavaFX can wrap: at each space marks of direction end a
   * stretch, so that none is ever divided. They are not seen and change no order.
   */
  public static String wrappable(String text) {
    if (!WRAPS_BADLY || !hasRight(text)) {
      return text;
    }
    boolean leftwards = of(text) == NodeOrientation.RIGHT_TO_LEFT;
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' || (i > 0 && text.charAt(i - 1) == RIGHT_MARK)) {
        shown.append(c);
      } else if (leftwards && !(leftBefore(text, i) && leftAfter(text, i))) {
        shown.append(RIGHT_MARK).append(c).append(LEFT_MARK);
      } else if (!leftwards && !leftBefore(text, i) && !leftAfter(text, i)) {
        shown.append('\u00a0'); // a few foreign words stay together
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  /** A text from left to right for use inside one from right to left: its signs stay with it. */
  static String embedded(String text) {
    return of(text) == NodeOrientation.LEFT_TO_RIGHT ? LEFT_MARK + text + LEFT_MARK : text;
  }

  private static boolean leftBefore(String text, int index) {
    for (int i = index - 1; i >= 0; i--) {
      if (isLeft(text.charAt(i)) || isRight(text.charAt(i))) {
        return isLeft(text.charAt(i));
      }
    }
    return false;
  }

  private static boolean leftAfter(String text, int index) {
    for (int i = index + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLeft(c) || isRight(c) || Character.isDigit(c)) {
        return !isRight(c);
      }
    }
    return false;
  }

  private static boolean hasRight(String text) {
    return text.chars().anyMatch(c -> isRight((char) c));
  }

  private static boolean isLeft(char c) {
    return c != LEFT_MARK
        && Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  }

  private static boolean isRight(char c) {
    byte direction = Character.getDirectionality(c);
    return c != RIGHT_MARK
        && (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
            || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }
}

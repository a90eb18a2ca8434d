package org.deskbert.ui.kit;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.TextArea;

/** Which way a text runs. */
public final class Direction {
  private static final char LEFT_MARK = '\u200e';

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
    field.textProperty().subscribe(text -> follow((Node) field, text));
  }

  /** A text from left to right for use inside one from right to left: its signs stay with it. */
  static String embedded(String text) {
    return of(text) == NodeOrientation.LEFT_TO_RIGHT ? LEFT_MARK + text + LEFT_MARK : text;
  }

  private static boolean isLeft(char c) {
    return c != LEFT_MARK
        && Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  }

  private static boolean isRight(char c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}

package org.deskbert.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Walks over nodes and reads what they show. */
public final class Nodes {
  private Nodes() {}

  /** The node and all under it that can be seen. */
  public static List<Node> all(Node root) {
    List<Node> nodes = new ArrayList<>();
    collect(root, nodes);
    return nodes;
  }

  private static void collect(Node node, List<Node> nodes) {
    if (node.isVisible()) {
      nodes.add(node);
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
      }
    }
  }

  /** The words that a node shows itself, empty if none. */
  public static String words(Node node) {
    return switch (node) {
      case Labeled labeled -> labeled.getText() == null ? "" : labeled.getText();
      case TextFlow flow -> {
        StringBuilder words = new StringBuilder();
        flow.getChildren().forEach(child -> words.append(words(child)));
        yield words.toString();
      }
      case Text text -> text.getText();
      default -> "";
    };
  }
}

package org.deskbert.ui.faq;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;

/** What a screen reader is told of a card when it opens. */
final class Said {
  /** Lines that it is given at once. */
  private static final int LINES = 7;

  private Said() {}

  static String of(Node card) {
    return words(card).limit(LINES).collect(Collectors.joining("\n"));
  }

  private static Stream<String> words(Node node) {
    return switch (node) {
      case Node hidden when !hidden.isVisible() -> Stream.empty();
      case Label label -> Stream.of(label.getText());
      case Labeled _ -> Stream.empty();
      case ScrollPane scroll -> words(scroll.getContent());
      case Parent row when row.getAccessibleText() != null -> Stream.of(row.getAccessibleText());
      case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(Said::words);
      default -> Stream.empty();
    };
  }
}

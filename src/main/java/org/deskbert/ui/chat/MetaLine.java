package org.deskbert.ui.chat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.deskbert.ui.kit.Controls;
import org.kordamp.ikonli.feather.Feather;

/** Where an answer comes from: each thing a text of its own, so that each runs its own way. */
final class MetaLine extends FlowPane {
  /**
   * Shows {@code words} side by side.
   *
   * @param owner what none of them may be wider than
   */
  MetaLine(Feather icon, List<String> words, Region owner) {
    getStyleClass().addAll("meta", "small");
    getChildren().add(Controls.icon(icon));
    for (String word : words) {
      if (getChildren().size() > 1) {
        getChildren().add(Controls.text("·", "muted"));
      }
      Label label = Controls.text(word, "muted");
      label.maxWidthProperty().bind(owner.widthProperty());
      getChildren().add(label);
    }
  }
}

package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Reflow;

/** Settings that belong together, under a title. */
class Section extends VBox {
  Section(String title) {
    getStyleClass().add("section");
    getChildren().add(Controls.text(title, "section-title"));
  }

  /** Adds a setting: name and what it means on the left, control on the right or below. */
  final void row(String name, Label meaning, Node control) {
    VBox words = new VBox(Controls.text(name), meaning);
    words.getStyleClass().add("setting-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new Reflow(words, control);
    row.getStyleClass().add("setting");
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(Region.USE_PREF_SIZE);
    Controls.accessibleName(control, name);
    getChildren().add(row);
  }

  /** Adds a setting whose control takes the whole width under its words. */
  final void wide(String name, Label meaning, Node control) {
    VBox row = new VBox(Controls.text(name), meaning, control);
    row.getStyleClass().addAll("setting", "wide");
    Controls.accessibleName(control, name);
    getChildren().add(row);
  }

  /** Where {@code locked}, says of the last setting that the organisation has set it. */
  final void lock(boolean locked) {
    if (locked) {
      Node last = getChildren().getLast();
      last.setDisable(true);
      getChildren().add(meaning(text("settings.locked")));
    }
  }

  /** The muted line under a setting's name. */
  static Label meaning(String text) {
    return Controls.text(text, "muted");
  }
}

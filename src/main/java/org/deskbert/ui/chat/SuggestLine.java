package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.deskbert.chat.Reply.Suggestion;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Follow;

/** The answers that the FAQ has for what is typed, in one quiet line under the field. */
final class SuggestLine extends HBox {
  private final SuggestModel model;
  private final Consumer<Suggestion> choose;

  SuggestLine(SuggestModel model, Consumer<Suggestion> choose) {
    this.model = model;
    this.choose = choose;
    setId("suggestions");
    getStyleClass().add("suggest-line");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    Follow.of(this, model.suggestions(), this::refresh);
  }

  private void refresh() {
    List<Suggestion> now = model.suggestions();
    getChildren().clear();
    for (int i = 0; i < now.size(); i++) {
      Suggestion suggestion = now.get(i);
      String question = suggestion.entry().question();
      Button button = Controls.button(question, () -> choose.accept(suggestion));
      button.getStyleClass().addAll(Styles.FLAT, "suggest");
      Controls.name(button, text("composer.suggestion", question, i + 1));
      button.setMinWidth(0);
      HBox.setHgrow(button, Priority.SOMETIMES);
      getChildren().add(button);
    }
  }

  /** Chooses the suggestion of that number, from 0; false if there is none such. */
  boolean choose(int number) {
    if (number >= model.suggestions().size()) {
      return false;
    }
    choose.accept(model.suggestions().get(number));
    return true;
  }
}

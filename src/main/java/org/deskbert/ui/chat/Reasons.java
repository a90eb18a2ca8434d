package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.deskbert.chat.history.Feedback;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Follow;

/** Asks why an answer did not help, in the line under it, once that was said. */
final class Reasons extends FlowPane {
  private final Message.Rated answer;
  private final ChatModel model;

  Reasons(Message.Rated answer, ChatModel model) {
    this.answer = answer;
    this.model = model;
    getStyleClass().add("reasons");
    Follow.of(this, answer.feedbackProperty(), this::refresh);
    refresh();
  }

  /** Its buttons are made when they are first seen: most answers get no thumb down. */
  private void refresh() {
    boolean down = answer.feedbackProperty().get().down();
    if (down && getChildren().isEmpty()) {
      getChildren().add(Controls.text(text("reason.title"), "muted"));
      add(text("reason.wrong"), Feedback.WRONG);
      add(text("reason.outdated"), Feedback.OUTDATED);
      add(text("reason.unclear"), Feedback.UNCLEAR);
      add(text("reason.not-my-question"), Feedback.NOT_MY_QUESTION);
    }
    Controls.show(this, down);
  }

  private void add(String name, Feedback reason) {
    ToggleButton button = new ToggleButton(name);
    button.getStyleClass().addAll(Styles.SMALL, "reason");
    button.setOnAction(_ -> model.rate(answer, chosen(reason)));
    Follow.of(
        button,
        answer.feedbackProperty(),
        () -> button.setSelected(answer.feedbackProperty().get() == reason));
    getChildren().add(button);
  }

  /** A reason that is taken back leaves the thumb down. */
  private Feedback chosen(Feedback reason) {
    return answer.feedbackProperty().get() == reason ? Feedback.DOWN : reason;
  }
}

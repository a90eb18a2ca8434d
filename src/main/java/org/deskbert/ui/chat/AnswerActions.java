package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import org.deskbert.chat.history.Feedback;
import org.deskbert.ui.kit.Clip;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.MarkdownView;
import org.kordamp.ikonli.feather.Feather;

/** The small buttons under an answer. */
final class AnswerActions {
  private AnswerActions() {}

  /** Copies the answer: a click as text, its menu as text or as Markdown. */
  static Button copyButton(String markdown) {
    Button copy = Controls.iconButton(Feather.COPY, text("answer.copy"), () -> {});
    copy.setOnAction(_ -> copied(copy, MarkdownView.plain(markdown)));
    // Made when it is asked for: a menu is a window, and every answer would have one.
    copy.setOnContextMenuRequested(event -> {
      menu(copy, markdown).show(copy, event.getScreenX(), event.getScreenY());
      event.consume();
    });
    return copy;
  }

  private static ContextMenu menu(Button copy, String markdown) {
    MenuItem plain = new MenuItem(text("answer.copy-text"));
    plain.setOnAction(_ -> copied(copy, MarkdownView.plain(markdown)));
    MenuItem marked = new MenuItem(text("answer.copy-markdown"));
    marked.setOnAction(_ -> copied(copy, markdown));
    return new ContextMenu(plain, marked);
  }

  private static void copied(Button button, String words) {
    Clip.copy(words);
    button.setGraphic(Controls.icon(Feather.CHECK));
    Controls.name(button, text("answer.copied"));
  }

  /** Thumbs up and down. */
  static List<Node> thumbs(Message.Rated answer, ChatModel model) {
    ToggleButton up = Controls.iconToggle(Feather.THUMBS_UP, text("answer.up"));
    up.getStyleClass().add("thumbs-up");
    up.setOnAction(_ -> model.rate(answer, Feedback.UP));
    ToggleButton down = Controls.iconToggle(Feather.THUMBS_DOWN, text("answer.down"));
    down.getStyleClass().add("thumbs-down");
    down.setOnAction(_ -> {
      Feedback now = answer.feedbackProperty().get();
      model.rate(answer, now.down() ? now : Feedback.DOWN); // the same again takes it back
    });
    Follow.of(
        up,
        answer.feedbackProperty(),
        () -> {
          up.setSelected(answer.feedbackProperty().get() == Feedback.UP);
          down.setSelected(answer.feedbackProperty().get().down());
        });
    return List.of(up, down);
  }
}

package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Icon;
import org.deskbert.ui.kit.MarkdownView;
import org.kordamp.ikonli.feather.Feather;

/** The view of each kind of message. */
final class MessageViews {
  private final ChatModel model;
  private final Consumer<String> edit;

  /**
   * Makes views.
   *
   * @param edit takes a question that is to be asked again in other words
   */
  MessageViews(ChatModel model, Consumer<String> edit) {
    this.model = model;
    this.edit = edit;
  }

  /** A new view of {@code message}. */
  Region of(Message message) {
    return switch (message) {
      case Message.Question question -> question(question);
      case Message.Note note -> note(note);
      case Message.Answer answer -> new AnswerView(answer, model);
      case Message.Past past -> new PastView(past, model);
    };
  }

  private Region question(Message.Question question) {
    Label bubble = Controls.written(question.text(), "question-bubble");
    VBox column = new VBox(bubble);
    column.setAlignment(Pos.TOP_RIGHT);
    if (question.cut()) {
      column.getChildren().add(Controls.text(text("chat.cut"), "muted"));
    }
    Button again =
        Controls.iconButton(Feather.EDIT_2, text("chat.edit"), () -> edit.accept(question.text()));
    again.getStyleClass().add("edit-question");
    HBox row = new HBox(again, column);
    row.getStyleClass().addAll("message", "question");
    row.setAlignment(Pos.TOP_RIGHT);
    row.setAccessibleText(text("chat.question", question.text()));
    // At most 70 % of the column, so that both sides of the conversation are told apart.
    bubble.maxWidthProperty().bind(row.widthProperty().multiply(0.7));
    return row;
  }

  private static Region note(Message.Note note) {
    Icon icon = Controls.icon(note.bad() ? Feather.ALERT_CIRCLE : Feather.INFO);
    HBox row = new HBox(icon, new MarkdownView(note.text()));
    row.getStyleClass().addAll("message", "note", note.bad() ? "bad" : "good");
    row.setAccessibleText(MarkdownView.plain(note.text()));
    return row;
  }
}

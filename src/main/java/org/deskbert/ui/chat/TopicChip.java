package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.deskbert.chat.Conversation;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the conversation is about, above the field for the question; can be cleared. */
final class TopicChip extends HBox {
  private static final int LONGEST = 90;

  private final Label name = Controls.text("");
  private final Button clear;

  TopicChip(ChatModel model) {
    getStyleClass().add("topic");
    setAlignment(Pos.CENTER_LEFT);
    setMaxWidth(USE_PREF_SIZE);
    clear = Controls.iconButton(Feather.X, text("chat.clear-topic", ""), model::clearTopic);
    clear.setId("clear-topic");
    getChildren()
        .addAll(
            Controls.icon(
                Texts.rightToLeft() ? Feather.CORNER_DOWN_LEFT : Feather.CORNER_DOWN_RIGHT),
            name,
            clear);
    Follow.of(this, model.topicProperty(), () -> show(model.topicProperty().get()));
  }

  private void show(Conversation.@Nullable Topic topic) {
    Controls.show(this, topic != null);
    if (topic != null) {
      name.setText(text("chat.about", shortened(topic.name().replace('\n', ' '))));
      Controls.name(clear, text("chat.clear-topic", topic.name()));
    }
  }

  private static String shortened(String text) {
    int end = text.length() <= LONGEST ? text.length() : text.lastIndexOf(' ', LONGEST);
    return end == text.length() ? text : text.substring(0, end > 0 ? end : LONGEST) + " …";
  }
}

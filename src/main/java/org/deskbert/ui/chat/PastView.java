package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deskbert.chat.history.StoredMessage;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.FaqNames;
import org.deskbert.ui.kit.MarkdownView;
import org.deskbert.ui.kit.Percent;
import org.deskbert.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/** An answer of a conversation that was kept: its text, what matched, and when it was given. */
final class PastView extends VBox {
  PastView(Message.Past past, ChatModel model) {
    getStyleClass().addAll("message", "answer");
    StoredMessage stored = past.stored();
    boolean suggested = stored.outcome().equals("did_you_mean");
    if (suggested) {
      getChildren().add(Controls.text(text("answer.did-you-mean")));
    }
    getChildren().add(new MarkdownView(stored.answer()));
    setAccessibleText(text("chat.answer", MarkdownView.plain(stored.answer())));

    List<String> meta = new ArrayList<>();
    if (!stored.matched().isEmpty()) {
      meta.add(text("answer.quoted", stored.matched()));
      meta.add(FaqNames.shown(String.valueOf(stored.source())));
      if (stored.confidence() > 0) {
        meta.add(text("answer.sure", Percent.of(stored.confidence())));
      }
    }
    meta.add(time(stored));
    HBox actions = new HBox();
    actions.getStyleClass().add("actions");
    actions.setAlignment(Pos.CENTER_LEFT);
    if (!suggested) {
      actions.getChildren().add(AnswerActions.copyButton(stored.answer()));
    }
    actions.getChildren().addAll(AnswerActions.thumbs(past, model));
    getChildren()
        .addAll(new MetaLine(Feather.CLOCK, meta, this), actions, new Reasons(past, model));
  }

  private static String time(StoredMessage stored) {
    return LocalDateTime.ofInstant(stored.time(), ZoneId.systemDefault())
        .format(
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Texts.locale()));
  }
}

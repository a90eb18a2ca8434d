package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.chat.Handover;
import org.deskbert.chat.Reply;
import org.deskbert.chat.history.Records;
import org.deskbert.trace.Timings;
import org.deskbert.ui.kit.Announcer;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Direction;
import org.deskbert.ui.kit.MarkdownView;
import org.deskbert.ui.kit.Percent;
import org.deskbert.ui.latency.AnswerLatency;
import org.deskbert.ui.latency.Waterfall;
import org.kordamp.ikonli.feather.Feather;

/** A reply: its text or suggestions, what matched, actions, and on demand why and how fast. */
final class AnswerView extends VBox {
  private final VBox drawer = new VBox();
  private final TimePill pill;
  private final Message.Answer answer;
  private boolean explained; // and said so
  private int choices; // numbered through all questions of a message
  private final InvalidationListener refresh =
      _ -> {
        fillPill();
        fillDrawer();
      };

  AnswerView(Message.Answer answer, ChatModel model) {
    this.answer = answer;
    pill = new TimePill(answer.stagesProperty());
    getStyleClass().addAll("message", "answer");
    drawer.getStyleClass().add("drawer");
    String note = answer.turn().note();
    if (!note.isEmpty()) {
      getChildren().add(new MarkdownView(note));
    }
    List<Reply> parts = answer.reply().parts();
    String markdown = parts.isEmpty() ? show(answer.reply(), model) : show(parts, model);
    setAccessibleText(spoken(answer));
    getChildren().addAll(actions(markdown, model), new Reasons(answer, model), drawer);
    Handover handover = answer.turn().handover();
    if (handover != null) {
      boolean contact = !markdown.contains(handover.contact());
      getChildren().add(new HandoverCard(handover, contact, model.mailer()));
    }
    fillDrawer();
    // Weak: the message outlives its views, which come and go as the reader scrolls.
    WeakInvalidationListener weak = new WeakInvalidationListener(refresh);
    for (var open : List.of(answer.whyProperty(), answer.stagesProperty())) {
      open.addListener(weak);
    }
    answer.latencyProperty().addListener(weak);
  }

  /** What a screen reader says of it. */
  static String spoken(Message.Answer answer) {
    List<Reply.Suggestion> offered = answer.reply().offered();
    List<String> words = new ArrayList<>();
    if (offered.isEmpty() || answer.reply().shown().size() > 1) {
      words.add(MarkdownView.plain(Records.markdown(answer.turn())));
    }
    if (!offered.isEmpty()) {
      words.add(text("answer.did-you-mean"));
    }
    for (int i = 0; i < offered.size(); i++) {
      words.add(text("answer.key", offered.get(i).entry().question(), i + 1));
    }
    return text("chat.answer", String.join("\n", words));
  }

  private String show(Reply reply, ChatModel model) {
    return switch (reply) {
      case Reply.Answered r -> answered(r);
      case Reply.DidYouMean r -> didYouMean(r, model);
      case Reply.SmallTalk r -> markdown(r.text());
      case Reply.HandOff r -> contact(r.text(), Feather.USER);
      case Reply.Unknown r -> contact(r.text(), Feather.HELP_CIRCLE);
    };
  }

  /** The answers to several questions, one under the other. */
  private String show(List<Reply> parts, ChatModel model) {
    List<String> texts = new ArrayList<>();
    for (Reply part : parts) {
      String question = part.explanation().question();
      getChildren().add(Controls.written(question, Styles.TEXT_BOLD));
      texts.add(question + "\n\n" + show(part, model));
    }
    return String.join("\n\n", texts);
  }

  private String answered(Reply.Answered reply) {
    getChildren().add(new MarkdownView(reply.entry().answer()));
    List<String> meta = new ArrayList<>();
    meta.add(text("answer.quoted", reply.entry().question()));
    meta.add(reply.entry().category().isEmpty() ? reply.source() : reply.entry().category());
    boolean chosen = reply.timings().equals(Timings.NONE);
    meta.add(
        chosen
            ? text("answer.chosen")
            : text("answer.sure", Percent.of(reply.explanation().confidence())));
    getChildren().add(new MetaLine(Feather.FILE_TEXT, meta, this));
    return reply.entry().answer();
  }

  private String didYouMean(Reply.DidYouMean reply, ChatModel model) {
    String title = text("answer.did-you-mean");
    VBox box = new VBox();
    box.getStyleClass().add("suggestions");
    for (Reply.Suggestion suggestion : reply.suggestions()) {
      String key = ++choices > 9 ? "" : String.valueOf(choices);
      String question = suggestion.entry().question();
      box.getChildren().add(choice(key, question, () -> model.pick(suggestion, System.nanoTime())));
    }
    if (choices == answer.reply().offered().size()) {
      box.getChildren().add(choice("", text("answer.none"), model::pickNone));
    }
    getChildren().addAll(Controls.text(title), box);
    return title;
  }

  private static Button choice(String key, String words, Runnable action) {
    Button button = Controls.button(words, action);
    button.getStyleClass().add("suggestion");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setWrapText(true);
    button.setMinHeight(USE_PREF_SIZE);
    button.setAlignment(Pos.CENTER_LEFT);
    Label digit = new Label(key);
    digit.getStyleClass().add(key.isEmpty() ? "no-key" : "key");
    button.setGraphic(digit);
    Direction.follow(button, words);
    button.setAccessibleText(key.isEmpty() ? words : text("answer.key", words, key));
    return button;
  }

  private String markdown(String markdown) {
    getChildren().add(new MarkdownView(markdown));
    return markdown;
  }

  private String contact(String markdown, Feather feather) {
    MarkdownView words = new MarkdownView(markdown);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox card = new HBox(Controls.icon(feather), words);
    card.getStyleClass().add("contact-card");
    getChildren().add(card);
    return markdown;
  }

  private Node actions(String markdown, ChatModel model) {
    ToggleButton why = new ToggleButton(text("answer.why"));
    why.getStyleClass().addAll(Styles.FLAT, "why-button");
    Controls.name(why, text("answer.why-name"));
    why.selectedProperty().bindBidirectional(answer.whyProperty());

    fillPill();

    HBox row = new HBox();
    if (!(answer.reply() instanceof Reply.DidYouMean)) {
      row.getChildren().add(AnswerActions.copyButton(markdown));
    }
    row.getChildren().addAll(AnswerActions.thumbs(answer, model));
    row.getChildren().addAll(why, pill);
    row.getStyleClass().add("actions");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void fillPill() {
    AnswerLatency latency = answer.latencyProperty().get();
    if (latency != null) {
      pill.show(latency);
    }
  }

  private void fillDrawer() {
    drawer.getChildren().clear();
    AnswerLatency latency = answer.latencyProperty().get();
    if (answer.stagesProperty().get() && latency != null) {
      VBox card = new VBox(new Waterfall(latency));
      card.getStyleClass().add("drawer-card");
      drawer.getChildren().add(card);
    }
    if (answer.whyProperty().get()) {
      WhyView why = new WhyView(answer.reply().explanation());
      drawer.getChildren().add(why);
      if (!explained) {
        Announcer.say(this, why.spoken());
      }
    }
    explained = answer.whyProperty().get();
    Controls.show(drawer, !drawer.getChildren().isEmpty());
  }
}

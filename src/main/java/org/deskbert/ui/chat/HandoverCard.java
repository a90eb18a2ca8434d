package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.chat.Handover;
import org.deskbert.ui.kit.Clip;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.MarkdownView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Offers a person under a reply: whom to ask, and the conversation to copy or mail. */
final class HandoverCard extends HBox {
  HandoverCard(Handover handover, boolean contact, @Nullable Consumer<String> mailer) {
    getStyleClass().addAll("contact-card", "handover");
    VBox column = new VBox(Controls.text(text("handover.title"), "strong"));
    column.getStyleClass().add("handover-text");
    if (contact && !handover.contact().isBlank()) {
      column.getChildren().add(new MarkdownView(handover.contact()));
    }
    Button copy = Controls.button(text("handover.copy"), () -> {});
    copy.setOnAction(_ -> {
      Clip.copy(handover.summary());
      copy.setText(text("handover.copied"));
    });
    copy.setGraphic(Controls.icon(Feather.COPY));
    FlowPane actions = new FlowPane(copy);
    actions.getStyleClass().add("handover-actions");
    actions.prefWrapLengthProperty().bind(column.widthProperty());
    if (mailer != null) {
      Button mail = Controls.button(text("handover.mail"), () -> mailer.accept(handover.mail()));
      mail.setGraphic(Controls.icon(Feather.MAIL));
      actions.getChildren().add(mail);
    }
    column.getChildren().add(actions);
    HBox.setHgrow(column, Priority.ALWAYS);
    getChildren().addAll(Controls.icon(Feather.USER), column);
  }
}

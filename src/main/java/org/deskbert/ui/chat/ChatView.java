package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deskbert.app.FaqSummary;
import org.deskbert.chat.history.Records;
import org.deskbert.ui.kit.Announcer;
import org.deskbert.ui.kit.Clip;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.MarkdownView;
import org.deskbert.ui.kit.Pulse;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The conversation with the field for the question under it. */
public final class ChatView extends VBox {
  private final ChatModel model;
  private final StackPane stack = new StackPane();
  private final EmptyView empty = new EmptyView();
  private final MessageList list;
  private final Composer composer;
  private final Button jump;

  /** Shows {@code model}. */
  public ChatView(ChatModel model) {
    this.model = model;
    getStyleClass().add("chat");
    list = new MessageList(model.messages(), new MessageViews(model, this::edit)::of);
    composer =
        new Composer(
            model.draftProperty(),
            model::ask,
            digit -> model.pick(digit, System.nanoTime()),
            model::lastQuestion);
    composer.suggest(
        model.suggest(),
        suggestion -> {
          model.draftProperty().set("");
          model.pick(suggestion, System.nanoTime());
        });
    composer.about(new TopicChip(model), model::clearTopic);
    jump = Controls.button(text("chat.jump"), list::showLast);
    jump.setGraphic(Controls.icon(Feather.ARROW_DOWN));
    jump.getStyleClass().addAll("jump", Styles.SMALL);
    jump.setFocusTraversable(false);

    stack.getChildren().addAll(list, jump);
    StackPane.setAlignment(jump, Pos.BOTTOM_CENTER);
    stack.setMinHeight(0);
    VBox.setVgrow(stack, Priority.ALWAYS);
    StackPane foot = new StackPane(composer);
    foot.getStyleClass().add("chat-foot");
    foot.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(stack, foot);

    ListChangeListener<Message> changed = this::changed;
    Follow.whileShown(
        this,
        () -> {
          model.messages().addListener(changed);
          refresh();
        },
        () -> model.messages().removeListener(changed));
    Follow.of(this, model.soughtProperty(), () -> list.seek(model.soughtProperty().get()));
    list.atEndProperty().addListener(_ -> refresh());
    addEventFilter(KeyEvent.KEY_PRESSED, this::turnPages);
    // The field stays under the messages when these make room for their scroll bar.
    list.barWidthProperty()
        .addListener((_, _, width) ->
            StackPane.setMargin(composer, new Insets(0, width.doubleValue(), 0, 0)));
  }

  /**
   * Shows the FAQs that answer, as long as nothing was asked.
   *
   * @param ownFile lets the user choose a file to import, beside the samples; null not to offer it
   */
  public void showFaqs(List<FaqSummary> faqs, @Nullable Runnable ownFile) {
    empty.show(faqs, question -> model.ask(question, System.nanoTime()), ownFile);
  }

  /** Shows the newest message. */
  public void showLatest() {
    list.showLast();
  }

  /** Copies an answer, as text or as Markdown. */
  public void copy(Message.Rated answer, boolean marked) {
    String markdown =
        switch (answer) {
          case Message.Answer fresh -> Records.markdown(fresh.turn());
          case Message.Past past -> past.stored().answer();
        };
    Clip.copy(marked ? markdown : MarkdownView.plain(markdown));
  }

  /** The field for the question. */
  public Composer composer() {
    return composer;
  }

  private void turnPages(KeyEvent event) {
    if (event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.PAGE_DOWN) {
      list.turn(event.getCode() == KeyCode.PAGE_UP ? -1 : 1);
      event.consume();
    }
  }

  private void edit(String question) {
    composer.edit(question);
  }

  private void changed(ListChangeListener.Change<? extends Message> change) {
    refresh();
    while (change.next()) {
      for (Message message : change.getAddedSubList()) {
        if (message instanceof Message.Answer answer) {
          Pulse.afterLayout(this, () -> model.painted(answer, System.nanoTime()));
          Announcer.say(this, AnswerView.spoken(answer));
        } else if (message instanceof Message.Note note) {
          Announcer.say(this, MarkdownView.plain(note.text()));
        }
      }
    }
  }

  private void refresh() {
    boolean none = model.messages().isEmpty();
    // Out of the way, and not only hidden: there it would be laid out without any width.
    stack.getChildren().remove(empty);
    if (none) {
      stack.getChildren().add(empty);
    }
    list.setVisible(!none);
    jump.setVisible(!none && !list.atEndProperty().get());
  }
}

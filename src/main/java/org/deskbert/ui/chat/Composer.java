package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.deskbert.chat.Reply.Suggestion;
import org.deskbert.ui.kit.CalmAreaSkin;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Direction;
import org.kordamp.ikonli.feather.Feather;

/** The field for the question: Enter sends, Shift+Enter breaks the line, grows to six lines. */
public final class Composer extends VBox {
  private static final int MOST_LINES = 6;

  private final TextArea field = new TextArea();
  private final Label note = Controls.text("", "muted", "composer-note");
  private final BiConsumer<String, Long> send;

  /** Backspace is down: held, it repeats, and what erased text shall not clear the topic too. */
  private boolean erasing;

  /**
   * Creates the field.
   *
   * @param draft what stands in the field
   * @param send takes the text and the moment Enter was pressed
   * @param pick takes a digit typed into the empty field, from 0; false if it means nothing
   * @param lastQuestion what Up brings back
   */
  public Composer(
      StringProperty draft,
      BiConsumer<String, Long> send,
      IntPredicate pick,
      Supplier<String> lastQuestion) {
    this.send = send;
    getStyleClass().add("composer");
    field.setId("question");
    field.setPromptText(text("composer.prompt"));
    Controls.accessibleName(field, text("composer.name"));
    Controls.leaveByTab(field);
    field.setWrapText(true);
    field.setPrefRowCount(1);
    field.textProperty().bindBidirectional(draft);
    field.end();
    field
        .textProperty()
        .addListener((_, before, _) -> {
          if (before.isEmpty()) {
            Platform.runLater(field::end); // a text that was put in is gone on with
          }
        });
    Direction.follow(field);
    field.setTextFormatter(new TextFormatter<String>(this::limit));
    HBox.setHgrow(field, Priority.ALWAYS);

    Button button = Controls.iconButton(Feather.ARROW_UP, text("composer.send"), this::send);
    button.setId("send");
    button.getStyleClass().removeAll(Styles.FLAT);
    button.getStyleClass().addAll(Styles.ACCENT, "send");
    button
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> field.getText().isBlank(), field.textProperty()));

    HBox box = new HBox(field, button);
    box.getStyleClass().add("composer-box");
    box.setAlignment(Pos.BOTTOM_LEFT);
    getChildren().addAll(box, note);

    field.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, lastQuestion));
    field.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          String typed = event.getCharacter();
          if (field.getText().isEmpty()
              && typed.length() == 1
              && typed.charAt(0) >= '1'
              && typed.charAt(0) <= '9'
              && pick.test(typed.charAt(0) - '1')) {
            event.consume();
          }
        });
    // The style sheet would set it too, but then its colours wait until the field is focused.
    field.setSkin(new CalmAreaSkin(field));
    growWithText();
  }

  /**
   * Shows what the question will be about.
   *
   * @param chip goes above the field
   * @param clear what Backspace does in the empty field
   */
  void about(Node chip, Runnable clear) {
    getChildren().addFirst(chip);
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.BACK_SPACE) {
            if (field.getText().isEmpty() && !erasing) {
              event.consume();
              clear.run();
            }
            erasing = true;
          }
        });
    field.addEventFilter(KeyEvent.KEY_RELEASED, _ -> erasing = false);
  }

  /**
   * Shows what the FAQ has for what is typed, in the place of the note; Alt and a digit choose.
   *
   * @param chosen takes the suggestion that was chosen
   */
  void suggest(SuggestModel model, Consumer<Suggestion> chosen) {
    SuggestLine line =
        new SuggestLine(
            model,
            suggestion -> {
              chosen.accept(suggestion);
              focus();
            });
    getChildren().remove(note);
    StackPane foot = new StackPane(note, line);
    foot.getStyleClass().add("composer-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(foot);
    BooleanBinding none = Bindings.isEmpty(model.suggestions());
    note.visibleProperty().bind(none);
    line.visibleProperty().bind(none.not());
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          int digit =
              event.isAltDown() && event.getCode().isDigitKey()
                  ? event.getCode().getName().charAt(0) - '1'
                  : -1;
          if (digit >= 0 && line.choose(digit)) {
            event.consume();
          }
        });
  }

  /** Puts the caret into the field. */
  public void focus() {
    field.requestFocus();
  }

  /** Puts {@code text} into the field, caret at its end. */
  public void edit(String text) {
    field.setText(text);
    field.end();
    focus();
  }

  private void pressed(KeyEvent event, Supplier<String> lastQuestion) {
    if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      if (event.isShiftDown()) {
        field.replaceSelection("\n");
      } else {
        send();
      }
    } else if (event.getCode() == KeyCode.UP && field.getText().isEmpty()) {
      event.consume();
      edit(lastQuestion.get());
    }
  }

  private void send() {
    long entered = System.nanoTime();
    String text = field.getText();
    if (!text.isBlank()) {
      field.clear();
      showNote(false);
      send.accept(text, entered);
    }
    focus();
  }

  /** Keeps a huge paste out of the field, where laying it out would hold up the window. */
  private TextFormatter.Change limit(TextFormatter.Change change) {
    if (!change.isContentChange()) {
      return change;
    }
    int excess = change.getControlNewText().length() - ChatModel.LONGEST;
    if (excess > 0) {
      String added = change.getText();
      int keep = Math.max(0, added.length() - excess);
      if (keep > 0 && Character.isHighSurrogate(added.charAt(keep - 1))) {
        keep--;
      }
      change.setText(added.substring(0, keep));
      int end = change.getRangeStart() + keep;
      change.selectRange(end, end);
    }
    showNote(excess > 0);
    return change;
  }

  private void showNote(boolean cut) {
    note.setText(cut ? text("composer.cut", ChatModel.LONGEST) : text("composer.hint"));
    note.pseudoClassStateChanged(Styles.STATE_WARNING, cut);
  }

  private void growWithText() {
    Text text =
        ((ScrollPane) field.lookup(".scroll-pane"))
            .getContent().lookupAll(".text").stream()
                .filter(node -> node.getParent() instanceof Group)
                .map(Text.class::cast)
                .findFirst()
                .orElse(null);
    if (text != null) {
      Text line = new Text("X");
      line.fontProperty().bind(field.fontProperty());
      field
          .prefHeightProperty()
          .bind(
              Bindings.createDoubleBinding(
                  () -> {
                    double one = line.getLayoutBounds().getHeight();
                    double all = Math.max(one, text.getLayoutBounds().getHeight());
                    return Math.ceil(Math.min(all, one * MOST_LINES) + one);
                  },
                  text.layoutBoundsProperty(),
                  line.layoutBoundsProperty()));
      field.setMinHeight(USE_PREF_SIZE);
    }
  }
}

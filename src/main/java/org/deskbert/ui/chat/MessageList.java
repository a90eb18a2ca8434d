package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Pulse;
import org.jspecify.annotations.Nullable;

/**
 * The messages, oldest first. Follows the newest one while the reader is at the end, and stays
 * where the reader is otherwise.
 */
final class MessageList extends ListView<Message> {
  private static final double NEAR = 0.999;
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

  private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyDoubleWrapper barWidth = new ReadOnlyDoubleWrapper();
  private @Nullable ScrollBar bar;
  private boolean scrolledByReader;

  MessageList(ObservableList<Message> messages, Function<Message, Region> views) {
    super(messages);
    setId("messages");
    getStyleClass().add("messages");
    setAccessibleText(text("chat.conversation"));
    setFocusTraversable(false);
    setSelectionModel(new NoSelection<>());
    addEventFilter(ScrollEvent.SCROLL, _ -> scrolledByReader = true);
    setCellFactory(_ -> new Cell(views));
    ListChangeListener<Message> added = this::added;
    Follow.whileShown(
        this,
        () -> {
          messages.addListener(added);
          keepEnd();
        },
        () -> messages.removeListener(added));
  }

  private void added(ListChangeListener.Change<? extends Message> change) {
    while (change.next()) {
      boolean asked =
          change.getAddedSubList().stream().anyMatch(Message.Question.class::isInstance);
      if (change.wasAdded() && (asked || atEnd.get())) {
        showLast();
      }
    }
  }

  /** Whether the newest message is in sight. */
  ReadOnlyBooleanProperty atEndProperty() {
    return atEnd.getReadOnlyProperty();
  }

  /** How wide the scroll bar is, 0 while there is none. */
  ReadOnlyDoubleProperty barWidthProperty() {
    return barWidth.getReadOnlyProperty();
  }

  /** Shows the message of that index; a negative one is none. */
  void seek(int index) {
    if (index >= 0 && index < getItems().size()) {
      // Not before the jump to the end that new messages bring.
      Pulse.afterLayout(
          this,
          () -> {
            scrolledByReader = true;
            scrollTo(index);
          });
    }
  }

  /** Stays at the end when a message there grows, if the reader is there. */
  void keepEnd() {
    if (atEnd.get()) {
      showLast();
    }
  }

  /**
   * Shows the newest message. {@code scrollTo} alone stops short when wrapped cells were measured
   * with a recycled height.
   */
  void showLast() {
    if (getItems().isEmpty()) {
      return;
    }
    scrolledByReader = false;
    scrollTo(getItems().size() - 1);
    toEnd(2);
  }

  /** The second time is for cells whose height was known only after the first. */
  private void toEnd(int times) {
    Pulse.afterLayout(
        this,
        () -> {
          if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollPixels(1e7);
            layout();
          }
          followBar();
          if (times > 1) {
            toEnd(times - 1);
          }
        });
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (bar == null) {
      for (Node node : lookupAll(".scroll-bar")) {
        if (node instanceof ScrollBar found && found.getOrientation() == Orientation.VERTICAL) {
          bar = found;
          found.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> scrolledByReader = true);
          found.valueProperty().addListener(_ -> followBar());
          found.visibleProperty().addListener(_ -> followBar());
          found.widthProperty().addListener(_ -> followBar());
        }
      }
    }
  }

  private void followBar() {
    barWidth.set(bar != null && bar.isVisible() ? bar.getWidth() : 0);
    boolean end = bar == null || !bar.isVisible() || bar.getValue() >= NEAR;
    // The bar also moves when messages come in; only the reader leaves the end.
    atEnd.set(end || (atEnd.get() && !scrolledByReader));
    scrolledByReader &= !end;
  }

  /** One message; its view is built when another message moves in. */
  private static final class Cell extends ListCell<Message> {
    private final Function<Message, Region> views;
    private final StackPane frame = new StackPane();
    private @Nullable Message shown;

    Cell(Function<Message, Region> views) {
      this.views = views;
      setPrefWidth(0);
      frame.getStyleClass().add("message-frame");
      frame.setAlignment(Pos.TOP_CENTER);
    }

    @Override
    protected void updateItem(@Nullable Message message, boolean empty) {
      super.updateItem(message, empty);
      if (empty || message == null) {
        shown = null;
        setGraphic(null);
        frame.getChildren().clear();
      } else if (!message.equals(shown)) {
        shown = message;
        frame.pseudoClassStateChanged(FIRST, getIndex() == 0);
        frame.getChildren().clear();
        Region view = views.apply(message);
        frame.getChildren().add(view);
        setAccessibleText(view.getAccessibleText());
        setGraphic(frame);
      }
    }
  }
}

package org.deskbert.ui.history;

import static org.deskbert.ui.kit.Texts.text;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.ui.history.HistoryModel.Item;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Follow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The list of conversations with a field to search in it. */
public final class HistoryView extends VBox {
  private final HistoryModel model;
  private final TextField search = new TextField();
  private final ListView<Item> list;
  private final Runnable opened;

  /**
   * Shows {@code model}.
   *
   * @param opened hears when a conversation was opened
   */
  public HistoryView(HistoryModel model, Runnable opened) {
    this.model = model;
    this.opened = opened;
    getStyleClass().add("history");
    setId("history");

    search.setId("history-search");
    search.setPromptText(text("history.search"));
    Controls.accessibleName(search, text("history.search"));
    search.textProperty().bindBidirectional(model.searchProperty());
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox field = new HBox(Controls.icon(Feather.SEARCH), search);
    field.getStyleClass().add("history-field");

    list = new ListView<>(model.items());
    list.setId("conversations");
    list.setAccessibleText(text("history.title"));
    list.getStyleClass().add("conversations");
    list.setCellFactory(_ -> new HistoryCell(model, this::open));
    Label none = Controls.text("", "muted");
    none.getStyleClass().add("history-none");
    list.setPlaceholder(none);
    Follow.of(this, model.items(), () -> changed(none));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(field, list);

    search.setOnKeyPressed(this::inField);
    list.setOnKeyPressed(this::inList);
  }

  private void changed(Label none) {
    boolean search = !model.searchProperty().get().isBlank();
    none.setText(search ? text("history.nothing") : text("history.none"));
  }

  /** Puts the caret into the field. */
  public void focus() {
    search.requestFocus();
    search.selectAll();
  }

  private void open(Item item) {
    model.open(item);
    opened.run();
  }

  private void inField(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN && !model.items().isEmpty()) {
      list.requestFocus();
      list.getSelectionModel().select(0);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && !model.items().isEmpty()) {
      open(model.items().getFirst());
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
      search.clear();
      event.consume();
    }
  }

  private void inList(KeyEvent event) {
    @Nullable Item item =
        list.getFocusModel().getFocusedItem(); // a renamed one loses its selection
    if (item == null) {
      return;
    }
    switch (event.getCode()) {
      case ENTER, SPACE -> open(item);
      case F2 -> HistoryCell.rename(list, item);
      case DELETE -> model.delete(item.info());
      default -> {
        return;
      }
    }
    event.consume();
  }
}

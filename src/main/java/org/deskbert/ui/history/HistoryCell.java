package org.deskbert.ui.history;

import static org.deskbert.ui.kit.Texts.text;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.chat.history.Hit;
import org.deskbert.ui.history.HistoryModel.Item;
import org.deskbert.ui.history.HistoryModel.Period;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Direction;
import org.deskbert.ui.kit.Follow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A conversation in the list: its title, the heading before the first of a period, its actions. */
final class HistoryCell extends ListCell<Item> {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

  private final HistoryModel model;
  private final Label heading = new Label();
  private final Label title = new Label();
  private final Label snippet = new Label();
  private final VBox words = new VBox(title, snippet);
  private final Button pin;
  private final Button delete;
  private final HBox row = new HBox();
  private final VBox box = new VBox(heading, row);

  HistoryCell(HistoryModel model, Consumer<Item> open) {
    this.model = model;
    setPrefWidth(0);
    heading.getStyleClass().addAll("muted", "history-heading");
    snippet.getStyleClass().addAll("muted", "snippet");
    snippet.setMinWidth(0);
    title.setMinWidth(0);
    Controls.whole(title);
    Controls.whole(snippet);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setFillWidth(false); // what runs the other way begins at the same edge all the same
    HBox.setHgrow(words, Priority.ALWAYS);
    pin = button(Feather.BOOKMARK, text("history.pin"), item -> model.pin(item.info()));
    delete = button(Feather.TRASH_2, text("history.delete"), item -> model.delete(item.info()));
    row.getStyleClass().add("history-row");
    row.setAlignment(Pos.CENTER_LEFT);
    row.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        act(open);
      }
    });
    row.setOnKeyPressed(KeyEvent::consume); // those of the field for the title are not the list's
    setContextMenu(
        new ContextMenu(
            menuItem(text("history.open"), open),
            menuItem(text("history.rename"), _ -> edit()),
            menuItem(text("history.pin-or-not"), item -> model.pin(item.info())),
            menuItem(text("history.delete"), item -> model.delete(item.info()))));
    Follow.of(this, model.currentProperty(), this::showCurrent);
  }

  private Button button(Feather icon, String name, Consumer<Item> action) {
    Button button = Controls.iconButton(icon, name, () -> act(action));
    button.setFocusTraversable(false); // the list itself has keys and a menu for it
    button.getStyleClass().add("history-action");
    // Only where the pointer or the selection is: elsewhere the title has the room.
    button.visibleProperty().bind(row.hoverProperty().or(selectedProperty()));
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private MenuItem menuItem(String name, Consumer<Item> action) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(_ -> act(action));
    return item;
  }

  private void act(Consumer<Item> action) {
    Item item = getItem();
    if (item != null) {
      action.accept(item);
    }
  }

  @Override
  protected void updateItem(@Nullable Item item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String name = item.info().title();
    heading.setText(heading(item.period()));
    Controls.show(heading, item.first());
    title.setText(name);
    Direction.follow(title, name);
    Hit hit = item.hit();
    String found = hit == null ? "" : hit.snippet().replaceAll("[\\s*_`#|>]+", " ");
    snippet.setText(found);
    Direction.follow(snippet, found);
    Controls.show(snippet, !found.isEmpty());
    row.pseudoClassStateChanged(FOUND, !found.isEmpty());
    Controls.name(pin, item.info().pinned() ? text("history.unpin") : text("history.pin"));
    if (!row.getChildren().contains(words)) {
      row.getChildren().setAll(words, pin, delete);
    }
    setAccessibleText(item.first() ? heading(item.period()) + ": " + name : name);
    setGraphic(box);
    showCurrent();
  }

  private static String heading(Period period) {
    return switch (period) {
      case PINNED -> text("history.pinned");
      case FOUND -> text("history.found");
      case TODAY -> text("history.today");
      case YESTERDAY -> text("history.yesterday");
      case WEEK -> text("history.week");
      case MONTH -> text("history.month");
      case OLDER -> text("history.older");
    };
  }

  private void showCurrent() {
    Item item = getItem();
    boolean current = item != null && item.info().id().equals(model.currentProperty().get());
    pseudoClassStateChanged(CURRENT, current);
  }

  /** Lets the title of an item be edited in its place. */
  static void rename(ListView<Item> list, Item item) {
    for (Node node : list.lookupAll(".list-cell")) {
      if (node instanceof HistoryCell cell && item.equals(cell.getItem())) {
        cell.edit();
      }
    }
  }

  private void edit() {
    Item item = getItem();
    if (item == null) {
      return;
    }
    TextField field = new TextField(item.info().title());
    field.setId("rename");
    Controls.accessibleName(field, text("history.rename"));
    HBox.setHgrow(field, Priority.ALWAYS);
    row.getChildren().setAll(field);
    field.requestFocus();
    field.selectAll();
    field.setOnAction(_ -> getListView().requestFocus());
    field.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        field.setText(""); // a blank title changes nothing
        getListView().requestFocus();
      }
    });
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            row.getChildren().setAll(words, pin, delete);
            model.rename(item.info(), field.getText());
          }
        });
  }
}

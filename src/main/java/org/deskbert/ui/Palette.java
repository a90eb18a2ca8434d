package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deskbert.ui.kit.Controls;
import org.jspecify.annotations.Nullable;

/** Every action with its keys; a few letters of its name find it, Enter does it. */
final class Palette extends VBox {
  private final Actions actions;
  private final Layer layer;
  private final TextField field = new TextField();
  private final ListView<Action> list = new ListView<>();

  Palette(Actions actions, Layer layer) {
    this.actions = actions;
    this.layer = layer;
    setId("palette");
    getStyleClass().addAll("card", "palette");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    field.setId("palette-field");
    field.setPromptText(text("palette.prompt"));
    Controls.accessibleName(field, text("palette.prompt"));
    field.textProperty().addListener(_ -> refresh());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setFocusTraversable(false); // the field moves its selection
    list.setAccessibleText(text("palette.title"));
    list.getStyleClass().add("palette-list");
    list.setPlaceholder(Controls.text(text("palette.none"), "muted"));
    list.setCellFactory(_ -> new Cell());
    getChildren().addAll(field, list);
    refresh();
  }

  /** Puts the caret into the field. */
  void focus() {
    field.requestFocus();
  }

  private void refresh() {
    list.getItems().setAll(actions.matching(field.getText()));
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    tell();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      run(list.getSelectionModel().getSelectedItem());
    } else if (event.getCode() == KeyCode.DOWN) {
      list.getSelectionModel().selectNext();
    } else if (event.getCode() == KeyCode.UP) {
      list.getSelectionModel().selectPrevious();
    } else {
      return;
    }
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
    tell();
    event.consume();
  }

  /** The focus stays in the field, so its description says what Enter would do. */
  private void tell() {
    Action now = list.getSelectionModel().getSelectedItem();
    field.setAccessibleHelp(now == null ? "" : now.name());
  }

  private void run(@Nullable Action action) {
    if (action != null) {
      layer.close();
      action.run().run();
    }
  }

  private final class Cell extends ListCell<Action> {
    private final Label name = new Label();
    private final Label keys = new Label();
    private final HBox row = new HBox(name, Controls.spacer(), keys);

    Cell() {
      setPrefWidth(0);
      keys.getStyleClass().add("keys");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      row.setAlignment(Pos.CENTER_LEFT);
      setOnMouseClicked(_ -> run(getItem()));
    }

    @Override
    protected void updateItem(@Nullable Action action, boolean empty) {
      super.updateItem(action, empty);
      if (empty || action == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      name.setText(action.name());
      keys.setText(actions.shown(action));
      Controls.show(keys, !keys.getText().isEmpty());
      setAccessibleText((action.name() + " " + keys.getText()).strip());
      setGraphic(row);
    }
  }
}

package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deskbert.ui.kit.Controls;
import org.jspecify.annotations.Nullable;

/** All shortcuts; a press on one lets it be changed. */
final class ShortcutSheet extends VBox {
  private final Actions actions;
  private final GridPane grid = new GridPane();
  private final Label hint = Controls.text("", "muted");
  private @Nullable Action listening;

  ShortcutSheet(Actions actions, Layer layer) {
    this.actions = actions;
    setId("shortcuts");
    getStyleClass().addAll("card", "sheet");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, new ColumnConstraints());
    grid.getStyleClass().add("sheet-grid");
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("settings-content");
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Button reset =
        Controls.button(
            text("shortcuts.reset"),
            () -> {
              actions.reset();
              refresh();
            });
    reset.setId("reset-shortcuts");
    Button close = Controls.button(text("shortcuts.close"), layer::close);
    HBox foot = new HBox(reset, Controls.spacer(), close);
    getChildren()
        .addAll(Controls.text(text("shortcuts.title"), "section-title"), hint, scroll, foot);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    refresh();
  }

  /** Puts the focus on the first shortcut. */
  void focus() {
    grid.lookup(".button").requestFocus();
  }

  private void refresh() {
    listening = null;
    hint.setText(text("shortcuts.hint"));
    grid.getChildren().clear();
    for (Action action : actions.all()) {
      String keys = actions.shown(action);
      Button button =
          Controls.button(keys.isEmpty() ? text("shortcuts.none") : keys, () -> listen(action));
      button.setId("keys-" + action.id());
      button.getStyleClass().add("keys");
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setAccessibleText(text("shortcuts.of", action.name(), button.getText()));
      grid.addRow(grid.getRowCount(), Controls.text(action.name()), button);
    }
  }

  private void listen(Action action) {
    listening = action;
    hint.setText(text("shortcuts.press", action.name()));
  }

  private void pressed(KeyEvent event) {
    Action action = listening;
    if (action == null) {
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      done(action);
    } else if (event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.DELETE) {
      actions.unbind(action);
      done(action);
    } else {
      KeyCombination keys = Actions.pressed(event);
      if (keys != null) {
        Optional<Action> other = actions.bind(action, keys);
        if (other.isEmpty()) {
          done(action);
        } else {
          hint.setText(text("shortcuts.taken", Actions.shown(keys), other.get().name()));
        }
      }
    }
    event.consume();
  }

  private void done(Action action) {
    refresh();
    grid.lookup("#keys-" + action.id()).requestFocus();
  }
}

package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.deskbert.ui.kit.Direction;
import org.deskbert.ui.latency.LatencyOverlay;
import org.jspecify.annotations.Nullable;

/**
 * The latency card in a window of its own, to stand beside the conversation or on another screen.
 * Escape and closing it bring the card back over the conversation.
 */
final class LatencyStage {
  private final Stage owner;
  private final WindowModel model;
  private final BooleanBinding wanted;
  private @Nullable Stage stage;

  private LatencyStage(Stage owner, WindowModel model) {
    this.owner = owner;
    this.model = model;
    wanted =
        Bindings.createBooleanBinding(
            () ->
                model.latency.apartProperty().get()
                    && model.settings.get().latencyOverlay()
                    && !model.kiosk.onProperty().get(),
            model.latency.apartProperty(),
            model.settings.property(),
            model.kiosk.onProperty());
  }

  /** Shows and hides the window as {@code model} wants it, as long as {@code owner} is open. */
  static void follow(Stage owner, WindowModel model) {
    LatencyStage follower = new LatencyStage(owner, model);
    follower.wanted.addListener(_ -> follower.show(follower.wanted.get()));
    model
        .settings
        .property()
        .addListener((_, before, now) -> {
          if (!before.language().equals(now.language())) {
            Platform.runLater(follower::fill); // after the window speaks it
          }
        });
    owner.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> follower.show(false));
  }

  private void show(boolean shown) {
    Stage now = stage;
    if (shown) {
      if (now == null) {
        now = create();
        stage = now;
      }
      fill();
      now.show();
      owner.requestFocus(); // one goes on asking
    } else if (now != null) {
      now.hide();
      now.getScene().setRoot(new StackPane()); // its figures rest
    }
  }

  private Stage create() {
    Stage created = new Stage();
    created.setAlwaysOnTop(true); // it is looked at while one asks
    created.getIcons().setAll(DeskBertApp.icon());
    created.setScene(new Scene(new StackPane()));
    Theming.follow(created.getScene(), model.settings);
    created.setOnCloseRequest(_ -> model.latency.apartProperty().set(false));
    created
        .getScene()
        .addEventHandler(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (event.getCode() == KeyCode.ESCAPE) {
                model.latency.apartProperty().set(false);
              }
            });
    return created;
  }

  private void fill() {
    Stage now = stage;
    if (now == null || !wanted.get()) {
      return;
    }
    LatencyOverlay card =
        LatencyOverlay.apart(model.latency, model.statusProperty().map(WindowModel::statusText));
    card.heightProperty().addListener(_ -> Platform.runLater(now::sizeToScene));
    StackPane root = new StackPane(card);
    root.getStyleClass().add("main");
    Direction.follow(root, text("settings.title"));
    now.setTitle(text("latency.title"));
    now.getScene().setRoot(root);
    now.sizeToScene();
  }
}

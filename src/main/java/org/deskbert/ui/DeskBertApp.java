package org.deskbert.ui;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.deskbert.app.DeskBert;
import org.deskbert.app.FirstWindow;
import org.deskbert.app.Tasks;
import org.deskbert.app.Wish;
import org.deskbert.ui.kit.Desk;
import org.jspecify.annotations.Nullable;

/** The JavaFX application; started by {@link Window}. */
public final class DeskBertApp extends Application {
  private static final double WIDTH = 1080;
  private static final double HEIGHT = 720;
  private static final double LEAST_WIDTH = 480;
  private static final double LEAST_HEIGHT = 420;

  /** What the window is opened with. */
  record Start(DeskBert program, FirstWindow first, Wish wish) {}

  private static volatile @Nullable Start start;

  /** Sets what the next window is opened with: JavaFX creates the application itself. */
  static void openWith(Start with) {
    start = with;
  }

  @Override
  public void start(Stage stage) {
    Start with = start;
    if (with == null) {
      throw new IllegalStateException("Started without Window.launch");
    }
    WindowModel model =
        new WindowModel(
            Desk.of(with.program()), tasks("answers"), tasks("library"), tasks("files"));
    model.chat.mailWith(address -> getHostServices().showDocument(address));
    Placement.keep(stage, with.program().folder());
    open(stage, model);
    model.start();
    with.program().start();
    if (!with.program().settingsNote().isEmpty()) {
      model.chat.note(with.program().settingsNote(), true);
    }
    fulfil(model, with.wish());
    try {
      with.first()
          .listen(wish ->
              Platform.runLater(() -> {
                front(stage);
                fulfil(model, wish);
              }));
    } catch (IOException e) {
      model.chat.note("A second start of DeskBERT will not reach this window: " + e, true);
    }
  }

  private static void fulfil(WindowModel model, Wish wish) {
    if (wish.file() != null) {
      model.imports.open(wish.file());
    }
    if (wish.question() != null) {
      model.pageProperty().set(WindowModel.Page.CHAT);
      model.chat.ask(wish.question(), System.nanoTime());
    }
  }

  private static void front(Stage stage) {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  /** Shows a window for {@code model}. */
  static void open(Stage stage, WindowModel model) {
    MainView view = new MainView(model);
    Scene scene = new Scene(view, WIDTH, HEIGHT);
    Theming.follow(scene, model.settings);
    stage.setTitle("DeskBERT");
    stage.getIcons().add(new Image(DeskBertApp.class.getResourceAsStream("icon.png")));
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setScene(scene);
    stage.show();
    view.focus();
  }

  private static Tasks tasks(String name) {
    ExecutorService worker = Tasks.worker(name);
    return new Tasks(worker, Platform::runLater);
  }
}

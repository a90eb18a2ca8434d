package org.deskbert.ui;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Tasks;
import org.deskbert.ui.kit.Desk;
import org.jspecify.annotations.Nullable;

/** The JavaFX application; started by {@link Window}. */
public final class DeskBertApp extends Application {
  private static final double WIDTH = 1080;
  private static final double HEIGHT = 720;
  private static final double LEAST_WIDTH = 480;
  private static final double LEAST_HEIGHT = 420;

  /** What the window is opened with. */
  record Start(DeskBert program, @Nullable String ask, @Nullable Path file) {}

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
    open(stage, model);
    model.start();
    with.program().start();
    if (!with.program().settingsNote().isEmpty()) {
      model.chat.note(with.program().settingsNote(), true);
    }
    if (with.file() != null) {
      model.imports.open(with.file());
    }
    if (with.ask() != null) {
      model.chat.ask(with.ask(), System.nanoTime());
    }
  }

  /** Shows a window for {@code model}. */
  static void open(Stage stage, WindowModel model) {
    MainView view = new MainView(model);
    Scene scene = new Scene(view, WIDTH, HEIGHT);
    Theming.follow(scene, model.settings);
    stage.setTitle("DeskBERT");
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

package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.deskbert.app.DataFolder;
import org.deskbert.app.DeskBert;
import org.deskbert.app.FirstWindow;
import org.deskbert.app.Opening;
import org.deskbert.app.Tasks;
import org.deskbert.app.WindowPlace;
import org.deskbert.app.Wish;
import org.deskbert.faq.FaqException;
import org.deskbert.ui.kit.Desk;
import org.deskbert.ui.kit.Pulse;
import org.deskbert.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** The JavaFX application; started by {@link Window}. */
public final class DeskBertApp extends Application {
  static final double WIDTH = 1080;
  static final double HEIGHT = 720;

  /** What the window is opened with. */
  record Start(DataFolder folder, Opening.Soon opening, FirstWindow first, Wish wish) {}

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
    Optional<WindowPlace> last = Placement.keep(stage, with.folder());
    if (Opening.asks(with.folder())) {
      opened(stage, with); // the window asks for the passphrase
    } else {
      Curtain.show(
          stage,
          last,
          () -> with.opening().whenDone(() -> Platform.runLater(() -> opened(stage, with))));
    }
  }

  private void opened(Stage stage, Start with) {
    Theming.prepare();
    Opening opening;
    try {
      opening = with.opening().await();
    } catch (FaqException e) {
      Platform.exit(); // Window.launch tells why
      return;
    }
    if (opening.isLocked()) {
      PassphraseView.show(
          stage,
          new PassphraseModel(opening, tasks("passphrase"), () -> show(stage, with, opening)));
    } else {
      show(stage, with, opening);
    }
  }

  private void show(Stage stage, Start with, Opening opening) {
    DeskBert program = opening.program();
    if (program == null) {
      RestoreView.show(
          stage, new RestoreModel(opening, tasks("restore"), opened -> show(stage, with, opened)));
    } else {
      show(stage, with, program);
    }
  }

  private void show(Stage stage, Start with, DeskBert program) {
    WindowModel model =
        new WindowModel(
            Desk.of(program),
            tasks("answers"),
            tasks("library"),
            tasks("files"),
            new Tasks(program.chats().worker(), Platform::runLater),
            DeskBertApp::later);
    model.chat.mailWith(getHostServices()::showDocument);
    model.about.openWith(getHostServices()::showDocument);
    open(stage, model);
    model.start();
    program.start();
    if (!program.settingsNote().isEmpty()) {
      model.chat.note(program.settingsNote(), true);
    }
    program.packNotes().forEach(note -> model.chat.note(note, true));
    if (!program.chats().note().isEmpty()) {
      model.chat.note(program.chats().note(), true);
    }
    stage.addEventHandler(
        WindowEvent.WINDOW_HIDING,
        _ -> model.chat.keeper().draft(model.chat.draftProperty().get()));
    if (program.settings().kiosk().on()) {
      model.kiosk.enter();
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
      model.chat.note(text("program.second-start", e), true);
    }
  }

  private static void later(Duration time, Runnable work) {
    CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, Platform::runLater)
        .execute(work);
  }

  private static void fulfil(WindowModel model, Wish wish) {
    if (wish.kiosk()) {
      model.kiosk.enter();
    }
    if (wish.file() != null && !model.kiosk.onProperty().get()) {
      model.importFile(wish.file());
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
    FrameTimer.install();
    Texts.use(model.settings.get().language());
    RootView view = RootView.of(model);
    Scene scene = new Scene(view, WIDTH, HEIGHT);
    Theming.follow(scene, model.settings);
    stage.getIcons().setAll(icon());
    stage.setScene(scene);
    stage.show();
    LeastSize.follow(stage, model.settings);
    Pulse.afterLayout(view, () -> stage.setTitle("DeskBERT")); // the curtain's title until then
    view.focus();
    model
        .settings
        .property()
        .addListener((_, before, now) -> {
          if (!before.language().equals(now.language())) {
            // Not within the event of the control that has changed it: that control goes.
            Platform.runLater(() -> build(scene, model));
          }
        });
    MiniStage.follow(stage, model.mini);
    LatencyStage.follow(stage, model);
    KioskStage.follow(stage, model.kiosk, () -> build(scene, model));
  }

  /** Builds the view anew, in the language of the settings. The models keep what was written. */
  private static void build(Scene scene, WindowModel model) {
    Node focused = scene.getFocusOwner();
    Texts.use(model.settings.get().language());
    RootView view = RootView.of(model);
    scene.setRoot(view);
    view.applyCss(); // so that all that the skins make can be found
    Node again =
        focused == null || focused.getId() == null ? null : scene.lookup("#" + focused.getId());
    if (again == null) {
      view.focus();
    } else {
      again.requestFocus();
    }
  }

  /** The program's picture. */
  static Image icon() {
    return new Image(DeskBertApp.class.getResourceAsStream("icon.png"));
  }

  private static Tasks tasks(String name) {
    ExecutorService worker = Tasks.worker(name);
    return new Tasks(worker, Platform::runLater);
  }
}

package org.deskbert.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Settings;
import org.deskbert.app.Settings.Theme;
import org.deskbert.app.Status;
import org.deskbert.app.Tasks;
import org.deskbert.chat.history.Conversations;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.StoredMessage;
import org.deskbert.ui.WindowModel.Page;
import org.deskbert.ui.chat.Message;
import org.deskbert.ui.faq.ImportModel;
import org.deskbert.ui.kit.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Draws every screen. With {@code -Dscreens=assets/screens} the program itself answers and the
 * pictures of the README are written there; else a stand-in answers and they go to {@code
 * target/screens}.
 */
@ExtendWith(ApplicationExtension.class)
class ScreenshotsTest {
  private static final String SCREENS = System.getProperty("screens", "");
  private static final Path FOLDER = Path.of(SCREENS.isEmpty() ? "target/screens" : SCREENS);

  /** So that the latencies in the picture are those of a program that has warmed up. */
  private static final int WARM_UP = 400;

  private static final int WARM_UP_WINDOW = 60;

  private static final List<String> QUESTIONS =
      List.of(
          "my vpn keeps dropping when I work from home",
          "my document is stuck in the printer queue",
          "how do I get a new laptop?",
          "forgot my password");

  /** Asked one after the other until one of them can't be decided. */
  private static final List<String> VAGUE =
      List.of(
          "something with a printer password",
          "printer",
          "account",
          "phone",
          "laptop",
          "meeting",
          "files");

  @TempDir private Path temp;
  private Stage stage;

  @Start
  void start(Stage primary) {
    stage = primary;
  }

  @Test
  void everyScreenIsDrawnInLightAndDark() throws Exception {
    if (SCREENS.isEmpty()) {
      draw(new FakeDesk(), 0);
      return;
    }
    try (DeskBert program = DeskBert.open(temp.resolve("data"))) {
      program.start();
      WaitForAsyncUtils.waitFor(
          5, TimeUnit.MINUTES, () -> program.status().phase() == Status.Phase.READY);
      draw(Desk.of(program), WARM_UP);
    }
  }

  private void draw(Desk desk, int warmUp) throws Exception {
    desk.change(
        desk.settings()
            .withLanguage("en")
            .withContact("Ask the help desk: extension 4444, help@example.org."));
    WindowModel warm = open(desk);
    warmUp(warm, warmUp);
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      desk.change(desk.settings().withTheme(theme));
      draw(desk, theme.name().toLowerCase(Locale.ROOT));
    }
  }

  private void draw(Desk desk, String theme) throws Exception {
    open(desk);
    picture("empty-" + theme);

    WindowModel chat = open(desk);
    warmUp(chat, SCREENS.isEmpty() ? 0 : WARM_UP_WINDOW);
    ask(chat, "my document is stuck in the printer queue");
    ask(chat, "my vpn keeps dropping when I work from home");
    picture("conversation-" + theme);
    fx(() -> last(chat).whyProperty().set(true));
    fx(() -> last(chat).stagesProperty().set(true));
    picture("why-" + theme);

    desk.change(desk.settings().withLatencyOverlay(true));
    WindowModel measured = open(desk);
    warmUp(measured, SCREENS.isEmpty() ? 0 : WARM_UP_WINDOW);
    ask(measured, "how tall is the Eiffel tower?");
    ask(measured, "my vpn keeps dropping when I work from home");
    picture("overlay-" + theme);
    desk.change(desk.settings().withLatencyOverlay(false));

    WindowModel unsure = open(desk);
    for (String vague : VAGUE) {
      if (unsure.chat.openSuggestions().isEmpty()) {
        restart(unsure);
        ask(unsure, vague);
      }
    }
    picture("didyoumean-" + theme);

    drawHistory(desk, theme);

    WindowModel settings = open(desk);
    fx(() -> settings.pageProperty().set(Page.SETTINGS));
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> fx(() -> !settings.models.models().isEmpty()));
    picture("settings-" + theme);
    fx(() -> ((ToggleButton) stage.getScene().lookup("#tab-answers")).fire());
    picture("settings-answers-" + theme);
    fx(() -> ((ToggleButton) stage.getScene().lookup("#tab-data")).fire());
    picture("settings-data-" + theme);

    WindowModel imports = open(desk);
    Path file = temp.resolve("front-desk.csv");
    Files.writeString(
        file,
        """
        id,question,answer,category
        fd-1,Where do visitors park?,In the yard behind the house.,Visitors
        fd-2,Who orders taxis?,,Travel
        fd-3,,The key is at the gate.,Keys
        fd-1,Where is the lost property?,At the front desk.,Visitors
        """);
    fx(() -> imports.imports.open(file));
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> fx(() -> imports.imports.stateProperty().get() instanceof ImportModel.State.BadRows));
    picture("import-errors-" + theme);

    WindowModel small = open(desk);
    fx(() -> stage.setWidth(480));
    fx(() -> stage.setHeight(420));
    picture("empty-small-" + theme);
    ask(small, "my vpn keeps dropping when I work from home");
    fx(() -> last(small).whyProperty().set(true));
    picture("why-small-" + theme);
    fx(() -> small.pageProperty().set(Page.SETTINGS));
    picture("settings-small-" + theme);
    fx(() -> stage.setWidth(1080));
    fx(() -> stage.setHeight(720));

    Settings before = desk.settings();
    desk.change(before.withZoom(200));
    WindowModel large = open(desk);
    ask(large, "my vpn keeps dropping when I work from home");
    picture("conversation-200-" + theme);
    desk.change(before);
  }

  private void drawHistory(Desk desk, String theme) throws Exception {
    Instant now = Instant.now();
    Conversations kept = desk.chats().conversations();
    for (int i = 0; i < QUESTIONS.size(); i++) {
      StoredMessage message =
          new StoredMessage(
              0,
              now.minus(i * i, ChronoUnit.DAYS),
              QUESTIONS.get(i),
              "answered",
              "it-1",
              "it",
              "How is it done?",
              "Open the portal and follow the **three steps** there.",
              0.91,
              "model",
              3000,
              Feedback.NONE);
      if (kept.messages("screens" + i).isEmpty()) {
        kept.add("screens" + i, message);
      }
    }
    kept.pin("screens1", true);
    WindowModel history = open(desk);
    ask(history, "my vpn keeps dropping when I work from home");
    fx(() ->
        history.chat.rate((Message.Rated) history.chat.messages().getLast(), Feedback.UNCLEAR));
    picture("history-" + theme);
    fx(() -> history.chat.draftProperty().set("my vpn does"));
    picture("suggestions-" + theme);
    fx(() -> history.chat.draftProperty().set(""));
    fx(() -> history.history.searchProperty().set("step"));
    fx(() -> history.history.open(history.history.items().getFirst()));
    fx(() -> history.history.delete(history.history.items().getLast().info()));
    picture("history-search-" + theme);
    fx(() -> history.history.undo());
    act("find-action");
    picture("palette-" + theme);
    act("shortcuts");
    picture("shortcuts-" + theme);
  }

  private void act(String id) throws Exception {
    MainView view = (MainView) stage.getScene().getRoot();
    for (Action action : view.actions().all()) {
      if (action.id().equals(id)) {
        fx(action.run());
      }
    }
  }

  private static void warmUp(WindowModel model, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      ask(model, QUESTIONS.get(i % QUESTIONS.size()));
    }
    restart(model);
  }

  private static void restart(WindowModel model) throws Exception {
    if (fx(() -> model.chat.messages().isEmpty())) {
      return; // a late clearing would take the next question with it
    }
    fx(() -> model.chat.restart());
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> fx(() -> model.chat.messages().isEmpty()));
  }

  private WindowModel open(Desk desk) throws Exception {
    return fx(() -> {
      WindowModel model = new WindowModel(desk, tasks(), tasks(), tasks(), tasks());
      DeskBertApp.open(stage, model);
      model.start();
      return model;
    });
  }

  private static Tasks tasks() {
    return new Tasks(Tasks.worker("screens"), Platform::runLater);
  }

  /** Asks and waits until the answer has been painted. */
  private static void ask(WindowModel model, String question) throws Exception {
    int before = fx(() -> model.chat.messages().size());
    fx(() -> {
      model.chat.ask(question, System.nanoTime());
      return true;
    });
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () ->
            fx(() ->
                model.chat.messages().size() == before + 2
                    && last(model).latencyProperty().get() != null));
  }

  private static Message.Answer last(WindowModel model) {
    return (Message.Answer) model.chat.messages().getLast();
  }

  private void picture(String name) throws Exception {
    WaitForAsyncUtils.waitForFxEvents(10);
    fx(() -> Pictures.write(stage, FOLDER.resolve(name + ".png")));
  }

  private static void fx(Runnable work) throws Exception {
    fx(() -> {
      work.run();
      return true;
    });
  }

  private static <T> T fx(Callable<T> work) throws Exception {
    return WaitForAsyncUtils.asyncFx(work).get(30, TimeUnit.SECONDS);
  }
}

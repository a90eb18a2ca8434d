package org.deskbert.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Settings;
import org.deskbert.app.Settings.Density;
import org.deskbert.app.Tasks;
import org.deskbert.chat.history.Conversations;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.StoredMessage;
import org.deskbert.faq.FaqException;
import org.deskbert.ui.WindowModel.Page;
import org.deskbert.ui.chat.Message;
import org.deskbert.ui.kit.Desk;
import org.testfx.util.WaitForAsyncUtils;

/** Brings a window into each state that it has, one after the other. */
final class Screens {
  /** Looks at a state. */
  interface Visitor {
    /** The window is in the state {@code name} and shows {@code model}. */
    void seen(String name, WindowModel model) throws Exception;
  }

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

  private final Stage stage;
  private final Desk desk;
  private final Path temp;
  private final int warmUps;
  private final Visitor visitor;
  private WindowModel current;

  /**
   * Prepares a walk.
   *
   * @param temp an empty folder for a file to import
   * @param warmUps questions to ask before those whose time is shown
   */
  Screens(Stage stage, Desk desk, Path temp, int warmUps, Visitor visitor) {
    this.stage = stage;
    this.desk = desk;
    this.temp = temp;
    this.warmUps = warmUps;
    this.visitor = visitor;
  }

  /** The program itself, answering by words, for the owner's pages. */
  static DeskBert words(Path data) throws FaqException {
    DeskBert program = DeskBert.open(data);
    program.change(program.settings().withWordsOnly(true));
    program.start();
    return program;
  }

  /** Makes each state and tells its name. */
  void walk() throws Exception {
    desk.chats().erase(); // those of the walk before
    open();
    seen("empty");

    WindowModel chat = open();
    warmUp(chat, warmUps);
    ask(chat, "my document is stuck in the printer queue");
    ask(chat, "my vpn keeps dropping when I work from home");
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> fx(() -> !chat.history.items().isEmpty()));
    seen("conversation");
    fx(() -> last(chat).whyProperty().set(true));
    fx(() -> last(chat).stagesProperty().set(true));
    seen("why");

    desk.change(desk.settings().withLatencyOverlay(true));
    WindowModel measured = open();
    warmUp(measured, warmUps);
    ask(measured, "how tall is the Eiffel tower?");
    ask(measured, "my vpn keeps dropping when I work from home");
    seen("overlay");
    desk.change(desk.settings().withLatencyOverlay(false));

    WindowModel unsure = open();
    for (String vague : VAGUE) {
      if (unsure.chat.openSuggestions().isEmpty()) {
        restart(unsure);
        ask(unsure, vague);
      }
    }
    seen("didyoumean");

    history();

    WindowModel settings = open();
    fx(() -> settings.pageProperty().set(Page.SETTINGS));
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> fx(() -> !settings.models.models().isEmpty()));
    seen("settings");
    fx(() -> ((ToggleButton) stage.getScene().lookup("#expert-open")).fire());
    fx(() -> ((ScrollPane) stage.getScene().lookup("#settings .settings-content")).setVvalue(1));
    seen("settings-expert");
    fx(() -> ((ToggleButton) stage.getScene().lookup("#tab-answers")).fire());
    seen("settings-answers");
    fx(() -> ((ToggleButton) stage.getScene().lookup("#tab-data")).fire());
    seen("settings-data");
    fx(() -> ((ToggleButton) stage.getScene().lookup("#tab-appearance")).fire());
    seen("settings-appearance");
    fx(() -> ((ToggleButton) stage.getScene().lookup("#tab-about")).fire());
    seen("settings-about");

    OwnerScreens owners = new OwnerScreens(this, stage, desk);
    owners.imports(temp);
    owners.desk();
    if (desk instanceof FakeDesk fake) {
      owners.conflict(fake);
    }

    WindowModel small = open();
    fx(() -> stage.setWidth(480));
    fx(() -> stage.setHeight(420));
    seen("empty-small");
    ask(small, "my vpn keeps dropping when I work from home");
    fx(() -> last(small).whyProperty().set(true));
    seen("why-small");
    fx(() -> small.pageProperty().set(Page.SETTINGS));
    seen("settings-small");
    fx(() -> stage.setWidth(1080));
    fx(() -> stage.setHeight(720));

    Settings before = desk.settings();
    desk.change(before.withDensity(Density.COMPACT));
    WindowModel compact = open();
    ask(compact, "my vpn keeps dropping when I work from home");
    seen("conversation-compact");

    desk.change(before.withZoom(200));
    WindowModel large = open();
    ask(large, "my vpn keeps dropping when I work from home");
    seen("conversation-200");
    desk.change(before);
  }

  private void history() throws Exception {
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
    WindowModel history = open();
    ask(history, "my vpn keeps dropping when I work from home");
    fx(() ->
        history.chat.rate((Message.Rated) history.chat.messages().getLast(), Feedback.UNCLEAR));
    seen("history");
    fx(() -> history.chat.draftProperty().set("my vpn does"));
    seen("suggestions");
    fx(() -> history.chat.draftProperty().set(""));
    fx(() -> history.history.searchProperty().set("step"));
    fx(() -> history.history.open(history.history.items().getFirst()));
    fx(() -> history.history.delete(history.history.items().getLast().info()));
    seen("history-search");
    fx(() -> history.history.undo());
    act("find-action");
    seen("palette");
    act("shortcuts");
    seen("shortcuts");
  }

  private void act(String id) throws Exception {
    MainView view = (MainView) stage.getScene().getRoot();
    for (Action action : view.actions().all()) {
      if (action.id().equals(id)) {
        fx(action.run());
      }
    }
  }

  static void warmUp(WindowModel model, int times) throws Exception {
    if (times > 0) {
      secret(model, true); // the list of conversations is to look like somebody's
      for (int i = 0; i < times; i++) {
        ask(model, QUESTIONS.get(i % QUESTIONS.size()));
      }
      secret(model, false);
    }
  }

  private static void secret(WindowModel model, boolean secret) throws Exception {
    fx(() -> model.newConversation(secret));
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> fx(() -> model.chat.keeper().secretProperty().get() == secret));
  }

  static void restart(WindowModel model) throws Exception {
    if (fx(() -> model.chat.messages().isEmpty())) {
      return; // a late clearing would take the next question with it
    }
    fx(() -> model.chat.restart());
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> fx(() -> model.chat.messages().isEmpty()));
  }

  WindowModel open() throws Exception {
    current =
        fx(() -> {
          WindowModel model =
              new WindowModel(desk, tasks(), tasks(), tasks(), tasks(), (_, _) -> {});
          DeskBertApp.open(stage, model);
          model.start();
          return model;
        });
    return current;
  }

  private static Tasks tasks() {
    return new Tasks(Tasks.worker("screens"), Platform::runLater);
  }

  /** Asks and waits until the answer has been painted. */
  static void ask(WindowModel model, String question) throws Exception {
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

  void seen(String name) throws Exception {
    WaitForAsyncUtils.waitForFxEvents(10);
    visitor.seen(name, current);
  }

  static void fx(Runnable work) throws Exception {
    fx(() -> {
      work.run();
      return true;
    });
  }

  static <T> T fx(Callable<T> work) throws Exception {
    return WaitForAsyncUtils.asyncFx(work).get(30, TimeUnit.SECONDS);
  }
}

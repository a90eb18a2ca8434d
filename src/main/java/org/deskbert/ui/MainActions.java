package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deskbert.app.Settings;
import org.deskbert.chat.history.Feedback;
import org.deskbert.ui.WindowModel.Page;
import org.deskbert.ui.chat.ChatView;
import org.deskbert.ui.chat.Message;
import org.deskbert.ui.kit.Announcer;
import org.deskbert.ui.kit.Percent;
import org.deskbert.ui.latency.LatencyOverlay;

/** The list of all that the window can do. */
final class MainActions {
  static final List<String> LARGER =
      List.of("Shortcut+Plus", "Shortcut+Equals", "Shortcut+Shift+Equals", "Shortcut+Add");
  static final List<String> SMALLER = List.of("Shortcut+Minus", "Shortcut+Subtract");
  static final List<String> NORMAL = List.of("Shortcut+0", "Shortcut+Numpad 0");

  private final List<Action> actions = new ArrayList<>();

  private MainActions() {}

  /** What the list needs of the window beside its model. */
  interface Window {
    /** The conversation. */
    ChatView chat();

    /** The list of conversations. */
    Sidebar sidebar();

    /** The latency card, whether it is shown or not. */
    LatencyOverlay latency();

    /** Lets the user choose where the weekly report goes. */
    void report();

    /** Lets the user choose where the conversation is exported to. */
    void exportConversation();

    /** Lets the user find an action. */
    void findAction();

    /** Shows all shortcuts. */
    void showShortcuts();
  }

  static List<Action> of(WindowModel model, Window window) {
    MainActions all = new MainActions();
    all.add("new", text("action.new"), () -> model.newConversation(false), "Shortcut+N");
    all.add(
        "private", text("action.private"), () -> model.newConversation(true), "Shortcut+Shift+N");
    all.add(
        "find-action", text("action.find"), window::findAction, "Shortcut+K", "Shortcut+Shift+P");
    all.add("ask", text("action.ask"), () -> ask(model, window), "Shortcut+I");
    all.add(
        "edit-last",
        text("action.edit-last"),
        () -> {
          ask(model, window);
          window.chat().composer().edit(model.chat.lastQuestion());
        },
        "Shortcut+E");
    all.add("search", text("action.search"), window.sidebar()::search, "Shortcut+Shift+F");
    all.add("sidebar", text("action.sidebar"), window.sidebar()::toggle, "Shortcut+B");
    all.add("latest", text("action.latest"), () -> showLatest(model, window), "Shortcut+End");
    all.add(
        "copy-text",
        text("action.copy-text"),
        () -> last(model, answer -> window.chat().copy(answer, false)),
        "Shortcut+Shift+C");
    all.add(
        "copy-markdown",
        text("action.copy-markdown"),
        () -> last(model, answer -> window.chat().copy(answer, true)));
    all.add(
        "why",
        text("action.why"),
        () ->
            last(
                model,
                answer -> {
                  if (answer instanceof Message.Answer fresh) {
                    model.pageProperty().set(Page.CHAT);
                    fresh.whyProperty().set(!fresh.whyProperty().get());
                  }
                }),
        "Shortcut+Y");
    all.add("up", text("action.up"), () -> rate(model, Feedback.UP));
    all.add("down", text("action.down"), () -> rate(model, Feedback.DOWN));
    all.add("export", text("action.export"), window::exportConversation, "Shortcut+S");
    all.add("import", text("action.import"), model::startImport, "Shortcut+O");
    all.add("report", text("action.report"), window::report);
    all.add("desk", text("header.desk"), () -> desk(model), "Shortcut+D");
    all.add("settings", text("action.settings"), () -> settings(model), "Shortcut+Comma");
    all.add(
        "latency",
        text("action.latency"),
        () -> model.settings.change(now -> now.withLatencyOverlay(!now.latencyOverlay())),
        "Shortcut+L");
    all.add("latency-copy", text("action.latency-copy"), () -> window.latency().copy());
    all.add("latency-apart", text("action.latency-apart"), () -> turnApart(model));
    all.add("larger", text("action.larger"), () -> zoom(model, window, 1), LARGER);
    all.add("smaller", text("action.smaller"), () -> zoom(model, window, -1), SMALLER);
    all.add("normal-size", text("action.normal-size"), () -> zoom(model, window, 0), NORMAL);
    all.add("mini", text("action.mini"), () -> turnMini(model, window), "Shortcut+Shift+M");
    all.add("kiosk", text("action.kiosk"), model::enterKiosk);
    all.theme("light", text("action.light"), model, Settings.Theme.LIGHT);
    all.theme("dark", text("action.dark"), model, Settings.Theme.DARK);
    all.theme("high-contrast", text("action.high-contrast"), model, Settings.Theme.HIGH_CONTRAST);
    all.theme("system-theme", text("action.system-theme"), model, Settings.Theme.SYSTEM);
    all.add("shortcuts", text("action.shortcuts"), window::showShortcuts, "F1", "Shortcut+Slash");
    return all.actions;
  }

  private void add(String id, String name, Runnable run, String... keys) {
    add(id, name, run, List.of(keys));
  }

  private void add(String id, String name, Runnable run, List<String> keys) {
    actions.add(new Action(id, name, keys, run));
  }

  private void theme(String id, String name, WindowModel model, Settings.Theme theme) {
    add(id, name, () -> model.settings.change(now -> now.withTheme(theme)));
  }

  private static void ask(WindowModel model, Window window) {
    model.pageProperty().set(Page.CHAT);
    window.chat().composer().focus();
  }

  private static void showLatest(WindowModel model, Window window) {
    model.pageProperty().set(Page.CHAT);
    window.chat().showLatest();
  }

  private static void turnMini(WindowModel model, Window window) {
    model.mini.set(!model.mini.get());
    ask(model, window);
  }

  /** Gives the latency card a window of its own, or takes it back. */
  private static void turnApart(WindowModel model) {
    boolean apart = model.latency.apartProperty().get() && model.settings.get().latencyOverlay();
    model.settings.change(now -> now.withLatencyOverlay(true));
    model.latency.apartProperty().set(!apart);
  }

  private static void desk(WindowModel model) {
    if (model.pageProperty().get() == Page.DESK) {
      model.pageProperty().set(Page.CHAT);
    } else {
      model.showDesk();
    }
  }

  private static void settings(WindowModel model) {
    boolean open = model.pageProperty().get() == Page.SETTINGS;
    model.pageProperty().set(open ? Page.CHAT : Page.SETTINGS);
  }

  private static void zoom(WindowModel model, Window window, int steps) {
    model.settings.zoom(steps);
    Announcer.say(window.chat(), Percent.of(model.settings.get().zoom() / 100.0));
  }

  private static void rate(WindowModel model, Feedback feedback) {
    last(model, answer -> model.chat.rate(answer, feedback));
  }

  private static void last(WindowModel model, Consumer<Message.Rated> action) {
    model.chat.messages().reversed().stream()
        .filter(Message.Rated.class::isInstance)
        .map(Message.Rated.class::cast)
        .findFirst()
        .ifPresent(action);
  }
}

package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.event.EventType;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deskbert.app.FaqSummary;
import org.deskbert.app.MachinePolicy.Setting;
import org.deskbert.ui.chat.ChatView;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Direction;
import org.deskbert.ui.kit.FaqNames;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Reflow;
import org.deskbert.ui.kit.Texts;
import org.deskbert.ui.lock.UnlockCard;
import org.kordamp.ikonli.feather.Feather;

/** The window for passers-by: the conversation, language, size, and the way out for the owner. */
final class KioskView extends RootView {
  /** What says that somebody is there. */
  private static final List<EventType<? extends InputEvent>> SIGNS =
      List.of(
          KeyEvent.KEY_PRESSED,
          MouseEvent.MOUSE_MOVED,
          MouseEvent.MOUSE_PRESSED,
          ScrollEvent.SCROLL,
          TouchEvent.TOUCH_PRESSED);

  private final WindowModel model;
  private final KioskModel kiosk;
  private final ChatView chat;
  private final Layer layer = new Layer();
  private final Label title = Controls.text("", "kiosk-title");
  private final Actions actions;

  KioskView(WindowModel model) {
    this.model = model;
    kiosk = model.kiosk;
    chat = new ChatView(model.chat);
    actions = new Actions(actions(), model.settings);
    getStyleClass().addAll("main", "kiosk");
    Direction.follow(this, text("settings.title"));
    BorderPane frame = new BorderPane(chat);
    frame.setTop(header());
    getChildren().addAll(frame, layer);

    Follow.of(this, model.faqs.faqs(), this::showFaqs);
    Follow.of(this, model.lock.wantedProperty(), this::showCard);
    Follow.of(this, kiosk.askingProperty(), this::showCard);
    Follow.of(this, kiosk.visitsProperty(), this::beginAnew);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    for (EventType<? extends InputEvent> sign : SIGNS) {
      addEventFilter(sign, _ -> kiosk.touch());
    }
  }

  @Override
  void focus() {
    chat.composer().focus();
  }

  private Reflow header() {
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    Button anew = Controls.button(text("kiosk.anew"), kiosk::beginAnew);
    anew.setId("kiosk-anew");
    anew.setGraphic(Controls.icon(Feather.ROTATE_CCW));
    anew.disableProperty()
        .bind(
            Bindings.isEmpty(model.chat.messages()).and(model.chat.draftProperty().isEqualTo("")));
    Button leave = Controls.iconButton(Feather.LOCK, text("kiosk.leave"), kiosk::leave);
    leave.setId("kiosk-leave");
    Flow tools = new Flow();
    tools.setRowValignment(VPos.CENTER);
    tools.getStyleClass().add("kiosk-tools");
    if (!model.settings.isLocked(Setting.LANGUAGE)) {
      tools.getChildren().add(languages());
    }
    if (!model.settings.isLocked(Setting.ZOOM)) {
      tools
          .getChildren()
          .addAll(
              Controls.iconButton(
                  Feather.ZOOM_OUT, text("settings.smaller"), () -> model.settings.zoom(-1)),
              Controls.iconButton(
                  Feather.ZOOM_IN, text("settings.larger"), () -> model.settings.zoom(1)));
    }
    tools.getChildren().addAll(anew, leave);
    Reflow header = new Reflow(title, tools);
    header.getStyleClass().add("header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private MenuButton languages() {
    MenuButton menu = new MenuButton(null, Controls.icon(Feather.GLOBE));
    menu.setId("kiosk-language");
    menu.getStyleClass().add(Styles.FLAT);
    menu.setMinWidth(Region.USE_PREF_SIZE);
    Locale now = Texts.locale();
    menu.setText(now.getDisplayLanguage(now));
    menu.setAccessibleText(text("settings.language"));
    for (Locale language : Texts.LANGUAGES) {
      CheckMenuItem item = new CheckMenuItem(language.getDisplayLanguage(language));
      item.setMnemonicParsing(false);
      item.setSelected(language.getLanguage().equals(now.getLanguage()));
      item.setOnAction(
          _ -> model.settings.change(settings -> settings.withLanguage(language.toLanguageTag())));
      menu.getItems().add(item);
    }
    return menu;
  }

  private List<Action> actions() {
    return List.of(
        new Action("new", text("kiosk.anew"), List.of("Shortcut+N"), kiosk::beginAnew),
        new Action("larger", text("action.larger"), MainActions.LARGER, () -> zoom(1)),
        new Action("smaller", text("action.smaller"), MainActions.SMALLER, () -> zoom(-1)),
        new Action("normal-size", text("action.normal-size"), MainActions.NORMAL, () -> zoom(0)),
        new Action("latest", text("action.latest"), List.of("Shortcut+End"), chat::showLatest));
  }

  private void zoom(int step) {
    if (!model.settings.isLocked(Setting.ZOOM)) {
      model.settings.zoom(step);
    }
  }

  private void showFaqs() {
    List<String> active =
        model.faqs.faqs().stream().filter(FaqSummary::active).map(FaqSummary::name).toList();
    title.setText(active.isEmpty() ? "DeskBERT" : FaqNames.joined(active));
    chat.showFaqs(model.faqs.faqs(), null);
  }

  private void showCard() {
    if (kiosk.askingProperty().get()) {
      Button stay = Controls.button(text("kiosk.stay"), kiosk::touch);
      layer.show(stillThere(stay));
      stay.requestFocus(); // so that a screen reader says what is asked
    } else if (model.lock.wantedProperty().get() != null) {
      UnlockCard card = new UnlockCard(model.lock, layer::close);
      layer.show(card);
      card.focus();
    } else {
      layer.close();
    }
  }

  private VBox stillThere(Button stay) {
    stay.setId("kiosk-stay");
    stay.getStyleClass().add(Styles.ACCENT);
    VBox card =
        new VBox(
            Controls.text(text("kiosk.still-there"), "section-title"),
            Controls.text(text("kiosk.closing", KioskModel.ASKING.toSeconds())),
            stay);
    card.setId("kiosk-asking");
    card.getStyleClass().addAll("card", "unlock-card", "unlock-column");
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    return card;
  }

  /** What the last one copied or typed is not the next one's. */
  private void beginAnew() {
    Clipboard.getSystemClipboard().clear();
    layer.close();
    focus();
  }

  private void pressed(KeyEvent event) {
    if (!layer.isOpen()) {
      actions
          .of(event)
          .ifPresent(action -> {
            event.consume();
            action.run().run();
          });
    }
  }
}

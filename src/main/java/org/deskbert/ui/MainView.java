package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import java.io.File;
import java.time.Instant;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.deskbert.chat.history.ConversationInfo;
import org.deskbert.ui.WindowModel.Page;
import org.deskbert.ui.chat.ChatView;
import org.deskbert.ui.chat.Transcript;
import org.deskbert.ui.faq.DeskView;
import org.deskbert.ui.faq.ImportView;
import org.deskbert.ui.faq.RedTestsCard;
import org.deskbert.ui.faq.WordsView;
import org.deskbert.ui.kit.Direction;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Toast;
import org.deskbert.ui.latency.LatencyOverlay;
import org.deskbert.ui.lock.UnlockCard;
import org.deskbert.ui.settings.SettingsView;
import org.jspecify.annotations.Nullable;

/** The whole window: header, the page under it, the latency card over it. */
final class MainView extends RootView {
  private static final double OVERLAY_MARGIN = 12;

  /** Actions on the conversation whose keys mean something else to a field on another page. */
  private static final Set<String> OF_FIELDS = Set.of("latest", "why");

  private final WindowModel model;
  private final BorderPane frame = new BorderPane();
  private final Sidebar sidebar;
  private final Layer layer = new Layer();
  private final Actions actions;
  private final StackPane page = new StackPane();
  private final LatencyOverlay overlay;
  private final ChatView chat;
  private final ImportView imports;
  private final WordsView words;
  private @Nullable SettingsView settings;
  private @Nullable DeskView desk;

  MainView(WindowModel model) {
    this.model = model;
    getStyleClass().add("main");
    Direction.follow(this, text("settings.title"));
    chat = new ChatView(model.chat);
    imports = new ImportView(model.imports, this::chooseFile, model::showEntry);
    words = new WordsView(model.words, () -> model.pageProperty().set(Page.CHAT));
    sidebar = new Sidebar(this, frame, model, () -> chat.composer().focus());
    actions = new Actions(MainActions.of(model, new Door()), model.settings);
    frame.setTop(
        new Header(
            model,
            actions,
            model::startImport,
            this::giveAway,
            this::chooseReport,
            sidebar.shownProperty(),
            sidebar::toggle));

    overlay =
        LatencyOverlay.over(model.latency, model.statusProperty().map(WindowModel::statusText));
    StackPane.setAlignment(overlay, Pos.TOP_RIGHT);
    StackPane.setMargin(overlay, new Insets(OVERLAY_MARGIN));
    Follow.of(this, model.settings.property(), this::showLatency);
    Follow.of(this, model.latency.apartProperty(), this::showLatency);
    Toast toast = new Toast();
    StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
    StackPane.setMargin(toast, new Insets(OVERLAY_MARGIN));
    Follow.of(this, model.history.deletedProperty(), () -> showDeleted(toast));
    getChildren().addAll(frame, toast, layer);
    StackPane middle = new StackPane(page, overlay);
    middle.setMinHeight(0); // a high card goes out of sight below and never pushes the header out
    frame.setCenter(middle);

    Follow.of(this, model.faqs.faqs(), this::showFaqs);
    Follow.of(this, model.pageProperty(), this::showPage);
    Follow.of(this, model.lock.wantedProperty(), this::showUnlock);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    FileDrop.on(this, file -> model.importFile(file.toPath()));
  }

  private void showLatency() {
    overlay.setVisible(
        model.settings.get().latencyOverlay() && !model.latency.apartProperty().get());
  }

  private void showFaqs() {
    chat.showFaqs(model.faqs.faqs(), model.faqs.isSamplesOnly() ? model::startImport : null);
  }

  private void showDeleted(Toast toast) {
    ConversationInfo deleted = model.history.deletedProperty().get();
    if (deleted == null) {
      toast.hide();
    } else {
      toast.show(
          text("history.deleted", deleted.title()),
          text("history.undo"),
          model.history::undo,
          model.history::forget);
    }
  }

  private void showUnlock() {
    if (model.lock.wantedProperty().get() != null) {
      UnlockCard card = new UnlockCard(model.lock, layer::close);
      layer.show(card);
      card.focus();
    } else {
      layer.close();
    }
  }

  /** All that the window can do. */
  Actions actions() {
    return actions;
  }

  /** Puts the focus where the page is begun. */
  @Override
  void focus() {
    switch (model.pageProperty().get()) {
      case CHAT -> chat.composer().focus();
      case SETTINGS -> settings().focus();
      case IMPORT -> imports.focus();
      case WORDS -> words.focus();
      case DESK -> desk().focus();
    }
  }

  private void showPage() {
    page.getChildren()
        .setAll(
            switch (model.pageProperty().get()) {
              case CHAT -> chat;
              case IMPORT -> imports;
              case SETTINGS -> settings();
              case WORDS -> words;
              case DESK -> desk();
            });
    page.applyCss(); // a field in a scroll pane is in no window before, and can't take the focus
    focus();
  }

  /** The settings page, built when it is first asked for so that the window opens sooner. */
  private SettingsView settings() {
    SettingsView view = settings;
    if (view == null) {
      view =
          new SettingsView(
              model.settings,
              model.models,
              model.data,
              model.encryption,
              model.machine,
              model.about,
              model.lock,
              () -> model.pageProperty().set(Page.CHAT),
              model::enterKiosk,
              () -> Choosers.bundle(getScene().getWindow()),
              () -> Choosers.archive(getScene().getWindow()));
      settings = view;
    }
    model.models.reload();
    model.data.reload();
    return view;
  }

  /** The owner's page, built when it is first asked for. */
  private DeskView desk() {
    DeskView view = desk;
    if (view == null) {
      view =
          new DeskView(
              model.editor,
              model.trial,
              model.checks,
              model.inbox,
              model.tests,
              model.revisions,
              () -> model.pageProperty().set(Page.CHAT));
      desk = view;
    }
    return view;
  }

  private void pressed(KeyEvent event) {
    if (layer.isOpen()) {
      return; // the keys are the card's
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      if (sidebar.hasFocus()) {
        return; // it takes back what is searched for or renamed
      }
      if (model.pageProperty().get() == Page.IMPORT) {
        model.imports.cancel();
      } else {
        model.pageProperty().set(Page.CHAT);
        chat.composer().focus();
      }
      event.consume();
    } else {
      boolean editing = model.pageProperty().get() != Page.CHAT;
      actions
          .of(event)
          .filter(action -> !(editing && OF_FIELDS.contains(action.id())))
          .ifPresent(action -> {
            event.consume();
            action.run().run();
          });
    }
  }

  /** What the list of actions needs of this view. */
  private final class Door implements MainActions.Window {
    @Override
    public ChatView chat() {
      return chat;
    }

    @Override
    public Sidebar sidebar() {
      return sidebar;
    }

    @Override
    public LatencyOverlay latency() {
      return overlay;
    }

    @Override
    public void report() {
      chooseReport();
    }

    @Override
    public void exportConversation() {
      Export export =
          Export.choose(getScene().getWindow(), Transcript.of(model.chat, Instant.now()));
      if (export != null) {
        model.outgoing.export(export);
      }
    }

    @Override
    public void findAction() {
      Palette palette = new Palette(actions, layer);
      layer.show(palette);
      palette.focus();
    }

    @Override
    public void showShortcuts() {
      ShortcutSheet sheet = new ShortcutSheet(actions, layer);
      layer.show(sheet);
      sheet.focus();
    }
  }

  private void chooseFile() {
    File file = Choosers.file(getScene().getWindow());
    if (file != null) {
      model.importFile(file.toPath());
    }
  }

  private void chooseReport() {
    model.lock.guard(() -> Choosers.report(getScene().getWindow(), model));
  }

  /** Gives a FAQ away; where its tests are answered otherwise than agreed, not unasked. */
  private void giveAway(String faq) {
    Runnable go = () -> Choosers.giveAway(getScene().getWindow(), model, faq);
    model.tests.release(faq, red -> ask(faq, red, go), go);
  }

  private void ask(String faq, int red, Runnable go) {
    Runnable show = () -> model.showDesk(faq, () -> desk().showTests());
    RedTestsCard card = new RedTestsCard(faq, red, show, go, layer::close);
    layer.show(card);
    card.focus();
  }
}

package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.deskbert.app.FaqSummary;
import org.deskbert.app.ImportReport;
import org.deskbert.app.Status;
import org.deskbert.app.Tasks;
import org.deskbert.ui.chat.ChatModel;
import org.deskbert.ui.chat.Keeper;
import org.deskbert.ui.faq.ChecksModel;
import org.deskbert.ui.faq.EditorModel;
import org.deskbert.ui.faq.FaqModel;
import org.deskbert.ui.faq.ImportModel;
import org.deskbert.ui.faq.ImportState;
import org.deskbert.ui.faq.InboxModel;
import org.deskbert.ui.faq.RevisionsModel;
import org.deskbert.ui.faq.TestsModel;
import org.deskbert.ui.faq.TrialModel;
import org.deskbert.ui.faq.WordsModel;
import org.deskbert.ui.history.HistoryModel;
import org.deskbert.ui.kit.Desk;
import org.deskbert.ui.kit.Percent;
import org.deskbert.ui.latency.LatencyModel;
import org.deskbert.ui.lock.LockModel;
import org.deskbert.ui.settings.AboutModel;
import org.deskbert.ui.settings.DataModel;
import org.deskbert.ui.settings.EncryptionModel;
import org.deskbert.ui.settings.MachineModel;
import org.deskbert.ui.settings.ModelsModel;
import org.deskbert.ui.settings.SettingsModel;
import org.jspecify.annotations.Nullable;

/** Everything that the window shows, without nodes, wired by hand. */
final class WindowModel {
  /** What fills the window under the header. */
  enum Page {
    CHAT(false),
    SETTINGS(false),
    IMPORT(true),
    WORDS(true),
    DESK(true);

    /** Whether it is behind the lock. */
    private final boolean locked;

    Page(boolean locked) {
      this.locked = locked;
    }
  }

  private final Desk desk;
  private final Tasks tasks;
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.CHAT);
  private final ReadOnlyObjectWrapper<Status> status;
  private final AtomicReference<@Nullable Status> newest = new AtomicReference<>();

  final LatencyModel latency;
  final SettingsModel settings;
  final ModelsModel models;
  final ChatModel chat;
  final FaqModel faqs;
  final ImportModel imports;
  final WordsModel words;
  final EditorModel editor;
  final TrialModel trial;
  final ChecksModel checks;
  final InboxModel inbox;
  final RevisionsModel revisions;
  final TestsModel tests;
  final HistoryModel history;
  final DataModel data;
  final EncryptionModel encryption;
  final MachineModel machine;
  final AboutModel about;
  final LockModel lock;
  final KioskModel kiosk;

  /** Whether the window is small and on top of others. */
  final BooleanProperty mini = new SimpleBooleanProperty();

  final Outgoing outgoing;
  private final Keeper keeper;

  /**
   * Wires the models.
   *
   * @param answers where questions are answered
   * @param library where the library and the settings are read and changed
   * @param files where long work on files is done
   * @param chats where conversations are kept and read
   * @param later runs something on the window's thread after a time
   */
  WindowModel(
      Desk desk,
      Tasks answers,
      Tasks library,
      Tasks files,
      Tasks chats,
      BiConsumer<Duration, Runnable> later) {
    this.desk = desk;
    this.tasks = library;
    status = new ReadOnlyObjectWrapper<>(desk.status());
    latency = new LatencyModel(desk.latency());
    settings = new SettingsModel(desk, library, sentence -> problem(sentence));
    models = new ModelsModel(desk, files, settings);
    keeper = new Keeper(desk.chats(), chats, sentence -> problem(sentence));
    chat = new ChatModel(desk, answers, latency, keeper);
    history =
        new HistoryModel(
            desk.chats(),
            chats,
            chat,
            sentence -> problem(sentence),
            Clock.system(ZoneId.systemDefault()));
    data = new DataModel(settings, desk.chats(), chats, this::erased);
    encryption = new EncryptionModel(desk.encryption(), files);
    machine = new MachineModel(desk, files);
    about = new AboutModel(desk.dataFolder(), files);
    lock = new LockModel(desk.lock(), files);
    lock.openProperty().addListener((_, _, open) -> leave(open));
    outgoing = new Outgoing(desk, library, chat);
    kiosk = new KioskModel(settings, chat, lock, later, System::nanoTime);
    faqs = new FaqModel(desk, library, sentence -> problem(sentence));
    words = new WordsModel(desk, library);
    editor = new EditorModel(desk::owner, library);
    trial = new TrialModel(desk::owner, answers);
    checks = new ChecksModel(desk::owner, files, editor);
    inbox = new InboxModel(desk::owner, files, editor, Clock.system(ZoneId.systemDefault()));
    revisions = new RevisionsModel(desk::owner, library, editor);
    tests = new TestsModel(desk::owner, library, editor);
    status.addListener(_ -> trial.ask());
    imports = new ImportModel(desk, files, this::imported, name -> faqs.use(name, true));
    imports
        .stateProperty()
        .addListener(
            (_, _, state) -> page.set(state instanceof ImportState.Idle ? Page.CHAT : Page.IMPORT));
  }

  /** Starts to follow the program. */
  void start() {
    desk.onStatus(this::follow);
    follow(desk.status());
    faqs.reload();
    history.reload();
    keeper.keepDraft(chat.draftProperty());
  }

  /** What fills the window. */
  ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** How far the program is. */
  ReadOnlyObjectProperty<Status> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** The status as the header shows it. */
  static String statusText(Status status) {
    String words =
        switch (status.reason()) {
          case NONE -> "";
          case LOADING -> text("status.loading");
          case READING ->
              status.phase() == Status.Phase.READY
                  ? text("status.reading-again")
                  : text("status.reading");
          case SWITCHED_OFF -> text("status.switched-off");
          case RESTING -> text("status.resting");
          case LANGUAGE -> text("status.language", status.detail());
          case NO_MODEL -> text("status.no-model", status.detail());
          case FAILED -> status.detail();
        };
    boolean under = status.progress() >= 0 && status.progress() < 1;
    return under ? text("status.progress", words, Percent.of(status.progress())).strip() : words;
  }

  /** Keeps only the newest of many reports for the window's thread. */
  private void follow(Status next) {
    if (newest.getAndSet(next) == null) {
      tasks.foreground(() -> {
        Status latest = newest.getAndSet(null);
        if (latest != null) {
          boolean other = !latest.faq().equals(status.get().faq());
          status.set(latest);
          if (other) {
            faqs.reload();
          }
        }
      });
    }
  }

  /** Who brings a first FAQ is done with the samples: whether it answers in their place. */
  private boolean imported(ImportReport report) {
    boolean first = faqs.isSamplesOnly();
    if (first) {
      faqs.useOnly(report.name());
    } else {
      faqs.reload();
    }
    return first;
  }

  /** What is on the screen was erased too. */
  private void erased() {
    chat.restart();
    history.reload();
  }

  private void problem(String sentence) {
    chat.note(sentence, true);
  }

  /** Shows a FAQ's synonyms and intents. */
  void showWords(String faq) {
    lock.guard(() -> {
      words.open(faq);
      pageProperty().set(Page.WORDS);
    });
  }

  /** Waits for a file or a table to import, after the passphrase where it is locked. */
  void startImport() {
    lock.guard(imports::start);
  }

  /** Shows an entry of a FAQ at the desk. */
  void showEntry(String faq, String id) {
    imports.cancel();
    lock.guard(() -> {
      editor.open(faq, id);
      pageProperty().set(Page.DESK);
    });
  }

  /** Imports a file, after the passphrase where it is locked. */
  void importFile(Path file) {
    lock.guard(() -> imports.open(file));
  }

  /** A page that is behind the lock is left when it is locked again. */
  private void leave(boolean open) {
    if (!open && page.get().locked) {
      imports.cancel();
      page.set(Page.CHAT);
    }
  }

  /** Shows the desk of the first FAQ that answers, or of the first there is. */
  void showDesk() {
    faqs.faqs().stream()
        .max(Comparator.comparing(FaqSummary::active))
        .ifPresent(faq -> showDesk(faq.name(), () -> {}));
  }

  /** Opens a FAQ at the desk, after the passphrase where it is locked; then goes on. */
  void showDesk(String faq, Runnable then) {
    lock.guard(() -> {
      editor.open(faq);
      tests.reload();
      pageProperty().set(Page.DESK);
      then.run();
    });
  }

  /** Becomes a kiosk, after the passphrase; says so where there is none. */
  void enterKiosk() {
    if (lock.setProperty().get()) {
      lock.guard(() -> {
        pageProperty().set(Page.CHAT);
        mini.set(false);
        kiosk.enter();
      });
    } else {
      problem(text("kiosk.no-passphrase"));
    }
  }

  /** Shows an empty conversation; of a secret one nothing is kept. */
  void newConversation(boolean secret) {
    chat.restart(secret ? Keeper.What.NOTHING : Keeper.What.ALL);
    pageProperty().set(Page.CHAT);
  }
}

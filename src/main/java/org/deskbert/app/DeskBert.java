package org.deskbert.app;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.Reply;
import org.deskbert.chat.Turn;
import org.deskbert.encoder.BundleException;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Library;
import org.deskbert.trace.LatencyStats;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The program behind window and command line: library, settings, models and the engine that
 * answers. All wiring is here. Everything is safe to call from any thread; what may take long says
 * so.
 */
public final class DeskBert implements AutoCloseable {
  private final DataFolder folder;
  private final Encryption encryption;
  private final Library library;
  private final Packs packs;
  private final Faqs faqs;
  private final FileImports imports;
  private final SettingsFile settingsFile;
  private final MachinePolicy policy;
  private final Models models;
  private final Engines engines;
  private final LiveEngine live;

  /** Opened when it is first asked for: most commands need none. */
  private volatile @Nullable Chats chats;

  private final OwnerDesk ownerDesk;
  private final LatencyStats latency = new LatencyStats();
  private volatile Settings settings;
  private List<String> packNotes = List.of();

  private DeskBert(DataFolder folder, Library library, MachinePolicy policy) {
    this.folder = folder;
    this.encryption = new Encryption(folder);
    this.library = library;
    this.settingsFile = new SettingsFile(folder.settings());
    this.policy = policy;
    this.settings = policy.apply(settingsFile.load());
    this.engines = new Engines(folder);
    this.models = new Models(folder, library, engines, this::settings, this::change);
    this.packs = new Packs(folder, library, new PackParts(folder, models, engines));
    this.faqs = new Faqs(library, packs);
    this.imports = new FileImports(library, packs, folder);
    this.live = new LiveEngine(faqs, models, engines, this::settings);
    this.ownerDesk = new OwnerDesk(library, models, engines, live, this::chats, this::settings);
    library.onChange(this::refreshIfStarted);
  }

  /**
   * Opens the data folder, the settings and the library; on first start the library gets the
   * samples. Quick; no model is touched.
   *
   * @param chosen the data folder, or null for the usual place
   * @throws FaqException if the folder or the library can't be used, with a sentence for the user
   */
  public static DeskBert open(@Nullable Path chosen) throws FaqException {
    MachinePolicy.ofMachine(); // nothing is made where it can't be understood
    return open(DataFolder.open(chosen));
  }

  /** The same of a folder that is open; an encrypted one is unlocked. */
  public static DeskBert open(DataFolder folder) throws FaqException {
    MachinePolicy policy = MachinePolicy.ofMachine();
    new Encryption(folder).checkOpen();
    Library library = Faqs.open(folder);
    try {
      DeskBert program = new DeskBert(folder, library, policy);
      program.packNotes = MachinePacks.follow(policy, program.packs, library, folder);
      return program;
    } catch (FaqException | RuntimeException e) {
      library.close();
      throw e;
    }
  }

  /** Starts indexing and loading in the background; the status tells how far it is. */
  public void start() {
    live.refresh();
    Thread.ofVirtual()
        .start(() -> new Backups(folder).keepIfPossible(library)); // for a program that was killed
  }

  /** How far the program is. */
  public Status status() {
    return live.status();
  }

  /** Calls {@code listener} with each new status, on any thread. */
  public void onStatus(Consumer<Status> listener) {
    live.onStatus(listener);
  }

  /**
   * Answers with what is there now: the model, or words alone. A few milliseconds, more right after
   * the start, when it waits for the first index; never on the window's thread.
   */
  public Reply ask(String question) {
    return live.answer(engine -> engine.ask(question));
  }

  /** Answers a message of a conversation; the rest as {@link #ask}. */
  public Turn say(Conversation conversation, String message) {
    return live.answer(engine -> engine.say(conversation, message));
  }

  /** Shows a suggestion that the asker has chosen; the rest as {@link #ask}. */
  public Turn choose(Conversation conversation, Reply.Suggestion suggestion) {
    return live.answer(engine -> engine.choose(conversation, suggestion));
  }

  /** Latency of the answers since the program started, Enter to painted. */
  public LatencyStats latency() {
    return latency;
  }

  /** The settings as they are. */
  public Settings settings() {
    return settings;
  }

  /** What the organisation has decided for this machine. */
  public MachinePolicy policy() {
    return policy;
  }

  /** What the user should know about the stored settings, empty if all is well. */
  public String settingsNote() {
    return settingsFile.note();
  }

  /** What the user should know about the packs that the organisation has laid on the machine. */
  public List<String> packNotes() {
    return packNotes;
  }

  /**
   * Takes over and stores new settings; loads another model or another index in the background if
   * needed.
   */
  public void change(Settings wished) {
    Settings before = settings;
    Settings changed = policy.apply(wished);
    settings = changed;
    settingsFile.save(changed);
    boolean modelChanges =
        !before.model().equals(changed.model()) || before.wordsOnly() != changed.wordsOnly();
    boolean policyChanges =
        before.wrongPercent() != changed.wrongPercent()
            || !before.contact().equals(changed.contact())
            || !before.language().equals(changed.language());
    if (modelChanges) {
      refreshIfStarted();
    } else if (policyChanges && live.started()) {
      live.followPolicy();
    }
  }

  /** The data folder. */
  public DataFolder folder() {
    return folder;
  }

  /** The encryption of the data folder; what is decided is carried out when the program ends. */
  public Encryption encryption() {
    return encryption;
  }

  /** The library of FAQs; where one of them changes, the index follows in the background. */
  public Library library() {
    return library;
  }

  /** Packs that are given away and taken in. */
  public Packs packs() {
    return packs;
  }

  /** The FAQs of the library, by name. */
  public List<FaqSummary> faqs() throws FaqException {
    Chats asked = chats;
    return faqs.summaries(asked == null ? List.of() : asked.mostAsked());
  }

  /** Sets which FAQs answer; the index follows in the background. */
  public void useFaqs(Collection<String> names) throws FaqException {
    policy.checkFaqs();
    library.use(names);
  }

  private void refreshIfStarted() {
    if (live.started()) {
      live.refresh();
    }
  }

  /**
   * A FAQ by its name in the library, or read from a file, which leaves the library alone.
   *
   * @throws FaqException if there is neither, or the file can't be imported
   */
  public Faq faq(String nameOrFile) throws FaqException {
    return faqs.find(nameOrFile);
  }

  /** The way of files, packs and tables into the library; the index follows in the background. */
  public FileImports imports() {
    return imports;
  }

  /** What a FAQ's owner works with. */
  public OwnerDesk ownerDesk() {
    return ownerDesk;
  }

  /** What people have asked. */
  public synchronized Chats chats() {
    Chats open = chats;
    if (open == null) {
      open = Chats.open(folder, () -> settings.keeping(), library::active);
      open.onRated(question -> ownerDesk.gate().rated(question, settings.likedTests()));
      open.onErased(ownerDesk.gate()::forgetLiked);
      chats = open;
    }
    return open;
  }

  /** The model bundles. */
  public Models models() {
    return models;
  }

  /**
   * An engine for the command line; waits for the model, the index and the calibration. The caller
   * closes it.
   *
   * @param faq a file or a name, or null for the active FAQs
   * @param model a bundle's name or folder, or null for the one in use
   * @param wrongPercent tolerance, or null for the one in the settings
   */
  public Engine engine(
      @Nullable String faq,
      @Nullable String model,
      @Nullable Double wrongPercent,
      Progress progress)
      throws FaqException, BundleException {
    List<Faq> chosenFaqs = faq == null ? faqs.active() : List.of(faqs.find(faq));
    Settings chosen = wrongPercent == null ? settings : settings.withWrongPercent(wrongPercent);
    if (settings.wordsOnly() && model == null) {
      return engines.make(chosenFaqs, null, true, chosen, progress);
    }
    LoadingEncoder encoder = new LoadingEncoder(models.bundle(model));
    try {
      Engine engine = engines.make(chosenFaqs, encoder, true, chosen, progress);
      encoder.await();
      return engine;
    } catch (FaqException | RuntimeException e) {
      encoder.await(); // if the model is the reason, its own sentence
      encoder.close();
      throw e;
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      if (chats != null) {
        chats.close();
      }
    }
    live.close();
    engines.close();
    new Backups(folder).keepIfPossible(library);
    try {
      library.close();
      encryption.finishDecided();
    } catch (FaqException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}

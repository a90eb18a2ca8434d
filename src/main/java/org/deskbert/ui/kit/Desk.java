package org.deskbert.ui.kit;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.deskbert.app.Chats;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Doctor.Finding;
import org.deskbert.app.Encryption;
import org.deskbert.app.FaqSummary;
import org.deskbert.app.ImportMode;
import org.deskbert.app.ImportReport;
import org.deskbert.app.Incoming;
import org.deskbert.app.MachinePolicy.Setting;
import org.deskbert.app.Measured;
import org.deskbert.app.Measurements.Cell;
import org.deskbert.app.Measurements.Known;
import org.deskbert.app.ModelInfo;
import org.deskbert.app.OwnerDesk;
import org.deskbert.app.OwnerLock;
import org.deskbert.app.Settings;
import org.deskbert.app.Status;
import org.deskbert.app.SupportArchive;
import org.deskbert.app.Usage;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.Reply;
import org.deskbert.chat.Turn;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.Provider;
import org.deskbert.eval.OwnQuestion;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Intents;
import org.deskbert.faq.Library;
import org.deskbert.faq.Synonyms;
import org.deskbert.faq.TableImport;
import org.deskbert.trace.LatencyStats;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/** What the window asks of the program, as {@link DeskBert} has it; tests bring their own. */
public interface Desk {
  /** More would have to be read, not seen. */
  int SUGGESTIONS = 3;

  /** How far the program is. */
  Status status();

  /** Calls {@code listener} with each new status, on any thread. */
  void onStatus(Consumer<Status> listener);

  /** Answers a message of a conversation; not on the window's thread. */
  Turn say(Conversation conversation, String message);

  /** Shows a suggestion that the asker has chosen; not on the window's thread. */
  Turn choose(Conversation conversation, Reply.Suggestion suggestion);

  /** At most three entries that fit best what is typed; not on the window's thread. */
  List<Reply.Suggestion> suggest(String text);

  /** Latency of the answers, Enter to painted. */
  LatencyStats latency();

  /** What people have asked. */
  Chats chats();

  /** What a FAQ's owner works with. */
  OwnerDesk owner();

  /** The settings as they are. */
  Settings settings();

  /** Whether the organisation has set this, and the user can't change it. */
  boolean isLocked(Setting setting);

  /** The passphrase that keeps askers out; where it is locked, nothing of theirs is changed. */
  OwnerLock lock();

  /** Takes over and stores new settings. */
  void change(Settings settings);

  /** Looks whether this machine is fit and the program offline; about a second. */
  List<Finding> examine();

  /** What somebody who helps from afar needs to know, to be shown and then written; a second. */
  SupportArchive supportArchive(List<Finding> findings);

  /** The FAQs of the library. */
  List<FaqSummary> faqs() throws FaqException;

  /** Sets which FAQs answer. */
  void useFaqs(Collection<String> names) throws FaqException;

  /** A FAQ of the library. */
  Faq faq(String name) throws FaqException;

  /** Changes the synonyms of a FAQ. */
  Synonyms changeSynonyms(String faq, Library.SynonymChange change) throws FaqException;

  /** Changes the intents of a FAQ. */
  Intents changeIntents(String faq, Library.IntentChange change) throws FaqException;

  /** Imports a file; long. */
  ImportReport importFile(
      Path file, String name, ImportMode mode, boolean skipBad, Progress progress)
      throws FaqException;

  /**
   * Reads a file or pack to be looked at before it comes into the FAQ {@code name}, null for its
   * own.
   */
  Incoming incoming(Path file, @Nullable String name, boolean skipBad) throws FaqException;

  /**
   * Reads a file as a table, its columns recognised or remembered; long.
   *
   * @return nothing if it is of another kind
   */
  Optional<TableImport> table(Path file, Progress progress) throws FaqException;

  /** Reads a file of any kind as rows, to mend bad ones; nothing where that is not possible. */
  Optional<TableImport> rows(Path file) throws FaqException;

  /** Reads a table that somebody has copied; nothing if it is none. */
  Optional<TableImport> table(String pasted) throws FaqException;

  /** Imports a table and remembers what its columns hold. */
  ImportReport importTable(TableImport table, String name, ImportMode mode, boolean skipBad)
      throws FaqException;

  /** Asks each entry of a FAQ its own questions; returns those that don't find it; long. */
  List<OwnQuestion> ownQuestions(String faq, Progress progress) throws FaqException;

  /** Lets a table be looked at before it comes into the FAQ {@code name}. */
  Incoming incoming(TableImport table, String name, boolean skipBad) throws FaqException;

  /**
   * Writes a FAQ as a pack.
   *
   * @return the fingerprint of the user's key, to be read out to those who get it
   */
  String pack(String name, Path file) throws FaqException;

  /** What was asked in so many days up to today. */
  Usage usage(int days) throws FaqException;

  /** The model bundles; reads every file. */
  List<ModelInfo> models();

  /** Where a model could be computed on this machine. */
  List<Provider> providers() throws BundleException;

  /** What is known of these bundles on this machine, by content hash. */
  Map<String, Known> measured(List<ModelInfo> models) throws FaqException;

  /** Measures a bundle with the active FAQs; long. */
  Measured measure(ModelInfo model, Progress progress) throws BundleException, FaqException;

  /** How many texts a second these bundles read; long. */
  List<Cell> grid(List<ModelInfo> models, Progress progress) throws BundleException;

  /** Adds the bundle, or somebody else's ONNX model, in {@code folder}; long. */
  ModelInfo addModel(Path folder) throws BundleException;

  /** Removes one of the user's own bundles. */
  void removeModel(String name) throws BundleException;

  /** The folder that holds all that the user owns. */
  Path dataFolder();

  /** The encryption of that folder. */
  Encryption encryption();

  /** The door to the real program. */
  static Desk of(DeskBert program) {
    return new ProgramDesk(program);
  }
}

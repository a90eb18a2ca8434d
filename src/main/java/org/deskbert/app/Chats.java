package org.deskbert.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.deskbert.app.Settings.Keeping;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.Redaction;
import org.deskbert.chat.Rephrasing;
import org.deskbert.chat.Reply;
import org.deskbert.chat.Turn;
import org.deskbert.chat.history.ChatExport;
import org.deskbert.chat.history.ChatStore;
import org.deskbert.chat.history.Conversations;
import org.deskbert.chat.history.DamagedChatsException;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.LoggedQuestion;
import org.deskbert.chat.history.QuestionLog;
import org.deskbert.chat.history.Records;
import org.deskbert.chat.history.StoredMessage;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.SqliteFiles;
import org.deskbert.faq.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * What people have asked, kept as the settings say. What is written is on the disk when a method
 * returns, so none but {@link #worker} belongs on the window's thread.
 */
public final class Chats implements AutoCloseable {
  /** Time for the last writes when the program ends. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Enough for all FAQs that answer together. */
  private static final int MOST_ASKED = 60;

  /** Names of the FAQs that answer. */
  @FunctionalInterface
  public interface Active {
    /** Reads them. */
    List<String> names() throws FaqException;
  }

  /** What else goes when everything is erased. */
  @FunctionalInterface
  interface Erased {
    /** Lets it go. */
    void also() throws FaqException;
  }

  /**
   * Where a message is kept.
   *
   * @param conversation id of the conversation
   * @param position of the message in it, from 0
   * @param log what the owner's log knows the message by
   */
  public record Place(String conversation, int position, String log) {
    /** A place for the next message of a conversation. */
    public static Place of(String conversation, int position) {
      return new Place(conversation, position, UUID.randomUUID().toString());
    }
  }

  private final ChatStore store;
  private final String note;
  private final Supplier<Keeping> keeping;
  private volatile Consumer<LoggedQuestion> onRated = _ -> {};
  private volatile Erased onErased = () -> {};
  private final Active active;
  private final Clock clock = Clock.systemUTC();
  private final ExecutorService worker = Tasks.worker("chats");

  private Chats(ChatStore store, String note, Supplier<Keeping> keeping, Active active) {
    this.store = store;
    this.note = note;
    this.keeping = keeping;
    this.active = active;
  }

  /**
   * Opens the file. A damaged one is put aside; where there is none that can be used, everything is
   * kept in memory until the program ends, as nobody shall have to wait for an answer because of
   * it.
   */
  static Chats open(DataFolder folder, Supplier<Keeping> keeping, Active active) {
    try {
      return new Chats(ChatStore.open(folder.chats(), folder.seal()), "", keeping, active);
    } catch (DamagedChatsException e) {
      return afterDamage(folder, e, keeping, active);
    } catch (FaqException e) {
      return inMemory(String.valueOf(e.getMessage()), keeping, active);
    }
  }

  private static Chats afterDamage(
      DataFolder folder, DamagedChatsException damage, Supplier<Keeping> keeping, Active active) {
    Path file = folder.chats();
    try {
      Path aside = file.resolveSibling("chats.damaged.db");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      SqliteFiles.delete(file);
      String said =
          damage.getMessage() + " It now lies in " + aside + ", and your conversations begin anew.";
      return new Chats(ChatStore.open(file, folder.seal()), said, keeping, active);
    } catch (IOException | FaqException e) {
      return inMemory(String.valueOf(damage.getMessage()), keeping, active);
    }
  }

  private static Chats inMemory(String reason, Supplier<Keeping> keeping, Active active) {
    String said = reason + " Until then conversations are kept only while the program runs.";
    return new Chats(ChatStore.inMemory(), said, keeping, active);
  }

  /** Chats that are gone when they are closed. */
  public static Chats inMemory(Supplier<Keeping> keeping, Active active) {
    return new Chats(ChatStore.inMemory(), "", keeping, active);
  }

  /** What the user should know about the file, empty if all is well. */
  public String note() {
    return note;
  }

  /** Where everything here is done, in order. What it was given is done before the program ends. */
  public ExecutorService worker() {
    return worker;
  }

  /** The asker's conversations. */
  public Conversations conversations() {
    return store.conversations();
  }

  /** What was asked, for the owner. */
  public QuestionLog questions() {
    return store.questions();
  }

  /**
   * Keeps a message as far as the settings say.
   *
   * @param before where the message before it is kept, null if it is the first
   * @param question the message in the asker's words
   */
  public void keep(Place place, @Nullable Place before, String question, Turn turn)
      throws FaqException {
    Instant now = clock.instant();
    Keeping what = keeping.get();
    if (what.conversations()) {
      String kept = what.redacted() ? Redaction.of(question) : question;
      StoredMessage message = Records.message(place.position(), now, kept, turn);
      store.conversations().add(place.conversation(), message);
    }
    keepQuestion(place, before, question, turn);
  }

  /** Keeps a message for the owner alone, as far as the settings say. */
  public void keepQuestion(Place place, @Nullable Place before, String question, Turn turn)
      throws FaqException {
    if (!keeping.get().questions()) {
      return;
    }
    QuestionLog log = store.questions();
    boolean choice = turn.as() == Turn.As.CHOICE;
    if (before != null && choice && turn.reply() instanceof Reply.Answered taken) {
      log.chosen(before.log(), new Conversation.Key(taken.source(), taken.entry().id()));
    } else if (before != null && Rephrasing.of(turn)) {
      log.rephrased(before.log());
    }
    if (!choice) {
      for (LoggedQuestion each :
          Records.questions(place.log(), clock.instant(), question, active.names(), turn)) {
        log.add(each);
      }
    }
  }

  /** Calls {@code listener} with each question whose answer was rated, as it was kept. */
  void onRated(Consumer<LoggedQuestion> listener) {
    onRated = listener;
  }

  /** Calls {@code listener} when everything is erased. */
  void onErased(Erased listener) {
    onErased = listener;
  }

  /** Keeps what the asker thinks of an answer. */
  public void feedback(Place place, Feedback feedback) throws FaqException {
    store.conversations().feedback(place.conversation(), place.position(), feedback);
    store.questions().feedback(place.log(), feedback);
    for (LoggedQuestion question : store.questions().of(place.log())) {
      onRated.accept(question);
    }
  }

  /** The entries that answer most questions, most frequent first; none if that can't be read. */
  List<Conversation.Key> mostAsked() {
    try {
      return store.questions().mostAsked(MOST_ASKED);
    } catch (FaqException e) {
      return List.of(); // the first entries of the FAQ take their place
    }
  }

  /** Removes for good what was deleted and what is older than the settings allow. */
  public void purge() {
    Keeping what = keeping.get();
    try {
      store.conversations().purge(limit(what.conversationDays()));
      store.questions().purge(limit(what.questionDays()));
    } catch (FaqException e) {
      // Nobody asked for it now; the next start tries again, and reading says what is wrong.
    }
  }

  private Instant limit(int days) {
    return days == 0 ? Instant.EPOCH : clock.instant().minus(Duration.ofDays(days));
  }

  /** How much is kept. */
  public ChatStore.Count count() throws FaqException {
    return store.count();
  }

  /**
   * Erases conversations and questions, also those that became tests because their answer helped;
   * the file is written over with zeros.
   *
   * @return how much there was
   */
  public ChatStore.Count erase() throws FaqException {
    ChatStore.Count count = store.count();
    store.erase();
    onErased.also();
    return count;
  }

  /** Writes everything into a ZIP archive, whole or not at all. */
  public void export(Path file) throws FaqException {
    try {
      WholeFile.<FaqException>write(file, out -> ChatExport.all(store, out));
    } catch (IOException e) {
      throw new FaqException(
          file + " can't be written (" + WholeFile.reason(e) + "). Choose another place.", e);
    }
  }

  /** Writes everything that the worker was given, then closes the file. */
  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
      store.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (FaqException e) {
      throw new UncheckedIOException(new IOException(e.getMessage(), e));
    }
  }
}

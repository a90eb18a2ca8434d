package org.deskbert.ui.history;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deskbert.app.Chats;
import org.deskbert.app.Tasks;
import org.deskbert.chat.history.ConversationInfo;
import org.deskbert.chat.history.Hit;
import org.deskbert.chat.history.StoredMessage;
import org.deskbert.ui.chat.ChatModel;
import org.jspecify.annotations.Nullable;

/** The conversations that were kept, without nodes. Used on the window's thread. */
public final class HistoryModel {
  private static final int WEEK = 7;
  private static final int MONTH = 30;

  /** Where a conversation stands in the list. */
  public enum Period {
    PINNED,
    FOUND,
    TODAY,
    YESTERDAY,
    WEEK,
    MONTH,
    OLDER
  }

  /**
   * A line of the list.
   *
   * @param info the conversation
   * @param period the heading that it stands under
   * @param first whether it is the first one under that heading
   * @param hit what a search has found in it, null without a search
   */
  public record Item(ConversationInfo info, Period period, boolean first, @Nullable Hit hit) {}

  private final Chats chats;
  private final Tasks tasks;
  private final ChatModel chat;
  private final Consumer<String> problem;
  private final Clock clock;
  private final ObservableList<Item> items = FXCollections.observableArrayList();
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable ConversationInfo> deleted =
      new ReadOnlyObjectWrapper<>();

  /**
   * Creates an empty list; it fills with {@link #reload}.
   *
   * @param tasks where {@code chats} is read and written, in order
   * @param problem takes a sentence for the user
   */
  public HistoryModel(
      Chats chats, Tasks tasks, ChatModel chat, Consumer<String> problem, Clock clock) {
    this.chats = chats;
    this.tasks = tasks;
    this.chat = chat;
    this.problem = problem;
    this.clock = clock;
    search.addListener(_ -> reload());
    chat.keeper().onKept(this::reload);
  }

  /** The lines of the list. */
  public ObservableList<Item> items() {
    return items;
  }

  /** What is searched for, empty to see all. */
  public StringProperty searchProperty() {
    return search;
  }

  /** Id of the conversation on the screen. */
  public ReadOnlyStringProperty currentProperty() {
    return chat.keeper().conversationProperty();
  }

  /** The conversation that was deleted last and can be had back, null if there is none. */
  public ReadOnlyObjectProperty<@Nullable ConversationInfo> deletedProperty() {
    return deleted.getReadOnlyProperty();
  }

  /** Reads the list again. */
  public void reload() {
    String words = search.get();
    run(
        () -> words.isBlank() ? all() : found(words),
        list -> {
          if (words.equals(search.get())) {
            show(list);
          }
        });
  }

  /** Changes only the lines that differ, as the list is read again after each message. */
  private void show(List<Item> list) {
    if (list.size() != items.size()) {
      items.setAll(list);
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      if (!list.get(i).equals(items.get(i))) {
        items.set(i, list.get(i));
      }
    }
  }

  private List<Item> all() throws Exception {
    List<Item> list = new ArrayList<>();
    LocalDate today = LocalDate.now(clock);
    for (ConversationInfo info : chats.conversations().list()) {
      Period period = info.pinned() ? Period.PINNED : period(info, today);
      list.add(new Item(info, period, list.isEmpty() || list.getLast().period() != period, null));
    }
    return list;
  }

  private List<Item> found(String words) throws Exception {
    List<Item> list = new ArrayList<>();
    for (Hit hit : chats.conversations().search(words)) {
      list.add(new Item(hit.conversation(), Period.FOUND, list.isEmpty(), hit));
    }
    return list;
  }

  private Period period(ConversationInfo info, LocalDate today) {
    long days =
        ChronoUnit.DAYS.between(LocalDate.ofInstant(info.updated(), clock.getZone()), today);
    return days <= 0
        ? Period.TODAY
        : days == 1
            ? Period.YESTERDAY
            : days <= WEEK ? Period.WEEK : days <= MONTH ? Period.MONTH : Period.OLDER;
  }

  /** Goes on with a conversation, at the place that a search has found. */
  public void open(Item item) {
    String id = item.info().id();
    int position = item.hit() == null ? -1 : item.hit().position();
    run(
        () -> chats.conversations().messages(id),
        (List<StoredMessage> messages) -> chat.resume(id, messages, position));
  }

  /** Gives a conversation another title; a blank one changes nothing. */
  public void rename(ConversationInfo info, String title) {
    write(() -> chats.conversations().rename(info.id(), title));
  }

  /** Keeps a conversation on top, or no longer. */
  public void pin(ConversationInfo info) {
    write(() -> chats.conversations().pin(info.id(), !info.pinned()));
  }

  /** Deletes a conversation; {@link #undo} brings it back until {@link #forget}. */
  public void delete(ConversationInfo info) {
    forget();
    deleted.set(info);
    if (info.id().equals(currentProperty().get())) {
      chat.restart();
    }
    write(() -> chats.conversations().delete(info.id(), clock.instant()));
  }

  /** Brings back what was deleted last. */
  public void undo() {
    ConversationInfo info = deleted.get();
    if (info != null) {
      deleted.set(null);
      write(() -> chats.conversations().restore(info.id()));
    }
  }

  /** Gives up what was deleted last: now it is gone for good. */
  public void forget() {
    if (deleted.get() != null) {
      deleted.set(null);
      write(chats::purge);
    }
  }

  private interface Write {
    void run() throws Exception;
  }

  private void write(Write write) {
    run(
        () -> {
          write.run();
          return true;
        },
        _ -> reload());
  }

  private <T> void run(Callable<T> work, Consumer<T> done) {
    tasks.run(work, done, failure -> problem.accept(String.valueOf(failure.getMessage())));
  }
}

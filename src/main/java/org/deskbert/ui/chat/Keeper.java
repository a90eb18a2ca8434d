package org.deskbert.ui.chat;

import java.util.UUID;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;
import org.deskbert.app.Chats;
import org.deskbert.app.Chats.Place;
import org.deskbert.app.Tasks;
import org.deskbert.chat.Turn;
import org.deskbert.chat.history.Feedback;
import org.jspecify.annotations.Nullable;

/** Keeps what is said in the conversation on the screen. Used on the window's thread. */
public final class Keeper {
  /** The draft is kept when the typing rests, not with every letter. */
  private static final Duration REST = Duration.millis(400);

  /** What is kept of a conversation, as far as the settings allow. */
  public enum What {
    /** The conversation for who asks, its questions for the owner. */
    ALL,
    /** Only the questions: who asks shall leave nothing behind. */
    QUESTIONS,
    NOTHING
  }

  private final Chats chats;
  private final Tasks tasks;
  private final Consumer<String> problem;
  private final ReadOnlyStringWrapper conversation = new ReadOnlyStringWrapper(fresh());
  private final ReadOnlyBooleanWrapper secret = new ReadOnlyBooleanWrapper();
  private What what = What.ALL;
  private int position;
  private @Nullable Place last;
  private Runnable kept = () -> {};

  /**
   * Keeps nothing yet.
   *
   * @param tasks where {@code chats} is written, in order
   * @param problem takes a sentence for the user if something can't be kept
   */
  public Keeper(Chats chats, Tasks tasks, Consumer<String> problem) {
    this.chats = chats;
    this.tasks = tasks;
    this.problem = problem;
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  /** Calls {@code listener} whenever something was kept. */
  public void onKept(Runnable listener) {
    kept = listener;
  }

  /** Id of the conversation on the screen. */
  public ReadOnlyStringProperty conversationProperty() {
    return conversation.getReadOnlyProperty();
  }

  /** Whether nothing of the conversation on the screen is kept. */
  public ReadOnlyBooleanProperty secretProperty() {
    return secret.getReadOnlyProperty();
  }

  /** Begins a new conversation. */
  void begin(What kept) {
    go(fresh(), 0, kept);
  }

  /** Goes on with a conversation that has {@code messages} messages. */
  void resume(String id, int messages) {
    go(id, messages, What.ALL);
  }

  private void go(String id, int messages, What kept) {
    what = kept;
    secret.set(kept == What.NOTHING);
    conversation.set(id);
    position = messages;
    last = null;
  }

  /** Keeps a message; where, or null in a secret conversation. */
  @Nullable Place keep(String question, Turn turn) {
    if (what == What.NOTHING) {
      return null;
    }
    Place place = Place.of(conversation.get(), position++);
    Place before = last;
    last = place;
    boolean all = what == What.ALL;
    write(chats -> {
      if (all) {
        chats.keep(place, before, question, turn);
      } else {
        chats.keepQuestion(place, before, question, turn);
      }
    });
    return place;
  }

  /** Keeps what the asker thinks of an answer. */
  void feedback(Place place, Feedback feedback) {
    write(chats -> chats.feedback(place, feedback));
  }

  /** Keeps what stands in the field for the question, if all of the conversation is kept. */
  public void draft(String text) {
    if (what == What.ALL) {
      write(chats -> chats.conversations().draft(text));
    }
  }

  /** Brings back the draft of the last time, unless something was written, and keeps it then. */
  public void keepDraft(StringProperty draft) {
    tasks.run(
        () -> chats.conversations().draft(),
        kept -> {
          if (draft.get().isEmpty()) {
            draft.set(kept);
          }
          PauseTransition rest = new PauseTransition(REST);
          rest.setOnFinished(_ -> draft(draft.get()));
          draft.addListener(_ -> rest.playFromStart());
        },
        failure -> problem.accept(String.valueOf(failure.getMessage())));
  }

  private interface Write {
    void to(Chats chats) throws Exception;
  }

  private void write(Write write) {
    tasks.run(
        () -> {
          write.to(chats);
          return true;
        },
        _ -> kept.run(),
        failure -> problem.accept(String.valueOf(failure.getMessage())));
  }
}

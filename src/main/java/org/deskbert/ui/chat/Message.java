package org.deskbert.ui.chat;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.deskbert.app.Chats.Place;
import org.deskbert.chat.Reply;
import org.deskbert.chat.Turn;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.StoredMessage;
import org.deskbert.ui.latency.AnswerLatency;
import org.jspecify.annotations.Nullable;

/** One item of the conversation. */
public sealed interface Message {
  /**
   * What the asker wrote.
   *
   * @param cut true if it was longer than the program reads and only its beginning is here
   */
  record Question(String text, boolean cut) implements Message {}

  /** Something that the program says without being asked. */
  record Note(String text, boolean bad) implements Message {}

  /** An answer on which the asker may say what it was worth. */
  sealed interface Rated extends Message permits Answer, Past {
    /** Where it is kept, null if it is not. */
    @Nullable Place place();

    /** What the asker thinks of it. */
    ObjectProperty<Feedback> feedbackProperty();
  }

  /** An answer of a conversation that was kept; two of the same are still two messages. */
  final class Past implements Rated {
    private final StoredMessage stored;
    private final Place place;
    private final ObjectProperty<Feedback> feedback;

    Past(StoredMessage stored, Place place) {
      this.stored = stored;
      this.place = place;
      this.feedback = new SimpleObjectProperty<>(stored.feedback());
    }

    /** What was kept of it. */
    public StoredMessage stored() {
      return stored;
    }

    @Override
    public Place place() {
      return place;
    }

    @Override
    public ObjectProperty<Feedback> feedbackProperty() {
      return feedback;
    }
  }

  /** A reply and what of it is open; two of the same reply are still two messages. */
  final class Answer implements Rated {
    private final Turn turn;
    private final long entered;
    private final @Nullable Place place;
    private final ObjectProperty<Feedback> feedback = new SimpleObjectProperty<>(Feedback.NONE);
    private final BooleanProperty why = new SimpleBooleanProperty();
    private final BooleanProperty stages = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable AnswerLatency> latency = new SimpleObjectProperty<>();

    Answer(Turn turn, long entered, @Nullable Place place) {
      this.turn = turn;
      this.entered = entered;
      this.place = place;
    }

    /** The reply. */
    public Reply reply() {
      return turn.reply();
    }

    /** The reply and what belongs to it in the conversation. */
    public Turn turn() {
      return turn;
    }

    @Override
    public @Nullable Place place() {
      return place;
    }

    @Override
    public ObjectProperty<Feedback> feedbackProperty() {
      return feedback;
    }

    /** When Enter was pressed, as {@link System#nanoTime()} had it. */
    public long entered() {
      return entered;
    }

    /** Whether the explanation is open. */
    public BooleanProperty whyProperty() {
      return why;
    }

    /** Whether the stage times are open. */
    public BooleanProperty stagesProperty() {
      return stages;
    }

    /** How long it took, null until it has been painted. */
    public ObjectProperty<@Nullable AnswerLatency> latencyProperty() {
      return latency;
    }
  }
}

package org.deskbert.ui.chat;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.deskbert.chat.Reply;
import org.deskbert.chat.Turn;
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

  /** A reply and what of it is open; two of the same reply are still two messages. */
  final class Answer implements Message {
    private final Turn turn;
    private final long entered;
    private final BooleanProperty why = new SimpleBooleanProperty();
    private final BooleanProperty stages = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable AnswerLatency> latency = new SimpleObjectProperty<>();

    Answer(Turn turn, long entered) {
      this.turn = turn;
      this.entered = entered;
    }

    /** The reply. */
    public Reply reply() {
      return turn.reply();
    }

    /** The reply and what belongs to it in the conversation. */
    public Turn turn() {
      return turn;
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

package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Pulse;

/**
 * The messages, oldest first. Of a long conversation only a run of messages is built; it grows
 * where the reader comes near to its edge.
 */
final class MessageList extends MessageScroll {
  private static final int STEP = 10; // messages

  private final ObservableList<Message> messages;
  private final Function<Message, Region> views;
  private int from; // index of the first message that is built

  /** What there was when another page came: who comes back reads on where they were. */
  private List<Message> left = List.of();

  /** The last question is built with its answer, if that comes within two frames. */
  private boolean waiting;

  MessageList(ObservableList<Message> messages, Function<Message, Region> views) {
    this.messages = messages;
    this.views = views;
    setId("messages");
    getStyleClass().add("messages");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(text("chat.conversation"));
    ListChangeListener<Message> changed = this::changed;
    Follow.whileShown(
        this,
        () -> {
          messages.addListener(changed);
          if (column().isEmpty() || waiting || !messages.equals(left)) {
            buildLast();
          }
        },
        () -> {
          messages.removeListener(changed);
          left = List.copyOf(messages);
        });
  }

  /** Shows the message of that index; a negative one is none. */
  void seek(int index) {
    if (index >= 0 && index < messages.size()) {
      build(index - STEP);
      show(frames().get(index - from));
    }
  }

  /** Shows the newest message. */
  void showLast() {
    int missing = messages.size() - to();
    if (missing > STEP) {
      buildLast();
    } else {
      grow(missing);
      showEnd();
    }
  }

  private void changed(ListChangeListener.Change<? extends Message> change) {
    while (change.next()) {
      if (change.wasRemoved() || change.getTo() < messages.size()) {
        buildLast();
      } else if (messages.getLast() instanceof Message.Question) {
        waiting = true;
        Pulse.afterLayout(this, () -> Pulse.afterLayout(this, this::answerOrNot));
      } else if (waiting || atEndProperty().get()) {
        showLast();
      }
    }
  }

  private void answerOrNot() {
    if (waiting) {
      showLast();
    }
  }

  private void buildLast() {
    build(messages.size() - 2 * STEP);
    showEnd();
  }

  /** Builds the two steps of messages that begin with that index, and no others. */
  private void build(int first) {
    from = Math.max(0, first);
    column().clear();
    grow(2 * STEP);
  }

  /** Builds so many messages below, if there are. */
  private void grow(int count) {
    waiting = false;
    int far = farAbove(); // JavaFX visits all that are built at each frame
    column().addAll(frames(to(), Math.min(messages.size(), to() + count)));
    column().subList(0, far).clear();
    from += far;
    number();
  }

  /** Builds a step of messages above, if there are. */
  private void growUp() {
    int first = Math.max(0, from - STEP);
    int last = column().size();
    column().subList(last - farBelow(), last).clear();
    column().addAll(0, frames(first, from));
    from = first;
    number();
  }

  private List<MessageFrame> frames(int first, int end) {
    return messages.subList(first, end).stream()
        .map(message -> new MessageFrame(views.apply(message)))
        .toList();
  }

  private void number() {
    List<MessageFrame> frames = frames();
    for (int i = 0; i < frames.size(); i++) {
      frames.get(i).at(from + i);
    }
  }

  private int to() {
    return from + column().size();
  }

  @Override
  boolean complete() {
    return to() == messages.size();
  }

  @Override
  boolean lacks() {
    return lacksAbove() || (!complete() && !waiting && nearEnd());
  }

  private boolean lacksAbove() {
    return from > 0 && nearTop();
  }

  @Override
  void extend() {
    if (lacksAbove()) {
      growUp();
    } else {
      grow(STEP);
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case ITEM_COUNT -> column().size();
      case ITEM_AT_INDEX -> column().get((Integer) parameters[0]);
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}

package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deskbert.app.Chats.Place;
import org.deskbert.app.Tasks;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.Reply;
import org.deskbert.chat.Reply.Suggestion;
import org.deskbert.chat.Turn;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.StoredMessage;
import org.deskbert.ui.kit.Desk;
import org.deskbert.ui.latency.LatencyModel;
import org.jspecify.annotations.Nullable;

/** The conversation without nodes. Used on the window's thread. */
public final class ChatModel {
  /** The longest question in characters; more is cut. */
  public static final int LONGEST = 2000;

  private final Desk desk;
  private final Tasks answers;
  private final LatencyModel latency;
  private final Keeper keeper;
  private final SuggestModel suggest;
  private final ObservableList<Message> messages = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Conversation.@Nullable Topic> topic =
      new ReadOnlyObjectWrapper<>();
  private volatile Conversation conversation = Conversation.EMPTY; // only the answers change it
  private final StringProperty draft = new SimpleStringProperty("");
  private final ReadOnlyIntegerWrapper sought = new ReadOnlyIntegerWrapper(-1);
  private @Nullable Consumer<String> mailer;

  /**
   * Creates an empty conversation.
   *
   * @param answers where questions are answered, one after the other
   * @param keeper keeps what is said
   */
  public ChatModel(Desk desk, Tasks answers, LatencyModel latency, Keeper keeper) {
    this.desk = desk;
    this.answers = answers;
    this.latency = latency;
    this.keeper = keeper;
    this.suggest = new SuggestModel(desk, answers, draft);
  }

  /** All messages, oldest first. */
  public ObservableList<Message> messages() {
    return messages;
  }

  /** What stands in the field for the question and was not asked yet. */
  public StringProperty draftProperty() {
    return draft;
  }

  /**
   * Asks a question; blank text does nothing.
   *
   * @param entered when Enter was pressed, as {@link System#nanoTime()} has it
   */
  public void ask(String text, long entered) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return;
    }
    String question = cut(stripped);
    messages.add(new Message.Question(question, question.length() < stripped.length()));
    answer(question, before -> desk.say(before, question), entered);
  }

  /** Adds the turn that {@code step} makes of the conversation. */
  private void answer(String question, Function<Conversation, Turn> step, long entered) {
    answers.run(
        () -> {
          Turn turn = step.apply(conversation);
          conversation = turn.next();
          return turn;
        },
        turn -> {
          topic.set(turn.next().topic());
          messages.add(new Message.Answer(turn, entered, keeper.keep(question, turn)));
        },
        failure -> messages.add(new Message.Note(sentence(failure), true)));
  }

  /** What the conversation is about, null if nothing yet. */
  public ReadOnlyObjectProperty<Conversation.@Nullable Topic> topicProperty() {
    return topic.getReadOnlyProperty();
  }

  /** Forgets the topic: the next question is taken by itself. */
  public void clearTopic() {
    topic.set(null);
    change(Conversation::withoutTopic, () -> {});
  }

  /** Begins a new conversation: what was said before is off the screen. */
  public void restart() {
    restart(Keeper.What.ALL);
  }

  /** The same, keeping only that of it. */
  public void restart(Keeper.What kept) {
    change(
        _ -> Conversation.EMPTY,
        () -> {
          messages.clear();
          keeper.begin(kept);
        });
  }

  /**
   * Goes on with a conversation that was kept. What it is about is found by asking its last
   * question once more, unseen.
   *
   * @param position of the message to be shown, -1 for the last
   */
  public void resume(String id, List<StoredMessage> stored, int position) {
    change(
        _ ->
            stored.isEmpty()
                ? Conversation.EMPTY
                : desk.say(Conversation.EMPTY, stored.getLast().question()).next(),
        () -> {
          List<Message> all = new ArrayList<>();
          for (StoredMessage each : stored) {
            all.add(new Message.Question(each.question(), false));
            all.add(new Message.Past(each, Place.of(id, each.position())));
          }
          keeper.resume(id, stored.isEmpty() ? 0 : stored.getLast().position() + 1);
          sought.set(-1);
          messages.setAll(all);
          sought.set(2 * position);
        });
  }

  /** Index of the message that was looked for, negative for none. */
  public ReadOnlyIntegerProperty soughtProperty() {
    return sought.getReadOnlyProperty();
  }

  /** What the FAQ has for what is typed. */
  public SuggestModel suggest() {
    return suggest;
  }

  /** What keeps this conversation. */
  public Keeper keeper() {
    return keeper;
  }

  /** Says what an answer was worth; the same again takes it back. */
  public void rate(Message.Rated answer, Feedback feedback) {
    Feedback next = answer.feedbackProperty().get() == feedback ? Feedback.NONE : feedback;
    answer.feedbackProperty().set(next);
    Place place = answer.place();
    if (place != null) {
      keeper.feedback(place, next);
    }
  }

  /** Changes the conversation after the answers under way, then what is on the screen. */
  private void change(UnaryOperator<Conversation> change, Runnable shown) {
    answers.run(
        () -> {
          conversation = change.apply(conversation);
          return conversation;
        },
        now -> {
          topic.set(now.topic());
          shown.run();
        },
        failure -> messages.add(new Message.Note(sentence(failure), true)));
  }

  /** What opens a {@code mailto:} address, null where the system has nothing. */
  public @Nullable Consumer<String> mailer() {
    return mailer;
  }

  /** Sets what opens a {@code mailto:} address, null for nothing. */
  public void mailWith(@Nullable Consumer<String> opener) {
    mailer = opener;
  }

  /** Answers with the suggestion of that number, from 0; false if the last reply has none such. */
  public boolean pick(int number, long entered) {
    List<Suggestion> suggestions = openSuggestions();
    if (number >= suggestions.size()) {
      return false;
    }
    pick(suggestions.get(number), entered);
    return true;
  }

  /** Answers with a suggestion; its entry is known, so nothing is searched again. */
  public void pick(Suggestion suggestion, long entered) {
    String question = suggestion.entry().question();
    messages.add(new Message.Question(question, false));
    answer(question, before -> desk.choose(before, suggestion), entered);
  }

  /** Says what to do when no suggestion fits. */
  public void pickNone() {
    // The conversation understands the English words, whatever the window says.
    String none = text("answer.none");
    messages.add(new Message.Question(none, false));
    answer(none, before -> desk.say(before, "None of these"), System.nanoTime());
  }

  /** Adds a line that nobody asked for. */
  public void note(String text, boolean bad) {
    messages.add(new Message.Note(text, bad));
  }

  /** The suggestions that wait for a choice: those of the last message. */
  public List<Suggestion> openSuggestions() {
    Conversation.Topic now = topic.get();
    return now != null && !messages.isEmpty() && messages.getLast() instanceof Message.Answer
        ? now.offered()
        : List.of();
  }

  /** What was asked last, empty before the first question. */
  public String lastQuestion() {
    return messages.reversed().stream()
        .filter(Message.Question.class::isInstance)
        .map(message -> ((Message.Question) message).text())
        .findFirst()
        .orElse("");
  }

  /** Notes when an answer has been painted, as {@link System#nanoTime()} had it. */
  public void painted(Message.Answer answer, long now) {
    if (answer.latencyProperty().get() == null) {
      boolean words = answer.reply().explanation().mode() == Reply.Mode.WORDS;
      answer
          .latencyProperty()
          .set(latency.painted(answer.reply().timings(), now - answer.entered(), words));
    }
  }

  /** At most {@link #LONGEST} characters of {@code text}, no surrogate pair torn apart. */
  static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end);
  }

  private static String sentence(Exception failure) {
    return text("chat.failed", failure.getMessage() == null ? failure : failure.getMessage());
  }
}

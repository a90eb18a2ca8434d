package org.deskbert.chat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.deskbert.chat.Assistant.Reading;
import org.deskbert.chat.Conversation.Exchange;
import org.deskbert.chat.Conversation.Topic;
import org.deskbert.chat.Phrases.Phrase;
import org.deskbert.chat.Reply.Suggestion;
import org.deskbert.search.Candidate;
import org.deskbert.trace.Timings;
import org.deskbert.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Answers the messages of conversations: choices among suggestions, corrections, follow-ups and
 * repeated questions. What stands alone gets the reply of a fresh conversation, and an exact
 * phrasing always its entry. Immutable and thread-safe, as the state is in the {@link
 * Conversation}; the same conversation and message give the same turn.
 */
public final class Dialogue {
  /** Candidates that the topic may bring forward. */
  private static final int CANDIDATES = 200;

  /** Entries offered beside one that was shown before, or in place of one turned down. */
  private static final int OTHERS = 3;

  /** Confidence from which the first suggestion is what the conversation is about. */
  private static final double LIKELY = 0.5;

  /** Confidence from which a message under a topic is small talk: it may as well be a follow-up. */
  private static final double SURELY_SMALL_TALK = 0.8;

  /** Messages in a row without help after which a person is offered. */
  private static final int MISSES = 2;

  private final Assistant assistant;
  private final Sentiment sentiment;

  /** Answers with {@code assistant}; {@code sentiment} says when to offer a person sooner. */
  public Dialogue(Assistant assistant, Sentiment sentiment) {
    this.assistant = assistant;
    this.sentiment = sentiment;
  }

  /** Answers a message, on the calling thread. */
  public Turn say(Conversation conversation, String message) {
    Trace trace = new Trace();
    if (message.isBlank()) {
      return new Turn(conversation, assistant.reply(message, trace), Turn.As.ALONE, "", null);
    }
    List<Suggestion> offered = conversation.offered();
    OptionalInt choice = Cues.choice(message, offered.size());
    if (choice.isPresent()) {
      return choose(conversation, message, offered.get(choice.getAsInt()));
    }
    if (Cues.none(message) && !conversation.exchanges().isEmpty()) {
      return none(conversation, trace);
    }
    Suggestion shown = conversation.lastShown();
    Optional<String> correction = Cues.correction(message);
    if (correction.isPresent() && (shown != null || !offered.isEmpty())) {
      List<Suggestion> answer = shown == null || !offered.isEmpty() ? List.of() : List.of(shown);
      String rest = correction.get();
      if (rest.isBlank()) {
        return turnDown(conversation, answer.isEmpty() ? offered : answer, trace);
      }
      Conversation corrected = conversation.reject(answer);
      Turn turn = answer(corrected, message, rest, Turn.As.CORRECTION, trace);
      return smallTalk(turn.reply())
          ? answer(conversation, message, message, Turn.As.ALONE, trace)
          : turn;
    }
    return answer(conversation, message, message, Turn.As.ALONE, trace);
  }

  /** Shows a suggestion; its entry is known, so nothing is searched. */
  public Turn choose(Conversation conversation, Suggestion suggestion) {
    return choose(conversation, suggestion.entry().question(), suggestion);
  }

  private Turn choose(Conversation conversation, String message, Suggestion suggestion) {
    Topic topic = conversation.topic();
    Reply.Explanation made = topic == null ? assistant.reply("").explanation() : topic.why();
    Reply.Explanation why =
        made.of(message, false, List.of()) // the other questions were answered before
            .with(List.of()); // and nothing was decided now
    Reply reply = new Reply.Answered(suggestion.entry(), suggestion.source(), why, Timings.NONE);
    Conversation next = after(conversation, message, null, reply);
    return finish(new Turn(next, reply, Turn.As.CHOICE, "", null), null);
  }

  /** Answers {@code text}, which is what counts of {@code message}. */
  private Turn answer(
      Conversation conversation, String message, String text, Turn.As as, Trace trace) {
    Reading alone = assistant.read(text, trace, CANDIDATES);
    Reply fresh = assistant.decide(alone, trace);
    Topic topic = conversation.topic();
    Reply parted = assistant.parted(text, fresh, trace);
    boolean several = !parted.parts().isEmpty() || (topic == null && !parted.equals(fresh));
    if (several && as == Turn.As.ALONE && !turnedDown(conversation, parted)) {
      Conversation next = after(conversation, text, alone.vector(), parted);
      return finish(new Turn(next, parted, as, "", null), alone.vector());
    }
    boolean mayBeTalk = topic == null || alone.intent().confidence() >= SURELY_SMALL_TALK;
    if (mayBeTalk && smallTalk(fresh)) {
      return finish(new Turn(conversation, fresh, Turn.As.ALONE, "", null), alone.vector());
    }
    boolean exact = !alone.found().isEmpty() && alone.found().getFirst().exact();
    boolean leans = !exact && (!(fresh instanceof Reply.Answered) || Cues.leans(text));
    Reading reading = mayBeTalk ? alone : alone.asQuestion();
    if (leans && topic != null) {
      String whole = topic.text() + " " + text;
      List<Candidate> together = assistant.read(whole, trace, CANDIDATES).found();
      reading = reading.with(FollowUp.rank(text, topic, alone.found(), together));
    }
    reading = reading.with(without(conversation.rejected(), reading.found()));
    Reply reply = assistant.decide(reading, trace);
    if (smallTalk(reply)) {
      return finish(new Turn(conversation, reply, Turn.As.ALONE, "", null), alone.vector());
    }
    if (!exact && asked(conversation, text, alone.vector(), reply)) {
      return again(conversation, message, reading, trace);
    }
    boolean unsure =
        leans
            && reply instanceof Reply.Unknown
            && topic != null
            && FollowUp.staysWith(text, topic, reading.found());
    if (unsure) {
      reply = assistant.suggest(reading, List.of(), OTHERS, trace);
    }
    boolean moved =
        unsure || !sameFirst(reading, alone) || !reply.outcome().equals(fresh.outcome());
    Turn.As how = as == Turn.As.ALONE && moved ? Turn.As.FOLLOW_UP : as;
    String note = unsure ? say(Phrase.UNSURE) : note(conversation, reply);
    Conversation next = after(conversation, text, alone.vector(), reply);
    return finish(new Turn(next, reply, how, note, null), alone.vector());
  }

  private static boolean turnedDown(Conversation conversation, Reply reply) {
    return reply.shown().stream()
        .map(Conversation.Key::first)
        .anyMatch(key -> key != null && conversation.rejected().contains(key));
  }

  /** Counts whether the asker was helped, and offers a person if it seems time. */
  private Turn finish(Turn turn, float @Nullable [] vector) {
    int misses = turn.next().misses();
    if (turn.as() == Turn.As.CORRECTION
        || turn.as() == Turn.As.REPEAT
        || turn.reply() instanceof Reply.Unknown) {
      misses++;
    } else if (turn.reply() instanceof Reply.Answered) {
      misses = 0;
    }
    boolean offer =
        turn.reply() instanceof Reply.HandOff
            || misses >= MISSES
            || sentiment.of(vector) != Mood.NEUTRAL;
    Conversation next = turn.next().missed(misses);
    Handover handover = offer ? Handover.of(next, assistant.policy()) : null;
    return new Turn(next, turn.reply(), turn.as(), turn.note(), handover);
  }

  private String say(Phrase phrase) {
    return assistant.policy().phrases().of(phrase);
  }

  private static boolean smallTalk(Reply reply) {
    return reply instanceof Reply.SmallTalk || reply instanceof Reply.HandOff;
  }

  private static boolean sameFirst(Reading one, Reading other) {
    return one.found().isEmpty()
        ? other.found().isEmpty()
        : !other.found().isEmpty()
            && Conversation.Key.of(one.found().getFirst())
                .equals(Conversation.Key.of(other.found().getFirst()));
  }

  private static List<Candidate> without(Set<Conversation.Key> rejected, List<Candidate> found) {
    return found.stream()
        .filter(c -> c.exact() || !rejected.contains(Conversation.Key.of(c)))
        .toList();
  }

  /** None of the suggestions: there is nothing left but a person. */
  private Turn none(Conversation conversation, Trace trace) {
    Reply reply = assistant.reply("", trace);
    Conversation next = conversation.reject(conversation.offered());
    Topic topic = topic(next.topic(), "", reply);
    return finish(new Turn(next.about(topic), reply, Turn.As.CORRECTION, "", null), null);
  }

  /** Offers what came next where the answer or the suggestions were turned down. */
  private Turn turnDown(Conversation conversation, List<Suggestion> wrong, Trace trace) {
    Conversation next = conversation.reject(wrong);
    Topic topic = conversation.topic();
    String asked = conversation.exchanges().getLast().question();
    Reading reading = assistant.read(topic == null ? asked : "", trace, CANDIDATES);
    List<Candidate> found =
        topic == null
            ? reading.found()
            : topic.why().candidates().stream().map(Reply.Scored::candidate).toList();
    List<Candidate> left =
        found.stream().filter(c -> !next.rejected().contains(Conversation.Key.of(c))).toList();
    Reply reply = assistant.suggest(reading.as(asked, left), List.of(), OTHERS, trace);
    Conversation then = next.about(topic(topic, asked, reply));
    return finish(new Turn(then, reply, Turn.As.CORRECTION, "", null), null);
  }

  /** The same was asked before: offers the answer again and what comes next, and says so. */
  private Turn again(Conversation conversation, String message, Reading reading, Trace trace) {
    Candidate first = reading.found().getFirst();
    Suggestion before = new Suggestion(first.entry(), first.source());
    Reply reply = assistant.suggest(reading, List.of(before), OTHERS, trace);
    String note = say(Phrase.ASKED_BEFORE) + " " + assistant.policy().contact();
    Conversation next = after(conversation, message, reading.vector(), reply);
    return finish(new Turn(next, reply, Turn.As.REPEAT, note.strip(), null), reading.vector());
  }

  /** Whether the reply is an entry that was shown for the same question before. */
  private static boolean asked(
      Conversation conversation, String text, float @Nullable [] vector, Reply reply) {
    Conversation.Key first = Conversation.Key.first(reply);
    return first != null && conversation.showed(first, text, vector);
  }

  private String note(Conversation conversation, Reply reply) {
    Topic topic = conversation.topic();
    if (topic == null || topic.entry() == null || !(reply instanceof Reply.Answered answered)) {
      return "";
    }
    Suggestion shown = topic.entry();
    return Conversation.Key.of(shown)
            .equals(Conversation.Key.of(answered.source(), answered.entry()))
        ? say(Phrase.NOTHING_MORE)
        : "";
  }

  private static Conversation after(
      Conversation conversation, String text, float @Nullable [] vector, Reply reply) {
    Suggestion shown =
        main(reply) instanceof Reply.Answered answered
            ? new Suggestion(answered.entry(), answered.source())
            : null;
    Conversation next = conversation.with(new Exchange(text, vector, shown));
    Topic topic = topic(conversation.topic(), text, reply);
    return next.about(topic);
  }

  /** The reply that is shown, of several the first that answers. */
  private static Reply main(Reply reply) {
    return reply.shown().stream()
        .filter(Reply.Answered.class::isInstance)
        .findFirst()
        .orElse(reply.shown().getFirst());
  }

  private static @Nullable Topic topic(@Nullable Topic before, String text, Reply reply) {
    return switch (main(reply)) {
      case Reply.Answered answered ->
          new Topic(
              answered.entry().question(),
              new Suggestion(answered.entry(), answered.source()),
              reply.offered(),
              reply.explanation());
      case Reply.DidYouMean several -> {
        Suggestion likely = several.suggestions().getFirst();
        boolean sure = reply.explanation().confidence() >= LIKELY;
        String ask = before != null && Cues.leans(text) ? before.text() : text;
        yield new Topic(
            sure ? likely.entry().question() : ask,
            sure ? likely : before == null ? null : before.entry(),
            reply.offered(),
            reply.explanation());
      }
      case Reply.Unknown unknown when before == null ->
          new Topic(text, null, List.of(), reply.explanation());
      default -> before == null ? null : before.settled();
    };
  }
}

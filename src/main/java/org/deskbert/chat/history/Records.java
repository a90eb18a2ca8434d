package org.deskbert.chat.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.Reply;
import org.deskbert.chat.Turn;
import org.deskbert.chat.history.LoggedQuestion.State;
import org.jspecify.annotations.Nullable;

/** Makes of a turn what is kept of it. */
public final class Records {
  /** So many of the nearest entries help the owner to find a home for a question. */
  private static final int NEAREST = 4;

  private static final double NANOS_PER_MICRO = 1e3;

  private Records() {}

  /** The message as the asker's conversation keeps it. */
  public static StoredMessage message(int position, Instant time, String question, Turn turn) {
    Reply reply = turn.reply();
    Reply.Answered answered = answered(reply);
    return new StoredMessage(
        position,
        time,
        question,
        reply.outcome(),
        answered == null ? null : answered.entry().id(),
        answered == null ? null : answered.source(),
        answered == null ? "" : answered.entry().question(),
        markdown(turn),
        reply.explanation().confidence(),
        mode(reply),
        micros(reply),
        Feedback.NONE);
  }

  /**
   * Each question of a message as the owner's log keeps it.
   *
   * @param message names the message in the log
   * @param question the message in the asker's words
   */
  public static List<LoggedQuestion> questions(
      String message, Instant time, String question, List<String> faqs, Turn turn) {
    List<LoggedQuestion> questions = new ArrayList<>();
    for (Reply reply : turn.reply().shown()) {
      boolean whole = turn.reply().parts().isEmpty();
      questions.add(
          new LoggedQuestion(
              message + "-" + questions.size(),
              message,
              time,
              whole ? question : reply.explanation().question(),
              faqs,
              reply.outcome(),
              reply instanceof Reply.Answered answered
                  ? new Conversation.Key(answered.source(), answered.entry().id())
                  : null,
              suggested(reply),
              null,
              reply.explanation().confidence(),
              mode(reply),
              micros(turn.reply()),
              Feedback.NONE,
              false,
              State.OPEN));
    }
    return questions;
  }

  /** What was shown, without the sentences that the window puts around it. */
  public static String markdown(Turn turn) {
    List<String> texts = new ArrayList<>();
    if (!turn.note().isEmpty()) {
      texts.add(turn.note());
    }
    for (Reply reply : turn.reply().shown()) {
      if (!turn.reply().parts().isEmpty()) {
        texts.add("**" + reply.explanation().question() + "**");
      }
      texts.add(markdown(reply));
    }
    return String.join("\n\n", texts);
  }

  private static String markdown(Reply reply) {
    return switch (reply) {
      case Reply.Answered r -> r.entry().answer();
      case Reply.DidYouMean r ->
          String.join(
              "\n", r.suggestions().stream().map(each -> "- " + each.entry().question()).toList());
      case Reply.SmallTalk r -> r.text();
      case Reply.HandOff r -> r.text();
      case Reply.Unknown r -> r.text();
    };
  }

  private static Reply.@Nullable Answered answered(Reply reply) {
    return reply.shown().stream()
        .filter(Reply.Answered.class::isInstance)
        .map(Reply.Answered.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static List<Conversation.Key> suggested(Reply reply) {
    return reply.offered().isEmpty()
        ? reply.explanation().candidates().stream()
            .limit(NEAREST)
            .map(each ->
                new Conversation.Key(each.candidate().source(), each.candidate().entry().id()))
            .toList()
        : reply.offered().stream()
            .map(each -> new Conversation.Key(each.source(), each.entry().id()))
            .toList();
  }

  private static String mode(Reply reply) {
    return reply.explanation().mode().name().toLowerCase(Locale.ROOT);
  }

  private static long micros(Reply reply) {
    return Math.round(reply.timings().totalNanos() / NANOS_PER_MICRO);
  }
}

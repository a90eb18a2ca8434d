package org.deskbert.chat.history;

import java.time.Instant;
import java.util.List;
import org.deskbert.chat.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * A question as the FAQ's owner may see it: without who asked, and without what {@link
 * org.deskbert.chat.Redaction} takes out.
 *
 * @param id names it for ever
 * @param message names the message that it was part of, which may hold several questions
 * @param time when it was asked
 * @param question in the asker's words
 * @param faqs names of the FAQs that answered then
 * @param outcome {@link org.deskbert.chat.Reply#outcome()}
 * @param entry the entry that answered, null if none did
 * @param suggested entries that were suggested, or else came nearest, best first
 * @param chosen the suggestion that the asker took, null if none
 * @param confidence calibrated probability that the first candidate was right
 * @param mode "model" or "words"
 * @param micros question to reply in microseconds
 * @param feedback what the asker thought of it
 * @param rephrased true if the asker put the question again in other words
 * @param state what the owner did about it
 */
public record LoggedQuestion(
    String id,
    String message,
    Instant time,
    String question,
    List<String> faqs,
    String outcome,
    Conversation.@Nullable Key entry,
    List<Conversation.Key> suggested,
    Conversation.@Nullable Key chosen,
    double confidence,
    String mode,
    long micros,
    Feedback feedback,
    boolean rephrased,
    State state) {
  public LoggedQuestion {
    faqs = List.copyOf(faqs);
    suggested = List.copyOf(suggested);
  }

  /** What the owner did about a question. */
  public enum State {
    /** Nothing yet. */
    OPEN,
    /** Now the FAQ answers it. */
    DONE,
    /** The FAQ is not meant to answer it. */
    OUT_OF_SCOPE,
    /** Nothing, on purpose. */
    IGNORED
  }

  /** Why a question needs the owner. */
  public enum Need {
    /** No answer was found. */
    UNANSWERED,
    /** Suggestions were shown and none was taken. */
    AMBIGUOUS,
    /** The asker said that the answer did not help. */
    DISLIKED,
    /** The asker tried again in other words. */
    REPHRASED,
    /** None. */
    NONE
  }

  /** Why the question needs the owner; of several reasons the strongest. */
  public Need need() {
    if (feedback.down()) {
      return Need.DISLIKED;
    }
    return switch (outcome) {
      case "unknown" -> Need.UNANSWERED;
      case "did_you_mean" -> chosen == null ? Need.AMBIGUOUS : Need.NONE;
      default -> rephrased ? Need.REPHRASED : Need.NONE;
    };
  }
}

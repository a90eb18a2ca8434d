package org.deskbert.chat;

import org.jspecify.annotations.Nullable;

/**
 * What a message brought about.
 *
 * @param next the conversation after it
 * @param reply what the asker gets
 * @param as how the message was understood
 * @param note a sentence that belongs above the reply, empty if there is nothing to say
 * @param handover how to go on with a person, null where it need not be offered
 */
public record Turn(
    Conversation next, Reply reply, As as, String note, @Nullable Handover handover) {
  /** How a message was understood. */
  public enum As {
    /** By itself, as in a fresh conversation. */
    ALONE,
    /** Together with the topic. */
    FOLLOW_UP,
    /** As the choice of a suggestion. */
    CHOICE,
    /** As a correction of the answer before. */
    CORRECTION,
    /** As the same question again. */
    REPEAT
  }
}

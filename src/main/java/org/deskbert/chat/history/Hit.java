package org.deskbert.chat.history;

/**
 * A conversation in which searched words were found.
 *
 * @param conversation the conversation
 * @param position of its newest message with the words, -1 if only the title has them
 * @param snippet some words around them, each found word between {@link #OPEN} and {@link #CLOSE}
 */
public record Hit(ConversationInfo conversation, int position, String snippet) {
  /** Stands before a found word; never part of what people write. */
  public static final char OPEN = '\u0001';

  /** Stands after a found word. */
  public static final char CLOSE = '\u0002';
}

package org.deskbert.chat.history;

/**
 * A conversation in which searched words were found.
 *
 * @param conversation the conversation
 * @param position of its newest message with the words, -1 if only the title has them
 * @param snippet some words around them, empty if only the title has them
 */
public record Hit(ConversationInfo conversation, int position, String snippet) {}

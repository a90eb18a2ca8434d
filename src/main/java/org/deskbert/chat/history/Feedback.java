package org.deskbert.chat.history;

/** What an asker thinks of an answer. */
public enum Feedback {
  /** Nothing was said. */
  NONE,
  /** It helped. */
  UP,
  /** It did not help, no reason given. */
  DOWN,
  /** It did not help: what it says is not true. */
  WRONG,
  /** It did not help: it was true once. */
  OUTDATED,
  /** It did not help: it can't be understood. */
  UNCLEAR,
  /** It did not help: it answers something else. */
  NOT_MY_QUESTION;

  /** Whether the answer did not help. */
  public boolean down() {
    return this != NONE && this != UP;
  }
}

package org.deskbert.chat;

import org.jspecify.annotations.Nullable;

/**
 * One thing that would have made another reply of a message; each is true by itself, the others as
 * they are.
 */
public sealed interface Change {
  /**
   * The first candidate would have been answered.
   *
   * @param wrongPercent the least number of a hundred answers, a whole one, that may be wrong for
   *     it
   */
  record MoreTolerance(int wrongPercent) implements Change {}

  /**
   * The answer would not have been given.
   *
   * @param wrongPercent the greatest number of a hundred answers, a whole one, that may be wrong
   *     for it
   */
  record LessTolerance(int wrongPercent) implements Change {}

  /** The first candidate would have been answered if this one were not so near to the message. */
  record WithoutRunnerUp(Reply.Suggestion runnerUp) implements Change {}

  /**
   * An entry with the message as a phrasing would have been answered.
   *
   * @param first the entry that was near enough to be suggested, null if none was
   */
  record Phrasing(Reply.@Nullable Suggestion first) implements Change {}

  /** The message is a phrasing of several entries; of one alone, it would have been answered. */
  record OneOwner() implements Change {}
}

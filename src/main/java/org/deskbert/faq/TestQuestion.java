package org.deskbert.faq;

/**
 * A question that an owner wants answered as it is now, or as it should be.
 *
 * @param question as it is asked
 * @param expected id of the entry that should answer, empty if none should
 * @param outcome what came of it when the owner last agreed, as {@code ask --json} names it; empty
 *     as long as nobody has
 * @param given id of the entry that came first then, empty if none did
 * @param origin where the question comes from
 */
public record TestQuestion(
    String question, String expected, String outcome, String given, Origin origin) {
  /** Where a test question comes from. */
  public enum Origin {
    /** The owner wrote it. */
    OWNER,
    /** An asker said that the answer helped. */
    LIKED,
    /** The FAQ was made to answer it. */
    HISTORY
  }

  public TestQuestion {
    question = Text.line(question);
  }

  /** The same where the owner agrees with what came of it. */
  public TestQuestion agreed(String newOutcome, String newGiven) {
    return new TestQuestion(question, expected, newOutcome, newGiven, origin);
  }
}

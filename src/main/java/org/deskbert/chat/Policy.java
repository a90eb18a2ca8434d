package org.deskbert.chat;

/**
 * What the owner decides.
 *
 * @param wrongPercent how many in a hundred given answers may be wrong, 0 to 100
 * @param contact whom to ask where the FAQ has no answer, a sentence; may be empty
 * @param phrases what the program says by itself
 */
public record Policy(double wrongPercent, String contact, Phrases phrases) {
  /** Five in a hundred, and no contact. */
  public static final Policy DEFAULT = new Policy(5, "");

  /** The same in English. */
  public Policy(double wrongPercent, String contact) {
    this(wrongPercent, contact, Phrases.ENGLISH);
  }

  public Policy {
    if (!(wrongPercent >= 0 && wrongPercent <= 100)) {
      throw new IllegalArgumentException("wrongPercent is not within 0 and 100: " + wrongPercent);
    }
  }
}

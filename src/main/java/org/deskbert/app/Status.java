package org.deskbert.app;

/**
 * How far the program is.
 *
 * @param phase what can be answered now
 * @param reason why it is not further
 * @param detail the sentence of a failure, empty where none belongs to the reason
 * @param progress 0 to 1 while something is under way, else negative
 * @param model name of the model that answers, empty without one
 * @param faq names of the FAQs that answer, in words, for example {@code IT and HR}
 */
public record Status(
    Phase phase, Reason reason, String detail, double progress, String model, String faq) {
  /** What can be answered. */
  public enum Phase {
    /** Nothing yet. */
    STARTING,
    /** From words alone, because the model loads, is switched off, or does not work. */
    WORDS,
    /** With the model. */
    READY
  }

  /** Why the program is not further. */
  public enum Reason {
    NONE,
    /** The model loads. */
    LOADING,
    /** The model loads or answers, and reads the FAQ. */
    READING,
    /** The owner has switched the model off. */
    SWITCHED_OFF,
    /** Nobody has asked for a while, and the model made room; it comes with the next question. */
    RESTING,
    /** The model does not know the language of the FAQs that the detail names. */
    LANGUAGE,
    /** The model can't be used; the detail says why. */
    NO_MODEL,
    /** The FAQs can't be taken over; the detail says why. */
    FAILED
  }

  /** Words alone answer. */
  static Status words(Reason reason, String detail, String faq) {
    return new Status(Phase.WORDS, reason, detail, -1, "", faq);
  }
}

package org.deskbert.app;

/**
 * How far the program is.
 *
 * @param phase what can be answered now
 * @param message one short sentence for the header of the window, empty when all is well
 * @param progress 0 to 1 while something is under way, else negative
 * @param model name of the model that answers, empty without one
 * @param faq names of the FAQs that answer, in words, for example {@code IT and HR}
 */
public record Status(Phase phase, String message, double progress, String model, String faq) {
  /** What can be answered. */
  public enum Phase {
    /** Nothing yet. */
    STARTING,
    /** From words alone, because the model loads, is switched off, or does not work. */
    WORDS,
    /** With the model. */
    READY
  }
}

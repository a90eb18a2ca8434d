package org.deskbert.faq;

/**
 * A change of a FAQ that can be looked at before it is made, and undone after; {@link Edits} makes
 * them. {@link Library#apply} makes the change, {@link Library#preview} only shows it.
 *
 * @param kind what it does
 * @param subject what it does it to, for the history: a question, a file
 * @param entry id of the one entry that it touches, if saving it again shortly after is to be one
 *     revision with it; else empty
 * @param change the change itself
 */
public record Edit(Revision.Kind kind, String subject, String entry, Change change) {
  /** Another FAQ made of the one that is there. */
  @FunctionalInterface
  public interface Change {
    /** Makes it, or says why not. */
    Faq apply(Faq before) throws FaqException;
  }

  /** A change that stands alone. */
  public Edit(Revision.Kind kind, String subject, Change change) {
    this(kind, subject, "", change);
  }
}

package org.deskbert.app;

import java.util.Map;
import org.deskbert.faq.Conflict.Side;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Merge;
import org.jspecify.annotations.Nullable;

/**
 * A file or pack that was read and stands before the library: what it would change, and the way in.
 */
public interface Incoming {
  /** Name of the FAQ that gets it. */
  String name();

  /** Who signed it; null for a file that is no pack. */
  @Nullable Sender sender();

  /** What {@link #take} would do, without doing it. */
  Merge preview(Map<String, Side> choices) throws FaqException;

  /**
   * Brings it in; the signer of a pack is trusted from then on.
   *
   * @param choices the side to take for entries in conflict, by id; ours where nothing is said
   */
  ImportReport take(Map<String, Side> choices) throws FaqException;

  /**
   * The signer of a pack.
   *
   * @param fingerprint digits in groups, to be compared
   * @param trusted whether it is known here
   * @param older whether what the pack holds is known here already, so that a merge brings nothing
   */
  record Sender(String fingerprint, boolean trusted, boolean older) {}
}

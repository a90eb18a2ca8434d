package org.deskbert.faq;

import java.util.List;

/**
 * Two FAQs brought together that came from one, to be looked at or done.
 *
 * @param base what both came from; empty where nothing is known of it
 * @param ours the FAQ in the library
 * @param theirs the FAQ that comes in
 * @param result both together
 * @param conflicts what could not both stand; the chosen side is in the result
 */
public record Merge(Faq base, Faq ours, Faq theirs, Faq result, List<Conflict> conflicts) {
  public Merge {
    conflicts = List.copyOf(conflicts);
  }

  /** What the library's FAQ gets: entries added, changed, gone. */
  public Comparison changes() {
    return Comparison.of(ours, result);
  }

  /** Whether the library's FAQ then is just what came in. */
  public boolean agreed() {
    return result.entries().equals(theirs.entries()) && result.synonyms().equals(theirs.synonyms());
  }
}

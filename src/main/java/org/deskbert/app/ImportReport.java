package org.deskbert.app;

import java.util.List;
import org.deskbert.faq.Comparison;
import org.deskbert.faq.Conflict;
import org.deskbert.faq.EntryChange;
import org.deskbert.faq.Problem;

/**
 * What an import did.
 *
 * @param name the FAQ that now has the entries
 * @param entries how many entries it has
 * @param changes what it added, changed and removed; where it took the place of all, what it
 *     brought
 * @param conflicts entries that owner and file both changed since the last import; the owner's side
 *     was kept
 * @param notes what was noticed on the way: bad rows that were skipped, doubled phrasings
 */
public record ImportReport(
    String name, int entries, Comparison changes, List<Conflict> conflicts, List<Problem> notes) {
  public ImportReport {
    conflicts = List.copyOf(conflicts);
    notes = List.copyOf(notes);
  }

  /** Entries that are new. */
  public int added() {
    return changes.count(EntryChange.Kind.ADDED);
  }

  /** Entries that were there and are different now. */
  public int changed() {
    return changes.count(EntryChange.Kind.CHANGED);
  }

  /** Entries that the file no longer has, and that nobody had edited. */
  public int removed() {
    return changes.count(EntryChange.Kind.REMOVED);
  }
}

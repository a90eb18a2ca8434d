package org.deskbert.app;

import java.util.List;
import org.deskbert.faq.Problem;

/**
 * What an import did.
 *
 * @param name the FAQ that now has the entries
 * @param entries how many entries it has
 * @param added entries that are new
 * @param changed entries that were there and are different now
 * @param notes what was noticed on the way: bad rows that were skipped, doubled phrasings
 */
public record ImportReport(String name, int entries, int added, int changed, List<Problem> notes) {
  public ImportReport {
    notes = List.copyOf(notes);
  }
}

package org.deskbert.faq;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.deskbert.faq.Conflict.Side;
import org.deskbert.faq.Revision.Kind;

/**
 * Brings files into the library and remembers what they held, so that a newer version of a file is
 * merged three ways: what the file changed since the last time is taken, what the owner changed
 * since then is kept.
 */
public final class Imports {
  private final Transactions transactions;
  private final Journal journal;
  private final LibraryTables tables;
  private final Runnable changed;

  Imports(Transactions transactions, Journal journal, LibraryTables tables, Runnable changed) {
    this.transactions = transactions;
    this.journal = journal;
    this.tables = tables;
    this.changed = changed;
  }

  /**
   * Adds a FAQ, not active; all of it or nothing.
   *
   * @param file name of the file that it comes from, by which a newer version is known again
   */
  public void add(Faq faq, String file) throws FaqException {
    transactions.change(() -> {
      tables.checkFree(faq.name());
      long key = journal.revisions().freshKey();
      FaqState after =
          FaqState.empty(faq.name()).with(faq).with(Map.of(Bases.SOURCE + file, keep(faq)));
      return journal.write(key, Kind.IMPORT, file, null, after);
    });
    changed.run();
  }

  /**
   * Puts the entries of {@code faq} in the place of all entries of the FAQ with its name. Its
   * synonyms and intents take the place of the old ones too, if it has any: most files can't hold
   * them, so a FAQ without any says nothing about them.
   *
   * @param file see {@link #add}; other files that the FAQ came from are forgotten
   */
  public void replace(Faq faq, String file) throws FaqException {
    transactions.change(() -> {
      long key = tables.key(faq.name());
      FaqState before = Objects.requireNonNull(journal.store().read(key));
      Map<String, String> marks = new TreeMap<>(before.marks());
      marks.keySet().removeIf(mark -> mark.startsWith(Bases.SOURCE));
      marks.put(Bases.SOURCE + file, keep(faq));
      Faq old = before.faq();
      Faq after =
          faq.with(faq.synonyms().isEmpty() ? old.synonyms() : faq.synonyms())
              .with(faq.intents().isEmpty() ? old.intents() : faq.intents());
      return journal.write(key, Kind.REPLACE, file, before, before.with(after).with(marks));
    });
    changed.run();
  }

  /** What {@link #merge} would do, without doing it. */
  public Merge preview(Faq faq, String file, boolean whole, Map<String, Side> choices)
      throws FaqException {
    return transactions.read(() -> {
      FaqState before = Objects.requireNonNull(journal.store().read(tables.key(faq.name())));
      return merged(before, faq, file, whole, choices);
    });
  }

  /**
   * Merges a file into the FAQ with the name of {@code faq}. Where a version of this file was
   * imported before, its entries that changed since are changed, those that are gone are removed,
   * and what the owner edited since stays. Where none was, new entries are added at the end, those
   * whose id is there are overwritten in their places, others stay.
   *
   * @param file see {@link #add}
   * @param whole false where rows of the file were left out, so that nothing counts as gone
   * @param choices the side to take for entries in conflict, by id; ours where nothing is said
   * @return what it did
   */
  public Merge merge(Faq faq, String file, boolean whole, Map<String, Side> choices)
      throws FaqException {
    Merge done =
        transactions.change(() -> {
          long key = tables.key(faq.name());
          FaqState before = Objects.requireNonNull(journal.store().read(key));
          Merge merge = merged(before, faq, file, whole, choices);
          Map<String, String> marks = new TreeMap<>(before.marks());
          marks.put(Bases.SOURCE + file, keep(merge.theirs()));
          FaqState after = before.with(merge.result()).with(marks);
          journal.write(key, Kind.MERGE, file, before, after);
          return merge;
        });
    changed.run();
    return done;
  }

  private Merge merged(
      FaqState before, Faq faq, String file, boolean whole, Map<String, Side> choices)
      throws SQLException, FaqException {
    Faq ours = before.faq();
    String mark = before.marks().get(Bases.SOURCE + file);
    Faq last = mark == null ? null : journal.bases().get(mark).orElse(null);
    if (last == null) {
      // Nothing is known of what the owner changed, so the file is right where it says something.
      return new Merge(ours.with(List.of()), ours, faq, union(ours, faq), List.of());
    }
    Faq theirs = whole ? faq : faq.with(withMissing(faq.entries(), last.entries()));
    theirs =
        theirs
            .with(faq.synonyms().isEmpty() ? last.synonyms() : faq.synonyms())
            .with(faq.intents().isEmpty() ? last.intents() : faq.intents());
    return ThreeWay.merge(last, ours, theirs, choices);
  }

  private static Faq union(Faq ours, Faq more) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    ours.entries().forEach(entry -> entries.put(entry.id(), entry));
    more.entries().forEach(entry -> entries.put(entry.id(), entry));
    return new Faq(
        ours.name(),
        List.copyOf(entries.values()),
        Synonyms.union(List.of(ours.synonyms(), more.synonyms())),
        ours.intents().merge(more.intents()));
  }

  private static List<Entry> withMissing(List<Entry> entries, List<Entry> last) {
    Map<String, Entry> there = new HashMap<>();
    entries.forEach(entry -> there.put(entry.id(), entry));
    List<Entry> all = new ArrayList<>(entries);
    last.stream().filter(entry -> !there.containsKey(entry.id())).forEach(all::add);
    return all;
  }

  private String keep(Faq faq) throws SQLException {
    return journal.bases().put(faq, journal.now());
  }
}

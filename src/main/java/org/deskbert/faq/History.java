package org.deskbert.faq;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of the FAQs: who changed what when, how they were, and the way back. A FAQ that was
 * removed is found by the last name that it had.
 */
public final class History {
  private final Transactions transactions;
  private final Journal journal;
  private final LibraryTables tables;
  private final Runnable changed;

  History(Transactions transactions, Journal journal, LibraryTables tables, Runnable changed) {
    this.transactions = transactions;
    this.journal = journal;
    this.tables = tables;
    this.changed = changed;
  }

  /** How long changes are remembered. */
  public HistoryRule rule() {
    return journal.rule();
  }

  /** Sets how long changes are remembered; followed at the next change. */
  public void keep(HistoryRule rule) {
    journal.rule(rule);
  }

  /** The changes of a FAQ, newest first. */
  public List<Revision> of(String name) throws FaqException {
    return transactions.read(() -> {
      List<Revision> all = new ArrayList<>();
      for (long key : keys(name)) {
        all.addAll(journal.revisions().of(key));
      }
      all.sort(Comparator.comparingLong(Revision::id).reversed());
      return all;
    });
  }

  /** The FAQ of this name and those that were removed under it. */
  private List<Long> keys(String name) throws SQLException, FaqException {
    List<Long> keys = new ArrayList<>();
    Long key = tables.find(name);
    if (key != null) {
      keys.add(key);
    }
    keys.addAll(journal.revisions().removed(name));
    if (keys.isEmpty()) {
      tables.key(name); // says which FAQs there are
    }
    return keys;
  }

  /**
   * The last change up to a moment that somebody names.
   *
   * @param moment the number of a revision; a day, YYYY-MM-DD, which means its end; or a time,
   *     YYYY-MM-DDTHH:MM
   * @param zone where the day or time is meant
   * @throws FaqException if it names none, with a sentence that says what would
   */
  public Revision find(String name, String moment, ZoneId zone) throws FaqException {
    List<Revision> all = of(name);
    Long id = number(moment);
    Instant end = id == null ? end(moment, zone) : Instant.MAX;
    Optional<Revision> found =
        all.stream().filter(r -> id == null ? !r.at().isAfter(end) : r.id() == id).findFirst();
    if (found.isPresent()) {
      return found.get();
    }
    String sentence =
        id != null
            ? name + " has no revision " + moment + "."
            : "The history of " + name + " does not reach back to " + moment + ".";
    String first =
        all.isEmpty()
            ? ""
            : " It begins with "
                + all.getLast().id()
                + " of "
                + all.getLast().at().atZone(zone).toLocalDate()
                + ".";
    throw new FaqException(sentence + first + " See: deskbert faq history -f \"" + name + "\"");
  }

  private static @Nullable Long number(String moment) {
    return moment.matches("[0-9]{1,18}") ? Long.valueOf(moment) : null;
  }

  private static Instant end(String moment, ZoneId zone) throws FaqException {
    try {
      return moment.contains("T")
          ? LocalDateTime.parse(moment).atZone(zone).toInstant()
          : LocalDate.parse(moment).plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    } catch (DateTimeParseException e) {
      throw new FaqException(
          "\""
              + Text.shorten(moment, 40)
              + "\" names no moment. Give the number of a revision, a day such as 2026-11-24, or a"
              + " time such as 2026-11-24T09:30.",
          e);
    }
  }

  /**
   * A FAQ as it was right after a revision.
   *
   * @throws FaqException if there was none then, or the revision is unknown
   */
  public Faq at(long revision) throws FaqException {
    return transactions.read(() -> existing(key(revision), revision).faq());
  }

  private long key(long revision) throws SQLException, FaqException {
    return journal
        .revisions()
        .get(revision)
        .orElseThrow(() ->
            new FaqException("There is no revision " + revision + ", or it is forgotten by now."))
        .faq();
  }

  private FaqState existing(long key, long revision) throws SQLException, FaqException {
    FaqState state = journal.at(key, revision);
    if (state == null) {
      throw new FaqException(
          "The FAQ did not exist after revision " + revision + "; choose another revision.");
    }
    return state;
  }

  /** Compares a FAQ at two moments, each right after a revision. */
  public Comparison compare(long before, long after) throws FaqException {
    return Comparison.of(at(before), at(after));
  }

  /** Compares a FAQ right after a revision with what it is now. */
  public Comparison compareWithNow(long before) throws FaqException {
    return transactions.read(() -> {
      long key = key(before);
      Faq then = existing(key, before).faq();
      FaqState now = journal.store().read(key);
      return Comparison.of(then, now == null ? new Faq(then.name(), List.of()) : now.faq());
    });
  }

  /**
   * Makes a FAQ again what it was right after a revision, also where it was removed. A change like
   * any other: it can be undone.
   *
   * @return nothing where it is just so
   */
  public Optional<Revision> restore(long revision) throws FaqException {
    Optional<Revision> done =
        transactions.change(() -> {
          long key = key(revision);
          FaqState then = existing(key, revision);
          FaqState now = journal.store().read(key);
          // What was exchanged in packs stays exchanged: a restore is an edit like another.
          Map<String, String> marks = Bases.restored(then.marks(), now);
          return journal.write(
              key, Revision.Kind.RESTORE, "revision " + revision, now, then.with(marks));
        });
    done.ifPresent(any -> changed.run());
    return done;
  }

  /**
   * Makes one entry again what it was right after a revision; where it did not exist then, it
   * becomes absent. A parent that is gone is cleared.
   *
   * @return nothing where it is just so
   * @throws FaqException if the entry is neither there now nor was it then
   */
  public Optional<Revision> restoreEntry(long revision, String id) throws FaqException {
    Optional<Revision> done =
        transactions.change(() -> {
          long key = key(revision);
          FaqState then = existing(key, revision);
          FaqState now = journal.store().read(key);
          if (now == null) {
            throw new FaqException(
                then.name() + " was removed; restore all of it before single entries.");
          }
          Row row = then.rows().get(id);
          Row old = now.rows().get(id);
          if (row == null && old == null) {
            throw new FaqException(
                "There is no entry \""
                    + Text.shorten(id, 60)
                    + "\", neither now nor after revision "
                    + revision
                    + ".");
          }
          FaqState after = row == null ? without(now, id) : with(now, row);
          Entry named = (row == null ? java.util.Objects.requireNonNull(old) : row).entry();
          return journal.write(key, Revision.Kind.RESTORE, Edits.name(named), now, after);
        });
    done.ifPresent(any -> changed.run());
    return done;
  }

  private static FaqState with(FaqState now, Row row) {
    Entry entry = row.entry();
    boolean orphan = entry.parent() != null && !now.rows().containsKey(entry.parent());
    Map<String, Row> rows = new LinkedHashMap<>(now.rows());
    rows.put(entry.id(), new Row(row.position(), orphan ? Edits.withParent(entry, null) : entry));
    return now.withRows(rows);
  }

  private static FaqState without(FaqState now, String id) throws FaqException {
    return now.with(Edits.delete(List.of(id)).change().apply(now.faq()));
  }

  /**
   * Takes back the last change of a FAQ, whoever made it, also its removal; as far back as every
   * single change is kept.
   *
   * @return the revision that did it, or nothing where there is nothing to undo
   */
  public Optional<Revision> undo(String name) throws FaqException {
    return turn(name, journal::undo);
  }

  /** Does again what was undone last, as long as nothing else was changed since. */
  public Optional<Revision> redo(String name) throws FaqException {
    return turn(name, journal::redo);
  }

  /** What {@link #undo} would take back, for the label of a button. */
  public Optional<Revision> undoable(String name) throws FaqException {
    return transactions.read(() -> journal.revisions().undoable(keys(name).getFirst()));
  }

  /** What {@link #redo} would do again, for the label of a button. */
  public Optional<Revision> redoable(String name) throws FaqException {
    return transactions.read(() -> journal.revisions().redoable(keys(name).getFirst()));
  }

  @FunctionalInterface
  private interface Turn {
    Optional<Revision> of(long key) throws SQLException, FaqException;
  }

  private Optional<Revision> turn(String name, Turn turn) throws FaqException {
    Optional<Revision> done = transactions.change(() -> turn.of(keys(name).getFirst()));
    done.ifPresent(any -> changed.run());
    return done;
  }
}

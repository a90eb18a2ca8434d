package org.deskbert.faq;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.deskbert.faq.Revision.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The named FAQs on disk, in one SQLite file. Each method is one transaction: done and safe on disk
 * when it returns, undone when it throws. Each change of a FAQ is a revision of its history. Any
 * thread may call; one at a time is served.
 */
public final class Library implements AutoCloseable {
  /** Letters, digits, {@code -}, {@code _} and inner spaces, at most 60. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_-](?:[\\p{L}\\p{M}\\p{N} _-]{0,58}[\\p{L}\\p{M}\\p{N}_-])?");

  private final Transactions transactions;
  private final LibraryTables tables;
  private final Journal journal;
  private final History history;
  private final Imports imports;
  private final Exchange exchange;
  private final Upkeep upkeep;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  private Library(Path file, Database.Opened opened, Clock clock, String who) {
    Connection connection = opened.connection();
    this.transactions = new Transactions(file, opened);
    this.tables = new LibraryTables(connection);
    this.journal = new Journal(connection, clock, who);
    this.history = new History(transactions, journal, tables, this::tell);
    this.imports = new Imports(transactions, journal, tables, this::tell);
    this.upkeep = new Upkeep(transactions, tables, connection);
    this.exchange = new Exchange(transactions, journal, tables, upkeep, this::tell);
  }

  /**
   * Opens the library or makes an empty one.
   *
   * @throws FaqException if the file is damaged, not ours, newer than this program or can't be
   *     written; it stays as it is
   */
  public static Library open(Path db) throws FaqException {
    return open(db, null);
  }

  /** The same of a file that is encrypted, where {@code seal} is not null. */
  public static Library open(Path db, @Nullable Seal seal) throws FaqException {
    return new Library(db, Database.open(db, seal), Clock.systemUTC(), user());
  }

  /** The same at another time, by somebody else. */
  static Library open(Path db, Clock clock, String who) throws FaqException {
    return new Library(db, Database.open(db, null), clock, who);
  }

  /**
   * Brings all that belongs to a database into its one file, which nobody has open then.
   *
   * @throws FaqException if another program has it open; a damaged one is left as it is
   */
  public static void release(Path db) throws FaqException {
    Database.release(db);
  }

  /** Who sits at the computer, as the system has it. */
  static String user() {
    return System.getProperty("user.name", "");
  }

  /** Whether {@code name} may name a FAQ: letters, digits, -, _ and spaces, at most 60. */
  public static boolean isValidName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Who changed what when, how it was, and the way back. */
  public History history() {
    return history;
  }

  /** Brings files into the library, newer versions of them too. */
  public Imports imports() {
    return imports;
  }

  /** Gives FAQs away and takes them in. */
  public Exchange exchange() {
    return exchange;
  }

  /** What an owner keeps beside the FAQs to look after them. */
  public Upkeep upkeep() {
    return upkeep;
  }

  /** Calls {@code listener} after each change of a FAQ, on the thread that made it. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }

  /** All FAQs by name. */
  public List<FaqInfo> list() throws FaqException {
    return transactions.read(tables::infos);
  }

  /** Names of the FAQs that answer, sorted. */
  public List<String> active() throws FaqException {
    return list().stream().filter(FaqInfo::active).map(FaqInfo::name).toList();
  }

  /** Makes exactly these FAQs active. */
  public void use(Collection<String> names) throws FaqException {
    transactions.change(() -> activate(names));
    tell();
  }

  private boolean activate(Collection<String> names) throws SQLException, FaqException {
    List<Long> keys = new ArrayList<>();
    for (String name : names) {
      keys.add(tables.key(name));
    }
    tables.update("UPDATE faq SET active=0");
    for (long key : keys) {
      tables.update("UPDATE faq SET active=1 WHERE id=?", key);
    }
    return true;
  }

  /** Adds FAQs with which the library begins and makes those named active: all of it or nothing. */
  public void begin(List<Faq> faqs, Collection<String> active) throws FaqException {
    transactions.change(() -> {
      for (Faq faq : faqs) {
        write(faq, Kind.START);
      }
      return activate(active);
    });
    tell();
  }

  /** Reads a FAQ. */
  public Faq load(String name) throws FaqException {
    return transactions.read(() -> state(tables.key(name)).faq());
  }

  private FaqState state(long key) throws SQLException {
    return Objects.requireNonNull(journal.store().read(key));
  }

  /** Adds an empty FAQ, not active. */
  public void create(String name) throws FaqException {
    add(new Faq(name, List.of()), Kind.CREATE);
  }

  /** Adds a FAQ with {@code entries}, not active; all of it or nothing. */
  public void add(String name, List<Entry> entries) throws FaqException {
    add(new Faq(name, entries));
  }

  /** Adds a FAQ with which its history begins, not active; all of it or nothing. */
  public void add(Faq faq) throws FaqException {
    add(faq, Kind.START);
  }

  private void add(Faq faq, Kind kind) throws FaqException {
    change(() -> write(faq, kind));
  }

  private Optional<Revision> write(Faq faq, Kind kind) throws SQLException, FaqException {
    long key = journal.revisions().freshKey();
    return journal.write(key, kind, "", null, FaqState.empty(faq.name()).with(faq));
  }

  /** Gives a FAQ another name. */
  public void rename(String name, String newName) throws FaqException {
    change(() -> {
      long key = tables.key(name);
      FaqState before = state(key);
      Faq renamed = new Faq(newName, before.faq().entries(), before.synonyms(), before.intents());
      return journal.write(key, Kind.RENAME, name, before, before.with(renamed));
    });
  }

  /** Deletes a FAQ with all its entries; {@link History#undo} brings it back. */
  public void remove(String name) throws FaqException {
    change(() -> {
      long key = tables.key(name);
      return journal.write(key, Kind.REMOVE, "", state(key), null);
    });
  }

  /**
   * Makes a change.
   *
   * @return the revision, or nothing where the FAQ is the same after it
   * @throws FaqException if it can't be made; nothing is changed then
   */
  public Optional<Revision> apply(String name, Edit edit) throws FaqException {
    return change(() -> {
      long key = tables.key(name);
      FaqState before = state(key);
      FaqState after = before.with(edit.change().apply(before.faq()));
      return edit.entry().isEmpty()
          ? journal.write(key, edit.kind(), edit.subject(), before, after)
          : journal.writeOn(key, edit.kind(), edit.entry(), edit.subject(), before, after);
    });
  }

  /** What a change would do, without making it. */
  public Comparison preview(String name, Edit edit) throws FaqException {
    Faq before = load(name);
    return Comparison.of(before, edit.change().apply(before));
  }

  /** Other synonyms, made of those that are there. */
  @FunctionalInterface
  public interface SynonymChange {
    /** Makes them, or says why not. */
    Synonyms apply(Synonyms before) throws FaqException;
  }

  /** Changes the synonyms of a FAQ; returns those that it has then. */
  public Synonyms changeSynonyms(String name, SynonymChange change) throws FaqException {
    Synonyms[] after = {Synonyms.NONE};
    apply(
        name,
        new Edit(
            Kind.SYNONYMS,
            "",
            before -> {
              after[0] = change.apply(before.synonyms());
              return before.with(after[0]);
            }));
    return after[0];
  }

  /** Other intents, made of those that are there. */
  @FunctionalInterface
  public interface IntentChange {
    /** Makes them, or says why not. */
    Intents apply(Intents before) throws FaqException;
  }

  /** Changes the owner's intents of a FAQ; returns those that it has then. */
  public Intents changeIntents(String name, IntentChange change) throws FaqException {
    Intents[] after = {Intents.NONE};
    apply(
        name,
        new Edit(
            Kind.INTENTS,
            "",
            before -> {
              after[0] = change.apply(before.intents());
              return before.with(after[0]);
            }));
    return after[0];
  }

  /** Writes all that is in the library to another file, whole or not at all. */
  public void copyTo(Path copy) throws FaqException {
    transactions.copyTo(copy);
  }

  @Override
  public void close() throws FaqException {
    transactions.close();
  }

  private Optional<Revision> change(SealedDatabase.Work<Optional<Revision>> work)
      throws FaqException {
    Optional<Revision> done = transactions.change(work);
    if (done.isPresent()) {
      tell();
    }
    return done;
  }
}

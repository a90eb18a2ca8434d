package org.deskbert.faq;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * The named FAQs on disk, in one SQLite file. Each method is one transaction: done and safe on disk
 * when it returns, undone when it throws. Any thread may call; one at a time is served.
 */
public final class Library implements AutoCloseable {
  /** Letters, digits, {@code -}, {@code _} and inner spaces, at most 60. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_-](?:[\\p{L}\\p{M}\\p{N} _-]{0,58}[\\p{L}\\p{M}\\p{N}_-])?");

  private final Path file;
  private final Connection connection;
  private final LibraryTables tables;
  private final SynonymTable synonyms;
  private final ReentrantLock lock = new ReentrantLock();

  private Library(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
    this.tables = new LibraryTables(connection);
    this.synonyms = new SynonymTable(connection);
  }

  /**
   * Opens the library or makes an empty one.
   *
   * @throws FaqException if the file is damaged, not ours, newer than this program or can't be
   *     written; it stays as it is
   */
  public static Library open(Path db) throws FaqException {
    return new Library(db, Database.open(db));
  }

  /** Whether {@code name} may name a FAQ: letters, digits, -, _ and spaces, at most 60. */
  public static boolean isValidName(String name) {
    return NAME.matcher(name).matches();
  }

  /** All FAQs by name. */
  public List<FaqInfo> list() throws FaqException {
    return read(tables::infos);
  }

  /** Names of the FAQs that answer, sorted. */
  public List<String> active() throws FaqException {
    return list().stream().filter(FaqInfo::active).map(FaqInfo::name).toList();
  }

  /** Makes exactly these FAQs active. */
  public void use(Collection<String> names) throws FaqException {
    change(() -> {
      List<Long> keys = new ArrayList<>();
      for (String name : names) {
        keys.add(tables.key(name));
      }
      tables.update("UPDATE faq SET active=0");
      for (long key : keys) {
        tables.update("UPDATE faq SET active=1 WHERE id=?", key);
      }
    });
  }

  /** Adds an empty FAQ, not active. */
  public void create(String name) throws FaqException {
    change(() -> {
      tables.checkFree(name);
      tables.update("INSERT INTO faq(name) VALUES(?)", name);
    });
  }

  /** Gives a FAQ another name. */
  public void rename(String name, String newName) throws FaqException {
    change(() -> {
      long key = tables.key(name);
      if (!name.equalsIgnoreCase(newName)) {
        tables.checkFree(newName);
      }
      tables.update("UPDATE faq SET name=? WHERE id=?", newName, key);
    });
  }

  /** Deletes a FAQ with all its entries. */
  public void remove(String name) throws FaqException {
    change(() -> {
      tables.update("DELETE FROM faq WHERE id=?", tables.key(name));
    });
  }

  /** Reads a FAQ. */
  public Faq load(String name) throws FaqException {
    return read(() -> {
      long key = tables.key(name);
      return new Faq(tables.name(key), EntryReader.read(connection, key), synonyms.read(key));
    });
  }

  /** Adds a FAQ with {@code entries}, not active; all of it or nothing. */
  public void add(String name, List<Entry> entries) throws FaqException {
    add(new Faq(name, entries));
  }

  /** Adds a FAQ, not active; all of it or nothing. */
  public void add(Faq faq) throws FaqException {
    change(() -> {
      tables.checkFree(faq.name());
      tables.update("INSERT INTO faq(name) VALUES(?)", faq.name());
      long key = tables.key(faq.name());
      tables.insert(key, faq.entries());
      tables.checkParents(key);
      synonyms.write(key, faq.synonyms());
    });
  }

  /** Other synonyms, made of those that are there. */
  @FunctionalInterface
  public interface SynonymChange {
    /** Makes them, or says why not. */
    Synonyms apply(Synonyms before) throws FaqException;
  }

  /** Changes the synonyms of a FAQ; returns those that it has then. */
  public Synonyms changeSynonyms(String name, SynonymChange change) throws FaqException {
    return transaction(
        "BEGIN IMMEDIATE",
        () -> {
          long key = tables.key(name);
          Synonyms after = change.apply(synonyms.read(key));
          synonyms.write(key, after);
          return after;
        });
  }

  /**
   * Puts the entries of {@code faq} in the place of all entries of the FAQ with its name. Its
   * synonyms take the place of the old ones too, if it has any: most files can't hold them, so a
   * FAQ without any says nothing about them.
   */
  public void replace(Faq faq) throws FaqException {
    change(() -> {
      long key = tables.key(faq.name());
      tables.update("DELETE FROM entry WHERE faq=?", key);
      tables.insert(key, faq.entries());
      tables.checkParents(key);
      if (!faq.synonyms().isEmpty()) {
        synonyms.write(key, faq.synonyms());
      }
    });
  }

  /**
   * Adds to the FAQ with the name of {@code faq} those of its entries whose ids are new at the end
   * and overwrites, in their places, those whose id is there; others stay. Its synonyms join those
   * that are there.
   */
  public MergeResult merge(Faq faq) throws FaqException {
    return transaction(
        "BEGIN IMMEDIATE",
        () -> {
          long key = tables.key(faq.name());
          MergeResult result = tables.merge(key, faq.entries());
          tables.checkParents(key);
          if (!faq.synonyms().isEmpty()) {
            synonyms.write(key, Synonyms.union(List.of(synonyms.read(key), faq.synonyms())));
          }
          return result;
        });
  }

  /** Adds one entry at the end, or overwrites the one with its id. */
  public void put(String name, Entry entry) throws FaqException {
    change(() -> {
      long key = tables.key(name);
      try (EntryWriter writer = new EntryWriter(connection, key)) {
        if (!writer.overwrite(entry)) {
          writer.insert(entry, writer.nextPosition());
        }
      }
      tables.checkParents(key);
    });
  }

  /** Deletes one entry if it is there; entries that followed it up lose their parent. */
  public void delete(String name, String id) throws FaqException {
    change(() -> {
      long key = tables.key(name);
      tables.update("DELETE FROM entry WHERE faq=? AND id=?", key, id);
      tables.update("UPDATE entry SET parent=NULL WHERE faq=? AND parent=?", key, id);
    });
  }

  /** Writes all that is in the library to another file, whole or not at all. */
  public void copyTo(Path copy) throws FaqException {
    lock.lock();
    try {
      Database.copy(connection, file, copy);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws FaqException {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw Database.explain(e, file);
    } finally {
      lock.unlock();
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T run() throws SQLException, FaqException;
  }

  @FunctionalInterface
  private interface Change {
    void run() throws SQLException, FaqException;
  }

  private void change(Change change) throws FaqException {
    transaction(
        "BEGIN IMMEDIATE",
        () -> {
          change.run();
          return true;
        });
  }

  private <T> T read(Work<T> work) throws FaqException {
    return transaction("BEGIN", work);
  }

  /**
   * Runs {@code work} between {@code begin} and a commit. A change begins "immediate": it waits for
   * other programs before it reads anything, a mere reader never waits.
   */
  private <T> T transaction(String begin, Work<T> work) throws FaqException {
    lock.lock();
    try {
      tables.update(begin);
      boolean done = false;
      try {
        T result = work.run();
        tables.update("COMMIT");
        done = true;
        return result;
      } finally {
        if (!done) {
          rollBack();
        }
      }
    } catch (SQLException e) {
      throw Database.explain(e, file);
    } finally {
      lock.unlock();
    }
  }

  private void rollBack() {
    try {
      tables.update("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has undone the transaction itself after a full disk; the first error is the one
      // told.
    }
  }
}

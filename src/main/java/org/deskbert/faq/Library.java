package org.deskbert.faq;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
  private final ReentrantLock lock = new ReentrantLock();

  private Library(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
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
    return transaction(this::infos);
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
        keys.add(key(name));
      }
      update("UPDATE faq SET active=0");
      for (long key : keys) {
        update("UPDATE faq SET active=1 WHERE id=?", key);
      }
    });
  }

  /** Adds an empty FAQ, not active. */
  public void create(String name) throws FaqException {
    change(() -> {
      checkFree(name);
      update("INSERT INTO faq(name) VALUES(?)", name);
    });
  }

  /** Gives a FAQ another name. */
  public void rename(String name, String newName) throws FaqException {
    change(() -> {
      long key = key(name);
      if (!name.equalsIgnoreCase(newName)) {
        checkFree(newName);
      }
      update("UPDATE faq SET name=? WHERE id=?", newName, key);
    });
  }

  /** Deletes a FAQ with all its entries. */
  public void remove(String name) throws FaqException {
    change(() -> {
      update("DELETE FROM faq WHERE id=?", key(name));
    });
  }

  /** Reads a FAQ. */
  public Faq load(String name) throws FaqException {
    return transaction(() -> new Faq(name(key(name)), EntryReader.read(connection, key(name))));
  }

  /** Adds a FAQ with {@code entries}, not active; all of it or nothing. */
  public void add(String name, List<Entry> entries) throws FaqException {
    change(() -> {
      checkFree(name);
      update("INSERT INTO faq(name) VALUES(?)", name);
      insert(key(name), entries);
    });
  }

  /** Puts {@code entries} in the place of everything in the FAQ. */
  public void replace(String name, List<Entry> entries) throws FaqException {
    change(() -> {
      long key = key(name);
      update("DELETE FROM entry WHERE faq=?", key);
      insert(key, entries);
      checkParents(key);
    });
  }

  private void insert(long key, List<Entry> entries) throws SQLException {
    try (EntryWriter writer = new EntryWriter(connection, key)) {
      for (int i = 0; i < entries.size(); i++) {
        writer.insert(entries.get(i), i);
      }
    }
  }

  /**
   * Adds the entries with new ids at the end and overwrites, in their places, those whose id is
   * there; others stay.
   */
  public MergeResult merge(String name, List<Entry> entries) throws FaqException {
    return transaction(() -> {
      long key = key(name);
      Map<String, Entry> old = new LinkedHashMap<>();
      EntryReader.read(connection, key).forEach(entry -> old.put(entry.id(), entry));
      int added = 0;
      int changed = 0;
      int unchanged = 0;
      try (EntryWriter writer = new EntryWriter(connection, key)) {
        int next = writer.nextPosition();
        for (Entry entry : entries) {
          Entry before = old.get(entry.id());
          if (before == null) {
            writer.insert(entry, next + added++);
          } else if (before.equals(entry)) {
            unchanged++;
          } else {
            writer.overwrite(entry);
            changed++;
          }
        }
      }
      checkParents(key);
      return new MergeResult(added, changed, unchanged);
    });
  }

  /** Adds one entry at the end, or overwrites the one with its id. */
  public void put(String name, Entry entry) throws FaqException {
    merge(name, List.of(entry));
  }

  /** Deletes one entry if it is there; entries that followed it up lose their parent. */
  public void delete(String name, String id) throws FaqException {
    change(() -> {
      long key = key(name);
      update("DELETE FROM entry WHERE faq=? AND id=?", key, id);
      update("UPDATE entry SET parent=NULL WHERE faq=? AND parent=?", key, id);
    });
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
    transaction(() -> {
      change.run();
      return true;
    });
  }

  private <T> T transaction(Work<T> work) throws FaqException {
    lock.lock();
    try {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.run();
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw Database.explain(e, file);
    } finally {
      lock.unlock();
    }
  }

  private List<FaqInfo> infos() throws SQLException {
    String sql =
        """
        SELECT name, active, (SELECT count(*) FROM entry WHERE faq=faq.id),
          (SELECT count(*) FROM phrasing WHERE faq=faq.id) FROM faq ORDER BY name\
        """;
    List<FaqInfo> infos = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        infos.add(new FaqInfo(row.getString(1), row.getBoolean(2), row.getInt(3), row.getInt(4)));
      }
    }
    return List.copyOf(infos);
  }

  private long key(String name) throws SQLException, FaqException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id FROM faq WHERE name=?")) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          return row.getLong(1);
        }
      }
    }
    String known = infos().stream().map(FaqInfo::name).collect(Collectors.joining(", "));
    throw new FaqException(
        "There is no FAQ \""
            + Text.shorten(name, 60)
            + "\". "
            + (known.isEmpty()
                ? "The library is empty; import one."
                : "Known are: " + known + "."));
  }

  private String name(long key) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT name FROM faq WHERE id=?")) {
      statement.setLong(1, key);
      try (ResultSet row = statement.executeQuery()) {
        return row.getString(1);
      }
    }
  }

  private void checkFree(String name) throws SQLException, FaqException {
    if (!isValidName(name)) {
      throw new FaqException(
          "\""
              + Text.shorten(name, 60)
              + "\" can't name a FAQ. Use letters, digits, -, _ and spaces, at most 60.");
    }
    for (FaqInfo info : infos()) {
      if (info.name().equalsIgnoreCase(name)) {
        throw new FaqException(
            "There already is a FAQ \"" + info.name() + "\". Choose another name or remove it.");
      }
    }
  }

  private void checkParents(long key) throws SQLException, FaqException {
    String sql =
        """
        SELECT id, parent FROM entry AS child WHERE faq=? AND parent IS NOT NULL AND NOT EXISTS
          (SELECT 1 FROM entry WHERE faq=child.faq AND id=child.parent) LIMIT 1\
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, key);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          throw new FaqException(
              "Entry \""
                  + row.getString(1)
                  + "\" names a parent \""
                  + row.getString(2)
                  + "\" that is not in the FAQ; nothing was changed. Correct or clear the parent.");
        }
      }
    }
  }

  private void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}

package org.deskbert.faq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads whole FAQs from the library's tables and writes patches to them, in a transaction. */
final class FaqStore {
  private final Connection connection;
  private final LibraryTables tables;
  private final SynonymTable synonyms;
  private final IntentTable intents;

  FaqStore(Connection connection) {
    this.connection = connection;
    this.tables = new LibraryTables(connection);
    this.synonyms = new SynonymTable(connection);
    this.intents = new IntentTable(connection);
  }

  /** All that there is of a FAQ, or null. */
  @Nullable FaqState read(long key) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT name, active FROM faq WHERE id=?")) {
      statement.setLong(1, key);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? new FaqState(
                row.getString(1),
                row.getBoolean(2),
                EntryReader.rows(connection, key),
                synonyms.read(key),
                intents.read(key),
                marks(key))
            : null;
      }
    }
  }

  private Map<String, String> marks(long key) throws SQLException {
    Map<String, String> marks = new TreeMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT name, value FROM mark WHERE faq=?")) {
      statement.setLong(1, key);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          marks.put(row.getString(1), row.getString(2));
        }
      }
    }
    return marks;
  }

  /**
   * Writes what a patch leads to.
   *
   * @throws FaqException if an entry's parent is missing then, or the FAQ's name is taken
   */
  void write(long key, Patch patch) throws SQLException, FaqException {
    Patch.Change head = patch.changes().get(Patch.FAQ);
    if (head != null && !writeHead(key, head)) {
      return; // the FAQ is gone with all that it had
    }
    try (EntryWriter writer = new EntryWriter(connection, key)) {
      for (Map.Entry<String, Patch.Change> each : patch.changes().entrySet()) {
        String part = each.getKey();
        String after = each.getValue().after();
        if (part.startsWith(Patch.ENTRY)) {
          String id = part.substring(Patch.ENTRY.length());
          if (after == null) {
            tables.update("DELETE FROM entry WHERE faq=? AND id=?", key, id);
          } else {
            writer.write(Patch.row(after));
          }
        } else if (part.startsWith(Patch.MARK)) {
          mark(key, part.substring(Patch.MARK.length()), after);
        } else if (part.equals(Patch.SYNONYMS)) {
          synonyms.write(key, Patch.synonyms(after));
        } else if (part.equals(Patch.INTENTS)) {
          intents.write(key, Patch.intents(after));
        }
      }
    }
    tables.checkParents(key);
  }

  /** Remembers something about a FAQ, or forgets it where the value is null. */
  void mark(long key, String name, @Nullable String value) throws SQLException {
    if (value == null) {
      tables.update("DELETE FROM mark WHERE faq=? AND name=?", key, name);
    } else {
      tables.update(
          "INSERT OR REPLACE INTO mark(faq, name, value) VALUES(?,?,?)", key, name, value);
    }
  }

  /** Forgets what was kept for FAQs that can't come back any more. */
  void forgetGone() throws SQLException {
    Upkeep.forgetGone(tables);
  }

  private boolean writeHead(long key, Patch.Change head) throws SQLException, FaqException {
    String before = head.before();
    String after = head.after();
    if (after == null) {
      tables.update("DELETE FROM faq WHERE id=?", key);
      return false;
    }
    String name = Patch.name(after);
    if (before == null || !Patch.name(before).equalsIgnoreCase(name)) {
      tables.checkFree(name);
    }
    if (before == null) {
      boolean active = Patch.active(after);
      tables.update("INSERT INTO faq(id, name, active) VALUES(?,?,?)", key, name, active);
    } else {
      tables.update("UPDATE faq SET name=? WHERE id=?", name, key);
    }
    return true;
  }
}

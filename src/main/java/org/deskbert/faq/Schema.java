package org.deskbert.faq;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of the library. */
final class Schema {
  /** "DkBT": tells our files from other SQLite databases. */
  static final int APPLICATION_ID = 0x446b4254;

  /** Version of the tables; goes up with every change of them. */
  static final int VERSION = 2;

  private static final String SYNONYM =
      """
      CREATE TABLE synonym(
        faq INTEGER NOT NULL REFERENCES faq(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        place INTEGER NOT NULL,
        term TEXT NOT NULL,
        PRIMARY KEY(faq, position, place)) WITHOUT ROWID\
      """;

  private static final String[] TABLES = {
    """
    CREATE TABLE faq(
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      active INTEGER NOT NULL DEFAULT 0)\
    """,
    """
    CREATE TABLE entry(
      faq INTEGER NOT NULL REFERENCES faq(id) ON DELETE CASCADE,
      id TEXT NOT NULL,
      position INTEGER NOT NULL,
      answer TEXT NOT NULL,
      category TEXT NOT NULL,
      tags TEXT NOT NULL,
      parent TEXT,
      until TEXT,
      PRIMARY KEY(faq, id))\
    """,
    """
    CREATE TABLE phrasing(
      faq INTEGER NOT NULL,
      entry TEXT NOT NULL,
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY(faq, entry, position),
      FOREIGN KEY(faq, entry) REFERENCES entry(faq, id) ON DELETE CASCADE) WITHOUT ROWID\
    """,
    SYNONYM,
  };

  private Schema() {}

  /** Makes the tables of an empty database. */
  static void create(Statement statement) throws SQLException {
    statement.execute("BEGIN IMMEDIATE");
    // Another program may have been faster between our look and our lock.
    if (version(statement) == 0) {
      for (String table : TABLES) {
        statement.execute(table);
      }
      statement.execute("PRAGMA application_id=" + APPLICATION_ID);
      statement.execute("PRAGMA user_version=" + VERSION);
    }
    statement.execute("COMMIT");
  }

  /** Brings the tables of version 1 to this one, if no other program was faster. */
  static void migrate(Statement statement) throws SQLException {
    statement.execute("BEGIN IMMEDIATE");
    if (version(statement) == 1) {
      statement.execute(SYNONYM);
      statement.execute("PRAGMA user_version=" + VERSION);
    }
    statement.execute("COMMIT");
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}

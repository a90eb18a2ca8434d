package org.deskbert.faq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of the library. */
final class Schema {
  /** "DkBT": tells our files from other SQLite databases. */
  static final int APPLICATION_ID = 0x446b4254;

  /** Version of the tables; goes up with every change of them. */
  static final int VERSION = 7;

  private static final String SYNONYM =
      """
      CREATE TABLE synonym(
        faq INTEGER NOT NULL REFERENCES faq(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        place INTEGER NOT NULL,
        term TEXT NOT NULL,
        PRIMARY KEY(faq, position, place)) WITHOUT ROWID\
      """;

  /** What changed, by whom and when. No foreign key: a removed FAQ keeps its history. */
  private static final String[] HISTORY = {
    """
    CREATE TABLE revision(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      faq INTEGER NOT NULL,
      name TEXT NOT NULL,
      at INTEGER NOT NULL,
      who TEXT NOT NULL,
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      added INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      removed INTEGER NOT NULL,
      joined INTEGER NOT NULL,
      stack TEXT NOT NULL,
      patch BLOB NOT NULL)\
    """,
    "CREATE INDEX revision_of ON revision(faq, id)",
    "CREATE INDEX revision_at ON revision(at)",
    """
    CREATE TABLE mark(
      faq INTEGER NOT NULL REFERENCES faq(id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY(faq, name)) WITHOUT ROWID\
    """,
    // Older content of FAQs that later versions are compared with.
    """
    CREATE TABLE base(
      hash TEXT PRIMARY KEY,
      at INTEGER NOT NULL,
      content BLOB NOT NULL)\
    """
  };

  /** What else askers want. */
  private static final String[] INTENTS = {
    """
    CREATE TABLE intent(
      faq INTEGER NOT NULL REFERENCES faq(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      reply TEXT NOT NULL,
      entry TEXT,
      PRIMARY KEY(faq, position)) WITHOUT ROWID\
    """,
    """
    CREATE TABLE example(
      faq INTEGER NOT NULL,
      intent INTEGER NOT NULL,
      place INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY(faq, intent, place),
      FOREIGN KEY(faq, intent) REFERENCES intent(faq, position) ON DELETE CASCADE) WITHOUT ROWID\
    """
  };

  /** Versions of FAQs that were exchanged in packs, and what they were made from. */
  private static final String SHARED_VERSION =
      """
      CREATE TABLE version(
        id TEXT PRIMARY KEY,
        content TEXT NOT NULL,
        parents TEXT NOT NULL,
        at INTEGER NOT NULL)\
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
      notes TEXT NOT NULL DEFAULT '',
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
      execute(statement, TABLES);
      execute(statement, HISTORY);
      execute(statement, INTENTS);
      statement.execute(SHARED_VERSION);
      execute(statement, Upkeep.SCHEMA);
      statement.execute("PRAGMA application_id=" + APPLICATION_ID);
      statement.execute("PRAGMA user_version=" + VERSION);
    }
    statement.execute("COMMIT");
  }

  /** Brings the tables of an older version to this one, if no other program was faster. */
  static void migrate(Statement statement) throws SQLException {
    statement.execute("BEGIN IMMEDIATE");
    int version = version(statement);
    if (version < 2) {
      statement.execute(SYNONYM);
    }
    if (version < 3) {
      execute(statement, HISTORY);
      statement.execute("UPDATE entry SET position=position*" + Row.STEP);
      beginHistory(statement.getConnection());
    }
    if (version < 4) {
      execute(statement, INTENTS);
    }
    if (version < 5) {
      statement.execute(SHARED_VERSION);
    }
    if (version == 6) {
      statement.execute("ALTER TABLE ignored RENAME TO ignored6");
      statement.execute("ALTER TABLE test RENAME TO test6");
    }
    if (version < 7) {
      execute(statement, Upkeep.SCHEMA);
      statement.execute("ALTER TABLE entry ADD COLUMN notes TEXT NOT NULL DEFAULT ''");
    }
    if (version == 6) {
      statement.execute("INSERT INTO ignored SELECT * FROM ignored6");
      statement.execute("INSERT INTO test SELECT * FROM test6");
      statement.execute("DROP TABLE ignored6");
      statement.execute("DROP TABLE test6");
    }
    statement.execute("PRAGMA user_version=" + Math.max(version, VERSION));
    statement.execute("COMMIT");
  }

  private static void beginHistory(Connection connection) throws SQLException {
    String sql =
        """
        INSERT INTO revision(faq, name, at, who, kind, subject, added, changed, removed, joined,
          stack, patch) SELECT id, name, 1000*unixepoch(), ?, 'START', '', 0, 0, 0, 1, 'OFF', ?
          FROM faq\
        """;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, Library.user());
      insert.setBytes(2, Patch.between(null, null).bytes());
      insert.executeUpdate();
    }
  }

  private static void execute(Statement statement, String[] all) throws SQLException {
    for (String each : all) {
      statement.execute(each);
    }
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}

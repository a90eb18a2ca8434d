package org.deskbert.chat.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.deskbert.faq.FaqException;

/** The tables, and the steps that bring older ones to them. */
final class ChatSchema {
  /** "DkCh": tells our files from other SQLite databases. */
  private static final int APPLICATION_ID = 0x446b4368;

  /** What each version added; a new version is a new list at the end. */
  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              """
              CREATE TABLE conversation(
                id TEXT PRIMARY KEY,
                title TEXT NOT NULL,
                pinned INTEGER NOT NULL DEFAULT 0,
                created INTEGER NOT NULL,
                updated INTEGER NOT NULL,
                deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID\
              """,
              """
              CREATE TABLE message(
                id INTEGER PRIMARY KEY,
                conversation TEXT NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
                position INTEGER NOT NULL,
                time INTEGER NOT NULL,
                question TEXT NOT NULL,
                outcome TEXT NOT NULL,
                entry TEXT,
                source TEXT,
                matched TEXT NOT NULL,
                answer TEXT NOT NULL,
                confidence REAL NOT NULL,
                mode TEXT NOT NULL,
                micros INTEGER NOT NULL,
                feedback TEXT NOT NULL,
                UNIQUE(conversation, position))\
              """,
              """
              CREATE VIRTUAL TABLE message_words USING fts5(
                question, answer, content='message', content_rowid='id',
                tokenize='unicode61 remove_diacritics 2', prefix='2 3')\
              """,
              // So that words of a deleted message leave the index too, not only its list of rows.
              "INSERT INTO message_words(message_words, rank) VALUES('secure-delete', 1)",
              """
              CREATE TRIGGER message_added AFTER INSERT ON message BEGIN
                INSERT INTO message_words(rowid, question, answer)
                  VALUES(new.id, new.question, new.answer);
              END\
              """,
              """
              CREATE TRIGGER message_gone AFTER DELETE ON message BEGIN
                INSERT INTO message_words(message_words, rowid, question, answer)
                  VALUES('delete', old.id, old.question, old.answer);
              END\
              """,
              """
              CREATE TABLE question(
                id TEXT PRIMARY KEY,
                message TEXT NOT NULL,
                time INTEGER NOT NULL,
                text TEXT NOT NULL,
                faqs TEXT NOT NULL,
                outcome TEXT NOT NULL,
                source TEXT,
                entry TEXT,
                suggested TEXT NOT NULL,
                chosen_source TEXT,
                chosen_entry TEXT,
                confidence REAL NOT NULL,
                mode TEXT NOT NULL,
                micros INTEGER NOT NULL,
                feedback TEXT NOT NULL,
                rephrased INTEGER NOT NULL DEFAULT 0,
                state TEXT NOT NULL)\
              """,
              "CREATE INDEX question_time ON question(time)",
              "CREATE INDEX question_message ON question(message)",
              "CREATE TABLE draft(text TEXT NOT NULL)"));

  /** Version of the tables that this program writes. */
  static final int VERSION = STEPS.size();

  private ChatSchema() {}

  /**
   * Brings the tables to this version, all steps or none.
   *
   * @throws FaqException if they are another program's or a newer version's; they stay as they are
   */
  static void prepare(Statement statement, String file) throws SQLException, FaqException {
    statement.execute("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      int version = number(statement, "PRAGMA user_version");
      boolean empty = number(statement, "SELECT count(*) FROM sqlite_master") == 0;
      if (!empty && number(statement, "PRAGMA application_id") != APPLICATION_ID) {
        throw new FaqException(
            file + " is a database of another program. Move it away, or use another data folder.");
      }
      if (version > VERSION) {
        throw new FaqException(
            file
                + " was written by a newer DeskBERT (version "
                + version
                + " of the tables, this program knows "
                + VERSION
                + "); it was left alone. Install the newer program to see your conversations.");
      }
      for (List<String> step : STEPS.subList(version, VERSION)) {
        for (String sql : step) {
          statement.execute(sql);
        }
      }
      statement.execute("PRAGMA application_id=" + APPLICATION_ID);
      statement.execute("PRAGMA user_version=" + VERSION);
      statement.execute("COMMIT");
      done = true;
    } finally {
      if (!done) {
        statement.execute("ROLLBACK");
      }
    }
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}

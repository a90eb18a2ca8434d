package org.deskbert.faq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes entries of one FAQ with prepared statements, inside the caller's transaction. */
final class EntryWriter implements AutoCloseable {
  private final Connection connection;
  private final long faq;
  private final PreparedStatement insert;
  private final PreparedStatement update;
  private final PreparedStatement clear;
  private final PreparedStatement phrase;

  EntryWriter(Connection connection, long faq) throws SQLException {
    this.connection = connection;
    this.faq = faq;
    insert =
        connection.prepareStatement(
            "INSERT INTO entry(answer, category, tags, parent, until, faq, id, position)"
                + " VALUES(?,?,?,?,?,?,?,?)");
    update =
        connection.prepareStatement(
            "UPDATE entry SET answer=?, category=?, tags=?, parent=?, until=?"
                + " WHERE faq=? AND id=?");
    clear = connection.prepareStatement("DELETE FROM phrasing WHERE faq=? AND entry=?");
    phrase =
        connection.prepareStatement(
            "INSERT INTO phrasing(faq, entry, position, text) VALUES(?,?,?,?)");
  }

  /** One behind the last entry's position. */
  int nextPosition() throws SQLException {
    try (PreparedStatement last =
        connection.prepareStatement("SELECT max(position) + 1 FROM entry WHERE faq=?")) {
      last.setLong(1, faq);
      try (ResultSet row = last.executeQuery()) {
        return row.getInt(1);
      }
    }
  }

  void insert(Entry entry, int position) throws SQLException {
    bind(insert, entry);
    insert.setInt(8, position);
    insert.executeUpdate();
    phrasings(entry);
  }

  /** Overwrites the entry with the same id, in its place; false if there is none. */
  boolean overwrite(Entry entry) throws SQLException {
    bind(update, entry);
    if (update.executeUpdate() == 0) {
      return false;
    }
    clear.setLong(1, faq);
    clear.setString(2, entry.id());
    clear.executeUpdate();
    phrasings(entry);
    return true;
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    update.close();
    clear.close();
    phrase.close();
  }

  private void bind(PreparedStatement statement, Entry entry) throws SQLException {
    statement.setString(1, entry.answer());
    statement.setString(2, entry.category());
    statement.setString(3, String.join(", ", entry.tags()));
    statement.setString(4, entry.parent());
    statement.setString(5, entry.until() == null ? null : entry.until().toString());
    statement.setLong(6, faq);
    statement.setString(7, entry.id());
  }

  private void phrasings(Entry entry) throws SQLException {
    for (int i = 0; i < entry.phrasings().size(); i++) {
      phrase.setLong(1, faq);
      phrase.setString(2, entry.id());
      phrase.setInt(3, i);
      phrase.setString(4, entry.phrasings().get(i));
      phrase.addBatch();
    }
    phrase.executeBatch();
  }
}

package org.deskbert.faq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes entries of one FAQ with prepared statements, inside the caller's transaction. */
final class EntryWriter implements AutoCloseable {
  private final long faq;
  private final PreparedStatement insert;
  private final PreparedStatement update;
  private final PreparedStatement clear;
  private final PreparedStatement phrase;

  EntryWriter(Connection connection, long faq) throws SQLException {
    this.faq = faq;
    insert =
        connection.prepareStatement(
            "INSERT INTO entry(answer, category, tags, parent, until, position, notes, faq, id)"
                + " VALUES(?,?,?,?,?,?,?,?,?)");
    update =
        connection.prepareStatement(
            "UPDATE entry SET answer=?, category=?, tags=?, parent=?, until=?, position=?,"
                + " notes=? WHERE faq=? AND id=?");
    clear = connection.prepareStatement("DELETE FROM phrasing WHERE faq=? AND entry=?");
    phrase =
        connection.prepareStatement(
            "INSERT INTO phrasing(faq, entry, position, text) VALUES(?,?,?,?)");
  }

  /** Adds the entry, or overwrites the one with its id. */
  void write(Row row) throws SQLException {
    Entry entry = row.entry();
    bind(update, row);
    if (update.executeUpdate() > 0) {
      clear.setLong(1, faq);
      clear.setString(2, entry.id());
      clear.executeUpdate();
    } else {
      bind(insert, row);
      insert.executeUpdate();
    }
    phrasings(entry);
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    update.close();
    clear.close();
    phrase.close();
  }

  private void bind(PreparedStatement statement, Row row) throws SQLException {
    Entry entry = row.entry();
    statement.setString(1, entry.answer());
    statement.setString(2, entry.category());
    statement.setString(3, String.join(", ", entry.tags()));
    statement.setString(4, entry.parent());
    statement.setString(5, entry.until() == null ? null : entry.until().toString());
    statement.setLong(6, row.position());
    statement.setString(7, entry.notes());
    statement.setLong(8, faq);
    statement.setString(9, entry.id());
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

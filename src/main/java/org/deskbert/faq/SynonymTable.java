package org.deskbert.faq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The synonyms of a FAQ in the library, inside the caller's transaction. */
final class SynonymTable {
  private final Connection connection;

  SynonymTable(Connection connection) {
    this.connection = connection;
  }

  /** What was good when it was written is read, whatever today's rules say. */
  Synonyms read(long faq) throws SQLException {
    List<List<String>> groups = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT position, term FROM synonym WHERE faq=? ORDER BY position, place")) {
      statement.setLong(1, faq);
      try (ResultSet row = statement.executeQuery()) {
        int last = -1;
        while (row.next()) {
          if (row.getInt(1) != last) {
            last = row.getInt(1);
            groups.add(new ArrayList<>());
          }
          groups.getLast().add(row.getString(2));
        }
      }
    }
    return Synonyms.joined(groups);
  }

  /** Puts {@code synonyms} in the place of those that are there. */
  void write(long faq, Synonyms synonyms) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM synonym WHERE faq=?")) {
      delete.setLong(1, faq);
      delete.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO synonym(faq, position, place, term) VALUES(?, ?, ?, ?)")) {
      List<List<String>> groups = synonyms.groups();
      for (int position = 0; position < groups.size(); position++) {
        for (int place = 0; place < groups.get(position).size(); place++) {
          insert.setLong(1, faq);
          insert.setInt(2, position);
          insert.setInt(3, place);
          insert.setString(4, groups.get(position).get(place));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }
}

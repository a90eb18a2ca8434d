package org.deskbert.faq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The owner's intents of a FAQ in the library, inside the caller's transaction. */
final class IntentTable {
  private final Connection connection;

  IntentTable(Connection connection) {
    this.connection = connection;
  }

  /** What was good when it was written is read, whatever today's rules say. */
  Intents read(long faq) throws SQLException {
    Map<Integer, List<String>> examples = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT intent, text FROM example WHERE faq=? ORDER BY intent, place")) {
      statement.setLong(1, faq);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          examples
              .computeIfAbsent(row.getInt(1), position -> new ArrayList<>())
              .add(row.getString(2));
        }
      }
    }
    List<Intent> intents = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT position, name, reply, entry FROM intent WHERE faq=? ORDER BY position")) {
      statement.setLong(1, faq);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          intents.add(
              new Intent(
                  row.getString(2),
                  examples.getOrDefault(row.getInt(1), List.of()),
                  row.getString(3),
                  row.getString(4)));
        }
      }
    }
    return intents.isEmpty() ? Intents.NONE : new Intents(intents);
  }

  /** Puts {@code intents} in the place of those that are there. */
  void write(long faq, Intents intents) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM intent WHERE faq=?")) {
      delete.setLong(1, faq);
      delete.executeUpdate();
    }
    try (PreparedStatement one =
            connection.prepareStatement(
                "INSERT INTO intent(faq, position, name, reply, entry) VALUES(?, ?, ?, ?, ?)");
        PreparedStatement each =
            connection.prepareStatement(
                "INSERT INTO example(faq, intent, place, text) VALUES(?, ?, ?, ?)")) {
      for (int position = 0; position < intents.all().size(); position++) {
        Intent intent = intents.all().get(position);
        one.setLong(1, faq);
        one.setInt(2, position);
        one.setString(3, intent.name());
        one.setString(4, intent.reply());
        one.setString(5, intent.entry());
        one.addBatch();
        for (int place = 0; place < intent.examples().size(); place++) {
          each.setLong(1, faq);
          each.setInt(2, position);
          each.setInt(3, place);
          each.setString(4, intent.examples().get(place));
          each.addBatch();
        }
      }
      one.executeBatch();
      each.executeBatch();
    }
  }
}

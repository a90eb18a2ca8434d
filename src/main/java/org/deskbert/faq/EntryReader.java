package org.deskbert.faq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads entries of one FAQ, inside the caller's transaction. */
final class EntryReader {
  private EntryReader() {}

  /** All entries with their places, by id, in their order. */
  static Map<String, Row> rows(Connection connection, long faq) throws SQLException {
    Map<String, List<String>> phrasings = new LinkedHashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT entry, text FROM phrasing WHERE faq=? ORDER BY entry, position")) {
      statement.setLong(1, faq);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          phrasings
              .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
              .add(row.getString(2));
        }
      }
    }
    Map<String, Row> rows = new LinkedHashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id, answer, category, tags, parent, until, position, notes FROM entry WHERE"
                + " faq=? ORDER BY position, id")) {
      statement.setLong(1, faq);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String id = row.getString(1);
          String until = row.getString(6);
          Entry entry =
              new Entry(
                  id,
                  phrasings.getOrDefault(id, List.of(id)),
                  row.getString(2),
                  row.getString(3),
                  List.of(row.getString(4)),
                  row.getString(5),
                  until == null ? null : LocalDate.parse(until),
                  row.getString(8));
          rows.put(id, new Row(row.getLong(7), entry));
        }
      }
    }
    return rows;
  }
}

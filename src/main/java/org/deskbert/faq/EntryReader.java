package org.deskbert.faq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads entries of one FAQ, inside the caller's transaction. */
final class EntryReader {
  /** Stands between phrasings that are read together: texts hold no control characters. */
  private static final String BETWEEN = "\u001f";

  private EntryReader() {}

  /** All entries with their places, by id, in their order. */
  static Map<String, Row> rows(Connection connection, long faq) throws SQLException {
    Map<String, Row> rows = new LinkedHashMap<>();
    Map<String, String> known = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT id, answer, category, tags, parent, until, position, notes,
              (SELECT group_concat(text, ? ORDER BY phrasing.position) FROM phrasing
                WHERE phrasing.faq=entry.faq AND phrasing.entry=entry.id)
              FROM entry WHERE faq=? ORDER BY position, id\
            """)) {
      statement.setString(1, BETWEEN);
      statement.setLong(2, faq);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String id = row.getString(1);
          String tags = once(known, row.getString(4));
          String until = row.getString(6);
          String phrasings = row.getString(9);
          Entry entry =
              new Entry(
                  id,
                  List.of(phrasings == null ? new String[] {id} : phrasings.split(BETWEEN)),
                  row.getString(2),
                  once(known, row.getString(3)),
                  tags.isEmpty() ? List.of() : List.of(tags),
                  row.getString(5),
                  until == null ? null : LocalDate.parse(until),
                  row.getString(8));
          rows.put(id, new Row(row.getLong(7), entry));
        }
      }
    }
    return rows;
  }

  /** The same text once: thousands of entries share a category. */
  private static String once(Map<String, String> known, String text) {
    return known.computeIfAbsent(text, same -> same);
  }
}

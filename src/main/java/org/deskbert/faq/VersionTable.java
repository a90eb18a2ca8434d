package org.deskbert.faq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The versions that were exchanged, inside the caller's transaction. */
final class VersionTable {
  private final Connection connection;

  VersionTable(Connection connection) {
    this.connection = connection;
  }

  /** All by id, newest first. */
  Map<String, Version> all() throws SQLException {
    Map<String, Version> all = new LinkedHashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, content, parents, at FROM version ORDER BY at DESC, id");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        all.put(
            row.getString(1),
            new Version(
                row.getString(1),
                row.getString(2),
                ids(row.getString(3)),
                Instant.ofEpochMilli(row.getLong(4))));
      }
    }
    return all;
  }

  void add(Collection<Version> versions) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR IGNORE INTO version(id, content, parents, at) VALUES(?,?,?,?)")) {
      for (Version version : versions) {
        insert.setString(1, version.id());
        insert.setString(2, version.content());
        insert.setString(3, String.join(" ", version.parents()));
        insert.setLong(4, version.at().toEpochMilli());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Ids in one text, as a mark has them. */
  static List<String> ids(String text) {
    return Arrays.stream(text.split(" ", -1)).filter(id -> !id.isEmpty()).toList();
  }
}

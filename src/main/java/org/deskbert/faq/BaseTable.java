package org.deskbert.faq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Older contents of FAQs, by their hash, inside the caller's transaction. */
final class BaseTable {
  private final Connection connection;

  BaseTable(Connection connection) {
    this.connection = connection;
  }

  /** Keeps a content; returns its hash. */
  String put(Faq faq, Instant now) throws SQLException {
    String text = FaqJson.write(faq);
    String hash = FaqJson.hash(text);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO base(hash, at, content) VALUES(?,?,?)"
                + " ON CONFLICT(hash) DO UPDATE SET at=excluded.at")) {
      insert.setString(1, hash);
      insert.setLong(2, now.toEpochMilli());
      insert.setBytes(3, Deflated.of(text));
      insert.executeUpdate();
    }
    return hash;
  }

  boolean has(String hash) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM base WHERE hash=?")) {
      select.setString(1, hash);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** A content, if it is still there. */
  Optional<Faq> get(String hash) throws SQLException, FaqException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT content FROM base WHERE hash=?")) {
      select.setString(1, hash);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(FaqJson.read("", Deflated.text(row.getBytes(1))))
            : Optional.empty();
      }
    }
  }

  /** Forgets what no FAQ builds upon any more, and what no undo can bring back. */
  void forget(Instant before) throws SQLException {
    String sql =
        """
        DELETE FROM base WHERE at<? AND hash NOT IN (SELECT value FROM mark)
          AND hash NOT IN (SELECT content FROM version ORDER BY at DESC LIMIT 20)\
        """;
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setLong(1, before.toEpochMilli());
      delete.executeUpdate();
    }
  }
}

package org.deskbert.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32C;
import org.deskbert.faq.Seal;
import org.jspecify.annotations.Nullable;

/**
 * Arrays that took long to make, in the file of the {@link VectorCache}: under a key, one row after
 * another, each with a checksum. Row 0 tells how many there are and is written last, so what was
 * broken off while it was written is not there.
 */
final class KeptRows {
  /** Keys that are left: the words and the vectors of the last two indexes. */
  private static final int KEPT = 4;

  private final Connection connection;
  private final @Nullable Seal seal;

  KeptRows(Connection connection, @Nullable Seal seal) throws SQLException {
    this.connection = connection;
    this.seal = seal;
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS kept(key TEXT NOT NULL, part INTEGER NOT NULL,"
              + " sum INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY(key, part))");
    }
  }

  /** Whether all rows of a key were written. */
  boolean has(String key) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM kept WHERE key=? AND part=0")) {
      select.setString(1, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /**
   * What {@code reading} makes of the rows of a key; null if there are none.
   *
   * @throws SQLDataException if they are damaged or not what it reads
   */
  <T> @Nullable T read(String key, Pieces.Reading<T> reading) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT part, sum, content FROM kept WHERE key=? ORDER BY part")) {
      select.setString(1, key);
      try (ResultSet rows = select.executeQuery()) {
        if (!rows.next()) {
          return null;
        }
        if (rows.getInt(1) != 0) {
          throw new SQLDataException("broken off");
        }
        int[] next = {0};
        Pieces.In in = () -> content(key, rows, next[0]++);
        int[] count = in.ints();
        Pieces.In following =
            () -> {
              if (!rows.next()) {
                throw new SQLDataException("incomplete");
              }
              return content(key, rows, next[0]++);
            };
        T made = reading.read(following);
        if (count.length != 1 || next[0] != count[0] || rows.next()) {
          throw new SQLDataException("incomplete");
        }
        return made;
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new SQLDataException("of another program", e);
    }
  }

  private byte[] content(String key, ResultSet row, int part) throws SQLException {
    byte[] stored = row.getBytes(3);
    if (row.getInt(1) != part || row.getLong(2) != sum(key, part, stored)) {
      throw new SQLDataException("damaged");
    }
    byte[] content = seal == null ? stored : seal.unseal(stored);
    if (content == null) {
      throw new SQLDataException("encrypted with another key");
    }
    return content;
  }

  /** Writes a row at once, so that nobody waits for all of them. */
  void write(String key, int part, byte[] content) throws SQLException {
    byte[] stored = seal == null ? content : seal.seal(content);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO kept(key, part, sum, content) VALUES(?,?,?,?)")) {
      insert.setString(1, key);
      insert.setInt(2, part);
      insert.setLong(3, sum(key, part, stored));
      insert.setBytes(4, stored);
      insert.executeUpdate();
    }
  }

  /** Forgets a key. */
  void delete(String key) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM kept WHERE key=?")) {
      delete.setString(1, key);
      delete.executeUpdate();
    }
  }

  /** Forgets all but the keys that were written last. */
  void prune() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "DELETE FROM kept WHERE key NOT IN"
              + " (SELECT key FROM kept WHERE part=0 ORDER BY rowid DESC LIMIT "
              + KEPT
              + ")");
    }
  }

  /** Forgets everything. */
  void clear() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM kept");
    }
  }

  private static long sum(String key, int part, byte[] stored) {
    CRC32C sum = new CRC32C();
    sum.update(key.getBytes(StandardCharsets.UTF_8));
    sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(part).flip());
    sum.update(stored);
    return sum.getValue();
  }
}

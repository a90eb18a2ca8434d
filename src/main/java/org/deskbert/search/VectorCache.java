package org.deskbert.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.Encoding;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of the FAQ's own texts, stored under the hashes of model and text, so that no phrasing is
 * encoded twice. Only a cache: a damaged file is deleted and built anew, and where none can be
 * written the vectors live in memory. Never give it a question that somebody asked. Thread-safe.
 */
public final class VectorCache implements AutoCloseable {
  /** SQLite takes 32,766 marks in one statement. */
  private static final int KEYS_A_QUERY = 1_000;

  private final Map<String, float[]> memory = new HashMap<>();
  private @Nullable Connection connection;

  private VectorCache(@Nullable Connection connection) {
    this.connection = connection;
  }

  /** A cache that forgets everything when it is closed. */
  public static VectorCache inMemory() {
    return new VectorCache(null);
  }

  /** Opens {@code file} or creates it. Never fails: the worst case is a cache in memory. */
  public static VectorCache open(Path file) {
    try {
      return new VectorCache(connect(file));
    } catch (SQLException damaged) {
      try {
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
          Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
        return new VectorCache(connect(file));
      } catch (IOException | SQLException e) {
        return inMemory();
      }
    }
  }

  private static Connection connect(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout=2000");
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=NORMAL");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS vector(key TEXT PRIMARY KEY, value BLOB NOT NULL)"
              + " WITHOUT ROWID");
      try (ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
        if (!check.next() || !"ok".equals(check.getString(1))) {
          throw new SQLException("damaged");
        }
      }
      // A read-only file opens, but can't be written: find out now.
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("COMMIT");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * The vectors of {@code texts}, by text: from here or else from the encoder, and then stored.
   *
   * @throws java.util.concurrent.CancellationException if {@code progress} says stop
   */
  public Map<String, float[]> encode(
      Collection<String> texts, Encoder encoder, int threads, Progress progress) {
    Map<String, float[]> vectors = get(encoder.hash(), texts);
    List<String> missing = texts.stream().distinct().filter(t -> !vectors.containsKey(t)).toList();
    if (!missing.isEmpty()) {
      List<Encoding> encodings = encoder.encodeAll(missing, threads, progress);
      Map<String, float[]> fresh = new HashMap<>();
      for (int i = 0; i < missing.size(); i++) {
        fresh.put(missing.get(i), encodings.get(i).vector());
      }
      put(encoder.hash(), fresh);
      vectors.putAll(fresh);
    }
    return vectors;
  }

  /** The cached vectors of {@code texts} under the model with hash {@code model}, by text. */
  public synchronized Map<String, float[]> get(String model, Collection<String> texts) {
    Map<String, float[]> found = new HashMap<>();
    for (String text : texts) {
      float[] vector = memory.get(key(model, text));
      if (vector != null) {
        found.put(text, vector);
      }
    }
    if (connection == null) {
      return found;
    }
    Map<String, String> missing = new HashMap<>();
    texts.forEach(text -> missing.put(key(model, text), text));
    List<String> keys = List.copyOf(missing.keySet());
    try {
      for (int from = 0; from < keys.size(); from += KEYS_A_QUERY) {
        List<String> some = keys.subList(from, Math.min(from + KEYS_A_QUERY, keys.size()));
        select(connection, some)
            .forEach((key, vector) -> found.put(String.valueOf(missing.get(key)), vector));
      }
    } catch (SQLException e) {
      giveUp();
    }
    return found;
  }

  private static Map<String, float[]> select(Connection connection, List<String> keys)
      throws SQLException {
    String marks = String.join(",", Collections.nCopies(keys.size(), "?"));
    Map<String, float[]> rows = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT key, value FROM vector WHERE key IN (" + marks + ")")) {
      for (int i = 0; i < keys.size(); i++) {
        select.setString(i + 1, keys.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.put(row.getString(1), floats(row.getBytes(2)));
        }
      }
    }
    return rows;
  }

  /** Stores vectors by text, all or none. */
  public synchronized void put(String model, Map<String, float[]> vectors) {
    if (connection == null) {
      vectors.forEach((text, vector) -> memory.put(key(model, text), vector));
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR REPLACE INTO vector VALUES(?,?)")) {
      connection.setAutoCommit(false);
      for (Map.Entry<String, float[]> entry : vectors.entrySet()) {
        insert.setString(1, key(model, entry.getKey()));
        insert.setBytes(2, bytes(entry.getValue()));
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      giveUp();
      put(model, vectors);
    }
  }

  /** A full disk or a file damaged while open: go on in memory. */
  private void giveUp() {
    close();
  }

  @Override
  public synchronized void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        // Nothing is lost but cached work.
        memory.clear();
      }
    }
  }

  private static String key(String model, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(model.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has SHA-256
    }
  }

  private static byte[] bytes(float[] vector) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(vector);
    return buffer.array();
  }

  private static float[] floats(byte[] bytes) {
    float[] vector = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }
}

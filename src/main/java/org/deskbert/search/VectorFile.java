package org.deskbert.search;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.deskbert.faq.Seal;
import org.jspecify.annotations.Nullable;

/**
 * The file of the {@link VectorCache}. Many vectors lie in one row, with a checksum: a large FAQ
 * reads hundreds of thousands of them, one after another, each time it is opened.
 */
final class VectorFile implements AutoCloseable {
  static final int IN_A_ROW = 1_000;

  /** There is no way from one to the next but to encode again. */
  private static final int VERSION = 2;

  private final Connection connection;
  private final @Nullable Seal seal;
  private final KeptRows kept;

  /**
   * A row without its vectors, which are read only where one of them is wanted.
   *
   * @param texts by place: the text that is wanted, or null
   */
  private record Row(
      long id, int dimension, long sum, byte[] stored, @Nullable String[] texts, int wanted) {}

  private VectorFile(Connection connection, @Nullable Seal seal) throws SQLException {
    this.connection = connection;
    this.seal = seal;
    this.kept = new KeptRows(connection, seal);
  }

  /** Opens or makes the file; its content is encrypted where {@code seal} is not null. */
  static VectorFile open(Path file, @Nullable Seal seal) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout=2000");
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=NORMAL");
      // A read-only file opens, but can't be written: find out now.
      statement.execute("BEGIN IMMEDIATE");
      try (ResultSet row =
          statement.executeQuery(
              "SELECT user_version, (SELECT count(*) FROM sqlite_master) FROM"
                  + " pragma_user_version")) {
        if (row.next() && row.getInt(2) > 0 && row.getInt(1) != VERSION) {
          throw new SQLException("of an older program");
        }
      }
      statement.execute(
          "CREATE TABLE IF NOT EXISTS vectors(id INTEGER PRIMARY KEY, model TEXT NOT NULL,"
              + " dimension INTEGER NOT NULL, sum INTEGER NOT NULL, keys BLOB NOT NULL,"
              + " codes BLOB NOT NULL)");
      statement.execute("PRAGMA user_version=" + VERSION);
      statement.execute("COMMIT");
      return new VectorFile(connection, seal);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** What else is kept in this file. */
  KeptRows kept() {
    return kept;
  }

  /** Puts the vectors of the {@code wanted} texts that are here into {@code found}, by text. */
  void select(String model, Map<TextKey, String> wanted, Map<String, Codes> found)
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, dimension, sum, keys FROM vectors WHERE model=? ORDER BY id")) {
      select.setString(1, model);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          byte[] stored = row.getBytes(4);
          @Nullable String[] texts = texts(clear(stored), wanted);
          int count = (int) Arrays.stream(texts).filter(Objects::nonNull).count();
          if (count > 0) {
            rows.add(new Row(row.getLong(1), row.getInt(2), row.getLong(3), stored, texts, count));
          }
        }
      }
    }
    try (PreparedStatement select =
        connection.prepareStatement("SELECT codes FROM vectors WHERE id=?")) {
      for (Row row : rows) {
        select.setLong(1, row.id());
        try (ResultSet one = select.executeQuery()) {
          if (one.next()) {
            byte[] stored = one.getBytes(1);
            if (sum(row.stored(), stored) != row.sum()) {
              throw new SQLException("damaged");
            }
            take(row, clear(stored), found);
          }
        }
      }
    }
  }

  /** Where the vectors of some texts lie; null if one of them is not here. */
  @Nullable Places places(String model, List<TextKey> wanted) throws SQLException {
    Map<TextKey, Integer> found = HashMap.newHashMap(wanted.size());
    wanted.forEach(key -> found.put(key, -1));
    List<Long> rows = new ArrayList<>();
    List<Long> sums = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, sum, keys FROM vectors WHERE model=? ORDER BY id")) {
      select.setString(1, model);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ByteBuffer keys = ByteBuffer.wrap(clear(row.getBytes(3)));
          int first = rows.size() * IN_A_ROW;
          boolean any = false;
          for (int i = 0; keys.remaining() >= TextKey.BYTES; i++) {
            int at = first + i;
            any |= found.computeIfPresent(TextKey.read(keys), (_, _) -> at) != null;
          }
          if (any) {
            rows.add(row.getLong(1));
            sums.add(row.getLong(2));
          }
        }
      }
    }
    int[] at = wanted.stream().mapToInt(key -> found.getOrDefault(key, -1)).toArray();
    return Arrays.stream(at).anyMatch(each -> each < 0)
        ? null
        : new Places(
            rows.stream().mapToLong(Long::longValue).toArray(),
            sums.stream().mapToLong(Long::longValue).toArray(),
            at);
  }

  /** The vectors at some places, in their order; null if other rows lie there by now. */
  @Nullable List<Codes> codes(Places places) throws SQLException {
    int count = places.at().length;
    long[] byRow = new long[count]; // the place, then the number of the vector
    Arrays.setAll(byRow, i -> (long) places.at()[i] << Integer.SIZE | i);
    Arrays.parallelSort(byRow);
    @Nullable Codes[] codes = new Codes[count];
    int from = 0;
    try (PreparedStatement select =
        connection.prepareStatement("SELECT dimension, sum, keys, codes FROM vectors WHERE id=?")) {
      for (int r = 0; r < places.rows().length; r++) {
        int to = from;
        while (to < count && (int) (byRow[to] >> Integer.SIZE) / IN_A_ROW == r) {
          to++;
        }
        select.setLong(1, places.rows()[r]);
        try (ResultSet row = select.executeQuery()) {
          if (!row.next() || row.getLong(2) != places.sums()[r]) {
            return null;
          }
          byte[] stored = row.getBytes(4);
          if (sum(row.getBytes(3), stored) != row.getLong(2)) {
            throw new SQLException("damaged");
          }
          take(row.getInt(1), clear(stored), byRow, from, to, codes);
        }
        from = to;
      }
    }
    return from == count ? Arrays.asList(codes) : null;
  }

  private static void take(
      int dimension, byte[] content, long[] byRow, int from, int to, @Nullable Codes[] codes) {
    int size = Float.BYTES + Short.BYTES * dimension;
    ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    ShortBuffer block = Codes.block(to - from, dimension);
    for (int i = from; i < to; i++) {
      buffer.position((int) (byRow[i] >> Integer.SIZE) % IN_A_ROW * size);
      float scale = buffer.getFloat();
      int at = (i - from) * dimension;
      block.put(at, buffer.asShortBuffer(), 0, dimension);
      codes[(int) byRow[i]] = new Codes(block, at, dimension, scale);
    }
  }

  private byte[] clear(byte[] stored) throws SQLException {
    byte[] content = seal == null ? stored : seal.unseal(stored);
    if (content == null) {
      throw new SQLException("encrypted with another key");
    }
    return content;
  }

  private static @Nullable String[] texts(byte[] keys, Map<TextKey, String> wanted) {
    ByteBuffer buffer = ByteBuffer.wrap(keys);
    @Nullable String[] texts = new String[keys.length / TextKey.BYTES];
    Arrays.setAll(texts, _ -> wanted.get(TextKey.read(buffer)));
    return texts;
  }

  private static void take(Row row, byte[] content, Map<String, Codes> found) throws SQLException {
    int count = row.texts().length;
    int size = Float.BYTES + Short.BYTES * row.dimension();
    if (content.length != count * size) {
      throw new SQLException("damaged");
    }
    ByteBuffer codes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    ShortBuffer block = Codes.block(row.wanted(), row.dimension());
    int from = 0;
    for (int i = 0; i < count; i++) {
      String text = row.texts()[i];
      if (text != null) {
        codes.position(i * size);
        float scale = codes.getFloat();
        block.put(from, codes.asShortBuffer(), 0, row.dimension());
        found.put(text, new Codes(block, from, row.dimension(), scale));
        from += row.dimension();
      }
    }
  }

  /** Stores vectors of one model, all of the same length: all or none. */
  void insert(String model, Map<TextKey, Codes> vectors) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO vectors(model, dimension, sum, keys, codes) VALUES(?,?,?,?,?)")) {
      connection.setAutoCommit(false);
      List<Map.Entry<TextKey, Codes>> all = List.copyOf(vectors.entrySet());
      for (int from = 0; from < all.size(); from += IN_A_ROW) {
        insert(insert, model, all.subList(from, Math.min(from + IN_A_ROW, all.size())));
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private void insert(PreparedStatement insert, String model, List<Map.Entry<TextKey, Codes>> some)
      throws SQLException {
    int dimension = some.getFirst().getValue().dimension();
    ByteBuffer keys = ByteBuffer.allocate(some.size() * TextKey.BYTES);
    ByteBuffer codes =
        ByteBuffer.allocate(some.size() * (Float.BYTES + Short.BYTES * dimension))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (Map.Entry<TextKey, Codes> each : some) {
      keys.putLong(each.getKey().high()).putLong(each.getKey().low());
      codes.putFloat(each.getValue().scale());
      for (short number : each.getValue().numbers()) {
        codes.putShort(number);
      }
    }
    byte[] storedKeys = seal == null ? keys.array() : seal.seal(keys.array());
    byte[] storedCodes = seal == null ? codes.array() : seal.seal(codes.array());
    insert.setString(1, model);
    insert.setInt(2, dimension);
    insert.setLong(3, sum(storedKeys, storedCodes));
    insert.setBytes(4, storedKeys);
    insert.setBytes(5, storedCodes);
    insert.executeUpdate();
  }

  private static long sum(byte[] keys, byte[] codes) {
    CRC32C sum = new CRC32C();
    sum.update(keys);
    sum.update(codes);
    return sum.getValue();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

package org.deskbert.chat.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Seal;
import org.deskbert.faq.SealedDatabase;
import org.deskbert.faq.SqliteFiles;
import org.deskbert.faq.Transaction;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * The SQLite file and its transactions. One caller at a time is served; what has returned is on the
 * disk. Deleted content is written over with zeros at once ({@code secure_delete}).
 */
final class ChatFile implements AutoCloseable {
  private static final int BLOCK = 1 << 16;

  private final @Nullable Path file;
  private final @Nullable Seal seal;
  private final ReentrantLock lock = new ReentrantLock();
  private Connection connection;

  /** What keeps an encrypted file, null where SQLite itself does. */
  private @Nullable SealedDatabase sealed;

  private ChatFile(@Nullable Path file, @Nullable Seal seal) throws FaqException {
    this.file = file;
    this.seal = seal;
    this.connection = connect();
  }

  /** Opens or makes the file, encrypted or not; null for one in memory only. */
  static ChatFile open(@Nullable Path file, @Nullable Seal seal) throws FaqException {
    return new ChatFile(file, seal);
  }

  private Connection connect() throws FaqException {
    boolean done = false;
    Connection opened = null;
    try {
      if (file == null || seal == null) {
        opened = config().createConnection("jdbc:sqlite:" + (file == null ? ":memory:" : file));
        prepare(opened);
      } else {
        SealedDatabase database = new SealedDatabase(file, seal, config());
        sealed = database;
        Connection memory = database.connection();
        opened = memory;
        database.run(true, () -> prepare(memory));
      }
      done = true;
      return opened;
    } catch (SQLException e) {
      throw explain(e, file);
    } finally {
      if (!done && opened != null) {
        closeQuietly(opened);
      }
    }
  }

  private boolean prepare(Connection opened) throws SQLException, FaqException {
    try (Statement statement = opened.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("PRAGMA secure_delete=ON");
      ChatSchema.prepare(statement, String.valueOf(file));
      return true;
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setBusyTimeout(5000);
    return config;
  }

  /** Work on the tables. */
  @FunctionalInterface
  interface Work<T> {
    T run(ChatFile rows) throws SQLException;
  }

  /** Changes the tables in one transaction. */
  <T> T change(Work<T> work) throws FaqException {
    return transaction(true, work);
  }

  /** Reads the tables as they are at one moment. */
  <T> T read(Work<T> work) throws FaqException {
    return transaction(false, work);
  }

  private <T> T transaction(boolean writes, Work<T> work) throws FaqException {
    lock.lock();
    try {
      return Transaction.run(connection, sealed, writes, () -> work.run(this));
    } catch (SQLException e) {
      throw explain(e, file);
    } finally {
      lock.unlock();
    }
  }

  /** Runs one statement inside the caller's transaction; how many rows it changed. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      return statement.executeUpdate();
    }
  }

  /** Makes something of a row. */
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** The rows of a query inside the caller's transaction. */
  <T> List<T> list(Row<T> row, String sql, @Nullable Object... values) throws SQLException {
    List<T> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          all.add(row.of(rows));
        }
      }
    }
    return all;
  }

  private static void set(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** Moves what was deleted out of the write-ahead log too. */
  void wipeLog() throws FaqException {
    lock.lock();
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      throw explain(e, file);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Writes zeros over the file and SQLite's files beside it, deletes them and begins anew.
   *
   * @return bytes that were written over
   */
  long erase() throws FaqException {
    lock.lock();
    try {
      connection.close();
      long bytes = 0;
      if (file != null) {
        for (Path each : SqliteFiles.of(file)) {
          bytes += overwrite(each);
        }
      }
      connection = connect();
      return bytes;
    } catch (SQLException e) {
      throw explain(e, file);
    } catch (IOException e) {
      throw new FaqException(
          "Not everything in "
              + file
              + " could be erased ("
              + e.getMessage()
              + "). End the program and delete that file.",
          e);
    } finally {
      lock.unlock();
    }
  }

  private static long overwrite(Path path) throws IOException {
    if (!Files.exists(path)) {
      return 0;
    }
    long size = Files.size(path);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      for (long done = 0; done < size; ) {
        int length = (int) Math.min(BLOCK, size - done);
        done += channel.write(ByteBuffer.allocate(length), done);
      }
      channel.force(true);
    }
    Files.delete(path);
    return size;
  }

  @Override
  public void close() throws FaqException {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw explain(e, file);
    } finally {
      lock.unlock();
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // The first error is the one worth telling.
    }
  }

  private static FaqException explain(SQLException e, @Nullable Path file) {
    // The low byte is the primary code: https://www.sqlite.org/rescode.html
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    return switch (code) {
      case SQLITE_CORRUPT, SQLITE_NOTADB -> new DamagedChatsException(file + " is damaged.", e);
      case SQLITE_FULL ->
          new FaqException(
              "There is no room left to write " + file + ". Free some space and try again.", e);
      default ->
          new FaqException(
              file
                  + " could not be read or written ("
                  + e.getMessage()
                  + "). Check the disk, and the rights of the file and its folder.",
              e);
    };
  }
}

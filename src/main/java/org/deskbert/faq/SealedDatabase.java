package org.deskbert.faq;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * A SQLite database whose file is sealed. It lives in memory; the file is written whole, and is on
 * the disk, before a transaction that changed something returns, and is read again where another
 * program has written it since. So no page of it is ever on the disk in the clear. Writing costs in
 * proportion to its size: fit for what people write, up to some hundred megabytes. One thread at a
 * time.
 */
public final class SealedDatabase implements AutoCloseable {
  /** A file lock holds for the whole program, so its threads have to queue before it. */
  private static final ReentrantLock WRITING = new ReentrantLock();

  private final Path file;
  private final Seal seal;
  private final Connection connection;

  /** How the file began when it was read or written last. */
  private byte[] head = {};

  /** One transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it on the connection. */
    T run() throws SQLException, FaqException;
  }

  /** A database that is read from {@code file} by the first transaction. */
  public SealedDatabase(Path file, Seal seal, SQLiteConfig config) throws SQLException {
    this.file = file;
    this.seal = seal;
    this.connection = config.createConnection("jdbc:sqlite::memory:");
  }

  /** The connection that {@link Work} uses, the same all the time. */
  public Connection connection() {
    return connection;
  }

  /**
   * Runs a transaction on what is in the file.
   *
   * @param writes whether it may change something: it then waits for other programs
   * @throws SQLException with {@link SQLiteErrorCode#SQLITE_CORRUPT} where the file was changed or
   *     sealed with another key
   * @throws FaqException if the file can't be read or written; it stays as it is
   */
  public <T> T run(boolean writes, Work<T> work) throws SQLException, FaqException {
    try {
      return writes ? change(work) : read(work);
    } catch (IOException e) {
      throw new FaqException(
          file
              + " can't be read or written ("
              + WholeFile.reason(e)
              + "); nothing was changed. Free some space, or check the rights of its folder.",
          e);
    }
  }

  private <T> T read(Work<T> work) throws SQLException, FaqException, IOException {
    refresh();
    return work.run();
  }

  private <T> T change(Work<T> work) throws SQLException, FaqException, IOException {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    WRITING.lock();
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      refresh();
      String before = state();
      T result = work.run();
      if (!state().equals(before)) {
        write();
      }
      return result;
    } finally {
      WRITING.unlock();
    }
  }

  private void refresh() throws SQLException, IOException, FaqException {
    if (!Files.exists(file) || Arrays.equals(Seal.head(file), head)) {
      return;
    }
    byte[] sealed = Files.readAllBytes(file);
    if (!Seal.isSealed(file)) {
      throw new FaqException(
          file + " is not encrypted, though its folder is or was. Close DeskBERT and start again.");
    }
    byte[] content = seal.unseal(sealed);
    if (content == null) {
      throw new SQLException(
          "it was changed, or encrypted with another key",
          null,
          SQLiteErrorCode.SQLITE_CORRUPT.code);
    }
    connection.unwrap(SQLiteConnection.class).deserialize("main", content);
    head = Arrays.copyOf(sealed, Seal.HEAD_BYTES);
  }

  /** Changes with the content. */
  private String state() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT total_changes() || ' ' || schema_version || ' ' || user_version FROM"
                    + " pragma_schema_version, pragma_user_version")) {
      return row.getString(1);
    }
  }

  private void write() throws SQLException, IOException {
    head = new byte[0]; // should this fail, what is in memory is more than what is confirmed
    byte[] sealed = seal.seal(connection.unwrap(SQLiteConnection.class).serialize("main"));
    WholeFile.writeThrough(file, sealed);
    head = Arrays.copyOf(sealed, Seal.HEAD_BYTES);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

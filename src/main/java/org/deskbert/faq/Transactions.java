package org.deskbert.faq;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;

/** Transactions on the library's one connection: any thread may call, one at a time is served. */
final class Transactions implements AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();

  /** What is done in one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException, FaqException;
  }

  Transactions(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Waits for other programs before it reads anything, then does it all, or nothing. */
  <T> T change(Work<T> work) throws FaqException {
    return run("BEGIN IMMEDIATE", work);
  }

  /** Sees one moment of the library; never waits. */
  <T> T read(Work<T> work) throws FaqException {
    return run("BEGIN", work);
  }

  private <T> T run(String begin, Work<T> work) throws FaqException {
    lock.lock();
    try {
      execute(begin);
      boolean done = false;
      try {
        T result = work.run();
        execute("COMMIT");
        done = true;
        return result;
      } finally {
        if (!done) {
          rollBack();
        }
      }
    } catch (SQLException e) {
      throw Database.explain(e, file);
    } finally {
      lock.unlock();
    }
  }

  /** Writes all that is in the database to another file, whole or not at all. */
  void copyTo(Path copy) throws FaqException {
    lock.lock();
    try {
      Database.copy(connection, file, copy);
    } finally {
      lock.unlock();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void rollBack() {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has undone the transaction itself after a full disk; the first error is the one
      // told.
    }
  }

  @Override
  public void close() throws FaqException {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw Database.explain(e, file);
    } finally {
      lock.unlock();
    }
  }
}

package org.deskbert.faq;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Transactions on the library's one connection: any thread may call, one at a time is served. */
final class Transactions implements AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final @Nullable SealedDatabase sealed;
  private final ReentrantLock lock = new ReentrantLock();

  /** What is done in one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException, FaqException;
  }

  Transactions(Path file, Database.Opened opened) {
    this.file = file;
    this.connection = opened.connection();
    this.sealed = opened.sealed();
  }

  /** Waits for other programs before it reads anything, then does it all, or nothing. */
  <T> T change(Work<T> work) throws FaqException {
    return run(true, work);
  }

  /** Sees one moment of the library; never waits. */
  <T> T read(Work<T> work) throws FaqException {
    return run(false, work);
  }

  private <T> T run(boolean writes, Work<T> work) throws FaqException {
    lock.lock();
    try {
      return sealed == null ? begin(writes, work) : sealed.run(writes, () -> begin(writes, work));
    } catch (SQLException e) {
      throw DatabaseProblem.explain(e, file);
    } finally {
      lock.unlock();
    }
  }

  private <T> T begin(boolean writes, Work<T> work) throws SQLException, FaqException {
    execute(writes ? "BEGIN IMMEDIATE" : "BEGIN");
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
  }

  /** Writes all that is in the database to another file, whole or not at all. */
  void copyTo(Path copy) throws FaqException {
    lock.lock();
    try {
      Database.copy(new Database.Opened(connection, sealed), file, copy);
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
      throw DatabaseProblem.explain(e, file);
    } finally {
      lock.unlock();
    }
  }
}

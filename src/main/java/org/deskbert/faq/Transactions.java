package org.deskbert.faq;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Transactions on the library's one connection: any thread may call, one at a time is served. */
final class Transactions implements AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final @Nullable SealedDatabase sealed;
  private final ReentrantLock lock = new ReentrantLock();

  Transactions(Path file, Database.Opened opened) {
    this.file = file;
    this.connection = opened.connection();
    this.sealed = opened.sealed();
  }

  /** Waits for other programs before it reads anything, then does it all, or nothing. */
  <T> T change(SealedDatabase.Work<T> work) throws FaqException {
    return run(true, work);
  }

  /** Sees one moment of the library; never waits. */
  <T> T read(SealedDatabase.Work<T> work) throws FaqException {
    return run(false, work);
  }

  private <T> T run(boolean writes, SealedDatabase.Work<T> work) throws FaqException {
    lock.lock();
    try {
      return Transaction.run(connection, sealed, writes, work);
    } catch (SQLException e) {
      throw DatabaseProblem.explain(e, file);
    } finally {
      lock.unlock();
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

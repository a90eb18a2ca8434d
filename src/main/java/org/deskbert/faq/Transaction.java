package org.deskbert.faq;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** One transaction on an SQLite connection that nobody else uses meanwhile. */
public final class Transaction {
  private Transaction() {}

  /**
   * Does all of the work, or nothing of it.
   *
   * @param sealed what keeps the database where it is encrypted, else null
   * @param writes true to wait for other programs before anything is read
   */
  public static <T> T run(
      Connection connection,
      @Nullable SealedDatabase sealed,
      boolean writes,
      SealedDatabase.Work<T> work)
      throws SQLException, FaqException {
    return sealed == null
        ? begin(connection, writes, work)
        : sealed.run(writes, () -> begin(connection, writes, work));
  }

  private static <T> T begin(Connection connection, boolean writes, SealedDatabase.Work<T> work)
      throws SQLException, FaqException {
    execute(connection, writes ? "BEGIN IMMEDIATE" : "BEGIN");
    boolean done = false;
    try {
      T result = work.run();
      execute(connection, "COMMIT");
      done = true;
      return result;
    } finally {
      if (!done) {
        rollBack(connection);
      }
    }
  }

  private static void rollBack(Connection connection) {
    try {
      execute(connection, "ROLLBACK");
    } catch (SQLException e) {
      // SQLite has undone it by itself after a full disk; the first error is the one told.
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

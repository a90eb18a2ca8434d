package org.deskbert.faq;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** Opens the library's SQLite file, and leaves alone what isn't one of ours in good order. */
final class Database {
  private static final String MAGIC = "SQLite format 3\0";

  // Places in the file's header, https://www.sqlite.org/fileformat.html#the_database_header
  private static final int USER_VERSION_OFFSET = 60;
  private static final int APPLICATION_ID_OFFSET = 68;

  private Database() {}

  /**
   * An open database.
   *
   * @param sealed what keeps it, null where SQLite itself does
   */
  record Opened(Connection connection, @Nullable SealedDatabase sealed) {}

  /**
   * Opens or makes the database; every refusal leaves the file as it was.
   *
   * @param seal null where the file is not encrypted
   */
  static Opened open(Path file, @Nullable Seal seal) throws FaqException {
    try {
      if (Files.isDirectory(file)) {
        throw new FaqException(
            file + " is a folder, but the library is a file. Choose another data folder.");
      }
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
        if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
          throw DatabaseProblem.readOnly(file, null);
        }
      }
      if (seal == null) {
        checkHeader(file);
      }
    } catch (IOException e) {
      throw new FaqException(
          file
              + " can't be reached ("
              + DatabaseProblem.reason(e)
              + "). Check the folder and its permissions, or choose another with --data.",
          e);
    }
    Opened opened = null;
    try {
      opened = connect(file, seal);
      prepare(opened, file);
      return opened;
    } catch (SQLException e) {
      close(opened);
      throw DatabaseProblem.explain(e, file);
    } catch (FaqException e) {
      close(opened);
      throw e;
    }
  }

  private static Opened connect(Path file, @Nullable Seal seal) throws SQLException {
    if (seal == null) {
      String url = "jdbc:sqlite:" + file.toAbsolutePath();
      return new Opened(config().createConnection(url), null);
    }
    SealedDatabase sealed = new SealedDatabase(file.toAbsolutePath(), seal, config());
    return new Opened(sealed.connection(), sealed);
  }

  /** Merges the write-ahead log into the file and leaves that mode, which needs it alone. */
  static void release(Path file) throws FaqException {
    if (!Files.exists(file)) {
      return;
    }
    String url = "jdbc:sqlite:" + file.toAbsolutePath();
    try (Connection connection = config().createConnection(url);
        Statement statement = connection.createStatement()) {
      if (!text(statement, "PRAGMA journal_mode=DELETE").equals("delete")) {
        throw new SQLException("in use", null, SQLiteErrorCode.SQLITE_BUSY.code);
      }
    } catch (SQLException e) {
      FaqException explained = DatabaseProblem.explain(e, file);
      if (!(explained instanceof DamagedLibraryException)) {
        throw explained;
      }
    }
  }

  private static void checkHeader(Path file) throws IOException, FaqException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return;
    }
    byte[] magic = MAGIC.getBytes(StandardCharsets.ISO_8859_1);
    try (InputStream in = Files.newInputStream(file);
        DataInputStream data = new DataInputStream(in)) {
      if (Seal.isSealed(file)) {
        throw new FaqException(
            file
                + " is encrypted, but encryption.json, which holds its key, is missing from its"
                + " folder. Put it back; there is a copy in the folder \"backups\".");
      }
      byte[] start = data.readNBytes(magic.length);
      if (!java.util.Arrays.equals(start, magic)) {
        throw new FaqException(
            file
                + " is no library of DeskBERT (no SQLite database). Move it away and start again.");
      }
      data.skipNBytes(USER_VERSION_OFFSET - magic.length);
      int version = data.readInt();
      data.skipNBytes(APPLICATION_ID_OFFSET - USER_VERSION_OFFSET - Integer.BYTES);
      checkOwner(data.readInt(), version, file);
    } catch (java.io.EOFException e) {
      throw DatabaseProblem.damaged(file, "it is cut short", e);
    }
  }

  private static void checkOwner(int application, int version, Path file) throws FaqException {
    // Both are 0 while the very first transaction still is in the write-ahead log.
    if (application != Schema.APPLICATION_ID && (application != 0 || version != 0)) {
      throw new FaqException(
          file + " is a database of another program. Move it away or choose another data folder.");
    }
    if (version > Schema.VERSION) {
      throw new FaqException(
          file
              + " was written by a newer DeskBERT (version "
              + version
              + " of the tables, this program knows "
              + Schema.VERSION
              + "); it was left alone. Install the newer program or choose another data folder.");
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setBusyTimeout(5000);
    // A writer takes its lock at the start, so that it waits for another program instead of
    // failing.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return config;
  }

  private static void prepare(Opened opened, Path file) throws SQLException, FaqException {
    if (opened.sealed() == null) {
      bringUpToDate(opened, file);
    } else {
      opened
          .sealed()
          .run(
              true,
              () -> {
                bringUpToDate(opened, file);
                return true;
              });
    }
  }

  private static void bringUpToDate(Opened opened, Path file) throws SQLException, FaqException {
    try (Statement statement = opened.connection().createStatement()) {
      int application = number(statement, "PRAGMA application_id");
      int version = number(statement, "PRAGMA user_version");
      checkOwner(application, version, file);
      if (version == 0 && number(statement, "SELECT count(*) FROM sqlite_master") > 0) {
        checkOwner(-1, version, file);
      }
      String health = text(statement, "PRAGMA quick_check(1)");
      if (!health.equals("ok")) {
        throw DatabaseProblem.damaged(file, Text.shorten(health, 120), null);
      }
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      if (version == 0) {
        Schema.create(statement);
      } else if (version < Schema.VERSION) {
        // An older program can go on with the copy.
        copy(opened, file, file.resolveSibling(file.getFileName() + ".v" + version));
        Schema.migrate(statement);
      }
    }
  }

  /**
   * Writes the whole database to another file, whole or not at all.
   *
   * @throws FaqException if there is no room for it, or the database turns out to be damaged
   */
  static void copy(Opened opened, Path file, Path copy) throws FaqException {
    // Two programs may do so at the same time.
    Path part = copy.resolveSibling(copy.getFileName() + "." + ProcessHandle.current().pid());
    delete(part); // left by a program that was killed
    try {
      if (opened.sealed() == null) {
        vacuum(opened.connection(), part);
      } else {
        Files.copy(file, part); // always a whole one
      }
      Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (SQLException e) {
      throw DatabaseProblem.explain(e, file);
    } catch (IOException e) {
      throw new FaqException(
          "No copy of the library could be written to "
              + copy
              + " ("
              + DatabaseProblem.reason(e)
              + "). Free some"
              + " space, or choose another folder with --data.",
          e);
    } finally {
      delete(part);
    }
  }

  private static void vacuum(Connection connection, Path part) throws SQLException {
    try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, part.toAbsolutePath().toString());
      vacuum.execute();
    }
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // What is in the way is told by the next step.
    }
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }

  private static void close(@Nullable Opened opened) {
    if (opened != null) {
      try {
        opened.connection().close();
      } catch (SQLException e) {
        // The first error is the one worth telling.
      }
    }
  }
}

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

  /** Opens or makes the database; every refusal leaves the file as it was. */
  static Connection open(Path file) throws FaqException {
    try {
      if (Files.isDirectory(file)) {
        throw new FaqException(
            file + " is a folder, but the library is a file. Choose another data folder.");
      }
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
        if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
          throw readOnly(file, null);
        }
      }
      checkHeader(file);
    } catch (IOException e) {
      throw new FaqException(
          file
              + " can't be reached ("
              + reason(e)
              + "). Check the folder and its permissions, or choose another with --data.",
          e);
    }
    Connection connection = null;
    try {
      connection = config().createConnection("jdbc:sqlite:" + file.toAbsolutePath());
      prepare(connection, file);
      return connection;
    } catch (SQLException e) {
      close(connection);
      throw explain(e, file);
    } catch (FaqException e) {
      close(connection);
      throw e;
    }
  }

  /** What went wrong, as a sentence for the user. */
  static FaqException explain(SQLException e, Path file) {
    // The low byte is the primary code: https://www.sqlite.org/rescode.html
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    return switch (code) {
      case SQLITE_FULL ->
          new FaqException(
              "There is no room left to write "
                  + file
                  + "; nothing was changed. Free some space and try again.",
              e);
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> readOnly(file, e);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new FaqException(
              file + " is in use by another program; nothing was changed. Close it and try again.",
              e);
      case SQLITE_CORRUPT, SQLITE_NOTADB -> damaged(file, e.getMessage(), e);
      default ->
          new FaqException(
              file
                  + " could not be read or written ("
                  + e.getMessage()
                  + "); nothing was changed. Check the disk and try again.",
              e);
    };
  }

  private static void checkHeader(Path file) throws IOException, FaqException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return;
    }
    byte[] magic = MAGIC.getBytes(StandardCharsets.ISO_8859_1);
    try (InputStream in = Files.newInputStream(file);
        DataInputStream data = new DataInputStream(in)) {
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
      throw damaged(file, "it is cut short", e);
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

  private static void prepare(Connection connection, Path file) throws SQLException, FaqException {
    try (Statement statement = connection.createStatement()) {
      int application = number(statement, "PRAGMA application_id");
      int version = number(statement, "PRAGMA user_version");
      checkOwner(application, version, file);
      if (version == 0 && number(statement, "SELECT count(*) FROM sqlite_master") > 0) {
        checkOwner(-1, version, file);
      }
      String health = text(statement, "PRAGMA quick_check(1)");
      if (!health.equals("ok")) {
        throw damaged(file, Text.shorten(health, 120), null);
      }
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      if (version == 0) {
        Schema.create(statement);
      } else if (version < Schema.VERSION) {
        // An older program can go on with the copy.
        copy(connection, file, file.resolveSibling(file.getFileName() + ".v" + version));
        Schema.migrate(statement);
      }
    }
  }

  /**
   * Writes the whole database to another file, whole or not at all.
   *
   * @throws FaqException if there is no room for it, or the database turns out to be damaged
   */
  static void copy(Connection connection, Path file, Path copy) throws FaqException {
    // Two programs may do so at the same time.
    Path part = copy.resolveSibling(copy.getFileName() + "." + ProcessHandle.current().pid());
    delete(part); // left by a program that was killed
    try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, part.toAbsolutePath().toString());
      vacuum.execute();
      Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (SQLException e) {
      throw explain(e, file);
    } catch (IOException e) {
      throw new FaqException(
          "No copy of the library could be written to "
              + copy
              + " ("
              + reason(e)
              + "). Free some"
              + " space, or choose another folder with --data.",
          e);
    } finally {
      delete(part);
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

  private static FaqException readOnly(Path file, @Nullable Exception cause) {
    String sentence =
        file
            + " can't be written, the folder or the file is read-only. Give yourself the right to"
            + " write there, or choose another folder with --data.";
    return cause == null ? new FaqException(sentence) : new FaqException(sentence, cause);
  }

  private static FaqException damaged(Path file, @Nullable String detail, @Nullable Exception e) {
    return new DamagedLibraryException(
        file
            + " is damaged ("
            + detail
            + "); it was left alone. \"deskbert doctor --restore\" puts the last backup in its"
            + " place and keeps the damaged file.",
        e);
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.AccessDeniedException
        ? "access denied"
        : e instanceof java.nio.file.FileAlreadyExistsException
            ? "there is a file where the folder should be"
            : String.valueOf(e.getMessage());
  }

  private static void close(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        // The first error is the one worth telling.
      }
    }
  }
}

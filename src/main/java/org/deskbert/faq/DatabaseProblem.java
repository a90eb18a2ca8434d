package org.deskbert.faq;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** What is wrong with the library's file, as sentences for the user. */
final class DatabaseProblem {
  private DatabaseProblem() {}

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

  static FaqException readOnly(Path file, @Nullable Exception cause) {
    String sentence =
        file
            + " can't be written, the folder or the file is read-only. Give yourself the right to"
            + " write there, or choose another folder with --data.";
    return cause == null ? new FaqException(sentence) : new FaqException(sentence, cause);
  }

  static FaqException damaged(Path file, @Nullable String detail, @Nullable Exception e) {
    return new DamagedLibraryException(
        file
            + " is damaged ("
            + detail
            + "); it was left alone. \"deskbert doctor --restore\" puts the last backup in its"
            + " place and keeps the damaged file.",
        e);
  }

  static String reason(IOException e) {
    return e instanceof java.nio.file.AccessDeniedException
        ? "access denied"
        : e instanceof java.nio.file.FileAlreadyExistsException
            ? "there is a file where the folder should be"
            : String.valueOf(e.getMessage());
  }
}

package org.deskbert.faq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that SQLite keeps for a database. */
public final class SqliteFiles {
  private SqliteFiles() {}

  /** The database itself, its write-ahead log and that log's index, whether they exist or not. */
  public static List<Path> of(Path database) {
    return Stream.of("", "-wal", "-shm")
        .map(suffix -> database.resolveSibling(database.getFileName() + suffix))
        .toList();
  }

  /** Deletes them all; the database is not open. */
  public static void delete(Path database) throws IOException {
    for (Path file : of(database)) {
      Files.deleteIfExists(file);
    }
  }
}

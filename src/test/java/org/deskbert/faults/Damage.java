package org.deskbert.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** Files that are not as they were. */
final class Damage {
  private Damage() {}

  static void damage(Path file, long place) throws IOException {
    byte[] noise = new byte[4096];
    new java.util.Random(place).nextBytes(noise);
    write(file, place, noise);
  }

  static void write(Path file, long place, byte[] bytes) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.seek(place);
      access.write(bytes);
    }
  }

  /** Makes the library that {@code library-1.sql} holds. */
  static void makeOldLibrary(Path file) throws IOException, SQLException {
    try (InputStream sql = Damage.class.getResourceAsStream("/org/deskbert/faq/library-1.sql");
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from.normalize())) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}

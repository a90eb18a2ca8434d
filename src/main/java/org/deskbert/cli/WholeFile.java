package org.deskbert.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a result whole or not at all: a failure leaves the old file as it was. */
final class WholeFile {
  /** Fills a file. */
  interface Content {
    void writeTo(Path file) throws IOException;
  }

  private WholeFile() {}

  static void write(Path file, Content content) throws Failure {
    Path target = file.toAbsolutePath();
    Path fresh = target.resolveSibling(target.getFileName() + ".part");
    try {
      content.writeTo(fresh);
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      deleteQuietly(fresh);
      throw new Failure(file + " can't be written; check the folder, its rights and the disk.", e);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The first error is the one worth telling.
    }
  }
}

package org.deskbert.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deskbert.faq.WholeFile;

/** Writes a result whole or not at all, and says why it can't. */
final class ResultFile {
  private ResultFile() {}

  /** Refuses a place where no file can be, before long work starts. */
  static void check(Path file) throws Failure {
    if (Files.isDirectory(file)) {
      throw new Failure(file + " is a folder; name a file in it.");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Failure(file + " can't be written, its folder does not exist; make it first.");
    }
    boolean direct = Files.exists(file) && !Files.isRegularFile(file);
    if (!Files.isWritable(direct ? file : folder)) {
      throw new Failure(file + " can't be written, access is denied; choose another place.");
    }
  }

  /** Writes the file; a failure leaves the old one as it was. */
  static void write(Path file, WholeFile.Content<RuntimeException> content) throws Failure {
    try {
      WholeFile.write(file, content);
    } catch (IOException e) {
      throw new Failure(
          file
              + " can't be written ("
              + WholeFile.reason(e)
              + "); choose another place, or free some space.",
          e);
    }
  }
}

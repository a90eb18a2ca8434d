package org.deskbert.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Library;
import org.deskbert.faq.Seal;
import org.deskbert.faq.SqliteFiles;
import org.deskbert.faq.WholeFile;

/**
 * Encrypts the databases of a data folder and their copies, or writes them in the clear again, one
 * file after another, each whole. Where it was broken off, it goes on.
 */
final class Conversion {
  /** Library, conversations, their backups and what was put aside; not the caches. */
  private static final Pattern DATABASE =
      Pattern.compile("(library|chats)[^/]*\\.db(\\.v\\d+|-wal)?");

  private final DataFolder folder;
  private final Seal seal;

  Conversion(DataFolder folder, Seal seal) {
    this.folder = folder;
    this.seal = seal;
  }

  /** Brings all files to one state. */
  void run(boolean sealed) throws FaqException {
    try {
      List<Path> wrong = new ArrayList<>();
      for (Path file : databases()) {
        if (Files.size(file) > 0 && Seal.isSealed(file) != sealed) {
          wrong.add(file);
        }
      }
      if (wrong.isEmpty()) {
        return;
      }
      if (sealed) {
        Library.release(folder.library());
        Library.release(folder.chats());
      }
      for (Path file : wrong) {
        if (Files.exists(file)) { // not a log that has just been merged
          convert(file, sealed);
        }
      }
      SqliteFiles.delete(folder.cache()); // it can be computed again
    } catch (IOException e) {
      throw new FaqException(
          "Not all of the data in "
              + folder.path()
              + " could be converted ("
              + WholeFile.reason(e)
              + "); nothing is lost. Free some space, and start again to go on.",
          e);
    }
  }

  private List<Path> databases() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path place : List.of(folder.path(), folder.backups())) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.list(place)) {
          files
              .filter(file -> DATABASE.matcher(file.getFileName().toString()).matches())
              .sorted()
              .forEach(all::add);
        }
      }
    }
    return all;
  }

  private void convert(Path file, boolean sealed) throws IOException, FaqException {
    byte[] content = Files.readAllBytes(file);
    byte[] converted = sealed ? seal.seal(content) : seal.unseal(content);
    if (converted == null) {
      throw new FaqException(
          file + " was changed, or is encrypted with another key; move it away and start again.");
    }
    var time = Files.getLastModifiedTime(file);
    WholeFile.writeThrough(file, converted);
    Files.setLastModifiedTime(file, time); // by it the next backup is due, or not
  }
}

package org.deskbert.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Seal;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds all that the user owns. It carries a version, so that an older program
 * leaves a newer folder alone.
 *
 * @param path the folder, absolute
 * @param seal what its databases are encrypted with, null where they are not
 */
public record DataFolder(Path path, @Nullable Seal seal) {
  /** Version of the folder's layout that this program writes. */
  static final int VERSION = 1;

  /** As answers name the folder. */
  static final String PICTURES = "pictures";

  private static final String VERSION_FILE = "version";

  /** A folder that is not encrypted, or not unlocked. */
  public DataFolder(Path path) {
    this(path, null);
  }

  /** The same folder, unlocked. */
  DataFolder with(Seal opened) {
    return new DataFolder(path, opened);
  }

  /**
   * Opens the folder and makes it if needed.
   *
   * @param chosen the folder, or null for the one in {@code DESKBERT_HOME} or else the system's
   *     usual place
   * @throws FaqException if it can't be used, with a sentence that names it
   */
  public static DataFolder open(@Nullable Path chosen) throws FaqException {
    Path path = (chosen == null ? usual() : chosen).toAbsolutePath().normalize();
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new FaqException(
          "The data folder " + path + " is a file; name a folder with --data or DESKBERT_HOME.");
    }
    try {
      make(path);
      checkVersion(path);
      Path probe = Files.createTempFile(path, ".write", null);
      Files.delete(probe);
    } catch (IOException e) {
      throw new FaqException(
          "The data folder "
              + path
              + " can't be written; make it writable or name another with --data.",
          e);
    }
    return new DataFolder(path);
  }

  /** Makes the folder for its owner alone; one that is there keeps its rights. */
  private static void make(Path path) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(path);
    }
  }

  private static void checkVersion(Path path) throws IOException, FaqException {
    Path file = path.resolve(VERSION_FILE);
    if (!Files.exists(file)) {
      Files.writeString(file, VERSION + "\n");
      return;
    }
    String text = Files.readString(file).strip();
    int version;
    try {
      version = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new FaqException(
          file + " should hold a number; write " + VERSION + " into it, or delete it.", e);
    }
    if (version > VERSION) {
      throw new FaqException(
          "The data folder "
              + path
              + " was written by a newer DeskBERT (folder version "
              + version
              + ", this program knows "
              + VERSION
              + "); update the program or name another folder with --data.");
    }
  }

  private static Path usual() {
    String variable = System.getenv("DESKBERT_HOME");
    if (variable != null && !variable.isBlank()) {
      return Path.of(variable);
    }
    Path home = Path.of(System.getProperty("user.home", "."));
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      String local = System.getenv("LOCALAPPDATA");
      return local == null ? home.resolve("DeskBERT") : Path.of(local, "DeskBERT");
    }
    if (os.contains("mac")) {
      return home.resolve("Library/Application Support/DeskBERT");
    }
    String xdg = System.getenv("XDG_DATA_HOME");
    return (xdg == null || xdg.isBlank() ? home.resolve(".local/share") : Path.of(xdg))
        .resolve("deskbert");
  }

  /** The library of FAQs. */
  public Path library() {
    return path.resolve("library.db");
  }

  /** Conversations and the log of questions. */
  public Path chats() {
    return path.resolve("chats.db");
  }

  /** Copies of the library, a file for a day. */
  public Path backups() {
    return path.resolve("backups");
  }

  /** What can be computed again: vectors and fitted confidences. */
  public Path cache() {
    return path.resolve("cache.db");
  }

  /** The fitted confidences, a file each. */
  public Path fitted() {
    return path.resolve("fitted");
  }

  /** The key that signs packs. */
  public Path signingKey() {
    return path.resolve("signing-key.json");
  }

  /** The signers whose packs are trusted. */
  public Path signers() {
    return path.resolve("signers.json");
  }

  /** The signers from whose archives the program is updated. */
  public Path updateSigners() {
    return path.resolve("update-signers.json");
  }

  /** Which of the machine's packs were taken in. */
  public Path machinePacks() {
    return path.resolve("machine-packs.json");
  }

  /** What the columns of imported tables hold. */
  public Path columns() {
    return path.resolve("columns.json");
  }

  /** Pictures that answers refer to as {@code pictures/NAME}. */
  public Path pictures() {
    return path.resolve(PICTURES);
  }

  /** The hash of the passphrase that keeps askers out, if there is one. */
  public Path ownerLock() {
    return path.resolve("owner-lock.json");
  }

  /** The key of an encrypted folder, itself encrypted with the passphrase. */
  public Path encryption() {
    return path.resolve("encryption.json");
  }

  /** The user's settings. */
  public Path settings() {
    return path.resolve("settings.json");
  }

  /** The user's own model bundles. */
  public Path models() {
    return path.resolve("models");
  }
}

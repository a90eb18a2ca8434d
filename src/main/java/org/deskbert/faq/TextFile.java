package org.deskbert.faq;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads files that are not a FAQ themselves, such as test sets, and says what is wrong with them.
 */
public final class TextFile {
  /** Largest file that is read, in bytes. */
  static final int MAX_FILE = 64 << 20;

  private TextFile() {}

  /**
   * The text of a UTF-8 file or pipe of any length, without byte-order mark.
   *
   * @throws FaqException if it can't be read or is not UTF-8; names line and column
   */
  public static String read(Path file) throws FaqException {
    return Encodings.utf8(String.valueOf(file.getFileName()), bytes(file, Integer.MAX_VALUE - 8));
  }

  /** The bytes of an ordinary file that holds a FAQ. */
  static byte[] bytes(Path file) throws FaqException {
    if (Files.exists(file) && !Files.isDirectory(file) && !Files.isRegularFile(file)) {
      throw new FaqException(file + " is not an ordinary file. Choose a file on disk.");
    }
    byte[] bytes = bytes(file, MAX_FILE + 1);
    if (bytes.length > MAX_FILE) {
      throw new FaqException(
          file + " is larger than 64 MB. Split it, or take pictures and other ballast out.");
    }
    return bytes;
  }

  private static byte[] bytes(Path file, int most) throws FaqException {
    if (Files.isDirectory(file)) {
      throw new FaqException(file + " is a folder. Choose a file in it.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Files.size(file) > most ? new byte[most] : in.readNBytes(most);
    } catch (NoSuchFileException e) {
      throw new FaqException(file + " does not exist. Check the name and the folder.", e);
    } catch (AccessDeniedException e) {
      throw new FaqException(file + " may not be read. Ask for the right to read it.", e);
    } catch (IOException e) {
      throw new FaqException(
          file + " could not be read (" + e.getMessage() + "). Check the disk and try again.", e);
    }
  }
}

package org.deskbert.faq;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole or not at all: a failure, or a killed program, leaves the old one. */
public final class WholeFile {
  /**
   * Writes the content.
   *
   * @param <E> what else can go wrong
   */
  public interface Content<E extends Exception> {
    /** Writes everything to {@code out}, which stays open. */
    void writeTo(OutputStream out) throws IOException, E;
  }

  private WholeFile() {}

  /**
   * Writes {@code file}, beside the old one first. A link stays a link, and what is no ordinary
   * file, such as a pipe, is written to directly.
   *
   * @throws IOException if it can't be written
   */
  public static <E extends Exception> void write(Path file, Content<E> content)
      throws IOException, E {
    boolean there = Files.exists(file);
    if (there && !Files.isRegularFile(file)) {
      fill(file, content);
      return;
    }
    Path target = there ? file.toRealPath() : file.toAbsolutePath();
    // Two programs may write the same file at a time.
    String name = target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    Path part = target.resolveSibling(name);
    try {
      fill(part, content);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      deleteQuietly(part);
    }
  }

  /**
   * Writes {@code file} so that it is on the disk, not only with the system, when this returns.
   *
   * @throws IOException if it can't be written
   */
  public static void writeThrough(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      deleteQuietly(part);
    }
    // The new name, too. Windows opens no folder, and needs it not.
    try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
      folder.force(true);
    } catch (IOException e) {
      // Then a power cut brings back the old file, whole.
    }
  }

  /**
   * Writes a file that the user has named, as {@link #write} does.
   *
   * @throws FaqException if it can't be written, with a sentence on the remedy
   */
  static void writeNamed(Path file, Content<FaqException> content) throws FaqException {
    if (Files.isDirectory(file)) {
      throw new FaqException(file + " is a folder. Name a file in it.");
    }
    try {
      write(file, content);
    } catch (IOException e) {
      throw new FaqException(
          file + " can't be written (" + reason(e) + "). Choose another place, or free some space.",
          e);
    }
  }

  /** A short reason for a failure, in words for people. */
  public static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.NoSuchFileException missing -> "its folder does not exist";
      case java.nio.file.AccessDeniedException denied -> "access denied";
      default -> String.valueOf(e.getMessage());
    };
  }

  private static <E extends Exception> void fill(Path file, Content<E> content)
      throws IOException, E {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      content.writeTo(out);
    }
  }

  private static void deleteQuietly(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The first error is the one worth telling.
    }
  }
}

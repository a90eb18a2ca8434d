package org.deskbert.faq;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The parts of a zip archive or the files of a folder, by name; sizes are bounded. */
final class Parts {
  private static final int MAX_PARTS = 20_000;
  private static final int MAX_DEPTH = 6;

  /** Unpacked, all together. */
  private static final int MAX_BYTES = 64 << 20;

  private Parts() {}

  /** The names in a zip archive. */
  static List<String> names(String file, Path path) throws FaqException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return zip.stream().limit(MAX_PARTS).map(ZipEntry::getName).toList();
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(file, e);
    }
  }

  /**
   * Those parts of a zip archive whose names are wanted, in the order of their names.
   *
   * @throws FaqException if it is broken, locked or too large
   */
  static Map<String, byte[]> ofZip(String file, Path path, Predicate<String> wanted)
      throws FaqException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      if (zip.size() > MAX_PARTS) {
        throw tooLarge(file);
      }
      int left = MAX_BYTES;
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.isDirectory() || hidden(entry.getName()) || !wanted.test(entry.getName())) {
          continue;
        }
        try (InputStream in = zip.getInputStream(entry)) {
          left -= add(file, entry.getName(), in, left, parts);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(file, e);
    }
    return parts;
  }

  /** Those files of a folder, and of the folders in it, whose names are wanted. */
  static Map<String, byte[]> ofFolder(Path folder, Predicate<String> wanted) throws FaqException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder, MAX_DEPTH)) {
      List<Path> files = found.limit(MAX_PARTS + 1L).filter(Files::isRegularFile).toList();
      if (files.size() > MAX_PARTS) {
        throw tooLarge(folder.toString());
      }
      int left = MAX_BYTES;
      for (Path file : files) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (hidden(name) || !wanted.test(name)) {
          continue;
        }
        try (InputStream in = Files.newInputStream(file)) {
          left -= add(folder.toString(), name, in, left, parts);
        }
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new FaqException(
          folder + " could not be read (" + e.getMessage() + "). Check your rights to it.", e);
    }
    return parts;
  }

  private static int add(
      String file, String name, InputStream in, int left, Map<String, byte[]> parts)
      throws IOException, FaqException {
    // Counted as it comes out, whatever the directory claims.
    byte[] bytes = in.readNBytes(left + 1);
    if (bytes.length > left) {
      throw tooLarge(file);
    }
    parts.put(name, bytes);
    return bytes.length;
  }

  /** What systems and editors leave beside the files of people. */
  private static boolean hidden(String name) {
    return name.startsWith("__MACOSX/") || name.startsWith(".") || name.contains("/.");
  }

  private static FaqException tooLarge(String file) {
    return new FaqException(
        file + " unpacks to more than a FAQ can be. Keep only the questions and answers in it.");
  }

  private static FaqException damaged(String file, Exception e) {
    boolean locked = String.valueOf(e.getMessage()).contains("encrypted");
    return new FaqException(
        locked
            ? file + " is protected by a password. Unpack it and make it again without one."
            : file + " is damaged: its parts can't be unpacked. Export or download it again.",
        e);
  }
}

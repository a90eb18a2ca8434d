package org.deskbert.faq;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads FAQ files: CSV, TSV, XLSX, Markdown and JSON, told by content and extension. */
public final class FaqFiles {
  /** Largest file that is read, in bytes. */
  static final int MAX_FILE = 64 << 20;

  private FaqFiles() {}

  /**
   * Reads a whole file.
   *
   * @param skipBad whether to leave out bad rows and report them, instead of refusing the file
   * @throws FaqException if the file can't be read, nothing in it can be used or, without {@code
   *     skipBad}, anything in it is bad; the sentence names file, line, column and remedy
   */
  public static FaqFile read(Path file, boolean skipBad) throws FaqException {
    byte[] bytes = bytes(file);
    String name = String.valueOf(file.getFileName());
    String extension = extension(name);
    Drafts drafts = new Drafts();
    if (XlsxReader.isWorkbook(bytes) || extension.equals("xlsx")) {
      XlsxReader.read(name, file, bytes, drafts);
      return drafts.finish(name, skipBad);
    }
    String text = Encodings.decode(name, bytes);
    if (text.isBlank()) {
      throw new FaqException(name + " is empty. Choose a file with questions and answers.");
    }
    switch (kind(extension, text)) {
      case MARKDOWN -> MarkdownReader.read(name, text, drafts);
      case JSON -> JsonFormat.read(name, text, drafts);
      case TABLE -> CsvReader.read(name, text, drafts);
    }
    return drafts.finish(name, skipBad);
  }

  /** A name for the library made from a file's name: without extension and odd characters. */
  public static String nameFor(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String tidy = stem.replaceAll("[^\\p{L}\\p{M}\\p{N}_-]+", " ").strip();
    String cut = tidy.length() > 60 ? tidy.substring(0, 60).strip() : tidy;
    return Library.isValidName(cut) ? cut : "faq";
  }

  private enum Kind {
    TABLE,
    MARKDOWN,
    JSON
  }

  /** By the extension; where it says nothing, by how the text begins. */
  private static Kind kind(String extension, String text) {
    return switch (extension) {
      case "csv", "tsv", "tab" -> Kind.TABLE;
      case "md", "markdown" -> Kind.MARKDOWN;
      case "json" -> Kind.JSON;
      default -> {
        String start = text.stripLeading();
        yield start.startsWith("{") || start.startsWith("[")
            ? Kind.JSON
            : start.startsWith("#") ? Kind.MARKDOWN : Kind.TABLE;
      }
    };
  }

  private static byte[] bytes(Path file) throws FaqException {
    if (Files.isDirectory(file)) {
      throw new FaqException(file + " is a folder. Choose a file in it.");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FaqException(file + " is not an ordinary file. Choose a file on disk.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes =
          Files.size(file) > MAX_FILE ? new byte[MAX_FILE + 1] : in.readNBytes(MAX_FILE + 1);
      if (bytes.length > MAX_FILE) {
        throw new FaqException(
            file + " is larger than 64 MB. Split it, or take pictures and other ballast out.");
      }
      if (bytes.length == 0) {
        throw new FaqException(file + " is empty. Choose a file with questions and answers.");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new FaqException(file + " does not exist. Check the name and the folder.", e);
    } catch (java.nio.file.AccessDeniedException e) {
      throw new FaqException(file + " may not be read. Ask for the right to read it.", e);
    } catch (IOException e) {
      throw new FaqException(
          file + " could not be read (" + e.getMessage() + "). Check the disk and try again.", e);
    }
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}

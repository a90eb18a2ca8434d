package org.deskbert.faq;

import java.nio.file.Path;
import java.util.Locale;

/** Reads FAQ files: CSV, TSV, XLSX, Markdown and JSON, told by content and extension. */
public final class FaqFiles {
  /** What can be read, for sentences. */
  static final String KINDS = "CSV, TSV, XLSX, Markdown or JSON";

  private FaqFiles() {}

  /**
   * Reads a whole file.
   *
   * @param skipBad whether to leave out bad rows and report them, instead of refusing the file
   * @throws FaqException if the file can't be read, nothing in it can be used or, without {@code
   *     skipBad}, anything in it is bad; the sentence names file, line, column and remedy
   */
  public static FaqFile read(Path file, boolean skipBad) throws FaqException {
    byte[] bytes = TextFile.bytes(file);
    if (bytes.length == 0) {
      throw new FaqException(file + " is empty. Choose a file with questions and answers.");
    }
    String name = String.valueOf(file.getFileName());
    String extension = extension(name);
    Drafts drafts = new Drafts();
    if (XlsxReader.isWorkbook(bytes) || extension.equals("xlsx")) {
      XlsxReader.read(name, file, bytes, drafts);
      return drafts.finish(name, skipBad);
    }
    String text = Encodings.decode(name, bytes, drafts);
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

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}

package org.deskbert.faq;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads FAQ files of all kinds, told by their content. docs/formats.md has the list. */
public final class FaqFiles {
  /** What can be read, for sentences. */
  static final String KINDS = "CSV, TSV, XLSX, DOCX, HTML, Markdown or JSON";

  private FaqFiles() {}

  /**
   * Reads a whole file, or the files of a bot in a folder.
   *
   * @param skipBad whether to leave out bad rows and report them, instead of refusing the file
   * @throws FaqException if the file can't be read, nothing in it can be used or, without {@code
   *     skipBad}, anything in it is bad; the sentence names file, line, column and remedy
   */
  public static FaqFile read(Path file, boolean skipBad) throws FaqException {
    return drafts(file).finish(String.valueOf(file.getFileName()), skipBad);
  }

  /**
   * Reads a file of any kind as the rows of a table, so that bad ones can be mended.
   *
   * @return nothing where it holds more than a table can, or something is wrong that is in no row
   * @throws FaqException if nothing can be read at all
   */
  public static Optional<TableImport> rows(Path file) throws FaqException {
    return DraftTable.of(String.valueOf(file.getFileName()), drafts(file));
  }

  private static Drafts drafts(Path file) throws FaqException {
    String name = String.valueOf(file.getFileName());
    Drafts drafts = new Drafts();
    if (Files.isDirectory(file)) {
      BotFiles.readFolder(file, drafts);
      return drafts;
    }
    byte[] bytes = TextFile.bytes(file);
    if (bytes.length == 0) {
      throw new FaqException(file + " is empty. Choose a file with questions and answers.");
    }
    String extension = extension(name);
    if (XlsxReader.isWorkbook(bytes) || extension.equals("xlsx")) {
      if (DocxReader.isDocument(name, file, bytes)) {
        DocxReader.read(name, file, drafts);
      } else if (BotFiles.isBot(name, file, bytes)) {
        BotFiles.readZip(name, file, drafts);
      } else {
        XlsxReader.read(name, file, bytes, drafts);
      }
      return drafts;
    }
    String text = Encodings.decode(name, bytes, drafts);
    if (text.isBlank()) {
      throw new FaqException(name + " is empty. Choose a file with questions and answers.");
    }
    read(name, extension, text, drafts);
    return drafts;
  }

  private static void read(String name, String extension, String text, Drafts drafts)
      throws FaqException {
    switch (FaqKind.of(extension, text)) {
      case MARKDOWN -> MarkdownReader.read(name, text, drafts);
      case JSON -> JsonFormat.read(name, text, drafts);
      case TABLE -> CsvReader.read(name, text, drafts);
      case HTML -> HtmlReader.read(name, text, drafts);
      case QNA_JSON -> QnaJson.read(name, JsonTree.read(name, text), drafts);
      case QNA_MARKDOWN -> QnaMarkdown.read(name, text, drafts);
      case BOTPRESS -> BotpressReader.read(name, JsonTree.read(name, text), drafts);
      case RASA -> {
        RasaBot bot = new RasaBot(name);
        RasaReader.read(name, text, bot);
        bot.addTo(drafts);
      }
      case RASA_MARKDOWN -> {
        RasaBot bot = new RasaBot(name);
        RasaMarkdown.read(name, text, bot);
        bot.addTo(drafts);
      }
    }
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

  static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}

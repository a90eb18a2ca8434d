package org.deskbert.faq;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jsoup.nodes.Document;

/**
 * Reads a Word document: its paragraphs, lists and tables are made a page, which is read as HTML
 * is. The line in a problem is the number of the paragraph.
 */
final class DocxReader {
  private static final String DOCUMENT = "word/document.xml";
  private static final String STYLES = "word/styles.xml";
  private static final String NUMBERING = "word/numbering.xml";
  private static final String LINKS = "word/_rels/document.xml.rels";
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private DocxReader() {}

  /** Whether the file is a zip with a Word document in it. */
  static boolean isDocument(String file, Path path, byte[] bytes) throws FaqException {
    return Arrays.equals(bytes, 0, Math.min(4, bytes.length), ZIP, 0, 4)
        && Parts.names(file, path).contains(DOCUMENT);
  }

  /** Reads all questions into {@code drafts}. */
  static void read(String file, Path path, Drafts drafts) throws FaqException {
    Map<String, byte[]> parts =
        Parts.ofZip(file, path, List.of(DOCUMENT, STYLES, NUMBERING, LINKS)::contains);
    Document page;
    try {
      DocxStyles styles = new DocxStyles();
      styles.readStyles(in(parts, STYLES));
      styles.readNumbering(in(parts, NUMBERING));
      styles.readLinks(in(parts, LINKS));
      page = new DocxPage(file, styles).read(in(parts, DOCUMENT));
    } catch (XMLStreamException | RuntimeException e) {
      throw new FaqException(
          file + " is damaged. Open it in your word processor and save it again as .docx.", e);
    }
    HtmlReader.read(file, page, drafts);
  }

  private static ByteArrayInputStream in(Map<String, byte[]> parts, String name) {
    byte[] none = "<none/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new ByteArrayInputStream(parts.getOrDefault(name, none));
  }
}

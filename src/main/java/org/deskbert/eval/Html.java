package org.deskbert.eval;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes HTML that is well-formed XML as well. All texts and attributes are escaped. */
final class Html {
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;

  Html() {
    try {
      xml = XML.createXMLStreamWriter(out);
      xml.writeDTD("<!DOCTYPE html>");
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** What was written. */
  String done() {
    try {
      xml.writeEndDocument();
      xml.flush();
      return out + "\n";
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /**
   * An element on a line of its own that holds what {@code content} writes.
   *
   * @param attributes names and values by turns
   */
  void in(String name, Runnable content, String... attributes) {
    try {
      xml.writeCharacters("\n");
      xml.writeStartElement(name);
      attributes(attributes);
      content.run();
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** An element that holds a text. */
  void tag(String name, String text, String... attributes) {
    in(name, () -> text(text), attributes);
  }

  /** An element that never holds anything. */
  void single(String name, String... attributes) {
    try {
      xml.writeCharacters("\n");
      xml.writeEmptyElement(name);
      attributes(attributes);
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** A text, whatever is in it. */
  void text(String text) {
    try {
      xml.writeCharacters(clean(text));
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private void attributes(String... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute(namesAndValues[i], clean(namesAndValues[i + 1]));
    }
  }

  /** Half a surrogate pair and most control characters are in no document, even escaped. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(c -> allowed(c) ? c : 0xFFFD) // the replacement character
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean allowed(int c) {
    boolean control = Character.isISOControl(c) && c != '\t' && c != '\n';
    return !control && !(c >= 0xD800 && c <= 0xDFFF) && (c & 0xFFFE) != 0xFFFE;
  }

  /** A string has no place that can't be written to, and the elements are closed in turn. */
  private static IllegalStateException failed(XMLStreamException e) {
    return new IllegalStateException(e);
  }
}

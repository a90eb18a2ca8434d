package org.deskbert.faq;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML of strangers: no document type, so no entities but XML's own, and nothing loaded. */
final class Xml {
  private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

  static {
    FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private Xml() {}

  /**
   * A reader for a document in any form of Unicode. It is decoded here: at bytes that don't fit,
   * Java's own decoder writes to the console.
   */
  static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    PushbackInputStream start = new PushbackInputStream(in, 4);
    try {
      byte[] first = start.readNBytes(4);
      int mark = first.length == 4 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB ? 3 : 0;
      start.unread(first, mark, first.length - mark);
      return FACTORY.createXMLStreamReader(new InputStreamReader(start, charset(first)));
    } catch (IOException e) {
      throw new XMLStreamException(e);
    }
  }

  /** Told by where the zeros stand around the first sign, a mark or "&lt;". */
  private static Charset charset(byte[] first) {
    if (first.length < 4) {
      return StandardCharsets.UTF_8;
    }
    boolean mark =
        (first[0] == (byte) 0xFE && first[1] == (byte) 0xFF)
            || (first[0] == (byte) 0xFF && first[1] == (byte) 0xFE);
    if (first[0] == 0 && first[1] == 0) {
      return StandardCharsets.UTF_32;
    }
    if (first[2] == 0 && first[3] == 0) {
      return mark ? StandardCharsets.UTF_32 : StandardCharsets.UTF_32LE;
    }
    if (mark || first[0] == 0) {
      return StandardCharsets.UTF_16;
    }
    return first[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }
}

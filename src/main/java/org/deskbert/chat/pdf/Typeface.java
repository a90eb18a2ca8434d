package org.deskbert.chat.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a PDF needs to know of a TrueType file: which glyph a character has, and how wide it is.
 * Tables {@code cmap} (format 4), {@code hmtx}, {@code head}, {@code hhea} as in the OpenType
 * specification.
 */
final class Typeface {
  private static final int DIRECTORY = 12;
  private static final int RECORD = 16;

  private final byte[] file;
  private final ByteBuffer data;
  private final Map<String, Integer> tables = new HashMap<>();
  private final int segments;
  private final int map;
  private final double unitsPerEm;
  private final int wide;

  private Typeface(byte[] file) {
    this.file = file;
    data = ByteBuffer.wrap(file);
    for (int i = 0; i < u16(4); i++) {
      int at = DIRECTORY + RECORD * i;
      tables.put(new String(file, at, 4, StandardCharsets.US_ASCII), data.getInt(at + 8));
    }
    map = table("cmap") + data.getInt(table("cmap") + 8);
    if (u16(map) != 4) {
      throw new IllegalArgumentException("the first cmap has another format than 4");
    }
    segments = u16(map + 6) / 2;
    unitsPerEm = u16(table("head") + 18);
    wide = u16(table("hhea") + 34);
  }

  /** Reads one of the window's typefaces. */
  static Typeface of(Path file) throws IOException {
    try {
      return new Typeface(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new IOException(file + " is missing; install DeskBERT again.", e);
    }
  }

  private int table(String name) {
    Integer at = tables.get(name);
    if (at == null) {
      throw new IllegalArgumentException("no table " + name);
    }
    return at;
  }

  private int u16(int at) {
    return data.getShort(at) & 0xffff;
  }

  /** The whole file. */
  byte[] file() {
    return file.clone();
  }

  /** How many glyphs there are. */
  int glyphs() {
    return u16(table("maxp") + 4);
  }

  /** The glyph of a character; 0, an empty box, if there is none. */
  int glyph(int codePoint) {
    if (codePoint > 0xffff) {
      return 0;
    }
    int ends = map + 14;
    for (int i = 0; i < segments; i++) {
      if (u16(ends + 2 * i) >= codePoint) {
        int start = u16(ends + 2 + 2 * (segments + i));
        if (start > codePoint) {
          return 0;
        }
        int delta = u16(ends + 2 + 2 * (2 * segments + i));
        int place = ends + 2 + 2 * (3 * segments + i);
        int offset = u16(place);
        int glyph = offset == 0 ? codePoint : u16(place + offset + 2 * (codePoint - start));
        return glyph == 0 ? 0 : (glyph + delta) & 0xffff;
      }
    }
    return 0;
  }

  /** Width of a glyph in thousandths of an em. */
  double width(int glyph) {
    return u16(table("hmtx") + 4 * Math.min(glyph, wide - 1)) * 1000 / unitsPerEm;
  }

  /** Height above the line, in thousandths of an em. */
  double ascent() {
    return data.getShort(table("hhea") + 4) * 1000 / unitsPerEm;
  }

  /** Depth under the line, negative, in thousandths of an em. */
  double descent() {
    return data.getShort(table("hhea") + 6) * 1000 / unitsPerEm;
  }

  /** Width of a text in em. */
  double width(String text) {
    return text.codePoints().mapToDouble(each -> width(glyph(each))).sum() / 1000;
  }
}

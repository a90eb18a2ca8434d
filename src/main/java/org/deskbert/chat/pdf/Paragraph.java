package org.deskbert.chat.pdf;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A paragraph: wrapped into lines, each drawn from left to right in the order in which it is seen,
 * also where parts of it run from right to left (Unicode's algorithm, as the JDK has it).
 */
final class Paragraph {
  private final String text;
  private final BitSet bold;
  private final double size;
  private final PdfFile.Font plain;
  private final PdfFile.Font strong;
  private final Bidi bidi;

  /**
   * Takes a text.
   *
   * @param bold the characters that are bold
   * @param size of the letters, in points
   */
  Paragraph(String text, BitSet bold, double size, PdfFile.Font plain, PdfFile.Font strong) {
    this.text = text;
    this.bold = bold;
    this.size = size;
    this.plain = plain;
    this.strong = strong;
    bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
  }

  /** A stretch of the text, end exclusive. */
  record Line(int begin, int end) {}

  /** Whether the paragraph begins at the right. */
  boolean leftwards() {
    return !bidi.baseIsLeftToRight();
  }

  /** Wraps at spaces; in a word only where it is wider than the line; always at a line feed. */
  List<Line> lines(double width) {
    List<Line> lines = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getLineInstance();
    breaks.setText(text);
    int begin = 0;
    int last = 0;
    for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
      if (last > begin && width(begin, trimmed(begin, next)) > width) {
        lines.add(new Line(begin, trimmed(begin, last)));
        begin = last;
      }
      while (width(begin, trimmed(begin, next)) > width) {
        int fits = fitting(begin, next, width);
        lines.add(new Line(begin, fits));
        begin = fits;
      }
      last = next;
      if (text.charAt(next - 1) == '\n') {
        lines.add(new Line(begin, trimmed(begin, next)));
        begin = next;
      }
    }
    if (begin < text.length()) {
      lines.add(new Line(begin, trimmed(begin, text.length())));
    }
    return lines;
  }

  private int fitting(int begin, int end, double width) {
    int fits = text.offsetByCodePoints(begin, 1);
    while (fits < end && width(begin, text.offsetByCodePoints(fits, 1)) <= width) {
      fits = text.offsetByCodePoints(fits, 1);
    }
    return fits;
  }

  private int trimmed(int begin, int end) {
    int trimmed = end;
    while (trimmed > begin && Character.isWhitespace(text.charAt(trimmed - 1))) {
      trimmed--;
    }
    return trimmed;
  }

  /** Width of a line in points. */
  double width(Line line) {
    return width(line.begin(), line.end());
  }

  private double width(int begin, int end) {
    double width = 0;
    for (int i = begin; i < end; ) {
      int next = styleEnd(i, end);
      width += font(i).width(text.substring(i, next), size);
      i = next;
    }
    return width;
  }

  private PdfFile.Font font(int index) {
    return bold.get(index) ? strong : plain;
  }

  private int styleEnd(int index, int end) {
    int other = bold.get(index) ? bold.nextClearBit(index) : bold.nextSetBit(index);
    return other < 0 ? end : Math.min(other, end);
  }

  /** A stretch of one direction and one style. */
  private record Piece(int begin, int end, int level) {}

  /** Operators that draw a line whose left end is there. */
  String draw(Line line, double left, double y) {
    if (line.begin() == line.end()) {
      return "";
    }
    Bidi part = bidi.createLineBidi(line.begin(), line.end());
    List<Piece> pieces = new ArrayList<>();
    for (int run = 0; run < part.getRunCount(); run++) {
      int end = line.begin() + part.getRunLimit(run);
      for (int i = line.begin() + part.getRunStart(run); i < end; ) {
        int next = styleEnd(i, end);
        pieces.add(new Piece(i, next, part.getRunLevel(run)));
        i = next;
      }
    }
    Piece[] seen = pieces.toArray(Piece[]::new);
    byte[] levels = new byte[seen.length];
    for (int i = 0; i < seen.length; i++) {
      levels[i] = (byte) seen[i].level();
    }
    Bidi.reorderVisually(levels, 0, seen, 0, seen.length);
    StringBuilder operators = new StringBuilder();
    double x = left;
    for (Piece piece : seen) {
      String written = text.substring(piece.begin(), piece.end());
      boolean leftwards = piece.level() % 2 == 1;
      String shown = font(piece.begin()).show(leftwards ? mirrored(written) : written, size, x, y);
      // What is copied out of the file is the text as it was written, not as it is seen.
      operators.append(
          leftwards
              ? "/Span<</ActualText " + PdfFile.hex(written) + ">>BDC\n" + shown + "EMC\n"
              : shown);
      x += width(piece.begin(), piece.end());
    }
    return operators.toString();
  }

  private static String mirrored(String text) {
    StringBuilder mirrored = new StringBuilder();
    text.codePoints()
        .map(each ->
            switch (each) {
              case '(' -> ')';
              case ')' -> '(';
              case '[' -> ']';
              case ']' -> '[';
              case '{' -> '}';
              case '}' -> '{';
              case '<' -> '>';
              case '>' -> '<';
              case '«' -> '»';
              case '»' -> '«';
              default -> each;
            })
        .forEach(mirrored::appendCodePoint);
    return mirrored.reverse().toString();
  }
}

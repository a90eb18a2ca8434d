package org.deskbert.chat.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/** A PDF 1.7 file: objects, pages and embedded typefaces (ISO 32000-1, 7.5 and 9.7). */
final class PdfFile {
  /** Width and height of A4 in points. */
  static final double WIDTH = 595;

  static final double HEIGHT = 842;

  private static final int CATALOG = 1;
  private static final int PAGES = 2;
  private static final int MOST_IN_A_MAP = 100;

  private final List<byte[]> objects = new ArrayList<>();
  private final List<Integer> pages = new ArrayList<>();
  private final List<Font> fonts = new ArrayList<>();

  /** A typeface in the file, with the characters that were written in it. */
  final class Font {
    private final Typeface face;
    private final String name;
    private final int number;
    private final Map<Integer, Integer> used = new TreeMap<>();

    private Font(Typeface face) {
      this.face = face;
      name = "F" + fonts.size();
      number = add(new byte[0]);
    }

    /** Width of a text at a size, in points. */
    double width(String text, double size) {
      return face.width(text) * size;
    }

    /** Operators that show a text, its characters from left to right as they are given. */
    String show(String text, double size, double x, double y) {
      StringBuilder hex = new StringBuilder();
      text.codePoints()
          .forEach(each -> {
            int glyph = face.glyph(each);
            if (glyph > 0) {
              used.put(glyph, each);
            }
            hex.append("%04x".formatted(glyph));
          });
      return "BT /%s %s Tf %s %s Td <%s> Tj ET\n"
          .formatted(name, number(size), number(x), number(y), hex);
    }

    private void write(int index) {
      int program = add(stream("/Length1 " + face.file().length, face.file()));
      int descriptor =
          add(
              ("<</Type/FontDescriptor/FontName/Font%d/Flags 4/FontBBox[-500 -300 1500 1100]"
                      + "/ItalicAngle 0/Ascent %s/Descent %s/CapHeight 700/StemV 80"
                      + "/FontFile2 %d 0 R>>")
                  .formatted(index, number(face.ascent()), number(face.descent()), program));
      StringBuilder widths = new StringBuilder();
      for (int glyph = 0; glyph < face.glyphs(); glyph++) {
        widths.append(number(face.width(glyph))).append(' ');
      }
      int descendant =
          add(
              ("<</Type/Font/Subtype/CIDFontType2/BaseFont/Font%d/CIDToGIDMap/Identity"
                      + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                      + "/FontDescriptor %d 0 R/W[0[%s]]>>")
                  .formatted(index, descriptor, widths));
      int unicode = add(stream("", unicode().getBytes(StandardCharsets.US_ASCII)));
      set(
          number,
          ("<</Type/Font/Subtype/Type0/BaseFont/Font%d/Encoding/Identity-H"
                  + "/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>")
              .formatted(index, descendant, unicode));
    }

    /** Which characters the glyphs are, so that the text can be searched and copied. */
    private String unicode() {
      StringBuilder map = new StringBuilder();
      map.append("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n");
      map.append("/CMapName /Unicode def /CMapType 2 def\n");
      map.append("1 begincodespacerange <0000> <ffff> endcodespacerange\n");
      List<Map.Entry<Integer, Integer>> all = List.copyOf(used.entrySet());
      for (int from = 0; from < all.size(); from += MOST_IN_A_MAP) {
        List<Map.Entry<Integer, Integer>> some =
            all.subList(from, Math.min(all.size(), from + MOST_IN_A_MAP));
        map.append(some.size()).append(" beginbfchar\n");
        some.forEach(
            each -> map.append("<%04x> <%04x>\n".formatted(each.getKey(), each.getValue())));
        map.append("endbfchar\n");
      }
      return map.append("endcmap end end\n").toString();
    }
  }

  /** Begins a file. */
  PdfFile() {
    add(new byte[0]);
    add(new byte[0]);
  }

  /** Embeds a typeface. */
  Font font(Typeface face) {
    Font font = new Font(face);
    fonts.add(font);
    return font;
  }

  /** Adds a page with these operators. */
  void page(String content) {
    int stream = add(stream("", content.getBytes(StandardCharsets.US_ASCII)));
    StringBuilder names = new StringBuilder();
    fonts.forEach(font -> names.append("/%s %d 0 R".formatted(font.name, font.number)));
    pages.add(
        add(
            "<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Resources<</Font<<%s>>>>/Contents %d 0 R>>"
                .formatted(PAGES, number(WIDTH), number(HEIGHT), names, stream)));
  }

  /** Writes the whole file. */
  void write(OutputStream out, String title, String language) throws IOException {
    for (int i = 0; i < fonts.size(); i++) {
      fonts.get(i).write(i);
    }
    StringBuilder kids = new StringBuilder();
    pages.forEach(page -> kids.append(page).append(" 0 R "));
    set(
        CATALOG,
        "<</Type/Catalog/Pages %d 0 R/Lang(%s)/ViewerPreferences<</DisplayDocTitle true>>>>"
            .formatted(PAGES, language));
    set(PAGES, "<</Type/Pages/Count %d/Kids[%s]>>".formatted(pages.size(), kids));
    int info = add("<</Title %s/Producer(DeskBERT)>>".formatted(hex(title)));

    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(ascii("%PDF-1.7\n%\u00e2\u00e3\n"));
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      places.add(file.size());
      file.write(ascii((i + 1) + " 0 obj\n"));
      file.write(objects.get(i));
      file.write(ascii("\nendobj\n"));
    }
    int table = file.size();
    file.write(ascii("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n"));
    for (int place : places) {
      file.write(ascii("%010d 00000 n \n".formatted(place)));
    }
    file.write(
        ascii(
            "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(objects.size() + 1, CATALOG, info, table)));
    file.writeTo(out);
  }

  /** A text as UTF-16 in hexadecimal digits. */
  static String hex(String text) {
    StringBuilder hex = new StringBuilder("<feff");
    text.chars().forEach(each -> hex.append("%04x".formatted(each)));
    return hex.append('>').toString();
  }

  /** A number as PDF has it. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] stream(String entries, byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(content);
    } catch (IOException e) {
      throw new IllegalStateException(e); // memory does not fail so
    }
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(
        ascii("<</Length %d/Filter/FlateDecode%s>>\nstream\n".formatted(packed.size(), entries)));
    stream.writeBytes(packed.toByteArray());
    stream.writeBytes(ascii("\nendstream"));
    return stream.toByteArray();
  }

  private int add(String object) {
    return add(ascii(object));
  }

  private int add(byte[] object) {
    objects.add(object);
    return objects.size();
  }

  private void set(int number, String object) {
    objects.set(number - 1, ascii(object));
  }
}

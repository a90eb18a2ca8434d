package org.deskbert.chat.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.deskbert.chat.history.ChatExport.Whole;
import org.deskbert.chat.history.StoredMessage;

/** A conversation on pages of A4. */
public final class ConversationPdf {
  private static final double MARGIN = 64;
  private static final double TOP = PdfFile.HEIGHT - 64;
  private static final double BOTTOM = 64;
  private static final double LINE = 1.42;
  private static final double BODY = 10.5;
  private static final double SMALL = 8.5;
  private static final double TITLE = 17;
  private static final double BAND = 6;
  private static final String BLACK = "0.12 0.14 0.16 rg\n";
  private static final String GREY = "0.35 0.39 0.43 rg\n";
  private static final String BLUE = "0.87 0.96 1 rg\n";

  private final PdfFile file = new PdfFile();
  private final PdfFile.Font plain;
  private final PdfFile.Font strong;
  private final StringBuilder page = new StringBuilder();
  private double y = TOP;

  private ConversationPdf(Path fonts) throws IOException {
    plain = file.font(Typeface.of(fonts.resolve("Heebo-Regular.ttf")));
    strong = file.font(Typeface.of(fonts.resolve("Heebo-Bold.ttf")));
  }

  /**
   * Writes a conversation.
   *
   * @param fonts the folder with the program's letters
   * @param locale how dates are written
   */
  public static void write(Whole whole, Path fonts, Locale locale, ZoneId zone, OutputStream out)
      throws IOException {
    ConversationPdf pdf = new ConversationPdf(fonts);
    DateTimeFormatter times =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(zone);
    String title = whole.conversation().title().replaceAll("\\s+", " ");
    pdf.text(title, true, TITLE, BLACK, 0);
    pdf.text(times.format(whole.conversation().created()), false, SMALL, GREY, 0);
    for (StoredMessage message : whole.messages()) {
      pdf.message(message);
    }
    pdf.turn();
    pdf.file.write(out, title, locale.toLanguageTag());
  }

  private void message(StoredMessage message) {
    y -= 2 * BODY;
    question(message.question());
    y -= 0.6 * BODY;
    for (Blocks.Block block : Blocks.of(message.answer())) {
      double size = block.code() ? 0.92 * BODY : BODY;
      double indent = block.depth() * 1.6 * BODY;
      y -= block.gap() * BODY;
      Paragraph text = new Paragraph(block.text(), block.bold(), size, plain, strong);
      lines(text, size, BLACK, indent, block.marker());
    }
    if (!message.matched().isEmpty()) {
      y -= 0.5 * BODY;
      text(message.matched() + " · " + message.source(), false, SMALL, GREY, 0);
    }
  }

  private void question(String question) {
    BitSet all = new BitSet();
    all.set(0, question.length());
    Paragraph text = new Paragraph(question, all, BODY, plain, strong);
    double width = PdfFile.WIDTH - 2 * MARGIN - 2 * BAND;
    List<Paragraph.Line> lines = text.lines(width);
    double height = lines.size() * BODY * LINE + 2 * BAND;
    boolean whole = height < TOP - BOTTOM;
    if (whole && y - height - 3 * BODY < BOTTOM) {
      turn(); // a question is not parted from its answer
    }
    if (whole) {
      page.append(BLUE);
      page.append(
          "%s %s %s %s re f\n"
              .formatted(
                  PdfFile.number(MARGIN),
                  PdfFile.number(y - height),
                  PdfFile.number(PdfFile.WIDTH - 2 * MARGIN),
                  PdfFile.number(height)));
    }
    y -= BAND;
    lines(text, BODY, BLACK, BAND, "");
    y -= BAND;
  }

  private void text(String words, boolean bold, double size, String colour, double indent) {
    BitSet all = new BitSet();
    all.set(0, bold ? words.length() : 0);
    lines(new Paragraph(words, all, size, plain, strong), size, colour, indent, "");
  }

  private void lines(Paragraph text, double size, String colour, double indent, String marker) {
    double width = PdfFile.WIDTH - 2 * MARGIN - 2 * indent;
    boolean first = true;
    for (Paragraph.Line line : text.lines(width)) {
      if (y - size * LINE < BOTTOM) {
        turn();
      }
      y -= size * LINE;
      double base = y + size * (LINE - 1) / 2 + 0.2 * size;
      double left =
          text.leftwards() ? PdfFile.WIDTH - MARGIN - indent - text.width(line) : MARGIN + indent;
      if (first && !marker.isEmpty()) {
        double wide = plain.width(marker, size);
        double place =
            text.leftwards()
                ? PdfFile.WIDTH - MARGIN - indent + 0.5 * size
                : MARGIN + indent - wide - 0.5 * size;
        page.append(GREY).append(plain.show(marker, size, place, base));
      }
      page.append(colour).append(text.draw(line, left, base));
      first = false;
    }
  }

  private void turn() {
    file.page(page.toString());
    page.setLength(0);
    y = TOP;
  }
}

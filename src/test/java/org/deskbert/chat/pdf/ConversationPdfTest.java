package org.deskbert.chat.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.deskbert.chat.history.ChatExport.Whole;
import org.deskbert.chat.history.ConversationInfo;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.StoredMessage;
import org.junit.jupiter.api.Test;

class ConversationPdfTest {
  private static final Instant TIME = Instant.parse("2026-11-24T09:30:00Z");
  private static final String STEPS =
      """
      Restart the **VPN client**:

      1. Quit it from the tray and wait *ten* seconds.
      2. Start it again; the gateway is `vpn-2`.
         - If it asks, choose [the list](https://example.org/list).

      > Still dropping? Ring 4444.

      | Office | Phone |
      |---|---|
      | Köln | 0221 4444 |
      """;

  private static StoredMessage message(int position, String question, String answer) {
    return new StoredMessage(
        position,
        TIME,
        question,
        "answered",
        "it-1",
        "it",
        "VPN drops",
        answer,
        0.9,
        "model",
        3000,
        Feedback.NONE);
  }

  private static Whole whole(StoredMessage... messages) {
    String title = messages[0].question();
    return new Whole(new ConversationInfo("id", title, false, TIME, TIME), List.of(messages));
  }

  private static byte[] pdf(Whole whole) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ConversationPdf.write(whole, Path.of("assets/fonts"), Locale.GERMAN, ZoneOffset.UTC, out);
    return out.toByteArray();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** For whoever wants to look at it. */
  private static void draw(byte[] pdf, String name) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Path file = Files.createDirectories(Path.of("target/screens")).resolve(name);
      ImageIO.write(new PDFRenderer(document).renderImage(0, 1.5f), "png", file.toFile());
    }
  }

  @Test
  void theTextCanBeReadBack() throws Exception {
    byte[] pdf = pdf(whole(message(0, "Warum fällt mein VPN für Stunden aus?", STEPS)));
    String text = text(pdf);
    for (String words :
        List.of(
            "Warum fällt mein VPN für Stunden aus?",
            "Restart the VPN client:",
            "2. Start it again; the gateway is vpn-2.",
            "the list (https://example.org/list)",
            "Köln | 0221 4444",
            "VPN drops · it")) {
      assertTrue(text.contains(words), () -> words + " in " + text);
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertEquals(
          "Warum fällt mein VPN für Stunden aus?", document.getDocumentInformation().getTitle());
      assertEquals("de", document.getDocumentCatalog().getLanguage());
    }
    draw(pdf, "conversation.pdf.png");
  }

  @Test
  void hebrewIsSeenFromTheRightAndCopiedAsItWasWritten() throws Exception {
    String question = "איך מתקינים מדפסת (HP 4200) במשרד?";
    String answer =
        "פתחו את **ההגדרות** ובחרו `Printers`.\n\n1. לחצו על הוספה.\n2. המתינו 10 שניות.";
    byte[] pdf = pdf(whole(message(0, question, answer)));
    String text = text(pdf);
    assertTrue(text.contains("איך מתקינים מדפסת"), text);
    assertTrue(text.contains("HP 4200"), text);
    assertTrue(text.contains("לחצו על הוספה"), text);
    draw(pdf, "conversation-he.pdf.png");
  }

  @Test
  void aLongConversationHasPagesAndLosesNothing() throws Exception {
    StoredMessage[] messages = new StoredMessage[60];
    for (int i = 0; i < messages.length; i++) {
      messages[i] = message(i, "Question number " + i + "?", "Answer " + i + ". " + STEPS);
    }
    byte[] pdf = pdf(whole(messages));
    String text = text(pdf);
    for (int i = 0; i < messages.length; i++) {
      String words = "Question number " + i + "?";
      assertTrue(text.contains(words), words);
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertTrue(document.getNumberOfPages() > 10);
    }
    assertTrue(pdf.length < 100_000, pdf.length + " bytes");
  }

  @Test
  void whatDoesNotFitOrHasNoLettersBreaksNothing() throws Exception {
    String endless = "x".repeat(3000);
    String text = text(pdf(whole(message(0, endless, "😀 Привет\n\n" + endless + "\n\n    code"))));
    assertEquals(9000, text.chars().filter(each -> each == 'x').count()); // with the title
    assertTrue(text.contains("code"), text);
    assertTrue(text(pdf(whole(message(0, "?", "")))).contains("?"));
  }
}

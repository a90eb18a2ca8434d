package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deskbert.faq.FaqException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledTextTest {
  @TempDir Path folder;

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("tests.csv"), text);
  }

  @Test
  void rowsKnowTheirLinesAcrossLineBreaksInQuotesAndEmptyLines() throws Exception {
    Path file = file("id,Question,note\r\na,\"Where\nis it?\",x\r\n\r\n,How old is Rome?,y\r\n");
    assertEquals(
        List.of(
            new LabelledText("Where\nis it?", "a", 2), new LabelledText("How old is Rome?", "", 5)),
        LabelledText.readTests(file));
  }

  @Test
  void anEmptyFileIsRefused() throws Exception {
    Path file = file("");
    String message =
        assertThrows(FaqException.class, () -> LabelledText.readTests(file)).getMessage();
    assertTrue(message.contains("tests.csv") && message.contains("question,id"), message);
  }

  @Test
  void repeatedTextsAreTold() {
    LabelledText pay = new LabelledText("pay", "a");
    assertEquals("", LabelledText.repeated(List.of(pay, new LabelledText("fly", "a"))));
    String note = LabelledText.repeated(List.of(pay, pay, new LabelledText("pay", "b")));
    assertTrue(note.startsWith("2 rows repeat") && note.contains("; 1 text"), note);
  }
}

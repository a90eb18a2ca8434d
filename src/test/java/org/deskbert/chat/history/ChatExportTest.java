package org.deskbert.chat.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.List;
import org.deskbert.chat.history.ChatExport.Whole;
import org.junit.jupiter.api.Test;

class ChatExportTest {
  private static final Instant TIME = Instant.parse("2026-11-24T08:00:00Z");
  private static final Whole WHOLE =
      new Whole(
          new ConversationInfo("c", "1 < 2 & so on", false, TIME, TIME),
          List.of(
              new StoredMessage(
                  0,
                  TIME,
                  "is <script>\nsafe?",
                  "answered",
                  "it-1",
                  "it",
                  "Is it safe?",
                  "| a | b |\n"
                      + "|---|---|\n"
                      + "| 1 | 2 |\n\n"
                      + "<script>alert(1)</script>\n\n"
                      + "[x](javascript:y)",
                  0.9,
                  "model",
                  3000,
                  Feedback.UP)));

  @Test
  void thePageHasTablesAndRunsNothing() {
    String html = ChatExport.html(WHOLE);
    assertTrue(html.contains("<td>1</td>"), html);
    assertTrue(html.contains("<title>1 &lt; 2 &amp; so on</title>"), html);
    assertFalse(html.contains("<script"), html);
    assertFalse(html.contains("javascript:"), html);
  }

  @Test
  void markdownHasEachQuestionAsAHeading() {
    String markdown = ChatExport.markdown(WHOLE);
    assertTrue(markdown.startsWith("# 1 < 2 & so on\n"), markdown);
    assertTrue(markdown.contains("\n## is <script> safe?\n"), markdown);
    assertTrue(markdown.contains("> Is it safe? · it"), markdown);
  }

  @Test
  void jsonHasEverything() {
    JsonObject json = JsonParser.parseString(ChatExport.json(WHOLE)).getAsJsonObject();
    JsonObject message = json.getAsJsonArray("messages").get(0).getAsJsonObject();
    assertEquals("is <script>\nsafe?", message.get("question").getAsString());
    assertEquals("2026-11-24T08:00:00Z", message.get("time").getAsString());
    assertEquals("UP", message.get("feedback").getAsString());
  }

  @Test
  void aTitleMakesANameThatEverySystemTakes() {
    assertEquals("1 2 so on", ChatExport.fileName(WHOLE.conversation()));
  }
}

package org.deskbert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deskbert.chat.Reply;
import org.deskbert.trace.Timings;
import org.junit.jupiter.api.Test;

class PartsJsonTest {
  private static Reply unknown(String question, List<Reply> parts) {
    Reply.Explanation why =
        new Reply.Explanation(
            question,
            List.of(),
            0,
            1,
            1,
            "faq",
            1,
            Reply.Mode.WORDS,
            false,
            null,
            "f",
            parts,
            List.of());
    return new Reply.Unknown("No answer.", why, Timings.NONE);
  }

  @Test
  void partsAreListedOnlyWhereThereAreSeveral() {
    Reply one = unknown("one?", List.of());
    Reply two = unknown("two?", List.of());
    assertFalse(Json.reply(one).has("parts"));
    var json = Json.reply(unknown("one? two?", List.of(one, two)));
    assertEquals(2, json.getAsJsonArray("parts").size());
    var part = json.getAsJsonArray("parts").get(1).getAsJsonObject();
    assertEquals("two?", part.get("question").getAsString());
    for (String field :
        List.of("question", "outcome", "entry", "source", "answer", "candidates", "confidence")) {
      assertTrue(part.has(field), field);
    }
  }
}

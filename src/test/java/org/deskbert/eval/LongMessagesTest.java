package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.deskbert.chat.Assistant;
import org.deskbert.chat.Policy;
import org.deskbert.chat.Reply;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.search.Candidate;
import org.deskbert.search.VectorCache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Messages of several sentences, of one question or more, to the shipped samples. */
class LongMessagesTest {
  private static final Path QUESTIONS = Path.of("src/test/resources/questions");
  private static final Map<String, Assistant> ASSISTANTS = new HashMap<>();
  private static Encoder encoder;

  @BeforeAll
  static void index() throws Exception {
    encoder = OnnxEncoder.load(Bundle.open(Path.of("models/deskbert-small")));
    VectorCache cache = VectorCache.inMemory();
    for (String name : List.of("it", "hr", "shop")) {
      ASSISTANTS.put(name, Assistants.of(Assistants.sample(name), encoder, cache, Policy.DEFAULT));
    }
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  private static List<CSVRecord> rows(Path file) throws Exception {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      return parser.getRecords();
    }
  }

  private static String first(Reply reply) {
    Candidate first = reply.explanation().first();
    return first == null ? "" : first.entry().id();
  }

  @Test
  void theQuestionsInAMessageAreFound() throws Exception {
    int right = 0;
    int single = 0;
    List<String> misses = new ArrayList<>();
    List<CSVRecord> rows = rows(QUESTIONS.resolve("parts-develop.csv"));
    for (CSVRecord row : rows) {
      Reply reply = ASSISTANTS.get(row.get("faq")).reply(row.get("message"));
      List<Reply> replies = reply.parts().isEmpty() ? List.of(reply) : reply.parts();
      String ids = String.join("|", replies.stream().map(LongMessagesTest::first).toList());
      assertEquals(row.get("message"), reply.explanation().question());
      if (ids.equals(row.get("ids"))) {
        right++;
      } else {
        misses.add(row.get("ids") + " got " + ids + ": " + row.get("message"));
      }
      boolean one = !row.get("ids").contains("|");
      single += one && !reply.parts().isEmpty() ? 1 : 0;
    }
    String found = right + " of " + rows.size() + "\n" + String.join("\n", misses);
    assertTrue(right >= 19, found);
    assertTrue(single == 0, found);
  }

  /** A clause alone may have lost what the question is about. */
  @Test
  void aClauseNeverAnswersWhatTheMessageDoesNotPointTo() throws Exception {
    int surer = 0;
    for (CSVRecord row : rows(QUESTIONS.resolve("parts-develop.csv"))) {
      Assistant assistant = ASSISTANTS.get(row.get("faq"));
      Reply whole = assistant.replyWhole(row.get("message"));
      Reply reply = assistant.reply(row.get("message"));
      if (reply.parts().isEmpty()
          && reply.explanation().confidence() != whole.explanation().confidence()) {
        assertEquals(first(whole), first(reply), row.get("message"));
        surer++;
      }
    }
    assertTrue(surer > 0);
  }

  @Test
  void singleQuestionsGetNoWorse() throws Exception {
    int questions = 0;
    int whole = 0;
    int split = 0;
    int parted = 0;
    StringBuilder changed = new StringBuilder();
    for (var faq : ASSISTANTS.entrySet()) {
      for (CSVRecord row : rows(QUESTIONS.resolve("develop/" + faq.getKey() + ".csv"))) {
        String id = row.get("id");
        if (id.isEmpty()) {
          continue;
        }
        Reply reply = faq.getValue().reply(row.get("question"));
        Reply before = faq.getValue().replyWhole(row.get("question"));
        questions++;
        whole += first(before).equals(id) ? 1 : 0;
        split += first(reply).equals(id) ? 1 : 0;
        parted += reply.parts().isEmpty() ? 0 : 1;
        if (!reply.parts().isEmpty()) {
          changed.append("\nP ").append(row.get("question"));
        }
        if (first(before).equals(id) && !first(reply).equals(id)) {
          changed.append("\n- ").append(row.get("question"));
        }
      }
    }
    String found = questions + ": " + whole + " -> " + split + ", parts " + parted + changed;
    assertTrue(split >= whole && parted <= 5, found);
  }
}

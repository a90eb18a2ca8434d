package org.deskbert.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a script sees it, with the real model and the real library. */
class CliTest {
  @TempDir static Path shared;

  private static final Set<String> FIELDS =
      Set.of(
          "question",
          "outcome",
          "entry",
          "source",
          "answer",
          "matched",
          "confidence",
          "intent",
          "candidates",
          "micros",
          "mode",
          "cut",
          "model",
          "faq");

  @Test
  void askGivesOneLineForEachInputLine() {
    CliRun run =
        CliRun.of(
            shared, "how do i reset my pasword\n\nhow tall is the eiffel tower\n", "ask", "--json");
    assertEquals(0, run.code(), run.err());
    assertEquals(3, run.lines().size());
    for (String line : run.lines()) {
      assertEquals(FIELDS, JsonParser.parseString(line).getAsJsonObject().keySet());
    }
    JsonObject empty = JsonParser.parseString(run.lines().get(1)).getAsJsonObject();
    assertEquals("unknown", empty.get("outcome").getAsString());
    assertEquals(0, empty.get("confidence").getAsDouble());
    JsonObject tower = JsonParser.parseString(run.lines().get(2)).getAsJsonObject();
    assertNotEquals("answered", tower.get("outcome").getAsString());
  }

  @Test
  void theSameQuestionGetsTheSameReply() {
    String questions = "my laptop is so slow today\nvpn keeps dropping at home\n";
    List<JsonObject> first = replies(CliRun.of(shared, questions, "ask", "--json"));
    List<JsonObject> second = replies(CliRun.of(shared, questions, "ask", "--json"));
    first.forEach(reply -> reply.remove("micros"));
    second.forEach(reply -> reply.remove("micros"));
    assertEquals(first, second);
  }

  @Test
  void explainSaysWhatWouldHaveChangedTheReply() {
    String questions = "how tall is the eiffel tower\nhow do i reset my pasword\n";
    CliRun run = CliRun.of(shared, questions, "ask", "--explain");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("had it as a phrasing"), run.out());
    assertTrue(run.out().contains("would not be answered if at most "), run.out());
  }

  private static List<JsonObject> replies(CliRun run) {
    assertEquals(0, run.code(), run.err());
    return run.lines().stream().map(l -> JsonParser.parseString(l).getAsJsonObject()).toList();
  }

  @Test
  void anExactPhrasingIsCertain(@TempDir Path data) throws IOException {
    Path faq = data.resolve("mini.csv");
    Files.writeString(
        faq,
        "id,question,answer\n"
            + "a,Where is the printer?,In the hall.\n"
            + "b,Who repairs chairs?,Ask Pat.\n");
    CliRun run = CliRun.of(data, "where is the PRINTER\n", "ask", "-f", faq.toString(), "--json");
    JsonObject reply = replies(run).getFirst();
    assertEquals("answered", reply.get("outcome").getAsString());
    assertEquals("a", reply.get("entry").getAsString());
    assertEquals(1.0, reply.get("confidence").getAsDouble());
    assertEquals("mini", reply.get("source").getAsString());
  }

  @Test
  void theLibraryStartsWithTheSamples(@TempDir Path data) {
    CliRun run = CliRun.of(data, "", "faq", "list");
    assertEquals(0, run.code(), run.err());
    assertEquals(3, run.lines().size());
    assertTrue(run.out().lines().anyMatch(l -> l.startsWith("* it ")), run.out());
    assertFalse(Files.exists(data.resolve("cache.db")), "only answering needs vectors");
  }

  @Test
  void aChangeOfFaqsSaysWhoAnswersNow(@TempDir Path data) throws IOException {
    assertEquals("Answers come from hr, it.\n", out(data, "faq", "use", "it", "hr", "it"));
    assertEquals("Removed it. Answers come from hr.\n", out(data, "faq", "remove", "it"));
    assertEquals(
        "Removed hr. No FAQ answers now; choose one: deskbert faq use NAME\n",
        out(data, "faq", "remove", "hr"));
    CliRun asked = CliRun.of(data, "", "ask", "hello");
    assertTrue(asked.err().contains("faq use NAME"), asked.err());
    Path one = data.resolve("one.csv");
    Files.writeString(one, "question,answer\nWhere?,Here.\n");
    assertEquals(
        "one has 1 entry: 1 added, 0 changed.\n", out(data, "faq", "import", one.toString()));
    Files.writeString(one, "question,answer\nWhere?,Here.\nwhere,There.\nWho?,Me.\n");
    CliRun twice = CliRun.of(data, "", "faq", "import", one.toString(), "--replace");
    assertTrue(twice.err().contains("2 questions do not find"), twice.err());
  }

  private static String out(Path data, String... words) {
    CliRun run = CliRun.of(data, "", words);
    assertEquals(0, run.code(), run.err());
    return run.out();
  }

  @Test
  void importExportAndImportAgainIsTheSame(@TempDir Path data) throws IOException {
    for (String format : List.of("csv", "json", "md")) {
      Path first = data.resolve("first." + format);
      Path second = data.resolve("second." + format);
      assertEquals(0, CliRun.of(data, "", "faq", "export", first.toString(), "-f", "hr").code());
      CliRun imported =
          CliRun.of(data, "", "faq", "import", first.toString(), "--into", "copy", "--replace");
      assertEquals(0, imported.code(), imported.err());
      assertEquals(0, CliRun.of(data, "", "faq", "export", second.toString(), "-f", "copy").code());
      assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second), format);
    }
  }

  @Test
  void embedWritesUnitRows(@TempDir Path data) throws IOException {
    Path texts = data.resolve("texts.txt");
    Path vectors = data.resolve("vectors.npy");
    Files.writeString(texts, "hello\n\nthe printer is on fire\n");
    CliRun run = CliRun.of(shared, "", "embed", "-i", texts.toString(), "-o", vectors.toString());
    assertEquals(0, run.code(), run.err());
    byte[] bytes = Files.readAllBytes(vectors);
    int header = 10 + (bytes[8] & 0xff) + ((bytes[9] & 0xff) << 8);
    String text = new String(bytes, 10, header - 10, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("'shape': (3, 384)"), text);
    ByteBuffer values =
        ByteBuffer.wrap(bytes, header, bytes.length - header).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < 3; row++) {
      double square = 0;
      for (int i = 0; i < 384; i++) {
        double value = values.getFloat();
        square += value * value;
      }
      assertEquals(1, square, 1e-4);
    }
  }

  @Test
  void checkTellsAPhrasingThatTwoEntriesShare(@TempDir Path data) throws IOException {
    Path faq = data.resolve("twice.csv");
    Files.writeString(faq, "id,question,answer\na,Where is it?,Here.\nb,where is it,There.\n");
    assertEquals(0, CliRun.of(data, "", "faq", "import", faq.toString()).code());
    CliRun check = CliRun.of(data, "", "faq", "check", "-f", "twice", "--json");
    JsonArray findings = JsonParser.parseString(check.out()).getAsJsonArray();
    assertTrue(!findings.isEmpty());
    assertEquals(
        Set.of("kind", "severity", "entry", "line", "text", "remedy"),
        findings.get(0).getAsJsonObject().keySet());
    JsonObject asked =
        replies(CliRun.of(data, "where is it\n", "ask", "-f", "twice", "--json")).getFirst();
    assertEquals("did_you_mean", asked.get("outcome").getAsString());
    assertEquals(0.5, asked.get("confidence").getAsDouble());
  }

  @Test
  void doctorFindsThisMachineFit(@TempDir Path data) {
    CliRun run = CliRun.of(data, "", "doctor", "--json");
    assertEquals(0, run.code(), run.out());
    JsonObject first = JsonParser.parseString(run.out()).getAsJsonArray().get(0).getAsJsonObject();
    assertEquals(Set.of("check", "ok", "detail"), first.keySet());
  }
}

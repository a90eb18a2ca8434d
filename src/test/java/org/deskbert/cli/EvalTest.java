package org.deskbert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code eval}, {@code intent eval} and {@code bench} as a script sees them, with the real model.
 */
class EvalTest {
  @TempDir static Path shared;
  @TempDir Path folder;

  private Path faq;

  @BeforeEach
  void writeFaq() throws IOException {
    faq =
        write(
            "mini.csv",
            """
            id,question,answer
            print,Where is the printer?,In the hall.
            print,In which room can I print?,
            chair,Who repairs chairs?,Ask Pat.
            chair,My chair is broken,
            lunch,When is lunch?,At noon.
            """);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static JsonObject json(CliRun run) {
    assertEquals(0, run.code(), run.err());
    assertEquals(1, run.lines().size(), run.out());
    return JsonParser.parseString(run.out()).getAsJsonObject();
  }

  private CliRun run(String... words) {
    return CliRun.of(shared, "", words);
  }

  @Test
  void evalCountsEveryQuestionAndWritesWhatCame() throws IOException {
    Path tests =
        write(
            "tests.csv",
            "question,id\nwhere is the PRINTER,print\n\"who repairs chairs, please?\",chair\n"
                + "when is lunch,print\nhow tall is the eiffel tower?,\n");
    Path predictions = folder.resolve("predictions.csv");
    JsonObject scores =
        json(
            run(
                "eval",
                "-f",
                faq.toString(),
                "--tests",
                tests.toString(),
                "--json",
                "--predictions",
                predictions.toString()));
    assertEquals(
        Set.of(
            "questions",
            "answered",
            "right",
            "wrong",
            "asked_back",
            "asked_back_right",
            "declined",
            "declined_right",
            "p_at_1",
            "mrr",
            "r_at_5",
            "ece",
            "p50_ms",
            "p95_ms",
            "p99_ms",
            "reliability",
            "risk_coverage",
            "confusions"),
        scores.keySet());
    assertEquals(4, scores.get("questions").getAsInt());
    assertEquals(
        4,
        scores.get("answered").getAsInt()
            + scores.get("asked_back").getAsInt()
            + scores.get("declined").getAsInt());
    assertEquals(
        scores.get("answered").getAsInt(),
        scores.get("right").getAsInt() + scores.get("wrong").getAsInt());
    // An exact phrasing whose expected id is another one is answered, and wrong.
    assertTrue(scores.get("wrong").getAsInt() >= 1);
    assertEquals(0.6667, scores.get("p_at_1").getAsDouble());
    List<String> lines = Files.readAllLines(predictions);
    assertEquals("question,id,outcome,entry,confidence,candidates,suggested", lines.get(0));
    assertEquals(5, lines.size());
    assertTrue(lines.get(1).startsWith("where is the PRINTER,print,answered,print,1,print"));
    assertTrue(lines.get(2).startsWith("\"who repairs chairs, please?\",chair,"), lines.get(2));
    try (var files = Files.list(folder)) {
      assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")));
    }
  }

  @Test
  void leaveOneOutAsksThePhrasingsThatHaveASibling() throws IOException {
    Path predictions = folder.resolve("predictions.csv");
    JsonObject scores =
        json(
            run(
                "eval",
                "-f",
                faq.toString(),
                "--leave-one-out",
                "--json",
                "--predictions",
                predictions.toString()));
    assertEquals(4, scores.get("questions").getAsInt());
    for (String line : Files.readAllLines(predictions).subList(1, 5)) {
      assertFalse(line.contains(",1,"), "a phrasing that was left out can't be certain: " + line);
    }
  }

  @Test
  void anExpiredEntryIsNoAnswerAnyMore() throws IOException {
    Path old =
        write(
            "old.csv",
            "id,question,answer,until\nparty,When is the party?,Friday.,2020-01-01\n"
                + "lunch,When is lunch?,At noon.,\n");
    Path tests =
        write("tests.csv", "question,id\nWhen is the party?,party\nWhen is lunch?,lunch\n");
    CliRun run = run("eval", "-f", old.toString(), "--tests", tests.toString(), "--json");
    JsonObject scores = json(run);
    assertEquals(2, scores.get("questions").getAsInt());
    assertEquals(1, scores.get("right").getAsInt());
    assertEquals(1, scores.get("p_at_1").getAsDouble());
    assertTrue(run.err().contains("party"), run.err());
  }

  @Test
  void aRowWithoutAQuestionIsNamed() throws IOException {
    Path tests = write("tests.csv", "question,id\nwhere?,print\n ,chair\n");
    CliRun run = run("eval", "-f", faq.toString(), "--tests", tests.toString());
    assertEquals(1, run.code());
    assertTrue(run.err().contains("tests.csv, line 3: there is the id \"chair\""), run.err());
  }

  @Test
  void evalRefusesWhatItCannotScore() throws IOException {
    Path tests = write("tests.csv", "question,id\nWhere?,print\nWho?,nobody\n");
    CliRun unknown = run("eval", "-f", faq.toString(), "--tests", tests.toString());
    assertEquals(1, unknown.code());
    assertTrue(unknown.err().contains("tests.csv, line 3"), unknown.err());
    assertTrue(unknown.err().contains("nobody"), unknown.err());

    Path single = write("single.csv", "id,question,answer\na,Where?,Here.\nb,Who?,Pat.\n");
    CliRun none = run("eval", "-f", single.toString(), "--leave-one-out");
    assertEquals(1, none.code());
    assertTrue(none.err().contains("second phrasing"), none.err());

    CliRun place =
        run(
            "eval",
            "-f",
            faq.toString(),
            "--leave-one-out",
            "--predictions",
            folder.resolve("no/where.csv").toString());
    assertEquals(1, place.code());
    assertTrue(place.err().contains("where.csv"), place.err());

    assertEquals(2, run("eval", "-f", faq.toString()).code());
    assertEquals(
        2, run("eval", "--tests", tests.toString(), "--leave-one-out").code(), "one of the two");
  }

  @Test
  void intentEvalLearnsAndScores() throws IOException {
    Path train =
        write(
            "train.csv",
            """
            text,intent
            pay my bill,pay
            I want to pay the invoice,pay
            how can I pay what I owe,pay
            settle my invoice,pay
            make a payment,pay
            book a flight,travel
            I need a plane ticket,travel
            find me a flight to Rome,travel
            reserve a seat on the plane,travel
            get me a ticket to Paris,travel
            get me a ticket to Paris,travel
            what is the meaning of life,
            """);
    Path test =
        write(
            "test.csv",
            "text,intent\npay the bill now,pay\nbook a plane to Paris,travel\n"
                + "why is the sky blue,\n");
    Path predictions = folder.resolve("intents.csv");
    CliRun run =
        run(
            "intent",
            "eval",
            "--train",
            train.toString(),
            "--test",
            test.toString(),
            "--json",
            "--predictions",
            predictions.toString());
    JsonObject scores = json(run);
    assertEquals(
        Set.of("accuracy", "accuracy_forced", "oos_recall", "auroc", "train_seconds", "threshold"),
        scores.keySet());
    assertEquals(1, scores.get("accuracy_forced").getAsDouble());
    assertEquals(1, scores.get("auroc").getAsDouble());
    assertTrue(run.err().contains("train.csv: 1 rows repeat"), run.err());
    List<String> lines = Files.readAllLines(predictions);
    assertEquals("text,intent,predicted,confidence,accepted", lines.get(0));
    assertEquals(4, lines.size());
    assertTrue(lines.get(1).startsWith("pay the bill now,pay,pay,0."), lines.get(1));
    assertTrue(lines.get(3).matches("why is the sky blue,,\\w+,[0-9.]+,(true|false)"));
  }

  @Test
  void intentEvalWithoutOutOfScopeRowsHasNoFigureForThem() throws IOException {
    Path train = write("train.csv", "text,intent\npay,pay\nfly,fly\npay it,pay\nfly away,fly\n");
    JsonObject scores =
        json(
            run(
                "intent",
                "eval",
                "--train",
                train.toString(),
                "--test",
                train.toString(),
                "--json"));
    assertTrue(scores.get("oos_recall").isJsonNull());
    assertTrue(scores.get("auroc").isJsonNull());
    Path empty = write("empty.csv", "text,intent\nwhy?,\n");
    CliRun none = run("intent", "eval", "--train", empty.toString(), "--test", train.toString());
    assertEquals(1, none.code());
    assertTrue(none.err().contains("empty.csv"), none.err());
  }

  @Test
  void benchTimesEveryLength() {
    JsonObject times = json(run("bench", "--entries", "20", "--phrasings", "2", "--json"));
    assertEquals(Set.of("encoder", "search", "reply", "askers"), times.keySet());
    JsonArray encoder = times.getAsJsonArray("encoder");
    List<Integer> tokens =
        encoder.asList().stream().map(e -> e.getAsJsonObject().get("tokens").getAsInt()).toList();
    assertEquals(List.of(8, 16, 32, 64, 128), tokens);
    assertEquals(
        Set.of("tokens", "cold_ms", "p50_ms", "p95_ms", "p99_ms"),
        encoder.get(0).getAsJsonObject().keySet());
    for (String part : List.of("search", "reply")) {
      JsonObject one = times.getAsJsonObject(part);
      assertEquals(Set.of("entries", "p50_ms", "p95_ms", "p99_ms"), one.keySet());
      assertEquals(20, one.get("entries").getAsInt());
    }
    List<Integer> askers =
        times.getAsJsonArray("askers").asList().stream()
            .map(row -> row.getAsJsonObject().get("askers").getAsInt())
            .toList();
    assertEquals(List.of(1, 8), askers);
    assertEquals(2, run("bench", "--entries", "0").code());
    assertEquals(2, run("bench", "--phrasings", "0").code());
  }
}

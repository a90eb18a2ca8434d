package org.deskbert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** What {@code eval} tells beyond the counts, with the real model and the IT sample. */
class EvalReportTest {
  @TempDir static Path shared;
  private static Path tests;

  @TempDir Path folder;

  /** The questions to the sample, one of them with the id of another entry: a sure mistake. */
  @BeforeAll
  static void writeTests() throws Exception {
    String all = Files.readString(Path.of("src/test/resources/it-questions.csv"));
    assertTrue(all.contains("password\",it-1\n"));
    tests = shared.resolve("it-questions.csv");
    Files.writeString(tests, all.replaceFirst("password\",it-1\n", "password\",it-4\n"));
  }

  private static CliRun eval(String... more) {
    String[] words = {"eval", "-f", "it", "--tests", tests.toString()};
    return CliRun.of(
        shared, "", Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  @Test
  void theReportHasEveryQuestionAndTheSettings() throws Exception {
    Path page = folder.resolve("report.html");
    Files.writeString(page, "an older one");
    CliRun run = eval("--wrong", "10", "--json", "--report", page.toString());
    assertEquals(0, run.code(), run.err());
    Document document =
        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(page.toFile());
    String text = document.getDocumentElement().getTextContent();
    for (String line : Files.readAllLines(tests).subList(1, 41)) {
      String question = line.replaceFirst(",[^,]*$", "").replaceAll("^\"|\"$", "");
      assertTrue(text.contains(question), question);
    }
    assertTrue(text.contains("10 of 100"), "the tolerance");
    assertTrue(text.contains("from it-questions.csv"), "the questions");
    assertTrue(text.contains("deskbert-small"), "the model");
    assertTrue(
        text.contains(String.valueOf(LocalDate.now(ZoneId.systemDefault()).getYear())), "the date");
    assertTrue(
        text.contains("I deleted a file or folder by mistake. How do I get it back?"),
        "the title of an entry");
    try (var files = Files.list(folder)) {
      assertEquals(List.of(page), files.toList());
    }

    JsonObject scores = JsonParser.parseString(run.out()).getAsJsonObject();
    JsonArray bins = scores.getAsJsonArray("reliability");
    assertEquals(10, bins.size());
    assertEquals(
        Set.of("from", "to", "count", "promised", "right"), bins.get(0).getAsJsonObject().keySet());
    assertEquals(
        40,
        bins.asList().stream().mapToInt(b -> b.getAsJsonObject().get("count").getAsInt()).sum());
    JsonArray curve = scores.getAsJsonArray("risk_coverage");
    assertEquals(Set.of("coverage", "risk", "confidence"), curve.get(0).getAsJsonObject().keySet());
    JsonArray confusions = scores.getAsJsonArray("confusions");
    assertTrue(confusions.size() > 0, "one question of this set has another entry first");
    assertEquals(
        Set.of("expected", "given", "count", "answered", "question"),
        confusions.get(0).getAsJsonObject().keySet());
  }

  @Test
  void theLinesTellTheSame() {
    CliRun run = eval();
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().startsWith("40 questions\n"), run.out());
    assertTrue(run.out().contains("\n  0.9 to 1.0 "), run.out());
    assertTrue(run.out().contains("\n  the surest  50 %: "), run.out());
    assertTrue(run.out().contains("\nWrong entry first, the most frequent "), run.out());
    assertTrue(run.lines().size() < 30, run.out());
  }

  @Test
  void aReportThatCannotBeWrittenIsRefusedBeforeAnythingIsAsked() {
    Path missing = folder.resolve("no/report.html");
    CliRun run = eval("--report", missing.toString());
    assertEquals(1, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().contains(missing + " can't be written"), run.err());
    CliRun place = eval("--report", folder.toString());
    assertEquals(1, place.code());
    assertTrue(place.err().contains("is a folder; name a file in it"), place.err());
  }
}

package org.deskbert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner's intents from the command line, with the real model and the IT sample. */
class IntentsCommandTest {
  private static final String[] CANTEEN = {
    "--add",
    "canteen=what's for lunch|what does the canteen serve today|menu of the canteen",
    "--reply",
    "See the board."
  };

  @TempDir Path data;

  private CliRun intents(String... options) {
    List<String> words = new ArrayList<>(List.of("faq", "intents", "it"));
    words.addAll(Arrays.asList(options));
    return CliRun.of(data, "", words.toArray(String[]::new));
  }

  private String run(String... options) {
    CliRun run = intents(options);
    assertEquals(0, run.code(), run.err());
    return run.out();
  }

  private JsonObject ask(String question) {
    CliRun run = CliRun.of(data, "", "ask", "--json", question);
    assertEquals(0, run.code(), run.err());
    return JsonParser.parseString(run.out()).getAsJsonObject();
  }

  @Test
  void anIntentAnswersAsAnEntryDoesAndChangesTheHash() {
    String question = "what does the canteen serve for lunch today";
    JsonObject before = ask(question);
    assertNotEquals("answered", before.get("outcome").getAsString());
    assertEquals("it has 1 intent.\n", run(CANTEEN));
    JsonObject after = ask(question);
    assertEquals("answered", after.get("outcome").getAsString(), after.toString());
    assertEquals("intent:canteen", after.get("entry").getAsString());
    assertEquals("it", after.get("source").getAsString());
    assertEquals("See the board.", after.get("answer").getAsString());
    assertNotEquals(before.get("faq"), after.get("faq"));
    run("--add", "canteen=", "--entry", "it-1");
    assertEquals("it-1", ask("menu of the canteen").get("entry").getAsString());
    assertEquals("it has 0 intents.\n", run("--remove", "Canteen"));
    assertEquals(before.get("faq"), ask(question).get("faq"));
  }

  @Test
  void theyAreListedExportedAndImported() {
    CliRun none = intents();
    assertEquals("", none.out());
    assertTrue(none.err().contains("no intents of its own"), none.err());
    run(CANTEEN);
    String line =
        "canteen = what's for lunch | what does the canteen serve today | menu of the canteen"
            + " -> See the board.\n";
    assertEquals(line, run());
    assertEquals(
        line + "locked out = no way in -> entry it-1\n",
        run("--add", "locked out=no way in", "--entry", "it-1", "--list"));
    String json = run("--json");
    assertTrue(json.startsWith("[{\"intent\":\"canteen\",\"examples\":[\"what's for"), json);
    Path csv = data.resolve("intents.csv");
    assertEquals("Wrote 2 intents to " + csv + ".\n", run("--export", csv.toString()));
    run("--remove", "canteen", "--remove", "locked out");
    assertEquals("it has 2 intents.\n", run("--import", csv.toString()));
    assertEquals(json, run("--json"));
  }

  @Test
  void whatIsWrongGetsASentenceAndChangesNothing() {
    run(CANTEEN);
    String before = run();
    assertFails(1, "has neither a reply nor an entry", "--add", "x=y");
    assertFails(1, "has no example", "--add", "x=", "--reply", "R");
    assertFails(1, "There is no intent \"x\"", "--remove", "x");
    assertFails(1, "missing.csv does not exist", "--import", data.resolve("missing.csv") + "");
    assertFails(2, "--add takes a name and examples", "--add", "x");
    assertFails(2, "go with --add", "--reply", "R");
    assertFails(2, "not both", "--add", "x=y", "--reply", "R", "--entry", "it-1");
    assertEquals(before, run());
  }

  private void assertFails(int code, String sentence, String... options) {
    CliRun run = intents(options);
    assertEquals(code, run.code(), run.out());
    assertTrue(run.err().contains(sentence), run.err());
  }
}

package org.deskbert.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Synonyms from the command line, with the real model and the IT sample. */
class SynonymsCommandTest {
  @TempDir Path data;

  private String run(String... words) {
    CliRun run = CliRun.of(data, "", words);
    assertEquals(0, run.code(), run.err());
    return run.out();
  }

  private JsonObject ask(String question) {
    return JsonParser.parseString(run("ask", "--json", question)).getAsJsonObject();
  }

  private static JsonArray candidates(JsonObject reply) {
    return reply.get("candidates").getAsJsonArray();
  }

  private static String first(JsonObject reply) {
    return candidates(reply).get(0).getAsJsonObject().get("entry").getAsString();
  }

  @Test
  void anInventedAbbreviationIsUnderstoodOnceItIsAdded() {
    JsonObject before = ask("my zqw got wet, can I get another one");
    JsonObject pronoun = ask("can I get it replaced, it got wet");
    assertEquals("it has 2 groups of synonyms.\n", add("work phone=ZQW", "service desk=IT"));
    JsonObject after = ask("my zqw got wet, can I get another one");
    JsonObject spelled = ask("my work phone got wet, can I get another one");
    assertEquals("my zqw got wet, can I get another one", after.get("question").getAsString());
    assertEquals(candidates(spelled), candidates(after));
    assertNotEquals(first(before), first(after));
    assertNotEquals(before.get("faq"), after.get("faq"));
    String explained = run("ask", "--explain", "my zqw got wet");
    assertTrue(explained.contains("read as \"my work phone got wet\""), explained);
    // "IT" now is the service desk, "it" is what it was
    assertEquals(candidates(ask("when is service desk open")), candidates(ask("when is IT open")));
    assertEquals(first(pronoun), first(ask("can I get it replaced, it got wet")));
    assertEquals("it has 1 group of synonyms.\n", run("faq", "synonyms", "it", "--remove", "ZQW"));
    assertEquals(first(before), first(ask("my zqw got wet, can I get another one")));
  }

  private String add(String... groups) {
    String[] words = new String[3 + 2 * groups.length];
    System.arraycopy(new String[] {"faq", "synonyms", "it"}, 0, words, 0, 3);
    for (int i = 0; i < groups.length; i++) {
      words[3 + 2 * i] = "--add";
      words[4 + 2 * i] = groups[i];
    }
    return run(words);
  }

  @Test
  void groupsAreListedExportedAndImported() throws Exception {
    CliRun none = CliRun.of(data, "", "faq", "synonyms", "hr");
    assertEquals("", none.out());
    assertTrue(none.err().contains("no synonyms"), none.err());
    assertEquals("[]\n", run("faq", "synonyms", "hr", "--json"));
    add("virtual private network=VPN|tunnel", "information technology=IT");
    assertEquals(
        "virtual private network = VPN | tunnel\ninformation technology = IT\n",
        run("faq", "synonyms", "it"));
    Path csv = data.resolve("terms.csv");
    assertEquals(
        "Wrote 2 groups of synonyms to " + csv + ".\n",
        run("faq", "synonyms", "it", "--export", csv.toString()));
    run("faq", "synonyms", "hr", "--add", "leave=holiday");
    run("faq", "synonyms", "hr", "--import", csv.toString());
    assertEquals(run("faq", "synonyms", "it", "--json"), run("faq", "synonyms", "hr", "--json"));
    assertEquals(
        "[{\"term\":\"virtual private network\",\"synonyms\":[\"VPN\",\"tunnel\"]},"
            + "{\"term\":\"information technology\",\"synonyms\":[\"IT\"]}]\n",
        run("faq", "synonyms", "it", "--json"));
  }

  @Test
  void anExportedFaqTakesThemAlong() throws Exception {
    add("virtual private network=VPN|tunnel");
    Path first = data.resolve("first.json");
    Path second = data.resolve("second.json");
    run("faq", "export", first.toString(), "-f", "it");
    run("faq", "import", first.toString(), "--into", "copy");
    run("faq", "export", second.toString(), "-f", "copy");
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    run("faq", "synonyms", "copy", "--add", "tunnel=pipe", "--remove", "tunnel");
    run("faq", "import", first.toString(), "--into", "copy", "--merge");
    assertEquals(
        "virtual private network = VPN\ntunnel = pipe\n",
        run("faq", "synonyms", "copy"),
        "a file that says what it said before changes nothing");
    run("faq", "import", second.toString(), "--into", "copy", "--merge");
    assertEquals("virtual private network = VPN | tunnel | pipe\n", run("faq", "synonyms", "copy"));
    run("faq", "import", "assets/faqs/it.csv", "--into", "copy", "--replace");
    assertEquals("virtual private network = VPN | tunnel | pipe\n", run("faq", "synonyms", "copy"));
  }

  @Test
  void whatIsWrongGetsASentenceAndChangesNothing() throws Exception {
    add("VPN=tunnel");
    assertFails(1, "write it in capitals: \"IT\"", "--add", "information technology=it");
    assertFails(1, "already belongs to the group \"VPN\"", "--add", "road=tunnel");
    assertFails(1, "A term is empty", "--add", "=VPN");
    assertFails(1, "A term is empty", "--add", "road=street||way");
    assertFails(1, "stands alone", "--add", "road=Road");
    assertFails(1, "\"nothing\" is no synonym here", "--remove", "nothing");
    assertFails(1, "missing.csv does not exist", "--import", data.resolve("missing.csv") + "");
    assertFails(2, "--add takes a term and its synonyms", "--add", "VPN");
    Path bad = Files.writeString(data.resolve("bad.csv"), "term,synonyms\nhelp,it\n");
    assertFails(1, "bad.csv, line 2:", "--import", bad.toString());
    CliRun unknown = CliRun.of(data, "", "faq", "synonyms", "nowhere");
    assertEquals(1, unknown.code());
    assertTrue(unknown.err().contains("There is no FAQ \"nowhere\""), unknown.err());
    assertEquals("VPN = tunnel\n", run("faq", "synonyms", "it"));
  }

  private void assertFails(int code, String sentence, String... options) {
    String[] words = new String[3 + options.length];
    System.arraycopy(new String[] {"faq", "synonyms", "it"}, 0, words, 0, 3);
    System.arraycopy(options, 0, words, 3, options.length);
    CliRun run = CliRun.of(data, "", words);
    assertEquals(code, run.code(), run.out());
    assertTrue(run.err().contains(sentence), run.err());
  }
}

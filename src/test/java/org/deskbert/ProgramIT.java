package org.deskbert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is laid out for the user, started as a process of its own. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ProgramIT {
  private static final String QUESTIONS = "i forgot my password\nhow tall is the eiffel tower\n";

  /** One data folder for all, so that the confidence is fitted once. */
  @TempDir static Path data;

  @TempDir Path folder;

  @Test
  void answersFromTheCommandLine() throws Exception {
    List<String> lines = run(List.of(), "ask", "--json");
    assertEquals(2, lines.size(), lines.toString());
    JsonObject first = json(lines.getFirst());
    assertEquals("answered", first.get("outcome").getAsString(), lines.getFirst());
    assertEquals("model", first.get("mode").getAsString());
  }

  @Test
  void knowsItsVersion() throws Exception {
    assertTrue(run(List.of(), "--version").getFirst().matches("DeskBERT \\d+\\.\\d+\\.\\d+"));
  }

  @Test
  void itsNoticeNamesEveryLibrary() throws Exception {
    Path home = Path.of(System.getProperty("program")).getParent().resolveSibling("");
    List<String> words = List.of(Files.readString(home.resolve("NOTICE")).split("[\\s,;]+"));
    try (Stream<Path> files = Files.list(home.resolve("lib"))) {
      assertEquals(
          List.of(),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches(".*-[0-9].*\\.jar"))
              .map(name -> name.replaceFirst("-[0-9].*", ""))
              .filter(library -> !words.contains(library))
              .toList(),
          "libraries that NOTICE doesn't name");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void keepsEveryLetterInTheLocaleC() throws Exception {
    // The shell makes the letter: where the tests themselves run in C, Java could not hand it over.
    String script = "LC_ALL=C exec \"$@\" \"$(printf 'Wo ist das B\\303\\274ro?')\"";
    Result asked = shell(script, "ask", "--json");
    assertEquals(0, asked.code(), asked.err());
    assertEquals("Wo ist das Büro?", json(asked.out()).get("question").getAsString());
  }

  @Test
  void aClosedStandardInputHasNoLines() throws Exception {
    // Without the guard of the launcher the program reads its own jar, or never ends.
    assertEquals(new Result(0, "", ""), shell("exec \"$@\" <&-", "ask", "--json"));
  }

  @Test
  void saysThatResultsCannotBeWritten() throws Exception {
    List<String> broken = new ArrayList<>(List.of("exec \"$@\" >&-"));
    if (OS.LINUX.isCurrentOs()) {
      broken.add("exec \"$@\" >/dev/full");
    }
    for (String script : broken) {
      Result list = shell(script, "faq", "list");
      assertEquals(1, list.code(), script);
      assertTrue(list.err().contains("can't be written"), list.err());
      assertEquals(1, list.err().lines().count(), list.err());
    }
  }

  @Test
  void isQuietWhereNobodyReadsOn() throws Exception {
    Result head = shell("yes 'how do i reset my password' | \"$@\" | head -n 1", "ask", "--json");
    assertEquals(1, head.out().lines().count());
    assertEquals("", head.err());
  }

  /** Runs the program from a shell script, which knows program and words as {@code $@}. */
  private Result shell(String script, String... words) throws Exception {
    return start(List.of("sh", "-c", script, "sh"), words);
  }

  private List<String> run(List<String> before, String... words) throws Exception {
    Result result = start(before, words);
    assertEquals(0, result.code(), result.err());
    return result.out().lines().toList();
  }

  private record Result(int code, String out, String err) {}

  private Result start(List<String> before, String... words) throws Exception {
    List<String> command = new ArrayList<>(before);
    command.add(System.getProperty("program"));
    command.addAll(List.of("--data", data.toString()));
    command.addAll(List.of(words));
    Path in = Files.writeString(folder.resolve("in"), QUESTIONS);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      fail(command + " does not end");
    }
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static JsonObject json(String line) {
    return JsonParser.parseString(line).getAsJsonObject();
  }
}

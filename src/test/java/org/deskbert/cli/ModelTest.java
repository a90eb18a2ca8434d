package org.deskbert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.deskbert.encoder.ForeignModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code model} as a script sees it: add, use and remove a bundle of one's own. */
class ModelTest {
  private static final Path SHIPPED = Path.of("models/deskbert-small");

  @TempDir Path folder;

  private CliRun run(String... words) {
    return CliRun.of(folder.resolve("data"), "", words);
  }

  private String inUse() {
    return run("model", "list").lines().stream()
        .filter(line -> line.startsWith("* "))
        .map(line -> line.split(" +")[1])
        .reduce("", String::concat);
  }

  @Test
  void aBundleComesAndGoes() throws IOException {
    Path mine = copyBundle(SHIPPED, folder, "mine");
    assertEquals("deskbert-small", inUse());
    assertEquals("Added mine; to answer with it: deskbert model use mine\n", ok("add", mine));
    delete(mine); // the program has its own copy now
    assertEquals("mine answers from now on.\n", ok("use", "mine"));
    assertEquals("mine", inUse());
    assertTrue(ok("check", "mine").startsWith("mine is good"));
    assertEquals("Removed mine. deskbert-small answers from now on.\n", ok("remove", "mine"));
    assertEquals("deskbert-small", inUse());
  }

  private String ok(String command, Object argument) {
    CliRun run = run("model", command, argument.toString());
    assertEquals(0, run.code(), run.err());
    return run.out();
  }

  @Test
  void whatCannotBeIsRefused() throws IOException {
    Path mine = copyBundle(SHIPPED, folder, "mine");
    for (List<String> words :
        List.of(
            List.of("use", mine.toString(), "model add " + mine),
            List.of("use", "nosuch", "deskbert-small"),
            List.of("add", SHIPPED.toString(), "is there already"),
            List.of("add", folder.toString(), "no bundle.json"),
            List.of("remove", "deskbert-small", "came with the program"),
            List.of("remove", "nosuch", "give one of deskbert-small."))) {
      CliRun run = run("model", words.get(0), words.get(1));
      assertEquals(1, run.code(), words.toString());
      assertTrue(run.err().contains(words.get(2)), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
    }
    assertEquals("deskbert-small", inUse());
  }

  @Test
  void aModelOfOthersIsAskedWhatItsFilesDoNotSay() throws IOException {
    Path foreign = ForeignModel.write(folder.resolve("foreign"));
    delete(foreign.resolve("1_Pooling"));
    CliRun asked = run("model", "add", foreign.toString());
    assertEquals(1, asked.code());
    assertTrue(asked.err().contains("--pooling cls or --pooling mean"), asked.err());
    assertEquals(1, asked.err().lines().count(), asked.err());
    assertEquals(2, run("model", "add", foreign.toString(), "--pooling", "max").code());
    CliRun added =
        run(
            "model",
            "add",
            foreign.toString(),
            "--pooling=mean",
            "--prefix=how ",
            "--max-tokens=16",
            "--name=mine");
    assertEquals("Added mine; to answer with it: deskbert model use mine\n", added.out());
    String json = Files.readString(folder.resolve("data/models/mine/bundle.json"));
    assertTrue(json.contains("\"prefix\": \"how \""), json);
    assertTrue(json.contains("\"max_tokens\": 16"), json);
    assertTrue(ok("check", "mine").startsWith("mine is good"));
    ok("remove", "mine");
  }

  /** Copies a bundle into {@code folder} under a name of its own. */
  static Path copyBundle(Path bundle, Path folder, String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name));
    try (Stream<Path> files = Files.list(bundle)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    Path info = copy.resolve("bundle.json");
    String json = Files.readString(info);
    Files.writeString(
        info, json.replace("\"name\": \"" + bundle.getFileName(), "\"name\": \"" + name));
    return copy;
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}

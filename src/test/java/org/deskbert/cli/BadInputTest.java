package org.deskbert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What bad input gets: exit code 1 or 2, at most three lines, no stack trace, and an untouched
 * library.
 */
class BadInputTest {
  @TempDir Path folder;

  record Bad(String name, byte[] content, String mentions) {
    Bad(String name, String content, String mentions) {
      this(name, content.getBytes(StandardCharsets.UTF_8), mentions);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Bad> files() {
    return Stream.of(
        new Bad("empty.csv", "", "empty"),
        new Bad("header.csv", "id,question,answer\n", "header.csv"),
        new Bad("binary.csv", new byte[] {0, 1, 2, 3, 0, (byte) 0xff, 0, 9, 0, 0, 7}, "binary.csv"),
        new Bad("quote.csv", "id,question,answer\na,\"Where is it?,Here\nb,Who?,Pat\n", "line 2"),
        new Bad("columns.csv", "id,color,size\na,red,1\n", "question"),
        new Bad("clash.csv", "id,question,answer\na,Where?,Here\na,Where is it?,There\n", "line 3"),
        new Bad("parent.csv", "id,question,answer,parent\na,Where?,Here,zzz\n", "zzz"),
        new Bad("until.csv", "id,question,answer,until\na,Where?,Here,tomorrow\n", "tomorrow"),
        new Bad("noanswer.csv", "id,question,answer\na,Where?,\n", "line 2"),
        new Bad(
            "cell.csv", "id,question,answer\na,Where?," + "x".repeat(10_000_000) + "\n", "line 2"),
        new Bad("broken.json", "{\"entries\": [ {\"id\": ", "broken.json"),
        new Bad("nozip.xlsx", "this is no workbook", "nozip.xlsx"),
        new Bad("zip.xlsx", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}, "zip.xlsx"),
        new Bad("unknown.pdf", "%PDF-1.4", "unknown.pdf"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aBadFileIsNamedAndNothingChanges(Bad bad) throws IOException {
    Path data = folder.resolve("data");
    Path file = folder.resolve(bad.name());
    Files.write(file, bad.content());
    String before = CliRun.of(data, "", "faq", "list").out();
    CliRun run = CliRun.of(data, "", "faq", "import", file.toString(), "--into", "fresh");
    assertRefused(run, bad.name());
    assertTrue(run.err().contains(bad.mentions()), run.err());
    assertEquals(before, CliRun.of(data, "", "faq", "list").out());
  }

  @Test
  void aMissingFileAndAFolderAreNamed() {
    Path data = folder.resolve("data");
    assertRefused(
        CliRun.of(data, "", "faq", "import", folder.resolve("no.csv").toString()), "no.csv");
    assertRefused(CliRun.of(data, "", "faq", "import", folder.toString()), "folder");
    assertRefused(CliRun.of(data, "", "ask", "-f", "nosuch", "hello"), "nosuch");
    assertRefused(
        CliRun.of(data, "", "embed", "-i", folder.resolve("no.txt").toString(), "-o", "x"),
        "no.txt");
  }

  @Test
  void wrongUsageNamesTheHelp() {
    Path data = folder.resolve("data");
    for (List<String> words :
        List.of(
            List.of("'101'", "ask", "--wrong", "101", "hello"),
            List.of("'-1'", "ask", "--wrong", "-1", "hello"),
            List.of("'many'", "ask", "--wrong", "many", "hello"),
            List.of("'NaN'", "ask", "--wrong", "NaN", "hello"),
            List.of("'1e99'", "eval", "--wrong", "1e99", "--leave-one-out"),
            List.of("'0'", "bench", "--entries", "0"),
            List.of("'x'", "bench", "--entries", "x"),
            List.of("list", "faq"),
            List.of("no command lst", "faq", "lst"),
            List.of("no command and no file named hlep", "hlep"),
            List.of("no command and no file named aks", "aks", "more", "words"),
            List.of("no option --jsno", "ask", "--jsno", "hello"),
            List.of("\"words\"", "ask", "two", "words"),
            List.of(
                "--tests=FILE and --leave-one-out exclude each other",
                "eval",
                "--tests",
                "a.csv",
                "--leave-one-out"),
            List.of(
                "--replace and --merge exclude each other",
                "faq",
                "import",
                "a.csv",
                "--replace",
                "--merge"),
            List.of("--tests=FILE", "eval"),
            List.of("-o", "embed"))) {
      List<String> line = words.subList(1, words.size());
      CliRun run = CliRun.of(data, "", line.toArray(String[]::new));
      assertEquals(2, run.code(), words + run.err());
      assertRefused(run, "--help");
      assertTrue(run.err().contains(words.getFirst()), run.err());
    }
    assertTrue(CliRun.of(data, "", "modle", "list").err().contains("Did you mean model?"));
  }

  @Test
  void aKioskWithoutADisplayIsRefused() {
    CliRun kiosk = CliRun.of(folder.resolve("data"), "", "--kiosk");
    assertEquals(1, kiosk.code());
    assertRefused(kiosk, "DISPLAY");
  }

  @Test
  void severalActiveFaqsAskForOne() {
    Path data = folder.resolve("data");
    assertEquals(0, CliRun.of(data, "", "faq", "use", "it", "hr").code());
    CliRun export = CliRun.of(data, "", "faq", "export", folder.resolve("a.csv").toString());
    assertEquals(2, export.code());
    assertRefused(export, "See: deskbert faq export --help");
    CliRun check = CliRun.of(data, "", "faq", "check");
    assertEquals(2, check.code());
    assertRefused(check, "See: deskbert faq check --help");
  }

  @Test
  void theFirstProblemsComeInTheirOrder() throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, "id,question,answer,until\na,Where?,Here,x\nb,Who?,,\nc,,there,\n");
    CliRun run = CliRun.of(folder.resolve("data"), "", "faq", "import", file.toString());
    List<String> lines = run.err().lines().toList();
    assertTrue(lines.get(0).contains("line 2"), run.err());
    assertTrue(lines.get(1).contains("line 3"), run.err());
    assertTrue(lines.get(2).contains("1 more"), run.err());
    assertRefused(run, "bad.csv");
  }

  @Test
  void aBadByteIsPlaced() throws IOException {
    Path texts = folder.resolve("texts.txt");
    Files.write(texts, new byte[] {'h', 'i', '\n', 'b', (byte) 0xff, '\n'});
    String vectors = folder.resolve("vectors.npy").toString();
    CliRun run =
        CliRun.of(folder.resolve("data"), "", "embed", "-i", texts.toString(), "-o", vectors);
    assertRefused(run, "texts.txt, line 2, column 2");
  }

  @Test
  void damagedSettingsAreTold() throws IOException {
    Path data = folder.resolve("data");
    CliRun.of(data, "", "faq", "list");
    Files.writeString(data.resolve("settings.json"), "{ broken");
    CliRun first = CliRun.of(data, "", "faq", "list");
    assertEquals(0, first.code());
    assertTrue(first.err().contains("settings.damaged.json"), first.err());
    assertEquals("", CliRun.of(data, "", "faq", "list").err());
  }

  @Test
  void aFlippedByteInABundleIsFound() throws IOException {
    Path bundle = ModelTest.copyBundle(Path.of("models/deskbert-small"), folder, "bundle");
    byte[] model = Files.readAllBytes(bundle.resolve("model.onnx"));
    model[model.length / 2] ^= 1;
    Files.write(bundle.resolve("model.onnx"), model);
    Path data = folder.resolve("data");
    assertRefused(CliRun.of(data, "", "-m", bundle.toString(), "ask", "hello"), "model.onnx");
    assertRefused(CliRun.of(data, "", "model", "add", bundle.toString()), "model.onnx");
  }

  @Test
  void aGraphThatIsNoneIsNamed() throws Exception {
    Path bundle = ModelTest.copyBundle(Path.of("models/deskbert-small"), folder, "bundle");
    byte[] graph = "this is no graph".getBytes(StandardCharsets.UTF_8);
    Files.write(bundle.resolve("model.onnx"), graph);
    JsonObject info =
        JsonParser.parseString(Files.readString(bundle.resolve("bundle.json"))).getAsJsonObject();
    for (JsonElement file : info.getAsJsonArray("files")) {
      if (file.getAsJsonObject().get("name").getAsString().equals("model.onnx")) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(graph);
        file.getAsJsonObject().addProperty("sha256", HexFormat.of().formatHex(hash));
        file.getAsJsonObject().addProperty("size", graph.length);
      }
    }
    Files.writeString(bundle.resolve("bundle.json"), info.toString());
    CliRun run = CliRun.of(folder.resolve("data"), "", "-m", bundle.toString(), "ask", "hello");
    assertEquals(1, run.code());
    assertRefused(run, "model.onnx can't be loaded");
  }

  @Test
  void aNewerDataFolderIsLeftAlone() throws IOException {
    Path data = folder.resolve("newer");
    Files.createDirectories(data);
    Files.writeString(data.resolve("version"), "99\n");
    assertRefused(CliRun.of(data, "", "faq", "list"), "newer");
    try (Stream<Path> files = Files.list(data)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aFileInPlaceOfTheDataFolderIsRefused() throws IOException {
    Path data = folder.resolve("file");
    Files.writeString(data, "no folder");
    assertRefused(CliRun.of(data, "", "faq", "list"), data.toString());
    assertEquals("no folder", Files.readString(data));
  }

  @Test
  void aDamagedLibraryIsNamedAndLeftAlone() throws IOException {
    Path data = folder.resolve("damaged");
    CliRun.of(data, "", "faq", "list");
    Files.writeString(
        data.resolve("library.db"), "this is no database at all, not even close to it");
    assertRefused(CliRun.of(data, "", "faq", "list"), "library.db");
    assertTrue(Files.readString(data.resolve("library.db")).startsWith("this is no database"));
  }

  private static void assertRefused(CliRun run, String mentions) {
    assertTrue(run.code() == 1 || run.code() == 2, "code " + run.code());
    assertTrue(run.err().contains(mentions), run.err());
    assertTrue(run.err().lines().count() <= 3, run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertEquals("", run.out());
  }
}

package org.deskbert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Runs the example of every {@code --help} as it stands there, in a fresh library. */
class ExamplesTest {
  private static final Pattern ECHO = Pattern.compile("echo (.*?)(>>?) ?(\\S+)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern FILE = Pattern.compile("\\w+\\.(csv|xlsx|txt|npy|faqpack|html)");

  /** Vectors and fitted confidences stay from one example to the next, to save time. */
  @TempDir static Path data;

  @TempDir Path folder;

  record Example(String command, List<String> lines) {
    @Override
    public String toString() {
      return command;
    }
  }

  static Stream<Example> examples() {
    // An update takes the place of an installed program: UpdateTest and installer/linux/try.sh.
    return examples(Cli.commandLine()).filter(each -> !each.command().equals("deskbert update"));
  }

  private static Stream<Example> examples(CommandLine line) {
    List<String> lines =
        Arrays.stream(line.getCommandSpec().usageMessage().footer())
            .map(text -> text.replaceFirst("^Example:", "").strip())
            .filter(text -> !text.isEmpty())
            .toList();
    return Stream.concat(
        Stream.of(new Example(line.getCommandSpec().qualifiedName(), lines)),
        line.getSubcommands().values().stream().flatMap(ExamplesTest::examples));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleWorksAsItStandsThere(Example example) throws IOException {
    assertFalse(example.lines().isEmpty(), "no example");
    forget();
    ModelTest.copyBundle(Path.of("models/deskbert-small"), folder, "my-encoder");
    if (example.command().equals("deskbert model remove")) {
      run("deskbert model add my-encoder");
    }
    Files.writeString(folder.resolve("secret.txt"), "correct horse battery\n");
    Files.writeString(folder.resolve("new.txt"), "staple of another kind\n");
    if (List.of("deskbert encryption change", "deskbert encryption off")
        .contains(example.command())) {
      run("deskbert encryption on --new-passphrase-file secret.txt");
    }
    for (String line : example.lines()) {
      run(line);
    }
  }

  private void run(String line) throws IOException {
    Matcher echo = ECHO.matcher(line);
    if (echo.matches()) {
      boolean append = echo.group(2).equals(">>");
      Files.writeString(
          folder.resolve(echo.group(3)),
          echo.group(1) + "\n",
          append ? StandardOpenOption.APPEND : StandardOpenOption.CREATE_NEW);
      return;
    }
    List<String> words = new ArrayList<>();
    for (Matcher word = WORD.matcher(line); word.find(); ) {
      String text = word.group(1) == null ? word.group(2) : word.group(1);
      boolean file = FILE.matcher(text).matches() || line.endsWith("add " + text);
      words.add(file ? folder.resolve(text).toString() : text);
    }
    assertEquals("deskbert", words.removeFirst());
    CliRun run = CliRun.of(data, "", words.toArray(String[]::new));
    assertEquals(0, run.code(), line + "\n" + run.err());
  }

  /** Back to the first start, but for the caches. */
  private static void forget() throws IOException {
    for (String name : List.of("library.db", "chats.db", "encryption.json", "settings.json")) {
      Files.deleteIfExists(data.resolve(name));
    }
    ModelTest.delete(data.resolve("models"));
    ModelTest.delete(data.resolve("backups"));
  }
}

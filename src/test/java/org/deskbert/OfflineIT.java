package org.deskbert;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What docs/offline.md tells of the shipped byte code, and of what the program does. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class OfflineIT {
  /** A row of the table: class, and the reason why its calls can't run. */
  private static final Pattern ROW = Pattern.compile("\\| `([\\w.$]+)` \\| (\\S.*\\S) \\|");

  /** What somebody does in a day: everything that this program can do without a display. */
  private static final String SESSION =
      """
      set -e
      program=$1 folder=$2
      deskbert() { "$program" --data "$folder/data" "$@"; }
      deskbert faq import "$folder/own.csv" --into own
      deskbert faq use own it
      deskbert ask --json "where is the piano"
      echo "i forgot my password" | deskbert chat
      deskbert faq pack own "$folder/own.faqpack"
      deskbert bench --json --entries 50 >"$folder/bench"
      test -s "$folder/bench"
      deskbert doctor
      export DISPLAY=headless JAVA_TOOL_OPTIONS=-Dglass.platform=Headless DESKBERT_PRISM=sw
      deskbert rehearse
      """;

  /** Calls that use a socket; with {@code -yy} strace says of which kind it is. */
  private static final Pattern USED =
      Pattern.compile("\\b(bind|connect|listen|accept4?|send\\w*|recv\\w*)\\(\\d");

  private static final Pattern OTHER_SOCKET = Pattern.compile("socket\\(AF_(NETLINK|PACKET)");

  @TempDir Path folder;

  /**
   * Import, questions, chat, a pack, the benchmark, the doctor and the window, traced by the kernel
   * where there is no network, if the system lets us take it away.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aWholeSessionNeitherUsesANetworkNorMissesIt() throws Exception {
    Files.writeString(folder.resolve("own.csv"), "question,answer\nWhere is the piano?,Hall.\n");
    List<String> without = List.of("unshare", "--map-root-user", "--net");
    List<String> command = new ArrayList<>();
    if (run(with(without, "true")) == 0) {
      command.addAll(without);
    }
    Path trace = folder.resolve("trace");
    command.addAll(
        List.of("strace", "-f", "-yy", "-qq", "-e", "trace=network", "-o", trace.toString()));
    command.addAll(List.of("sh", "-c", SESSION, "sh", program(), folder.toString()));
    assertEquals(0, run(command), () -> output());
    assertTrue(output().contains("\"answer\":\"Hall.\""), output());
    try (Stream<String> calls = Files.lines(trace)) {
      assertEquals(
          List.of(),
          calls
              .filter(call ->
                  USED.matcher(call).find() && !call.contains("<UNIX")
                      || OTHER_SOCKET.matcher(call).find())
              .toList());
    }
  }

  private static List<String> with(List<String> words, String last) {
    List<String> all = new ArrayList<>(words);
    all.add(last);
    return all;
  }

  private static String program() {
    return System.getProperty("program");
  }

  private int run(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      fail(command + " does not end");
    }
    return process.exitValue();
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output"));
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /**
   * Every class in every shipped jar that could open a connection was looked at, and no other is.
   */
  @Test
  void eachClassThatCouldConnectHasAReasonWhyItDoesNot() throws IOException {
    SortedMap<String, String> reasons = new TreeMap<>();
    try (Stream<String> lines = Files.lines(Path.of("docs/offline.md"))) {
      lines
          .map(ROW::matcher)
          .filter(Matcher::matches)
          .forEach(row -> reasons.put(row.group(1), row.group(2)));
    }
    SortedMap<String, Object> found = new TreeMap<>();
    Path lib = Path.of(program()).getParent().resolveSibling("lib");
    try (Stream<Path> jars = Files.list(lib)) {
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
        found.putAll(NetworkCalls.in(jar));
      }
    }
    assertFalse(found.isEmpty(), "the scan sees the calls in the libraries");
    SortedMap<String, Object> unknown = new TreeMap<>(found);
    unknown.keySet().removeAll(reasons.keySet());
    assertEquals("{}", unknown.toString(), "without a reason in docs/offline.md");
    reasons.keySet().removeAll(found.keySet());
    assertEquals("{}", reasons.toString(), "in docs/offline.md, but nowhere in the program");
  }

  /** Many of the reasons are that JavaFX only connects where it is given an address as text. */
  @Test
  void noPictureOrFontIsLoadedFromAnAddress() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.deskbert.ui.Theming") // from the program's folder
        .should()
        .callConstructor(Image.class, String.class)
        .orShould()
        .callConstructor(Image.class, String.class, boolean.class)
        .orShould()
        .callConstructor(ImageView.class, String.class)
        .orShould()
        .callMethod(Font.class, "loadFont", String.class, double.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene.media..", "javafx.scene.web..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.deskbert"));
  }
}

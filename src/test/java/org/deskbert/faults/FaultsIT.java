package org.deskbert.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deskbert.faults.Sandbox.Result;
import org.deskbert.faults.Sandbox.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault that a machine is known for. {@code -Dreport=FILE} writes the table of
 * docs/reliability.md.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FaultsIT {
  private static final String MINE = "question,answer\nHow do I get in?,By the *blue* door.\n";

  /** Rows of the report by fault. */
  private static final Map<String, String> ROWS = new TreeMap<>();

  @TempDir Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void layOut() {
    sandbox = new Sandbox(folder, folder.resolve("data"));
  }

  @AfterAll
  static void report() throws IOException {
    String file = System.getProperty("report");
    if (file != null) {
      Reliability.write(Path.of(file), ROWS);
    }
  }

  @Test
  void aDamagedPageOfTheLibrary() throws Exception {
    importMine();
    Damage.damage(sandbox.data().resolve("library.db"), 4096);
    Result asked = sandbox.run("ask", "-f", "mine", "How do I get in?");
    assertEquals(1, asked.code(), asked.err());
    assertTrue(asked.err().contains("doctor --restore"), asked.err());
    Result restored = sandbox.run("doctor", "--restore");
    assertEquals(0, restored.code(), restored.err());
    assertMineIsThere();
    row(
        "Damaged page in the library",
        asked,
        "nothing since the last backup",
        "`deskbert doctor --restore`; the damaged file is kept");
  }

  @Test
  void damagedCaches() throws Exception {
    importMine();
    String before = reply();
    Damage.damage(sandbox.data().resolve("cache.db"), 100);
    try (Stream<Path> fitted = Files.list(sandbox.data().resolve("fitted"))) {
      for (Path file : fitted.toList()) {
        Files.writeString(file, "{");
      }
    }
    Result asked = sandbox.run("ask", "--json", "-f", "mine", "How do I get in?");
    assertEquals(before, stable(asked.out()), asked.err());
    row("Damaged index and calibration", asked, "nothing", "made again by itself");
  }

  @Test
  void aDamagedBundle() throws Exception {
    importMine();
    Path copy = folder.resolve("broken");
    Damage.copy(
        Path.of(System.getProperty("program")).resolve("../../models/deskbert-small"), copy);
    Damage.damage(copy.resolve("model.onnx"), 5000);
    Result asked = sandbox.run("-m", copy.toString(), "ask", "-f", "mine", "How do I get in?");
    assertEquals(1, asked.code(), asked.err());
    row(
        "Damaged model",
        asked,
        "nothing",
        "the window goes on with words; install or add the model again");
  }

  @Test
  void damagedSettings() throws Exception {
    importMine();
    Files.writeString(sandbox.data().resolve("settings.json"), "{\"zoom\": ");
    Result asked = sandbox.run("ask", "-f", "mine", "How do I get in?");
    assertEquals(0, asked.code(), asked.err());
    assertTrue(Files.exists(sandbox.data().resolve("settings.damaged.json")));
    row("Damaged settings", asked, "the settings", "defaults; the damaged file is kept");
  }

  @Test
  void aLibraryOfAnOlderProgram() throws Exception {
    Files.createDirectories(sandbox.data());
    Damage.makeOldLibrary(sandbox.data().resolve("library.db"));
    Result asked = sandbox.run("ask", "How do I get in?");
    assertEquals(0, asked.code(), asked.err());
    assertTrue(asked.out().contains("blue"), asked.out());
    assertMineIsThere();
    row("Library of an older version", asked, "nothing", "brought up to date, goes on");
  }

  @Test
  void aLibraryOfANewerProgram() throws Exception {
    importMine();
    Path library = sandbox.data().resolve("library.db");
    byte[] version = ByteBuffer.allocate(4).putInt(1000).array();
    Damage.write(library, 60, version); // user_version, https://www.sqlite.org/fileformat.html
    byte[] before = Files.readAllBytes(library);
    Result asked = sandbox.run("ask", "-f", "mine", "How do I get in?");
    assertEquals(1, asked.code(), asked.err());
    assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(library)));
    row("Library of a newer version (downgrade)", asked, "nothing", "install the newer program");
  }

  @Test
  void aDataFolderOfANewerProgram() throws Exception {
    importMine();
    Files.writeString(sandbox.data().resolve("version"), "1000\n");
    Result asked = sandbox.run("ask", "How do I get in?");
    assertEquals(1, asked.code(), asked.err());
    row("Data folder of a newer version", asked, "nothing", "install the newer program");
  }

  @Test
  void theClockGoesBackAndForth() throws Exception {
    importMine();
    for (int years : new int[] {-20, 20}) {
      Instant then = Instant.now().plus(Duration.ofDays(365L * years));
      try (Stream<Path> files = Files.walk(sandbox.data())) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.setLastModifiedTime(file, FileTime.from(then));
        }
      }
      assertMineIsThere();
    }
    Result list = sandbox.run("faq", "list");
    assertEquals(0, list.code(), list.err());
    row("Changed clock", list, "nothing", "goes on");
  }

  @Test
  void twoWriteAtOnce() throws Exception {
    importMine();
    Path first = table("first", 300);
    Path second = table("second", 300);
    Run one = sandbox.start(Map.of(), "faq", "import", first.toString());
    Run two = sandbox.start(Map.of(), "faq", "import", second.toString());
    Result ended = one.end();
    assertEquals(0, ended.code(), ended.err());
    assertEquals(0, two.end().code());
    assertEquals(300, entries("first"));
    assertEquals(300, entries("second"));
    row("Two instances write at once", new Result(0, "", ""), "nothing", "the second waits");
  }

  @Test
  void aFileIsReplacedWhileItIsRead() throws Exception {
    importMine();
    Path file = table("shared", 100);
    Run run = sandbox.start(Map.of(), "faq", "import", file.toString());
    for (int turn = 0; run.process().isAlive(); turn++) {
      Path fresh = table("fresh", turn % 2 == 0 ? 200 : 100);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    Result done = run.end();
    assertEquals(0, done.code(), done.err());
    assertEquals(0, entries("shared") % 100);

    Files.writeString(file, "question,answer\nHow long?,\"It goes on");
    Result cut = sandbox.run("faq", "import", file.toString(), "--into", "cut");
    assertEquals(1, cut.code(), cut.err());
    assertFalse(sandbox.run("faq", "list").out().contains("cut"));
    row("FAQ file replaced, or cut short, while it is read", cut, "nothing", "import it again");
  }

  @Test
  void theDataFolderVanishes() throws Exception {
    importMine();
    Path moved = folder.resolve("moved");
    Files.move(sandbox.data(), moved);
    Result empty = sandbox.run("faq", "list");
    assertEquals(0, empty.code(), empty.err());
    assertFalse(empty.out().contains("mine"));
    try (Stream<Path> files = Files.walk(sandbox.data())) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    Files.move(moved, sandbox.data());
    assertMineIsThere();
    row("Vanished data folder", empty, "nothing", "begins anew; put the folder back");
  }

  @Test
  void memoryRunsOut() throws Exception {
    importMine();
    Path big = table("big", 40_000);
    Result starved =
        sandbox.run(Map.of("JDK_JAVA_OPTIONS", "-Xmx40m"), "faq", "import", big.toString());
    assertEquals(1, starved.code(), starved.err());
    assertTrue(starved.err().contains("memory"), starved.err());
    assertFalse(sandbox.run("faq", "list").out().contains("big"));
    assertMineIsThere();
    row("Out of memory", starved, "nothing", "close other programs, import it again");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theDiskIsFull() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "6m")) {
      sandbox = new Sandbox(folder, disk.path().resolve("data"));
      importMine();
      Path big = table("big", 60_000);
      Result full = sandbox.run("faq", "import", big.toString());
      assertEquals(1, full.code(), full.err());
      assertFalse(sandbox.run("faq", "list").out().contains("big"));
      assertMineIsThere();
      row("Full disk", full, "nothing", "free some space, import it again");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theDataCannotBeWritten() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "20m")) {
      sandbox = new Sandbox(folder, disk.path().resolve("data"));
      importMine();
      disk.readOnly();
      Result refused = sandbox.run("ask", "-f", "mine", "How do I get in?");
      assertEquals(1, refused.code(), refused.err());
      row("Read-only data", refused, "nothing", "make it writable, or choose another folder");
    }
  }

  private void row(String fault, Result result, String lost, String recovery) {
    String said = result.said(folder);
    ROWS.put(
        fault,
        "| %s | %s | %s | %s |".formatted(fault, said.isEmpty() ? "–" : said, lost, recovery));
  }

  private void importMine() throws Exception {
    Path file = Files.writeString(folder.resolve("mine.csv"), MINE);
    Result done = sandbox.run("faq", "import", file.toString());
    assertEquals(0, done.code(), done.err());
  }

  private void assertMineIsThere() throws Exception {
    assertEquals(1, entries("mine"));
  }

  private int entries(String faq) throws Exception {
    Path out = folder.resolve("export.csv");
    Result done = sandbox.run("faq", "export", out.toString(), "-f", faq);
    assertEquals(0, done.code(), done.err());
    return (int) Files.readString(out).lines().count() - 1;
  }

  private String reply() throws Exception {
    Result asked = sandbox.run("ask", "--json", "-f", "mine", "How do I get in?");
    assertEquals(0, asked.code(), asked.err());
    return stable(asked.out());
  }

  private static String stable(String json) {
    return json.replaceAll("\"micros\":\\{[^}]*}", "");
  }

  private Path table(String name, int entries) throws IOException {
    StringBuilder text = new StringBuilder("id,question,answer\n");
    for (int i = 0; i < entries; i++) {
      text.append("%1$s-%2$d,What is number %2$d of %1$s?,It is %2$d.%n".formatted(name, i));
    }
    return Files.writeString(folder.resolve(name + ".csv"), text);
  }
}

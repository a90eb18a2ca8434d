package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
  private static final Entry PASSWORD =
      new Entry(
          "it-1",
          List.of("I forgot my password", "reset | password"),
          "Open the portal.\n\n- then *click*",
          "Accounts",
          List.of("login", "password"),
          null,
          LocalDate.of(2030, 1, 31));
  private static final Entry PRINTER =
      entry("it-2", "The printer is stuck", "Turn it off.", "it-1");

  @TempDir Path folder;

  private static Entry entry(String id, String question, String answer, String parent) {
    return new Entry(id, List.of(question), answer, "", List.of(), parent, null);
  }

  private Path db() {
    return folder.resolve("library.db");
  }

  @Test
  void keepsEntriesInOrderAcrossReopening() throws Exception {
    try (Library library = Library.open(db())) {
      library.create("it");
      library.imports().replace(new Faq("it", List.of(PRINTER, PASSWORD)), "file.csv");
      library.use(List.of("it"));
    }
    try (Library library = Library.open(db())) {
      assertEquals(new Faq("it", List.of(PRINTER, PASSWORD)), library.load("it"));
      assertEquals(List.of(new FaqInfo("it", true, 2, 3)), library.list());
      assertEquals(List.of("it"), library.active());
    }
  }

  @Test
  void mergeAddsChangesAndKeeps() throws Exception {
    try (Library library = Library.open(db())) {
      library.create("it");
      library.imports().replace(new Faq("it", List.of(PASSWORD, PRINTER)), "file.csv");
      Entry changed = entry("it-1", "New question", "New answer", null);
      Entry added = entry("it-3", "Where is the VPN?", "Here.", null);
      Faq more = new Faq("it", List.of(added, PRINTER, changed));
      Merge merge = library.imports().merge(more, "other.csv", true, Map.of());
      assertEquals("1 added, 1 changed", merge.changes().counts());
      assertEquals(List.of(changed, PRINTER, added), library.load("it").entries());
    }
  }

  @Test
  void putAndDeleteChangeOneEntry() throws Exception {
    try (Library library = Library.open(db())) {
      library.create("it");
      library.apply("it", Edits.save(PASSWORD));
      library.apply("it", Edits.save(PRINTER));
      library.apply("it", Edits.delete(List.of("it-1")));
      assertEquals(
          List.of(entry("it-2", "The printer is stuck", "Turn it off.", null)),
          library.load("it").entries());
    }
  }

  @Test
  void aFailedChangeLeavesEverythingAsItWas() throws Exception {
    try (Library library = Library.open(db())) {
      library.create("it");
      library.imports().replace(new Faq("it", List.of(PASSWORD)), "file.csv");
      Entry orphan = entry("it-9", "Q", "A", "nobody");
      FaqException e =
          assertThrows(
              FaqException.class,
              () -> library.imports().replace(new Faq("it", List.of(orphan)), "file.csv"));
      assertTrue(e.getMessage().contains("\"nobody\""), e.getMessage());
      assertThrows(
          FaqException.class,
          () ->
              library
                  .imports()
                  .merge(new Faq("it", List.of(PRINTER, orphan)), "file.csv", true, Map.of()));
      assertThrows(FaqException.class, () -> library.apply("it", Edits.save(orphan)));
      assertThrows(FaqException.class, () -> library.add("hr", List.of(orphan)));
      assertThrows(FaqException.class, () -> library.use(List.of("it", "missing")));
      assertThrows(
          FaqException.class,
          () -> library.imports().replace(new Faq("it", List.of(PASSWORD, PASSWORD)), "file.csv"));
      assertEquals(List.of(PASSWORD), library.load("it").entries());
      assertEquals(List.of(), library.active());
      assertEquals(1, library.list().size());
    }
  }

  @Test
  void anUnknownNameListsTheKnownOnes() throws Exception {
    try (Library library = Library.open(db())) {
      FaqException empty = assertThrows(FaqException.class, () -> library.load("x"));
      assertTrue(empty.getMessage().contains("empty"), empty.getMessage());
      library.create("it");
      library.create("hr");
      FaqException e = assertThrows(FaqException.class, () -> library.load("x"));
      assertEquals("There is no FAQ \"x\". Known are: hr, it.", e.getMessage());
    }
  }

  @Test
  void namesAreCheckedAndUnique() throws Exception {
    try (Library library = Library.open(db())) {
      library.create("Große Küche-2_b");
      for (String bad : List.of("", " ", "a/b", " a", "a ", "..", "a\nb", "x".repeat(61))) {
        assertThrows(FaqException.class, () -> library.create(bad), bad);
      }
      library.create("x".repeat(60));
      library.create("it");
      assertThrows(FaqException.class, () -> library.create("IT"));
      library.rename("it", "IT");
      assertThrows(FaqException.class, () -> library.rename("IT", "x".repeat(60)));
      assertThrows(FaqException.class, () -> library.rename("IT", "a/b"));
      assertEquals("IT", library.load("it").name());
      library.remove("IT");
      assertEquals(2, library.list().size());
    }
  }

  @Test
  void removingAFaqRemovesItsEntries() throws Exception {
    try (Library library = Library.open(db())) {
      library.create("it");
      library.imports().replace(new Faq("it", List.of(PASSWORD)), "file.csv");
      library.remove("it");
      library.create("it");
      assertEquals(List.of(), library.load("it").entries());
    }
  }

  @Test
  void refusesANewerVersionAndLeavesItAlone() throws Exception {
    try (Library library = Library.open(db())) {
      library.create("it");
    }
    pragma("user_version=99");
    assertRefused("newer");
  }

  @Test
  void refusesOtherFilesAndLeavesThemAlone() throws Exception {
    Files.writeString(db(), "This is a letter, not a database.".repeat(10));
    assertRefused("no SQLite database");
    Files.delete(db());
    pragma("user_version=3");
    assertRefused("another program");
    Files.delete(db());
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + db());
        Statement s = c.createStatement()) {
      s.execute("CREATE TABLE song(title TEXT)");
    }
    assertRefused("another program");
  }

  @Test
  void refusesADamagedDatabase() throws Exception {
    try (Library library = Library.open(db())) {
      library.create("it");
      List<Entry> many =
          IntStream.range(0, 500)
              .mapToObj(i -> entry("id" + i, "Question " + i, "Answer " + i, null))
              .toList();
      library.imports().replace(new Faq("it", many), "file.csv");
    }
    byte[] whole = Files.readAllBytes(db());
    byte[] holed = whole.clone();
    java.util.Arrays.fill(holed, 4096, holed.length, (byte) 0x5A);
    Files.write(db(), holed);
    assertRefused("damaged");
    Files.write(db(), java.util.Arrays.copyOf(whole, 50));
    assertRefused("damaged");
    Files.write(db(), java.util.Arrays.copyOf(whole, whole.length / 2));
    assertRefused("damaged");
  }

  @Test
  void refusesAFolderAndAFolderThatCannotBe() throws Exception {
    Files.createDirectory(db());
    assertThrows(FaqException.class, () -> Library.open(db()));
    Path file = Files.createFile(folder.resolve("file"));
    FaqException e =
        assertThrows(FaqException.class, () -> Library.open(file.resolve("library.db")));
    assertTrue(e.getMessage().contains("library.db"), e.getMessage());
  }

  @Test
  void twoProgramsShareALibrary() throws Exception {
    try (Library one = Library.open(db());
        Library two = Library.open(db())) {
      one.add("it", List.of(PASSWORD, PRINTER));
      assertEquals(List.of(PASSWORD, PRINTER), two.load("it").entries());
      two.apply("it", Edits.save(entry("it-1", "Q", "A", null)));
      assertEquals("Q", one.load("it").entries().getFirst().question());
    }
  }

  @Test
  void servesSeveralThreads() throws Exception {
    try (Library library = Library.open(db());
        var pool = Executors.newFixedThreadPool(4)) {
      library.create("it");
      List<Callable<Boolean>> work =
          IntStream.range(0, 40)
              .<Callable<Boolean>>mapToObj(i ->
                  () -> {
                    library.apply(
                        "it", Edits.save(entry("id" + i, "Question " + i, "Answer", null)));
                    return library.load("it").entries().isEmpty();
                  })
              .toList();
      for (var result : pool.invokeAll(work)) {
        assertFalse(result.get());
      }
      assertEquals(40, library.load("it").entries().size());
    }
  }

  private void pragma(String pragma) throws Exception {
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + db());
        Statement s = c.createStatement()) {
      s.execute("PRAGMA " + pragma);
    }
  }

  private void assertRefused(String word) throws Exception {
    byte[] before = Files.readAllBytes(db());
    FaqException e = assertThrows(FaqException.class, () -> Library.open(db()).close());
    assertTrue(e.getMessage().contains(word), e.getMessage());
    assertTrue(e.getMessage().contains("library.db"), e.getMessage());
    assertArrayEquals(before, Files.readAllBytes(db()));
  }
}

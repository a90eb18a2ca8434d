package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Synonyms as CSV, in an exported FAQ and in the library. */
class SynonymFileTest {
  private static final List<List<String>> GROUPS =
      List.of(List.of("VPN", "virtual private network", "tunnel"), List.of("Büro", "office, home"));
  private static final Entry ENTRY = new Entry("1", List.of("Q"), "A", "", List.of(), null, null);

  @TempDir Path folder;

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void csvIsReadWithAndWithoutHeaderAndInCellsOrBars() throws Exception {
    for (String text :
        List.of(
            "term,synonyms\nVPN,virtual private network|tunnel\n\nBüro,\"office, home\"\n",
            "VPN,virtual private network,tunnel,,\nBüro,\"office, home\"",
            "\uFEFFTerm;Synonyms\r\nVPN;virtual private network | tunnel\r\nBüro;office, home\r\n",
            "VPN\tvirtual private network\ttunnel\nBüro\toffice, home\n")) {
      assertEquals(GROUPS, SynonymFile.read(file("a.csv", text)).groups(), text);
    }
    Path old = folder.resolve("old.csv");
    Files.write(old, "Büro,office\n".getBytes(Charset.forName("windows-1252")));
    assertEquals(List.of(List.of("Büro", "office")), SynonymFile.read(old).groups());
  }

  @Test
  void csvRoundTripsToTheSameBytes() throws Exception {
    Path first = folder.resolve("first.csv");
    Path second = folder.resolve("second.csv");
    SynonymFile.write(Synonyms.of(GROUPS), first);
    assertEquals(
        "term,synonyms\nVPN,virtual private network|tunnel\nBüro,\"office, home\"\n",
        Files.readString(first));
    SynonymFile.write(SynonymFile.read(first), second);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    SynonymFile.write(Synonyms.NONE, first);
    assertTrue(SynonymFile.read(first).isEmpty());
  }

  @Test
  void aBadRowIsNamedWithItsLine() throws Exception {
    Path file = file("bad.csv", "term,synonyms\nVPN,tunnel\nhelp desk,it\nroad,tunnel\n");
    FaqException e = assertThrows(FaqException.class, () -> SynonymFile.read(file));
    assertEquals(2, e.problems().size());
    assertTrue(e.getMessage().startsWith("bad.csv, line 3: \"it\" is an ordinary"), e.getMessage());
    assertTrue(e.problems().getLast().sentence().contains("line 4: \"tunnel\" already belongs"));
    Path empty = file("empty.csv", ",tunnel\n");
    FaqException none = assertThrows(FaqException.class, () -> SynonymFile.read(empty));
    assertTrue(none.getMessage().contains("line 1: A term is empty"), none.getMessage());
    Path quote = file("quote.csv", "VPN,tunnel\nroad,\"street\n");
    FaqException open = assertThrows(FaqException.class, () -> SynonymFile.read(quote));
    assertTrue(open.getMessage().startsWith("quote.csv, line 2: A quote"), open.getMessage());
    assertThrows(FaqException.class, () -> SynonymFile.read(folder.resolve("missing.csv")));
    assertThrows(FaqException.class, () -> SynonymFile.write(Synonyms.NONE, folder));
  }

  @Test
  void anExportAsJsonCarriesThem() throws Exception {
    Path first = folder.resolve("first.json");
    Path second = folder.resolve("second.json");
    Faq faq = new Faq("x", List.of(ENTRY), Synonyms.of(GROUPS));
    FaqWriter.write(faq, first, FaqFormat.JSON);
    FaqFile read = FaqFiles.read(first, false);
    assertEquals(faq.synonyms(), read.synonyms());
    FaqWriter.write(new Faq("x", read.entries(), read.synonyms()), second, FaqFormat.JSON);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    FaqWriter.write(new Faq("x", List.of(ENTRY)), second, FaqFormat.JSON);
    assertFalse(Files.readString(second).contains("synonyms"));
  }

  @Test
  void aBadGroupInJsonIsNamedWithItsLine() throws Exception {
    Path file =
        file(
            "faq.json",
            "{\"synonyms\":[\n[\"VPN\",\"tunnel\"],\n[\"help\",\"it\"]],\n"
                + "\"entries\":[{\"id\":\"1\",\"questions\":[\"Q\"],\"answer\":\"A\"}]}");
    FaqException e = assertThrows(FaqException.class, () -> FaqFiles.read(file, false));
    assertTrue(e.getMessage().startsWith("faq.json, line 3: "), e.getMessage());
    FaqFile kept = FaqFiles.read(file, true);
    assertEquals(List.of(List.of("VPN", "tunnel")), kept.synonyms().groups());
    assertEquals(1, kept.problems().size());
    Path foreign =
        file(
            "foreign.json",
            Files.readString(file).replace("[\n[", "{\"x\":[[").replace("]],", "]]},"));
    assertTrue(FaqFiles.read(foreign, false).synonyms().isEmpty());
  }

  @Test
  void theLibraryKeepsThem() throws Exception {
    Path db = folder.resolve("library.db");
    try (Library library = Library.open(db)) {
      library.add(new Faq("it", List.of(ENTRY), Synonyms.of(GROUPS)));
      library.changeSynonyms("it", before -> before.add(List.of("mobile", "cell")));
      library.rename("it", "desk");
      library.imports().replace(new Faq("desk", List.of(ENTRY)), "file.csv");
    }
    try (Library library = Library.open(db)) {
      assertEquals(
          Synonyms.of(GROUPS).add(List.of("mobile", "cell")), library.load("desk").synonyms());
      assertThrows(
          FaqException.class,
          () -> library.changeSynonyms("desk", before -> before.add(List.of("it", "that"))));
      assertEquals(3, library.load("desk").synonyms().groups().size());
      library.remove("desk");
      library.create("desk");
      assertTrue(library.load("desk").synonyms().isEmpty());
    }
  }

  @Test
  void entriesAndSynonymsChangeTogetherOrNotAtAll() throws Exception {
    Path db = folder.resolve("library.db");
    Entry other = new Entry("2", List.of("Other"), "B", "", List.of(), null, null);
    Synonyms more = Synonyms.of(List.of(List.of("mobile", "cell")));
    Faq change = new Faq("it", List.of(other), more);
    try (Library library = Library.open(db)) {
      Faq before = new Faq("it", List.of(ENTRY), Synonyms.of(GROUPS));
      library.add(before);
      execute(
          db,
          "CREATE TRIGGER no BEFORE INSERT ON synonym BEGIN SELECT RAISE(ABORT, 'broken'); END");
      assertThrows(
          FaqException.class, () -> library.imports().merge(change, "file.csv", true, Map.of()));
      assertThrows(FaqException.class, () -> library.imports().replace(change, "file.csv"));
      assertEquals(before, library.load("it"));
      execute(db, "DROP TRIGGER no");
      library.imports().merge(change, "file.csv", true, Map.of());
      assertEquals(
          new Faq("it", List.of(ENTRY, other), Synonyms.union(List.of(before.synonyms(), more))),
          library.load("it"));
      library.imports().replace(change, "file.csv");
      assertEquals(change, library.load("it"));
    }
  }

  @Test
  void aLibraryOfAnOlderProgramIsMigratedAfterABackup() throws Exception {
    Path db = folder.resolve("library.db");
    try (Library library = Library.open(db)) {
      library.add("it", List.of(ENTRY));
    }
    execute(
        db,
        "DROP TABLE synonym",
        "DROP TABLE revision",
        "DROP TABLE mark",
        "DROP TABLE base",
        "DROP TABLE test",
        "DROP TABLE ignored",
        "DROP TABLE example",
        "DROP TABLE intent",
        "DROP TABLE version",
        "ALTER TABLE entry DROP COLUMN notes",
        "PRAGMA user_version=1");
    try (Library library = Library.open(db)) {
      assertEquals(new Faq("it", List.of(ENTRY)), library.load("it"));
      Revision begin = library.history().of("it").getFirst();
      assertEquals("The history begins.", begin.sentence());
      library.changeSynonyms("it", before -> before.add(List.of("VPN", "tunnel")));
      assertEquals(new Faq("it", List.of(ENTRY)), library.history().at(begin.id()));
    }
    assertEquals(Schema.VERSION, version(db));
    Path backup = folder.resolve("library.db.v1");
    assertEquals(1, version(backup));
    try (Library library = Library.open(backup)) {
      assertEquals(new Faq("it", List.of(ENTRY)), library.load("it"));
    }
    try (Library library = Library.open(db)) {
      assertEquals(List.of(List.of("VPN", "tunnel")), library.load("it").synonyms().groups());
    }
    try (var files = Files.list(folder)) {
      assertTrue(
          files.noneMatch(f -> f.toString().contains("" + ProcessHandle.current().pid())),
          "something was left behind");
    }
  }

  @Test
  void groupsThatTodaysRulesWouldRefuseAreStillRead() throws Exception {
    Path db = folder.resolve("library.db");
    try (Library library = Library.open(db)) {
      library.add(new Faq("it", List.of(ENTRY), Synonyms.of(GROUPS)));
    }
    execute(db, "UPDATE synonym SET term='it' WHERE term='tunnel'");
    try (Library library = Library.open(db)) {
      Synonyms synonyms = library.load("it").synonyms();
      assertEquals("is it so?", synonyms.rewrite("is it so?"));
      assertEquals("is VPN so?", synonyms.rewrite("is IT so?"));
    }
  }

  private static void execute(Path db, String... statements) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static int version(Path db) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("PRAGMA user_version")) {
      return rows.getInt(1);
    }
  }
}

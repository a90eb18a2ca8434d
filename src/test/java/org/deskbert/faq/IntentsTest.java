package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntentsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Entry ENTRY =
      new Entry("1", List.of("reset my password", "password gone"), "A", "", List.of(), null, null);
  private static final Intent CANTEEN =
      new Intent("canteen", List.of("what's for lunch", "a | b menu"), "See the\nboard.", null);
  private static final Intent LOCKED = new Intent("locked out", List.of("i can't get in"), "", "1");
  private static final Intents BOTH = new Intents(List.of(CANTEEN, LOCKED));

  @TempDir Path folder;

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void csvIsReadWithSloppyHeadersAndSeparators() throws Exception {
    for (String text :
        List.of(
            "intent,example,reply,entry\n"
                + "canteen,what's for lunch,\"See the\nboard.\",\n"
                + "canteen,a \\| b menu,,\n\n"
                + "locked out,i can't get in,,1\n",
            "\uFEFFName;Beispiele;Antwort;Eintrag\r\n"
                + "canteen;what's for lunch|a \\| b menu;\"See the\r\nboard.\";\r\n"
                + "Locked Out;i can't get in;;1\r\nlocked out;;;1\r\n",
            "Examples\tLabel\tEntry ID\tResponse\n"
                + "what's for lunch|What's for lunch?|a \\| b menu\tcanteen\t\t\"See the\n"
                + "board.\"\n"
                + "i can't get in\tlocked out\t1\t\n")) {
      Intents read = IntentFile.read(file("a.csv", text));
      assertEquals(CANTEEN, read.all().getFirst(), text);
      assertEquals(LOCKED.examples(), read.all().getLast().examples(), text);
      assertEquals("1", read.all().getLast().entry(), text);
      assertEquals(2, read.all().size(), text);
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Path csv = folder.resolve("out.csv");
    IntentFile.write(BOTH, csv);
    assertTrue(Files.readString(csv).startsWith("intent,example,reply,entry\ncanteen,"));
    assertEquals(BOTH, IntentFile.read(csv));
    Path json = folder.resolve("faq.json");
    Faq faq = new Faq("it", List.of(ENTRY), Synonyms.NONE, BOTH);
    FaqWriter.write(faq, json, FaqFormat.JSON);
    assertEquals(faq, FaqFiles.read(json, false).as("it"));
  }

  @Test
  void badRowsAreNamedWithTheirLineAndWhatToDo() throws Exception {
    Map<String, String> bad =
        Map.of(
            "a,x,R,\na,y,Other,\n", "line 3: The intent has another reply in a row above.",
            "a,x,R,1\n", "line 2: The intent \"a\" has a reply and an entry.",
            "ok,x,R,\na,x,,\n", "line 3: The intent \"a\" has neither a reply nor an entry.",
            ",x,R,\n", "line 2: The row names no intent.",
            "a,?!,R,\n", "line 2: The intent \"a\" has no example.",
            "a=b,x,R,\n", "line 2: \"a=b\" can't name an intent.",
            "a,\"x,R,\n", "line 2: A quote opens here and never closes.");
    for (Map.Entry<String, String> one : bad.entrySet()) {
      Path file = file("bad.csv", "intent,example,reply,entry\n" + one.getKey());
      FaqException e = assertThrows(FaqException.class, () -> IntentFile.read(file), one.getKey());
      assertTrue(e.getMessage().startsWith("bad.csv, " + one.getValue()), e.getMessage());
    }
    for (String headless : List.of("", "x,y\n1,2\n", "intent,reply\na,b\n")) {
      Path file = file("bad.csv", headless);
      FaqException e = assertThrows(FaqException.class, () -> IntentFile.read(file), headless);
      assertTrue(e.getMessage().contains("line 1: the header has no column"), e.getMessage());
    }
  }

  @Test
  void aBadOneInJsonIsNamedAndTheOthersCanBeKept() throws Exception {
    Path file =
        file(
            "faq.json",
            "{\"intents\":[\n{\"intent\":\"a\",\"examples\":[\"x\"],\"reply\":\"R\"},\n"
                + "{\"intent\":\"A\",\"examples\":[\"y\"],\"reply\":\"R\"}],\n"
                + "\"entries\":[{\"id\":\"1\",\"questions\":[\"Q\"],\"answer\":\"A\"}]}");
    FaqException e = assertThrows(FaqException.class, () -> FaqFiles.read(file, false));
    assertTrue(e.getMessage().startsWith("faq.json, line 3: There are two"), e.getMessage());
    assertEquals(1, FaqFiles.read(file, true).intents().all().size());
  }

  @Test
  void examplesAndAnswersAreAddedByName() throws Exception {
    Intents more = BOTH.add(new Intent("Canteen!", List.of("menu", "What's for lunch?"), "", null));
    assertEquals(
        List.of("what's for lunch", "a | b menu", "menu"), more.all().getFirst().examples());
    assertEquals(CANTEEN.reply(), more.all().getFirst().reply());
    Intent other = BOTH.add(new Intent("canteen", List.of(), "", "1")).all().getFirst();
    assertEquals("1", other.entry());
    assertEquals("", other.reply());
    assertEquals(List.of(LOCKED), BOTH.remove("CANTEEN").all());
    assertThrows(FaqException.class, () -> BOTH.remove("nobody"));
    assertThrows(FaqException.class, () -> BOTH.add(new Intent("x", List.of("y"), "", null)));
  }

  @Test
  void theLibraryKeepsThemAndImportsThemWithTheEntries() throws Exception {
    Path db = folder.resolve("library.db");
    Faq faq = new Faq("it", List.of(ENTRY), Synonyms.NONE, BOTH);
    try (Library library = Library.open(db)) {
      library.add(faq);
      library.changeIntents("it", before -> before.remove("locked out"));
      library.imports().replace(new Faq("it", List.of(ENTRY)), "a.json");
    }
    try (Library library = Library.open(db)) {
      assertEquals(new Intents(List.of(CANTEEN)), library.load("it").intents());
      Intent other = new Intent("canteen", List.of("menu"), "None today.", null);
      Faq change = new Faq("it", List.of(), Synonyms.NONE, new Intents(List.of(LOCKED, other)));
      library.imports().merge(change, "b.json", true, Map.of());
      assertEquals(new Intents(List.of(other, LOCKED)), library.load("it").intents());
      library.imports().replace(faq, "a.json");
      assertEquals(faq, library.load("it"));
      library.rename("it", "desk");
      library.changeSynonyms("desk", before -> before.add(List.of("VPN", "tunnel")));
      assertEquals(BOTH, library.load("desk").intents());
      library.changeIntents("desk", before -> Intents.NONE);
      library.history().undo("desk");
      assertEquals(BOTH, library.load("desk").intents());
      library.rename("desk", "it");
      assertThrows(
          FaqException.class, () -> library.changeIntents("it", before -> before.remove("nobody")));
      library.remove("it");
      library.create("it");
      assertEquals(Intents.NONE, library.load("it").intents());
    }
  }

  @Test
  void aLibraryOfVersionThreeIsMigratedAfterABackup() throws Exception {
    Path db = folder.resolve("library.db");
    Faq faq = new Faq("it", List.of(ENTRY), Synonyms.of(List.of(List.of("VPN", "tunnel"))));
    try (Library library = Library.open(db)) {
      library.add(faq);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE test");
      statement.execute("DROP TABLE ignored");
      statement.execute("DROP TABLE example");
      statement.execute("DROP TABLE intent");
      statement.execute("DROP TABLE version");
      statement.execute("ALTER TABLE entry DROP COLUMN notes");
      statement.execute("PRAGMA user_version=3");
    }
    try (Library library = Library.open(db)) {
      assertEquals(faq, library.load("it"));
      library.changeIntents("it", before -> BOTH);
      assertEquals(BOTH, library.load("it").intents());
    }
    assertTrue(Files.exists(folder.resolve("library.db.v3")));
  }

  @Test
  void everythingInThemCountsForTheHash() throws Exception {
    Faq none = new Faq("it", List.of(ENTRY));
    List<Intents> different =
        List.of(
            Intents.NONE,
            BOTH,
            BOTH.remove("canteen"),
            BOTH.add(new Intent("canteen", List.of("menu"), "", null)),
            BOTH.add(new Intent("canteen", List.of(), "Closed.", null)),
            BOTH.add(new Intent("locked out", List.of(), "", "2")));
    assertEquals(
        different.size(),
        different.stream()
            .map(i -> new Faq("it", none.entries(), Synonyms.NONE, i))
            .map(faq -> FaqHash.of(List.of(faq), DAY))
            .distinct()
            .count());
    assertNotEquals(
        FaqHash.of(List.of(none), DAY),
        FaqHash.of(List.of(new Faq("it", none.entries(), Synonyms.NONE, BOTH)), DAY));
  }

  @Test
  void theCheckNamesWhatLeadsNowhereOrStandsTwice() {
    Intent gone = new Intent("gone", List.of("x"), "", "9");
    Intent same = new Intent("same", List.of("Password gone!", "X"), "R", null);
    Faq faq = new Faq("it", List.of(ENTRY), Synonyms.NONE, new Intents(List.of(gone, same)));
    List<Problem> problems =
        FormCheck.check(faq, Map.of(), null, DAY).stream().map(Finding::problem).toList();
    assertEquals(
        List.of("unknown-entry", "example-is-phrasing", "same-example"),
        problems.stream().map(Problem::kind).toList());
    assertEquals(Problem.Severity.ERROR, problems.getFirst().severity());
    assertTrue(problems.getFirst().text().contains("\"9\""));
    assertEquals("1", problems.get(1).entry());
  }
}

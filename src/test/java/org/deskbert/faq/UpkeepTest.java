package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {
  private static final Finding FINDING =
      new Finding(
          new Problem(
              Problem.Severity.WARNING,
              "near-entries",
              "a",
              "it",
              0,
              0,
              Sentence.of("no-entry"),
              Sentence.of("no-remedy")),
          "How so?",
          "b",
          "Why so?");

  @Test
  void whatIsIgnoredAndTestedIsThereAgain(@TempDir Path folder) throws Exception {
    TestQuestion test = new TestQuestion("vpn?", "a", "answered", "a", TestQuestion.Origin.LIKED);
    try (Library library = Library.open(folder.resolve("library.db"))) {
      library.create("it");
      library.upkeep().ignore("it", FINDING, true);
      library.upkeep().ignore("it", FINDING, true);
      library.upkeep().putTests("it", List.of(test.agreed("unknown", ""), test));
    }
    try (Library library = Library.open(folder.resolve("library.db"))) {
      assertEquals(Set.of(FINDING.key()), library.upkeep().ignored("it"));
      assertEquals(List.of(test), library.upkeep().tests("it"));
      library.upkeep().ignore("it", FINDING, false);
      library.upkeep().removeTest("it", "vpn?");
      assertEquals(Set.of(), library.upkeep().ignored("it"));
      assertEquals(List.of(), library.upkeep().tests("it"));
    }
  }

  @Test
  void aFaqThatIsRemovedAndComesBackHasThemStill(@TempDir Path folder) throws Exception {
    TestQuestion test = new TestQuestion("vpn?", "a", "answered", "a", TestQuestion.Origin.OWNER);
    TestClock clock = new TestClock("2026-11-24T09:00:00Z");
    try (Library library = Library.open(folder.resolve("library.db"), clock, "ada")) {
      library.create("it");
      library.upkeep().ignore("it", FINDING, true);
      library.upkeep().putTests("it", List.of(test));
      library.remove("it");
      library.create("it");
      assertEquals(List.of(), library.upkeep().tests("it"), "another FAQ of that name");
      library.rename("it", "other");
      library.history().undo("it");
      assertEquals(List.of(test), library.upkeep().tests("it"));
      assertEquals(Set.of(FINDING.key()), library.upkeep().ignored("it"));
      library.remove("it");
      clock.move(Duration.ofDays(1000));
      library.create("later"); // by now the history of the removed one is forgotten
    }
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + folder + "/library.db");
        Statement statement = db.createStatement();
        var rows = statement.executeQuery("SELECT (SELECT count(*) FROM test), faq FROM ignored")) {
      assertFalse(rows.next(), "nothing is kept for nobody");
    }
  }

  @Test
  void testsOfALibraryOfVersionSixStay(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("library.db");
    TestQuestion test = new TestQuestion("vpn?", "a", "answered", "a", TestQuestion.Origin.OWNER);
    Entry entry = new Entry("a", List.of("q"), "x", "", List.of(), null, null);
    try (Library library = Library.open(file)) {
      library.add("it", List.of(entry));
      library.upkeep().putTests("it", List.of(test));
      library.upkeep().ignore("it", FINDING, true);
    }
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = db.createStatement()) {
      for (String table : List.of("test", "ignored")) {
        statement.execute("ALTER TABLE " + table + " RENAME TO now");
        String columns =
            table.equals("test")
                ? "question TEXT NOT NULL, expected TEXT NOT NULL, outcome TEXT NOT NULL,"
                    + " given TEXT NOT NULL, origin TEXT NOT NULL, PRIMARY KEY(faq, question)"
                : "finding TEXT NOT NULL, PRIMARY KEY(faq, finding)";
        statement.execute(
            "CREATE TABLE "
                + table
                + "(faq INTEGER NOT NULL REFERENCES faq(id) ON DELETE CASCADE, "
                + columns
                + ") WITHOUT ROWID");
        statement.execute("INSERT INTO " + table + " SELECT * FROM now");
        statement.execute("DROP TABLE now");
      }
      statement.execute("ALTER TABLE entry DROP COLUMN notes");
      statement.execute("PRAGMA user_version=6");
    }
    try (Library library = Library.open(file)) {
      assertEquals(List.of(test), library.upkeep().tests("it"));
      assertEquals(List.of(entry), library.load("it").entries());
      library.remove("it");
      library.history().undo("it");
      assertEquals(List.of(test), library.upkeep().tests("it"));
      assertEquals(Set.of(FINDING.key()), library.upkeep().ignored("it"));
    }
  }
}

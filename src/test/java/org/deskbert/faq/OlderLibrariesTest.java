package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries that an older program has left. */
class OlderLibrariesTest {
  @TempDir Path folder;

  private static Entry entry(String id, String question, String answer) {
    return new Entry(id, List.of(question), answer, "", List.of(), null, null);
  }

  private Path db() {
    return folder.resolve("library.db");
  }

  @Test
  void bringsWhatTheFirstVersionLeftUpToDate() throws Exception {
    try (InputStream sql = OlderLibrariesTest.class.getResourceAsStream("library-1.sql")) {
      execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
    try (Library library = Library.open(db())) {
      assertEquals(List.of("mine"), library.active());
      Entry entry = library.load("mine").entries().getFirst();
      assertEquals(entry("m-1", "How do I get in?", "By the *blue* door."), entry);
      library.apply("mine", Edits.save(entry("m-2", "And out?", "By the same.")));
      assertEquals(2, library.history().of("mine").size());
    }
    try (Library library = Library.open(db())) {
      assertEquals(2, library.load("mine").entries().size());
    }
  }

  @Test
  void keepsTestsAndIgnoredFindingsOfTheSixthVersion() throws Exception {
    try (Library library = Library.open(db())) {
      library.create("mine");
    }
    execute(
        """
        DROP TABLE ignored;
        DROP TABLE test;
        CREATE TABLE ignored(
          faq INTEGER NOT NULL REFERENCES faq(id) ON DELETE CASCADE,
          finding TEXT NOT NULL,
          PRIMARY KEY(faq, finding)) WITHOUT ROWID;
        CREATE TABLE test(
          faq INTEGER NOT NULL REFERENCES faq(id) ON DELETE CASCADE,
          question TEXT NOT NULL, expected TEXT NOT NULL, outcome TEXT NOT NULL,
          given TEXT NOT NULL, origin TEXT NOT NULL,
          PRIMARY KEY(faq, question)) WITHOUT ROWID;
        ALTER TABLE entry DROP COLUMN notes;
        INSERT INTO ignored SELECT id, 'near-entries' FROM faq;
        PRAGMA user_version=6;
        """);
    try (Library library = Library.open(db())) {
      assertEquals(Set.of("near-entries"), library.upkeep().ignored("mine"));
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}

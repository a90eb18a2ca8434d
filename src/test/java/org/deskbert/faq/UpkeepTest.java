package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {
  private static final Finding FINDING =
      new Finding(
          new Problem(Problem.Severity.WARNING, "near-entries", "a", "it", 0, 0, "t", "r"),
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
}

package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much room the history takes, and how long it is kept. */
class HistoryRuleTest {
  @TempDir Path folder;
  private final TestClock clock = new TestClock("2026-11-24T09:00:00Z");
  private Library library;

  @BeforeEach
  void open() throws FaqException {
    library = Library.open(folder.resolve("library.db"), clock, "ada");
  }

  @AfterEach
  void close() throws FaqException {
    library.close();
  }

  private static Entry entry(String id, String answer) {
    return new Entry(id, List.of("Question " + id), answer, "", List.of(), null, null);
  }

  @Test
  void oldDaysBecomeOneRevisionAndVeryOldOnesAreForgotten() throws Exception {
    library.history().keep(new HistoryRule(10, 20));
    library.create("it");
    List<Faq> evenings = new ArrayList<>();
    for (int day = 0; day < 40; day++) {
      for (int i = 0; i < 3; i++) {
        clock.move(Duration.ofSeconds(60));
        library.apply("it", Edits.save(entry("e" + (day + i) % 7, "Day " + day)));
      }
      evenings.add(library.load("it"));
      clock.move(Duration.ofDays(1).minusSeconds(180));
    }
    List<Revision> all = library.history().of("it");
    // Of day 39 back to 29 all changes, of 28 to 9 one a day.
    assertEquals(11 * 3 + 20, all.size());
    assertEquals(
        "Edited \"Question e4\" and 2 changes before it on that day (3 changed).",
        all.getLast().sentence());
    for (int day = 9; day < 40; day++) {
      String date = LocalDate.parse("2026-11-24").plusDays(day).toString();
      Revision evening = library.history().find("it", date, ZoneOffset.UTC);
      assertEquals(evenings.get(day), library.history().at(evening.id()), date);
    }
    int undone = 0;
    while (library.history().undo("it").isPresent()) {
      undone++;
    }
    assertEquals(30, undone); // the first undo was made a day later
    assertEquals(evenings.get(29), library.load("it"));
  }

  @Test
  void aSmallEditOfALargeFaqTakesLittleRoom() throws Exception {
    library.add(
        "it", IntStream.range(0, 2000).mapToObj(i -> entry("e" + i, "Answer " + i)).toList());
    long before = size();
    for (int i = 0; i < 100; i++) {
      library.apply("it", Edits.save(entry("e" + i, "Changed " + i)));
    }
    assertTrue(size() - before < 100 * 1024, "grew by " + (size() - before));
  }

  private long size() throws Exception {
    Path copy = folder.resolve("copy" + clock.millis());
    library.copyTo(copy);
    return Files.size(copy);
  }
}

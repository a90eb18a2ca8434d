package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.deskbert.faq.Conflict.Side;
import org.deskbert.faq.Exchange.Standing;
import org.junit.jupiter.api.Test;

/** Two owners, each with a library of their own. */
class ExchangeTest {
  private static Entry entry(String id, String answer) {
    return new Entry(id, List.of("Question " + id), answer, "", List.of(), null, null);
  }

  private static final class Owner implements AutoCloseable {
    private final Path folder;
    final TestClock clock = new TestClock("2026-11-24T09:00:00Z");
    final Library library;

    Owner(String name) throws Exception {
      folder = Files.createTempDirectory(name);
      library = Library.open(folder.resolve("library.db"), clock, name);
    }

    Shared give() throws FaqException {
      clock.move(Duration.ofMinutes(10));
      return library.exchange().share("it");
    }

    Merge take(Shared shared) throws FaqException {
      clock.move(Duration.ofMinutes(10));
      return library.exchange().merge("it", shared, "it.faqpack", Map.of());
    }

    void edit(Entry... entries) throws FaqException {
      for (Entry entry : entries) {
        clock.move(Duration.ofMinutes(10));
        library.apply("it", Edits.save(entry));
      }
    }

    Faq faq() throws FaqException {
      return library.load("it");
    }

    @Override
    public void close() throws Exception {
      library.close();
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  @Test
  void theOwnersGetEachOthersChangesAndThenAgree() throws Exception {
    try (Owner ada = new Owner("ada");
        Owner bob = new Owner("bob")) {
      ada.library.add("it", List.of(entry("1", "a"), entry("2", "b"), entry("3", "c")));
      bob.library.exchange().add("it", ada.give(), "it.faqpack");
      ada.edit(entry("1", "ada"), entry("4", "new"));
      bob.edit(entry("2", "bob"));
      bob.library.apply("it", Edits.delete(List.of("3")));
      Shared fromBob = bob.give();
      assertEquals(Standing.BOTH_CHANGED, ada.library.exchange().standing("it", fromBob));
      Merge merge = ada.take(fromBob);
      assertEquals("1 changed, 1 removed", merge.changes().counts());
      assertEquals(List.of(), merge.conflicts());
      Shared fromAda = ada.give();
      assertEquals(Standing.NEWER, bob.library.exchange().standing("it", fromAda));
      assertTrue(bob.take(fromAda).agreed());
      assertEquals(ada.faq(), bob.faq());
      assertEquals(
          List.of(entry("1", "ada"), entry("2", "bob"), entry("4", "new")), ada.faq().entries());
      assertEquals(fromAda.version(), bob.give().version(), "what is the same is one version");
      assertEquals(Standing.KNOWN, ada.library.exchange().standing("it", fromBob));
      bob.edit(entry("5", "x"));
      assertEquals("", bob.take(fromAda).changes().counts(), "an older pack takes nothing away");
    }
  }

  @Test
  void aConflictIsSettledByWhoSeesItFirst() throws Exception {
    try (Owner ada = new Owner("ada");
        Owner bob = new Owner("bob")) {
      ada.library.add("it", List.of(entry("1", "a")));
      bob.library.exchange().add("it", ada.give(), "it.faqpack");
      ada.edit(entry("1", "ada"));
      bob.edit(entry("1", "bob"));
      Shared fromBob = bob.give();
      assertEquals(
          "bob",
          ada.library
              .exchange()
              .preview("it", fromBob, Map.of("1", Side.THEIRS))
              .result()
              .entries()
              .getFirst()
              .answer());
      assertEquals(1, ada.take(fromBob).conflicts().size());
      assertEquals("ada", ada.faq().entries().getFirst().answer());
      assertTrue(bob.take(ada.give()).agreed());
    }
  }

  @Test
  void afterAnUndoThePackCanBeMergedAgain() throws Exception {
    try (Owner ada = new Owner("ada");
        Owner bob = new Owner("bob")) {
      ada.library.add("it", List.of(entry("1", "a"), entry("2", "b")));
      bob.library.exchange().add("it", ada.give(), "it.faqpack");
      bob.edit(entry("1", "bob"));
      Shared fromBob = bob.give();
      ada.take(fromBob);
      ada.library.history().undo("it");
      assertEquals("a", ada.faq().entries().getFirst().answer());
      assertEquals("1 changed", ada.take(fromBob).changes().counts());
    }
  }

  @Test
  void strangersMergeWithConflictsAndLoseNothing() throws Exception {
    try (Owner ada = new Owner("ada");
        Owner bob = new Owner("bob")) {
      ada.library.add("it", List.of(entry("1", "a"), entry("2", "b")));
      bob.library.add("it", List.of(entry("2", "other"), entry("3", "c")));
      Shared fromBob = bob.give();
      assertEquals(Standing.STRANGE, ada.library.exchange().standing("it", fromBob));
      Merge merge = ada.take(fromBob);
      assertEquals(1, merge.conflicts().size());
      assertEquals(3, ada.faq().entries().size());
    }
  }

  /** Packs that cross on their way, edits in between: it ends in agreement. */
  @Property(tries = 25)
  void anyExchangeEndsInAgreement(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    try (Owner ada = new Owner("ada");
        Owner bob = new Owner("bob")) {
      ada.library.add(ThreeWayTest.random(random));
      bob.library.exchange().add("it", ada.give(), "it.faqpack");
      Map<Owner, Shared> sent = new HashMap<>();
      for (int i = 0; i < 12; i++) {
        Owner one = random.nextBoolean() ? ada : bob;
        Owner other = one == ada ? bob : ada;
        switch (random.nextInt(3)) {
          case 0 -> {
            String who = one == ada ? "ada" : "bob";
            Faq edited = ThreeWayTest.edited(one.faq(), random, who);
            one.clock.move(Duration.ofMinutes(10));
            one.library.apply(
                "it", new Edit(Revision.Kind.EDIT, who, any -> any.with(edited.entries())));
          }
          case 1 -> sent.put(one, one.give());
          default -> {
            Shared pack = sent.get(other);
            if (pack != null) {
              one.take(pack);
            }
          }
        }
      }
      Shared fromAda = ada.give();
      Shared fromBob = bob.give();
      bob.take(fromAda);
      ada.take(fromBob); // crossed: each has kept its side of a conflict
      int rounds = 0;
      for (boolean agreed = false; !agreed; rounds++) {
        agreed = bob.take(ada.give()).agreed();
        agreed &= ada.take(bob.give()).agreed();
        assertTrue(rounds < 3, "still different after " + rounds + " rounds");
      }
      assertEquals(ada.faq(), bob.faq());
    }
  }

  @Test
  void testQuestionsComeAlongAndTheOwnStay() throws Exception {
    TestQuestion mine = new TestQuestion("vpn?", "1", "unknown", "", TestQuestion.Origin.OWNER);
    TestQuestion theirs = mine.agreed("answered", "1");
    TestQuestion more = new TestQuestion("pay?", "2", "answered", "2", TestQuestion.Origin.LIKED);
    try (Owner ada = new Owner("ada");
        Owner bob = new Owner("bob")) {
      ada.library.add("it", List.of(entry("1", "a"), entry("2", "b")));
      ada.library.upkeep().putTests("it", List.of(theirs));
      bob.library.exchange().add("it", ada.give(), "it.faqpack");
      assertEquals(List.of(theirs), bob.library.upkeep().tests("it"));
      bob.library.upkeep().putTests("it", List.of(mine));
      ada.library.upkeep().putTests("it", List.of(more));
      bob.take(ada.give());
      assertEquals(List.of(more, mine), bob.library.upkeep().tests("it"));
      assertEquals(1, bob.library.history().of("it").size(), "nothing of the FAQ is changed");
    }
  }
}

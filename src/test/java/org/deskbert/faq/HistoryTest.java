package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
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

  private static List<Entry> entries(int count) {
    return IntStream.range(0, count).mapToObj(i -> entry("e" + i, "Answer " + i)).toList();
  }

  private Revision apply(Edit edit) throws FaqException {
    clock.move(Duration.ofMinutes(10));
    return library.apply("it", edit).orElseThrow();
  }

  @Test
  void everyChangeIsTold() throws Exception {
    library.create("it");
    apply(Edits.create(entry("e1", "Answer")));
    apply(Edits.save(entry("e1", "Another answer")));
    library.imports().replace(new Faq("it", entries(3)), "file.csv");
    library.changeSynonyms("it", any -> Synonyms.of(List.of(List.of("VPN", "tunnel"))));
    library.rename("it", "desk");
    library.apply("desk", Edits.move(List.of("e0", "e1"), "Network"));
    library.apply("desk", Edits.delete(List.of("e2")));
    library.remove("desk");
    assertEquals(
        List.of(
            "Removed the FAQ (2 removed).",
            "Deleted e2 (1 removed).",
            "Moved 2 entries to Network (2 changed).",
            "Renamed it from it.",
            "Changed the synonyms.",
            "Replaced all by file.csv (2 added, 1 changed).",
            "Edited \"Question e1\" (1 changed).",
            "Wrote \"Question e1\" (1 added).",
            "Made the FAQ."),
        library.history().of("desk").stream().map(Revision::sentence).toList());
    Revision first = library.history().of("desk").getLast();
    assertEquals("ada", first.who());
    assertEquals(Instant.parse("2026-11-24T09:00:00Z"), first.at());
  }

  @Test
  void whatChangesNothingIsNoRevision() throws Exception {
    library.add("it", entries(2));
    assertEquals(Optional.empty(), library.apply("it", Edits.save(entry("e1", "Answer 1"))));
    assertEquals(1, library.history().of("it").size());
    assertEquals(Optional.empty(), library.history().undo("it"));
  }

  @Test
  void savesOfOneEntryInARowAreOneRevision() throws Exception {
    library.add("it", entries(2));
    library.apply("it", Edits.save(entry("e1", "A")));
    clock.move(Duration.ofSeconds(100));
    library.apply("it", Edits.save(entry("e1", "Ab")));
    assertEquals(2, library.history().of("it").size());
    clock.move(Duration.ofSeconds(400));
    library.apply("it", Edits.save(entry("e1", "Abc")));
    library.apply("it", Edits.save(entry("e0", "Other")));
    assertEquals(4, library.history().of("it").size());
    library.history().undo("it");
    library.history().undo("it");
    assertEquals("Ab", library.load("it").entries().getLast().answer());
    library.history().undo("it");
    assertEquals(entries(2), library.load("it").entries());
  }

  @Test
  void typingAndTakingBackLeavesNothing() throws Exception {
    library.add("it", entries(2));
    library.apply("it", Edits.save(entry("e1", "A")));
    assertEquals(Optional.empty(), library.apply("it", Edits.save(entry("e1", "Answer 1"))));
    assertEquals(1, library.history().of("it").size());
  }

  @Test
  void undoAndRedoSurviveARestartAndReachDeletesAndRemovals() throws Exception {
    library.create("it");
    apply(Edits.create(entry("e1", "One")));
    apply(Edits.create(entry("e2", "Two")));
    apply(Edits.delete(List.of("e1")));
    library.use(List.of("it"));
    library.remove("it");
    close();
    open();
    History history = library.history();
    assertEquals("Removed the FAQ", history.undoable("it").orElseThrow().action());
    assertEquals("Undid: Removed the FAQ", history.undo("it").orElseThrow().action());
    assertEquals(List.of("it"), library.active());
    assertEquals("Deleted e1", history.undo("it").orElseThrow().subject());
    assertEquals(List.of("e1", "e2"), ids());
    history.undo("it");
    assertEquals(List.of("e1"), ids());
    close();
    open();
    history = library.history();
    assertEquals("Wrote \"Question e2\"", history.redoable("it").orElseThrow().action());
    history.redo("it");
    history.redo("it");
    assertEquals(List.of("e2"), ids());
    history.redo("it");
    assertEquals(List.of(), library.list());
    assertEquals(Optional.empty(), history.redo("it"));
    history.undo("it");
    history.undo("it");
    apply(Edits.create(entry("e3", "Three")));
    assertEquals(Optional.empty(), history.redo("it"));
    history.undo("it");
    assertEquals(List.of("e1", "e2"), ids());
  }

  private List<String> ids() throws FaqException {
    return library.load("it").entries().stream().map(Entry::id).toList();
  }

  /** The library beside a plain list of states: any mix of edits, undo, redo and restore. */
  @Test
  void everyMomentCanBeReached() throws Exception {
    Random random = new Random(7);
    library.add("it", entries(2));
    List<Faq> states = new ArrayList<>(List.of(library.load("it")));
    List<Long> moments = new ArrayList<>(List.of(library.history().of("it").getFirst().id()));
    for (int step = 0; step < 120; step++) {
      clock.move(Duration.ofMinutes(10));
      Optional<Revision> done = change(random, moments);
      if (done.isPresent()) {
        moments.add(done.get().id());
        states.add(library.load("it"));
      }
    }
    assertTrue(states.size() > 80);
    for (int i = 0; i < states.size(); i++) {
      assertEquals(states.get(i), library.history().at(moments.get(i)), "moment " + i);
    }
  }

  private Optional<Revision> change(Random random, List<Long> moments) throws FaqException {
    List<Entry> entries = new ArrayList<>(library.load("it").entries());
    return switch (random.nextInt(7)) {
      case 0, 1 ->
          library.apply("it", Edits.save(entry("e" + random.nextInt(30), "A" + random.nextInt())));
      case 2 -> {
        Collections.shuffle(entries, random);
        int left = Math.min(entries.size(), 5 + random.nextInt(20));
        List<Entry> some = List.copyOf(entries.subList(0, left));
        yield library.apply("it", new Edit(Revision.Kind.EDIT, "", any -> any.with(some)));
      }
      case 3 ->
          entries.isEmpty()
              ? Optional.empty()
              : library.apply("it", Edits.delete(List.of(entries.getFirst().id())));
      case 4 -> library.history().undo("it");
      case 5 -> library.history().redo("it");
      default -> library.history().restore(moments.get(random.nextInt(moments.size())));
    };
  }

  @Test
  void restoresAllAndSingleEntriesAndCanUndoIt() throws Exception {
    library.add("it", entries(3));
    long start = library.history().of("it").getFirst().id();
    apply(Edits.save(new Entry("e2", List.of("Q"), "A", "", List.of(), "e0", null)));
    long child = library.history().of("it").getFirst().id();
    apply(Edits.delete(List.of("e0", "e1")));
    assertEquals(
        "Restored \"Question e1\" (1 added).",
        library.history().restoreEntry(start, "e1").orElseThrow().sentence());
    assertEquals(List.of("e1", "e2"), ids());
    library.history().restoreEntry(child, "e2");
    assertEquals(null, library.load("it").entries().getLast().parent());
    library.history().restore(start);
    assertEquals(entries(3), library.load("it").entries());
    library.history().undo("it");
    assertEquals(List.of("e1", "e2"), ids());
    assertThrows(FaqException.class, () -> library.history().restoreEntry(start, "e9"));
    library.remove("it");
    library.history().restore(start);
    assertEquals(entries(3), library.load("it").entries());
  }

  @Test
  void findsMomentsByNumberDayAndTime() throws Exception {
    library.add("it", entries(1)); // 24 November, 9:00
    Revision first = library.history().of("it").getFirst();
    clock.move(Duration.ofHours(25));
    Revision second = library.apply("it", Edits.create(entry("x", "X"))).orElseThrow();
    History history = library.history();
    assertEquals(first, history.find("it", "2026-11-24", ZoneOffset.UTC));
    assertEquals(second, history.find("it", "2026-12-24", ZoneOffset.UTC));
    assertEquals(first, history.find("it", "2026-11-25T09:59", ZoneOffset.UTC));
    assertEquals(second, history.find("it", String.valueOf(second.id()), ZoneOffset.UTC));
    for (String bad : List.of("2026-11-23", "99", "yesterday", "2026-13-01")) {
      FaqException e =
          assertThrows(FaqException.class, () -> history.find("it", bad, ZoneOffset.UTC), bad);
      assertTrue(e.getMessage().contains(bad), e.getMessage());
    }
    assertThrows(FaqException.class, () -> history.of("nobody"));
  }

  @Test
  void comparesMomentsWordByWord() throws Exception {
    library.add("it", entries(3));
    long start = library.history().of("it").getFirst().id();
    apply(Edits.save(entry("e1", "Answer one")));
    apply(Edits.delete(List.of("e0")));
    apply(Edits.create(entry("e9", "New")));
    Comparison comparison = library.history().compareWithNow(start);
    assertEquals("1 added, 1 changed, 1 removed", comparison.counts());
    EntryChange changed = comparison.changes().getFirst();
    assertEquals(EntryChange.Kind.CHANGED, changed.kind());
    assertEquals(
        List.of(
            new TextDiff.Piece(TextDiff.Side.BOTH, "Answer "),
            new TextDiff.Piece(TextDiff.Side.BEFORE, "1"),
            new TextDiff.Piece(TextDiff.Side.AFTER, "one")),
        changed.fields().getFirst().pieces());
  }
}

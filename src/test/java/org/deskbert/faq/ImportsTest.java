package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deskbert.faq.Conflict.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Newer versions of a sheet that was imported before. */
class ImportsTest {
  @TempDir Path folder;
  private Library library;

  @BeforeEach
  void open() throws FaqException {
    library = Library.open(folder.resolve("library.db"));
  }

  @AfterEach
  void close() throws FaqException {
    library.close();
  }

  private static Entry entry(String id, String answer) {
    return new Entry(id, List.of("Question " + id), answer, "", List.of(), null, null);
  }

  private static Faq sheet(Entry... entries) {
    return new Faq("it", List.of(entries));
  }

  private Merge merge(Faq sheet, boolean whole) throws FaqException {
    return library.imports().merge(sheet, "it.xlsx", whole, Map.of());
  }

  @Test
  void takesWhatTheSheetChangedAndKeepsWhatTheOwnerDid() throws Exception {
    library.imports().add(sheet(entry("1", "a"), entry("2", "b"), entry("3", "c")), "it.xlsx");
    library.apply("it", Edits.save(entry("2", "mine")));
    library.apply("it", Edits.create(entry("9", "own")));
    Faq newer = sheet(entry("1", "new"), entry("2", "b"), entry("4", "d"));
    Merge preview = library.imports().preview(newer, "it.xlsx", true, Map.of());
    assertEquals("1 added, 1 changed, 1 removed", preview.changes().counts());
    assertEquals(3, library.history().of("it").size());
    assertEquals(preview, merge(newer, true));
    assertEquals(
        List.of(entry("1", "new"), entry("2", "mine"), entry("4", "d"), entry("9", "own")),
        library.load("it").entries());
    assertEquals(
        "Merged it.xlsx (1 added, 1 changed, 1 removed).",
        library.history().of("it").getFirst().sentence());
    merge(newer, true);
    assertEquals(4, library.history().of("it").size(), "the same sheet again changes nothing");
  }

  @Test
  void aConflictKeepsOursUnlessTheirsIsChosen() throws Exception {
    library.imports().add(sheet(entry("1", "a"), entry("2", "b")), "it.xlsx");
    library.apply("it", Edits.save(entry("1", "mine")));
    library.apply("it", Edits.save(entry("2", "mine")));
    Faq newer = sheet(entry("1", "new"));
    Merge preview = library.imports().preview(newer, "it.xlsx", true, Map.of());
    assertEquals(2, preview.conflicts().size());
    assertEquals(library.load("it"), preview.result());
    library.imports().merge(newer, "it.xlsx", true, Map.of("1", Side.THEIRS, "2", Side.OURS));
    assertEquals(List.of(entry("1", "new"), entry("2", "mine")), library.load("it").entries());
  }

  @Test
  void whereRowsWereLeftOutNothingCountsAsGone() throws Exception {
    library.imports().add(sheet(entry("1", "a"), entry("2", "b")), "it.xlsx");
    merge(sheet(entry("1", "new")), false);
    assertEquals(List.of(entry("1", "new"), entry("2", "b")), library.load("it").entries());
    merge(sheet(entry("1", "new")), true);
    assertEquals(List.of(entry("1", "new")), library.load("it").entries());
  }

  @Test
  void sheetsBesideEachOtherKeepTheirOwnEntries() throws Exception {
    library.imports().add(sheet(entry("1", "a")), "one.xlsx");
    library.imports().merge(sheet(entry("2", "b"), entry("3", "c")), "two.xlsx", true, Map.of());
    library.imports().merge(sheet(entry("2", "new")), "two.xlsx", true, Map.of());
    assertEquals(List.of(entry("1", "a"), entry("2", "new")), library.load("it").entries());
  }

  @Test
  void afterAnUndoTheSheetIsMergedAgainAsBefore() throws Exception {
    library.imports().add(sheet(entry("1", "a")), "it.xlsx");
    long start = library.history().of("it").getFirst().id();
    Faq newer = sheet(entry("1", "new"));
    merge(newer, true);
    library.history().undo("it");
    assertEquals(List.of(entry("1", "a")), library.load("it").entries());
    assertEquals("1 changed", merge(newer, true).changes().counts());
    library.history().restore(start);
    assertEquals("1 changed", merge(newer, true).changes().counts());
    assertTrue(merge(newer, true).agreed());
  }
}

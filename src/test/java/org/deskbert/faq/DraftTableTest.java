package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTableTest {
  @TempDir Path folder;

  @Test
  void badEntriesOfAnyKindAreRowsWhereNothingIsLost() throws Exception {
    Path markdown = folder.resolve("desk.md");
    Files.writeString(
        markdown, "## Where?\n\n## Who?\n\n<!-- until: soon -->\n- also: whose\n\nWe.\n");
    TableImport table = FaqFiles.rows(markdown).orElseThrow();
    FaqException bad = assertThrows(FaqException.class, () -> table.read(false));
    assertEquals(
        List.of("no-answer 1 3", "bad-date 3 7"),
        bad.problems().stream()
            .map(p -> p.kind() + " " + p.line() + " " + p.column())
            .sorted(java.util.Comparator.reverseOrder())
            .toList());
    TableImport.RowKey who = new TableImport.RowKey("desk.md", 3);
    TableImport mended =
        table
            .with(new TableImport.CellKey(new TableImport.RowKey("desk.md", 1), 3), "There.")
            .with(new TableImport.CellKey(who, 7), "2031-01-01");
    List<Entry> entries = mended.read(false).entries();
    assertEquals(List.of("Who?", "whose"), entries.getLast().phrasings());
    assertEquals("2031-01-01", String.valueOf(entries.getLast().until()));
    Path more = folder.resolve("more.json");
    Files.writeString(
        more, "{\"synonyms\": [[\"VPN\", \"tunnel\"]], \"entries\": [\n{\"question\": \"q\"}]}");
    assertTrue(FaqFiles.rows(more).isEmpty(), "synonyms would be lost");
    Path strange = folder.resolve("strange.json");
    Files.writeString(strange, "[7,\n{\"question\": \"q\", \"answer\": \"a\"}]");
    assertTrue(FaqFiles.rows(strange).isEmpty(), "what is no entry has no cell to be mended in");
  }
}

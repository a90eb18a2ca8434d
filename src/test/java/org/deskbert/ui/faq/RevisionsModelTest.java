package org.deskbert.ui.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Tasks;
import org.deskbert.faq.Edits;
import org.deskbert.faq.Entry;
import org.deskbert.faq.EntryChange;
import org.deskbert.faq.Revision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionsModelTest {
  private DeskBert program;
  private EditorModel editor;
  private RevisionsModel model;

  @BeforeEach
  void open(@TempDir Path data) throws Exception {
    program = DeskBert.open(data);
    program.library().add("desk", List.of(entry("vpn", "Restart it."), entry("pay", "Ask HR.")));
    program.library().apply("desk", Edits.save(entry("vpn", "Restart it twice.")));
    program.library().apply("desk", Edits.delete(List.of("pay")));
    editor = new EditorModel(program::ownerDesk, Tasks.immediate());
    editor.open("desk");
    model = new RevisionsModel(program::ownerDesk, Tasks.immediate(), editor);
    model.reload();
  }

  @AfterEach
  void close() {
    program.close();
  }

  private static Entry entry(String id, String answer) {
    return new Entry(id, List.of("Question " + id), answer, "", List.of(), null, null);
  }

  private RevisionsModel.Shown shown() {
    return model.shownProperty().get();
  }

  private List<String> changes() {
    return shown().changes().stream()
        .map(change -> change.kind() + " " + change.entry().id())
        .toList();
  }

  @Test
  void eachChangeTellsWhatItDid() {
    assertEquals(
        List.of(Revision.Kind.DELETE, Revision.Kind.EDIT, Revision.Kind.START),
        shown().revisions().stream().map(Revision::kind).toList());
    assertEquals(List.of("REMOVED pay"), changes());
    model.choose(shown().revisions().get(1));
    assertEquals(List.of("CHANGED vpn"), changes());
    model.choose(shown().revisions().getLast());
    assertEquals(List.of("ADDED vpn", "ADDED pay"), changes());
  }

  @Test
  void anEntryIsBroughtBackAsItWasAndThatCanBeUndone() throws Exception {
    model.choose(shown().revisions().getLast());
    model.showSince(true);
    assertEquals(List.of("CHANGED vpn", "REMOVED pay"), changes());
    EntryChange gone = shown().changes().getLast();
    model.restore(gone);
    assertEquals(List.of("CHANGED vpn"), changes(), "still compared with the same moment");
    assertEquals(List.of("vpn", "pay"), editor.shown().stream().map(Entry::id).toList());
    editor.undo();
    assertEquals(1, program.library().load("desk").entries().size());
  }

  @Test
  void allIsRestored() throws Exception {
    model.choose(shown().revisions().getLast());
    model.restoreAll();
    assertTrue(shown().since());
    assertEquals(List.of(), changes());
    assertEquals(2, program.library().load("desk").entries().size());
    assertEquals(Revision.Kind.RESTORE, shown().revisions().getFirst().kind());
  }

  @Test
  void aDayBeforeTheHistoryBeginsIsToldAndNothingElseChanges() {
    model.choose(LocalDate.of(2001, 2, 3));
    assertTrue(model.problemProperty().get().contains("2001-02-03"));
    assertFalse(shown().since());
    model.choose(LocalDate.now(ZoneId.systemDefault()));
    assertEquals("", model.problemProperty().get());
    assertEquals(shown().revisions().getFirst(), shown().chosen());
  }

  @Test
  void anyMomentIsComparedWithAnyDay() throws Exception {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    model.choose(shown().revisions().getLast());
    model.compareWith(today);
    assertEquals(shown().revisions().getFirst(), shown().until());
    program.library().apply("desk", Edits.delete(List.of("vpn")));
    model.choose(shown().revisions().get(1));
    assertEquals(List.of("REMOVED pay"), changes(), "what came after that day does not count");
    model.compareWith(null);
    assertEquals(List.of("REMOVED vpn", "REMOVED pay"), changes());
    model.compareWith(LocalDate.of(2001, 2, 3));
    assertTrue(model.problemProperty().get().contains("2001-02-03"));
  }
}

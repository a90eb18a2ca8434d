package org.deskbert.ui.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Tasks;
import org.deskbert.faq.Entry;
import org.deskbert.faq.FindReplace;
import org.deskbert.faq.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorModelTest {
  private DeskBert program;
  private EditorModel editor;

  @BeforeEach
  void open(@TempDir Path data) throws Exception {
    program = DeskBert.open(data);
    program.change(program.settings().withWordsOnly(true));
    program
        .library()
        .add(
            "desk",
            List.of(
                entry("vpn", "The VPN drops", "vpn slow"),
                entry("pay", "Where is my payslip?", "salary slip"),
                entry("slip", "salary slip", "payslip missing", "slip gone")));
    editor = new EditorModel(program::ownerDesk, Tasks.immediate());
    editor.open("desk");
  }

  @AfterEach
  void close() {
    program.close();
  }

  private static Entry entry(String id, String... phrasings) {
    return new Entry(id, List.of(phrasings), "Answer of " + id, "IT", List.of(), null, null);
  }

  private List<String> shown() {
    return editor.shown().stream().map(Entry::id).toList();
  }

  @Test
  void theListFollowsTheWordsInTheFilter() {
    editor.filterProperty().set("SLIP salary");
    assertEquals(List.of("pay", "slip"), shown());
    editor.filterProperty().set("");
    assertEquals(3, shown().size());
  }

  @Test
  void whatIsTypedIsStoredAndCanBeTakenBackAndDoneAgain() throws Exception {
    editor.show("vpn");
    editor.save(entry("vpn", "The VPN is gone"));
    assertEquals("The VPN is gone", program.library().load("desk").entries().get(0).question());
    editor.undo();
    assertEquals("The VPN drops", editor.currentProperty().get().question());
    editor.redo();
    assertEquals("The VPN is gone", editor.currentProperty().get().question());
  }

  @Test
  void entriesAreMergedMovedSplitAndDeleted() {
    editor.join(List.of("pay", "slip"));
    assertEquals(List.of("vpn", "pay"), shown());
    assertEquals(4, editor.currentProperty().get().phrasings().size());
    editor.split(List.of("slip gone"));
    assertEquals(3, shown().size());
    assertEquals("slip gone", editor.currentProperty().get().question());
    editor.move(List.of("vpn", "pay"), "Money");
    assertEquals(List.of("IT", "Money"), editor.categories());
    editor.delete(List.of("vpn"));
    assertFalse(shown().contains("vpn"));
  }

  @Test
  void aRefusedChangeSaysWhyAndLeavesEverything() {
    editor.show("vpn");
    editor.split(List.of("The VPN drops", "vpn slow"));
    assertFalse(editor.problemProperty().get().isEmpty());
    assertEquals(3, shown().size());
  }

  @Test
  void aReplacementIsPreviewedBeforeItIsMade() {
    FindReplace change = new FindReplace("slip", "note", false, false);
    editor.preview(change, said -> assertTrue(said.startsWith("2 entries"), said));
    assertEquals("salary slip", editor.shown().getLast().question());
    editor.replace(change);
    assertEquals("salary note", editor.shown().getLast().question());
  }

  @Test
  void aFindingIsRemediedOrIgnoredForGood() {
    ChecksModel checks = new ChecksModel(program::ownerDesk, Tasks.immediate(), editor);
    checks.run();
    Finding same =
        checks.findings().stream()
            .filter(f -> f.problem().kind().equals("same-phrasing"))
            .findFirst()
            .orElseThrow();
    checks.ignore(same);
    checks.run();
    assertTrue(checks.findings().stream().noneMatch(f -> f.key().equals(same.key())));
    checks.join(same);
    assertEquals(2, editor.shown().size());
    assertNull(editor.currentProperty().get());
  }
}

package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormCheckTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

  private static Entry entry(String id, List<String> phrasings, String answer, LocalDate until) {
    return new Entry(id, phrasings, answer, "", List.of(), null, until);
  }

  private static List<String> kinds(Entry... entries) {
    return FormCheck.check(new Faq("it", List.of(entries)), Map.of(), null, DAY).stream()
        .map(Finding::problem)
        .map(p -> p.entry() + " " + p.severity() + " " + p.kind())
        .toList();
  }

  @Test
  void aGoodEntryHasNoProblems() {
    assertEquals(List.of(), kinds(entry("1", List.of("a", "b"), "x", DAY.plusYears(1))));
    assertEquals(List.of(), kinds(entry("1", List.of("a", "b", "???", "!!!"), "x", null)));
  }

  @Test
  void findsWhatIsWeak() {
    assertEquals(
        List.of("1 ERROR no-answer", "1 NOTE single-phrasing"),
        kinds(entry("1", List.of("a"), "", null)));
    assertEquals(
        List.of("1 WARNING answer-too-long"),
        kinds(entry("1", List.of("a", "b"), "x".repeat(4001), null)));
    assertEquals(
        List.of("1 WARNING phrasing-too-long"),
        kinds(entry("1", List.of("a", "b".repeat(501)), "x", null)));
    assertEquals(
        List.of("1 NOTE repeated-phrasing"), kinds(entry("1", List.of("a", "b", "A!"), "x", null)));
    assertEquals(
        List.of("1 NOTE expired"), kinds(entry("1", List.of("a", "b"), "x", DAY.minusDays(1))));
    assertEquals(List.of("1 NOTE expires-soon"), kinds(entry("1", List.of("a", "b"), "x", DAY)));
    Entry orphan = new Entry("1", List.of("a", "b"), "x", "", List.of(), "9", null);
    assertEquals(List.of("1 ERROR unknown-parent"), kinds(orphan));
  }

  @Test
  void namesLinksToFilesThatAreNotThere(@TempDir Path folder) throws IOException {
    Files.createFile(folder.resolve("plan of the house.png"));
    String answer =
        "![plan](plan%20of%20the%20house.png) [form](forms/leave.pdf) [site](https://example.org/x)"
            + " [mail](mailto:a@example.org) [top](#top) [share](file:///no/such/file.txt)";
    Faq faq = new Faq("it", List.of(entry("1", List.of("a", "b"), answer, null)));
    assertEquals(
        List.of(
            "The answer links to \"forms/leave.pdf\", which is not there.",
            "The answer links to \"file:///no/such/file.txt\", which is not there."),
        FormCheck.check(faq, Map.of(), folder, DAY).stream().map(f -> f.problem().text()).toList());
    assertEquals(1, FormCheck.check(faq, Map.of(), null, DAY).size());
  }

  @Test
  void namesBothPlacesOfASharedPhrasing() {
    Faq faq =
        new Faq(
            "it.csv",
            List.of(
                entry("1", List.of("How so?", "b"), "x", null),
                entry("2", List.of("c", "how SO"), "y", null)));
    List<Finding> findings = FormCheck.check(faq, Map.of("1", 2, "2", 5), null, DAY);
    assertEquals(1, findings.size());
    assertEquals("1", findings.getFirst().other());
    Problem p = findings.getFirst().problem();
    assertEquals("same-phrasing", p.kind());
    assertEquals(Problem.Severity.WARNING, p.severity());
    assertEquals(5, p.line());
    assertEquals("2", p.entry());
    assertTrue(p.sentence().contains("entry 1 (line 2)"), p.sentence());
    assertTrue(p.sentence().startsWith("it.csv, line 5: \"how SO\""), p.sentence());
  }

  private static List<Problem> problems(Faq faq) {
    return FormCheck.check(faq, Map.of(), null, DAY).stream().map(Finding::problem).toList();
  }

  private static Entry asked(String id, String... phrasings) {
    return new Entry(id, List.of(phrasings), "A", "", List.of(), null, null);
  }

  @Test
  void synonymsThatMergeEntriesAreNamed() throws Exception {
    Synonyms synonyms =
        Synonyms.of(List.of(List.of("laptop", "notebook"), List.of("order", "buy")));
    List<Entry> entries =
        List.of(
            asked("1", "order a notebook", "get a computer", "same here"),
            asked("2", "buy a laptop", "Same here"),
            asked("3", "a notebook please", "a laptop please"));
    List<Problem> problems = problems(new Faq("it", entries, synonyms));
    assertEquals(
        List.of("same-phrasing", "synonyms-merge"), problems.stream().map(Problem::kind).toList());
    Problem merged = problems.getLast();
    assertEquals("2", merged.entry());
    assertEquals(
        "\"buy a laptop\" is the same as \"order a notebook\" of entry 1 with the synonyms of"
            + " \"laptop\", \"order\", so whoever asks either in other words gets both to choose"
            + " from.",
        merged.text());
    List<Problem> without = problems(new Faq("it", entries));
    assertTrue(without.stream().noneMatch(p -> p.kind().equals("synonyms-merge")));
  }

  @Test
  void aStopWordAmongOldSynonymsIsNamed() {
    Synonyms old = Synonyms.joined(List.of(List.of("service desk", "it", "IT")));
    List<Problem> problems = problems(new Faq("it", List.of(asked("1", "a", "b")), old));
    assertEquals(List.of("stop-word-synonym"), problems.stream().map(Problem::kind).toList());
    assertTrue(problems.getFirst().text().contains("\"it\" of \"service desk\""));
  }
}

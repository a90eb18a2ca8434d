package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.Finding;
import org.deskbert.search.BagEncoder;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private static Entry entry(String id, String category, String answer, String... phrasings) {
    return new Entry(id, List.of(phrasings), answer, category, List.of(), null, null);
  }

  /** Entries of words that no other entry has. */
  private static List<Entry> distinct(int count, String category) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String own = category + "wort" + i + " " + category + "dinge" + i;
      entries.add(
          entry(category + i, category, "x", own + " " + category, own + " alpha " + category));
    }
    return entries;
  }

  private static Checks run(List<Entry> entries) {
    return Checks.run(
        new Faq("it", entries),
        new BagEncoder(),
        VectorCache.inMemory(),
        Map.of("a", 7),
        null,
        DAY,
        2,
        Progress.NONE);
  }

  private static List<Finding> of(Checks checks, String kind) {
    return checks.findings().stream().filter(f -> f.problem().kind().equals(kind)).toList();
  }

  @Test
  void namesTwoEntriesThatAskForTheSame() {
    List<Entry> entries = distinct(20, "net");
    entries.add(entry("a", "net", "x", "order new badge lost", "badge order lost please new"));
    entries.add(entry("b", "net", "x", "new badge lost order", "lost please badge order new now"));
    Checks checks = run(entries);
    List<Finding> near = of(checks, "near-entries");
    assertEquals(
        List.of("a b"), near.stream().map(f -> f.problem().entry() + " " + f.other()).toList());
    assertEquals(7, near.getFirst().problem().line());
    assertTrue(
        near.getFirst().problem().text().contains("(entry b)"), near.getFirst().problem().text());
  }

  @Test
  void namesAnswersThatContradictEachOther() {
    List<Entry> entries = distinct(20, "net");
    entries.add(
        entry("a", "net", "Within 14 days.", "order new badge lost", "badge order lost new"));
    entries.add(
        entry("b", "net", "You have 30 days.", "new badge order lost", "new lost order badge now"));
    List<Finding> found = of(run(entries), "contradicting-answers");
    assertEquals(1, found.size());
    String text = found.getFirst().problem().text();
    assertTrue(text.contains("\"14 days\" here") && text.contains("\"30 days\" there"), text);
  }

  @Test
  void figuresOfTheSameUnitClash() {
    assertEquals(List.of("5 pm", "6 pm"), Facts.clash("Open until 5 pm.", "We close at 6 PM."));
    assertEquals(List.of("yes", "no"), Facts.clash("Yes, you can.", "No."));
    assertNull(Facts.clash("Install Windows 11.", "It takes 14 characters."));
    assertNull(Facts.clash("From 9:00 to 17:00", "until 17:00"));
  }

  @Test
  void namesAnEntryThatNoneOfItsPhrasingsFinds() {
    List<Entry> entries = distinct(12, "net");
    entries.add(entry("lost", "net", "x", "networt3 netdinge3", "networt5 netdinge5"));
    List<Finding> found = of(run(entries), "wins-nothing");
    assertEquals(List.of("lost"), found.stream().map(f -> f.problem().entry()).toList());
  }

  @Test
  void namesCategoriesThatOverlap() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String own = "ding" + i + " sache" + i;
      entries.add(entry("p" + i, "Printers", "x", own + " kaputt", own + " geht nicht"));
      entries.add(entry("q" + i, "Printing", "x", own + " leer", own + " geht langsam"));
    }
    entries.add(entry("r", "printer", "x", "ganz anderes", "noch anderes"));
    Checks checks = run(entries);
    assertEquals(
        List.of("Printers Printing", "Printing Printers"),
        of(checks, "overlapping-categories").stream()
            .map(f -> f.phrasing() + " " + f.otherPhrasing())
            .toList());
    assertEquals("printer", of(checks, "similar-categories").getFirst().otherPhrasing());
  }

  @Test
  void theMostFragileEntryComesFirst() {
    List<Entry> entries = distinct(10, "net");
    entries.add(entry("thin", "", "x", "vpn", "vpm"));
    entries.add(entry("other", "", "x", "vpn hello question thank you very much help", "vpns"));
    Checks checks = run(entries);
    List<Double> scores = checks.robustness().stream().map(Robustness::score).toList();
    assertEquals(scores.stream().sorted().toList(), scores);
    Robustness thin =
        checks.robustness().stream().filter(r -> r.entry().id().equals("thin")).findFirst().get();
    assertEquals("other", thin.broken().winner(), thin.toString());
    assertEquals(Disturbance.POLITE, thin.broken().how());
    assertEquals(12, checks.robustness().size());
  }

  @Test
  void aFragileEntryIsNamedWithTheQuestionThatBreaks() {
    Entry weak = entry("weak", "", "x", "vpn");
    Robustness.Broken broken = new Robustness.Broken("vnp", Disturbance.TYPOS, "other");
    List<Finding> findings =
        MeaningCheck.fragile(
            "it",
            List.of(new Robustness(weak, 10, 6, broken), new Robustness(weak, 10, 7, broken)),
            Map.of("weak", 3));
    assertEquals(1, findings.size());
    assertEquals(
        "\"vpn\" is found by 6 of 10 spoilt phrasings; \"vnp\" (with typing errors) finds entry"
            + " other.",
        findings.getFirst().problem().text());
    assertEquals(3, findings.getFirst().problem().line());
  }

  @Test
  void withoutAModelOnlyTheFormIsChecked() {
    List<Entry> entries = List.of(entry("a", "", "", "x"));
    Checks checks =
        Checks.run(
            new Faq("it", entries),
            null,
            VectorCache.inMemory(),
            Map.of(),
            null,
            DAY,
            1,
            Progress.NONE);
    assertEquals(2, checks.findings().size());
    assertEquals(List.of(), checks.robustness());
  }

  @Test
  void aFindingIsKnownAgainWhicheverEntryComesFirst() {
    Finding finding = of(run(twins("a", "b")), "near-entries").getFirst();
    Finding turned = of(run(twins("b", "a")), "near-entries").getFirst();
    assertNotEquals(finding.problem().entry(), turned.problem().entry());
    assertEquals(finding.key(), turned.key());
  }

  private static List<Entry> twins(String first, String second) {
    List<Entry> entries = distinct(20, "net");
    Entry a = entry("a", "net", "x", "order new badge lost", "badge order lost please new");
    Entry b = entry("b", "net", "x", "new badge lost order", "lost please badge order new now");
    entries.add(first.equals("a") ? a : b);
    entries.add(second.equals("a") ? a : b);
    return entries;
  }
}

package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reliability, risk against coverage, and confusions, against cases computed by hand. */
class LabTest {
  static Evaluation.Row row(
      String question, String id, String outcome, double confidence, String... candidates) {
    return new Evaluation.Row(
        question,
        id,
        outcome,
        outcome.equals("answered") ? candidates[0] : "",
        confidence,
        List.of(candidates),
        outcome.equals("did_you_mean") ? List.of(candidates) : List.of());
  }

  private static Evaluation.Row row(String id, String outcome, double confidence, String first) {
    return row("q", id, outcome, confidence, first);
  }

  @Test
  void aBinHoldsWhatWasPromisedAndWhatCame() {
    Reliability reliability =
        Reliability.of(
            List.of(
                row("a", "answered", 1, "a"),
                row("a", "answered", 0.9, "b"),
                row("a", "unknown", 0.89, "a"),
                row("q", "", "unknown", 0)));
    assertEquals(10, reliability.bins().size());
    Reliability.Bin last = reliability.bins().getLast();
    assertEquals(new Reliability.Bin(0.9, 1, 2, 0.95, 0.5), last);
    assertEquals(new Reliability.Bin(0.8, 0.9, 1, 0.89, 1), reliability.bins().get(8));
    assertEquals(new Reliability.Bin(0, 0.1, 1, 0, 0), reliability.bins().getFirst());
    assertTrue(Double.isNaN(reliability.bins().get(3).promised()));
    assertEquals(3, reliability.filled().size());
    assertEquals((2 * 0.45 + 0.11) / 4, reliability.error(), 1e-12);
  }

  @Test
  void theRiskIsThatOfTheSurestQuestions() {
    RiskCoverage curve =
        RiskCoverage.of(
            List.of(
                row("a", "unknown", 0.3, "b"),
                row("a", "answered", 0.9, "a"),
                row("", "did_you_mean", 0.6, "a"),
                row("a", "did_you_mean", 0.6, "a"),
                row("", "small_talk", 0.95, "a")));
    assertEquals(
        List.of(
            new RiskCoverage.Point(0.2, 0, 0.9),
            // The two of 0.6 come together: no threshold parts them.
            new RiskCoverage.Point(0.6, 1 / 3.0, 0.6),
            new RiskCoverage.Point(0.8, 0.5, 0.3)),
        curve.points());
    assertEquals(0, curve.riskAt(0.1));
    assertEquals(1 / 3.0, curve.riskAt(0.5));
    assertTrue(Double.isNaN(curve.riskAt(0.9)), "small talk is never answered from the FAQ");
    assertTrue(RiskCoverage.of(List.of()).points().isEmpty());
  }

  @Test
  void theCurveOfManyQuestionsHasAPointInEachHundredth() {
    List<Evaluation.Row> rows = new ArrayList<>();
    IntStream.range(0, 5_000).forEach(i -> rows.add(row("a", "unknown", i / 5_000.0, "a")));
    RiskCoverage curve = RiskCoverage.of(rows);
    assertTrue(curve.points().size() <= 101, "points: " + curve.points().size());
    assertEquals(1, curve.points().getLast().coverage());
    assertEquals(0, curve.points().getLast().confidence());
  }

  @Test
  void pairsThatAreConfusedAreCountedTheMostFrequentFirst() {
    List<Confusion> confusions =
        Confusion.of(
            List.of(
                row("right", "a", "answered", 1, "a"),
                row("once", "c", "answered", 0.9, "a"),
                row("unsure", "a", "unknown", 0.1, "b", "a"),
                row("surest", "a", "answered", 0.8, "b", "a"),
                row("asked back", "a", "did_you_mean", 0.5, "b", "a"),
                row("no answer", "", "answered", 0.7, "b"),
                row("declined", "", "unknown", 0.2, "b"),
                row("nothing found", "a", "unknown", 0)));
    assertEquals(
        List.of(
            new Confusion("a", "b", 3, 1, "surest"),
            new Confusion("", "b", 1, 1, "no answer"),
            new Confusion("c", "a", 1, 1, "once")),
        confusions);
  }

  @Test
  void aReplyIsWorthWhatTheAskerGot() {
    assertEquals(Verdict.RIGHT, row("a", "answered", 1, "a").verdict());
    assertEquals(Verdict.WRONG, row("", "answered", 1, "a").verdict());
    assertEquals(Verdict.ASKED_BACK_RIGHT, row("q", "a", "did_you_mean", 1, "b", "a").verdict());
    assertEquals(Verdict.ASKED_BACK_WRONG, row("q", "", "did_you_mean", 1, "b", "a").verdict());
    assertEquals(Verdict.DECLINED_RIGHT, row("", "small_talk", 1, "a").verdict());
    assertEquals(Verdict.DECLINED_WRONG, row("a", "unknown", 1, "a").verdict());
    assertFalse(row("q", "", "unknown", 0).firstIsRight(), "nothing found, nothing right");
  }
}

package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures of an evaluation against cases computed by hand. */
class MetricsTest {
  private static Evaluation.Row row(
      String id, String outcome, double confidence, String... candidates) {
    return new Evaluation.Row(
        "question",
        id,
        outcome,
        outcome.equals("answered") ? candidates[0] : "",
        confidence,
        List.of(candidates),
        outcome.equals("did_you_mean") ? List.of(candidates[0], candidates[1]) : List.of());
  }

  private static Evaluation.Metrics of(Evaluation.Row... rows) {
    return Evaluation.metrics(List.of(rows), Collections.nCopies(rows.length, 2_000_000L));
  }

  @Test
  void everyReplyIsCountedOnce() {
    Evaluation.Metrics m =
        of(
            row("a", "answered", 0.9, "a", "b"),
            row("b", "answered", 0.9, "a", "b"),
            row("", "answered", 0.9, "a"),
            row("b", "did_you_mean", 0.5, "a", "b"),
            row("c", "did_you_mean", 0.5, "a", "b", "c"),
            row("", "did_you_mean", 0.5, "a", "b"),
            row("a", "unknown", 0.1, "b"),
            row("", "unknown", 0.1, "b"),
            row("", "small_talk", 0),
            row("a", "hand_off", 0));
    assertEquals(10, m.questions());
    assertEquals(3, m.answered());
    assertEquals(1, m.right());
    assertEquals(2, m.wrong());
    assertEquals(3, m.askedBack());
    assertEquals(1, m.askedBackRight());
    assertEquals(4, m.declined());
    assertEquals(2, m.declinedRight());
    assertEquals(2, m.p50Ms(), 1e-9);
  }

  @Test
  void theRankingIsScoredOverQuestionsWithAnAnswer() {
    Evaluation.Metrics m =
        of(
            row("a", "unknown", 0.1, "a", "b"),
            row("b", "unknown", 0.1, "a", "b"),
            row("f", "unknown", 0.1, "a", "b", "c", "d", "e", "f"),
            row("z", "unknown", 0.1, "a", "b"),
            row("", "unknown", 0.1, "a"));
    assertEquals(0.25, m.pAt1(), 1e-12);
    assertEquals((1 + 1 / 2.0 + 1 / 6.0) / 4, m.mrr(), 1e-12);
    assertEquals(0.5, m.rAt5(), 1e-12);
  }

  @Test
  void theCalibrationErrorIsTheGapBetweenPromiseAndTruthPerBin() {
    // Bin 0.9 to 1: two rows, on average 0.93 promised, one right: gap 0.43.
    // Bin 0.2 to 0.3: one row of 0.2, wrong: gap 0.2.
    Evaluation.Metrics m =
        of(
            row("a", "answered", 0.95, "a"),
            row("", "answered", 0.91, "a"),
            row("b", "unknown", 0.2, "a", "b"));
    assertEquals((2 * 0.43 + 0.2) / 3, m.ece(), 1e-12);
    assertEquals(0, of(row("a", "answered", 1, "a")).ece(), 1e-12);
    assertEquals(0, of().ece());
  }
}

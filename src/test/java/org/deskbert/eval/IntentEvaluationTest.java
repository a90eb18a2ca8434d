package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures of an intent head against cases computed by hand. */
class IntentEvaluationTest {
  private static IntentEvaluation.Row row(String intent, String predicted, double confidence) {
    return new IntentEvaluation.Row("text", intent, predicted, confidence, confidence >= 0.5);
  }

  @Test
  void scoresAreSharesOfTheirRows() {
    IntentEvaluation scores =
        IntentEvaluation.score(
            List.of(
                row("pay", "pay", 0.9),
                row("pay", "pay", 0.4),
                row("pay", "trip", 0.8),
                row("trip", "trip", 0.6),
                row("", "trip", 0.7),
                row("", "pay", 0.1)),
            1.5,
            0.5);
    assertEquals(0.5, scores.accuracy());
    assertEquals(0.75, scores.accuracyForced());
    assertEquals(0.5, scores.oosRecall());
    // Of the eight pairs all four with 0.1 are right, of those with 0.7 the ones of 0.9 and 0.8.
    assertEquals(6 / 8.0, scores.auroc(), 1e-12);
    assertEquals(1.5, scores.trainSeconds());
  }

  @Test
  void aTieCountsHalf() {
    IntentEvaluation scores =
        IntentEvaluation.score(
            List.of(row("pay", "pay", 0.5), row("", "pay", 0.5), row("", "pay", 0.2)), 0, 0.5);
    assertEquals(0.75, scores.auroc(), 1e-12);
  }
}

package org.deskbert.chat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import org.deskbert.faq.Entry;
import org.deskbert.search.Candidate;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
  private static Candidate candidate(String id, double score) {
    Entry entry = new Entry(id, List.of(id), "a", "", List.of(), null, null);
    return new Candidate("faq", entry, id, false, score / 2, score, score);
  }

  @Test
  void aHigherToleranceNeverRaisesAThreshold() {
    for (boolean model : new boolean[] {true, false}) {
      Confidence confidence = ConfidenceFit.prior(model);
      double before = 1;
      for (double wrong = 0; wrong <= 100; wrong += 2.5) {
        double at = confidence.answerAt(wrong);
        assertTrue(at <= before, "at " + wrong);
        assertTrue(confidence.suggestAt(wrong) <= at);
        before = at;
      }
      assertEquals(0, confidence.answerAt(100));
    }
  }

  @Test
  void noMoreThanTheToleratedShareIsExpectedToBeWrong() {
    List<Confidence.Simulated> simulated = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      simulated.add(new Confidence.Simulated(1 - i / 100.0, 1));
    }
    Confidence confidence = new Confidence(ConfidenceFit.prior(true).curve(), simulated);
    double at = confidence.answerAt(10);
    double wrong =
        simulated.stream()
            .filter(s -> s.confidence() >= at)
            .mapToDouble(s -> 1 - s.confidence())
            .average()
            .orElseThrow();
    assertEquals(0.1, wrong, 0.005);
  }

  @Test
  void aClearLeadIsSurerThanAClose() {
    Confidence confidence = ConfidenceFit.prior(true);
    double clear = confidence.of(List.of(candidate("a", 0.9), candidate("b", 0.1)))[0];
    double close = confidence.of(List.of(candidate("a", 0.9), candidate("b", 0.89)))[0];
    double weak = confidence.of(List.of(candidate("a", 0.01), candidate("b", 0.009)))[0];
    assertTrue(clear > close && close > weak, clear + " " + close + " " + weak);
  }

  @Test
  void theProbabilitiesOfAllCandidatesAreAtMostOneTogether() {
    double[] all =
        ConfidenceFit.prior(true)
            .of(List.of(candidate("a", 0.99), candidate("b", 0.98), candidate("c", 0.97)));
    assertTrue(all[0] + all[1] + all[2] <= 1 + 1e-9);
    assertTrue(all[0] >= all[1] && all[1] >= all[2]);
  }

  @Test
  void survivesJson() {
    Confidence confidence = ConfidenceFit.prior(true);
    Gson gson = new Gson();
    Confidence read = gson.fromJson(gson.toJson(confidence), Confidence.class);
    List<Candidate> candidates = List.of(candidate("a", 0.7), candidate("b", 0.3));
    assertArrayEquals(confidence.of(candidates), read.of(candidates));
    assertEquals(confidence.answerAt(5), read.answerAt(5));
  }
}

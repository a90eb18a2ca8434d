package org.deskbert.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The votes of phrasings, on vectors that lie around one centre an entry. */
class VotesTest {
  private static final int EACH = 6;
  private final Random random = new Random(3);
  private final List<float[]> centres = List.of(near(null), near(null), near(null));
  private final List<float[]> rows = new ArrayList<>();

  VotesTest() {
    for (float[] centre : centres) {
      for (int i = 0; i < EACH; i++) {
        rows.add(near(centre));
      }
    }
  }

  /** A unit vector near another, or anywhere. */
  private float[] near(float[] centre) {
    float[] vector = new float[24];
    double squares = 0;
    for (int d = 0; d < vector.length; d++) {
      vector[d] = (float) random.nextGaussian() * 0.15f + (centre == null ? 0 : centre[d]);
      squares += vector[d] * vector[d];
    }
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  private static int[] firsts(int... sizes) {
    int[] firsts = new int[sizes.length + 1];
    for (int i = 0; i < sizes.length; i++) {
      firsts[i + 1] = firsts[i] + sizes[i];
    }
    return firsts;
  }

  private static double[] votes(List<float[]> rows, int[] firsts, float[] question, int without) {
    Votes votes = Votes.of(new Vectors(Codes.of(rows)), firsts);
    assertNotNull(votes);
    Votes.Poll poll = votes.poll(question, without);
    return IntStream.range(0, firsts.length - 1).mapToDouble(poll::of).toArray();
  }

  @Test
  void theEntryThatAQuestionIsAboutGetsMostVotes() {
    for (int entry = 0; entry < 3; entry++) {
      double[] votes =
          votes(rows, firsts(EACH, EACH, EACH), near(centres.get(entry)), FaqIndex.ALL);
      for (int other = 0; other < 3; other++) {
        assertTrue(other == entry || votes[entry] > votes[other] + 0.2);
      }
    }
  }

  @Test
  void aPhrasingLeftOutVotesAsIfItHadNeverBeenThere() {
    int without = EACH + 2;
    List<float[]> fewer = new ArrayList<>(rows);
    fewer.remove(without);
    float[] question = near(centres.get(1));
    double[] left = votes(rows, firsts(EACH, EACH, EACH), question, without);
    double[] never = votes(fewer, firsts(EACH, EACH - 1, EACH), question, FaqIndex.ALL);
    for (int entry = 0; entry < 3; entry++) {
      assertEquals(never[entry], left[entry], 1e-5);
    }
  }

  @Test
  void fewPhrasingsDoNotVote() {
    assertNull(Votes.of(new Vectors(Codes.of(rows)), firsts(3, 3, 3, 3, 3, 3)));
    assertNull(Votes.of(new Vectors(Codes.of(rows)), firsts(3 * EACH)));
  }
}

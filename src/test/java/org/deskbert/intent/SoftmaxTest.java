package org.deskbert.intent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
  private static float[] direction(double degrees) {
    double angle = Math.toRadians(degrees);
    return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
  }

  private static Softmax learnt(int... sizes) {
    List<float[]> vectors = new ArrayList<>();
    List<Integer> classes = new ArrayList<>();
    for (int c = 0; c < sizes.length; c++) {
      for (int i = 0; i < sizes[c]; i++) {
        vectors.add(direction(90 * c + i % 21 - 10));
        classes.add(c);
      }
    }
    return Softmax.fit(
        vectors, classes.stream().mapToInt(Integer::intValue).toArray(), sizes.length);
  }

  @Test
  void theClassOfTheNearestExamplesHasTheHighestScore() {
    Softmax learnt = learnt(10, 10, 10);
    for (int c = 0; c < 3; c++) {
      float[] scores = learnt.scores(direction(90 * c));
      for (int other = 0; other < 3; other++) {
        assertTrue(other == c || scores[other] < scores[c], c + " and " + other);
      }
    }
  }

  @Test
  void aClassOfFewExamplesKeepsItsPlace() {
    float[] scores = learnt(400, 4).scores(direction(80));
    assertTrue(scores[1] > scores[0]);
  }

  @Test
  void theSameExamplesGiveTheSameScores() {
    assertArrayEquals(
        learnt(30, 20).scores(direction(40)), learnt(30, 20).scores(direction(40)), 0);
  }

  @Test
  void oneClassIsEnough() {
    assertEquals(1, learnt(3).scores(direction(0)).length);
  }
}

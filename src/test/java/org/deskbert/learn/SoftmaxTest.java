package org.deskbert.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The regression finds the weights that questions were made with. */
class SoftmaxTest {
  /** Questions whose right candidate is drawn by the softmax of {@code truth}. */
  private static List<Softmax.Group> questions(double[] truth, int count) {
    Random random = new Random(5);
    List<Softmax.Group> groups = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      double[][] signals = new double[10][truth.length];
      int right = 0;
      double highest = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < signals.length; c++) {
        for (int i = 0; i < truth.length; i++) {
          signals[c][i] = random.nextDouble();
        }
        double gumbel = -Math.log(-Math.log(random.nextDouble()));
        double sum = Softmax.sum(signals[c], truth) + gumbel;
        if (sum > highest) {
          highest = sum;
          right = c;
        }
      }
      groups.add(new Softmax.Group(signals, right, 1));
    }
    return groups;
  }

  @Test
  void findsTheWeights() {
    double[] found = Softmax.fit(questions(new double[] {8, 0, 3}, 6_000), 3, 1e-9);
    assertEquals(8, found[0], 0.5);
    assertEquals(0, found[1], 0.3);
    assertEquals(3, found[2], 0.5);
  }

  @Test
  void noSignalSpeaksAgainstAnEntry() {
    double[] found = Softmax.fit(questions(new double[] {8, -2}, 2_000), 2, 1e-9);
    assertEquals(0, found[1]);
    assertTrue(found[0] > 6, "the other keeps its weight: " + found[0]);
  }

  @Test
  void thePenaltySharesOutAmongAlikeSignals() {
    List<Softmax.Group> doubled = new ArrayList<>();
    for (Softmax.Group group : questions(new double[] {6}, 2_000)) {
      double[][] twice = new double[group.signals().length][2];
      for (int c = 0; c < twice.length; c++) {
        twice[c] = new double[] {group.signals()[c][0], group.signals()[c][0]};
      }
      doubled.add(new Softmax.Group(twice, group.right(), 1));
    }
    double[] found = Softmax.fit(doubled, 2, 1e-3);
    assertEquals(found[0], found[1], 1e-6);
    assertTrue(found[0] > 2 && found[0] < 3.2, "each about 3: " + found[0]);
  }

  @Test
  void isTheSameEveryTime() {
    List<Softmax.Group> groups = questions(new double[] {1, 2}, 300);
    assertArrayEquals(Softmax.fit(groups, 2, 1e-3), Softmax.fit(groups, 2, 1e-3));
  }
}

package org.deskbert.intent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final Calibration FLAT = new Calibration(0, new double[] {0});

  @Test
  void findsTheCurveThatMadeTheData() {
    Calibration truth = new Calibration(-1, new double[] {2});
    Random random = new Random(1);
    List<Calibration.Sample> samples = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double x = random.nextDouble() * 4 - 2;
      boolean right = random.nextDouble() < truth.probability(x);
      samples.add(new Calibration.Sample(new double[] {x}, right, 1));
    }
    Calibration fitted = Calibration.fit(samples, FLAT, 0.01);
    assertEquals(-1, fitted.bias(), 0.1);
    assertEquals(2, fitted.weights()[0], 0.1);
  }

  @Test
  void withoutDataItIsThePrior() {
    Calibration prior = new Calibration(-3, new double[] {4});
    assertEquals(prior.probability(0.5), Calibration.fit(List.of(), prior, 1).probability(0.5));
  }

  @Test
  void staysFiniteOnDataThatCanBeSeparated() {
    List<Calibration.Sample> samples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      samples.add(new Calibration.Sample(new double[] {i < 50 ? -1 : 1}, i >= 50, 1));
    }
    Calibration fitted = Calibration.fit(samples, FLAT, 0.1);
    assertTrue(fitted.probability(1) > 0.95 && fitted.probability(1) < 1);
    assertTrue(fitted.probability(-1) < 0.05 && fitted.probability(-1) > 0);
  }
}

package org.deskbert.intent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.deskbert.trace.Progress;
import org.junit.jupiter.api.Test;

class IntentModelTest {
  private static final int DIMENSION = 24;

  /** A unit vector near the axis {@code axis}. */
  private static float[] near(int axis, Random random) {
    float[] vector = new float[DIMENSION];
    double sum = 0;
    for (int d = 0; d < DIMENSION; d++) {
      vector[d] = (d == axis ? 1 : 0) + 0.08f * (float) random.nextGaussian();
      sum += vector[d] * vector[d];
    }
    for (int d = 0; d < DIMENSION; d++) {
      vector[d] /= (float) Math.sqrt(sum);
    }
    return vector;
  }

  private static IntentModel trained() {
    Random random = new Random(7);
    List<float[]> vectors = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<float[]> outside = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      for (int axis = 0; axis < 4; axis++) {
        vectors.add(near(axis, random));
        labels.add("intent" + axis);
      }
      outside.add(near(10 + i % 5, random));
    }
    return IntentModel.train(vectors, labels, outside, Progress.NONE);
  }

  @Test
  void tellsIntentsApartAndRefusesTheRest() {
    IntentModel model = trained();
    Random random = new Random(8);
    for (int axis = 0; axis < 4; axis++) {
      Prediction prediction = model.predict(near(axis, random));
      assertEquals("intent" + axis, prediction.intent());
      assertTrue(prediction.accepted());
    }
    assertFalse(model.predict(near(12, random)).accepted());
    assertFalse(model.predict(near(20, random)).accepted(), "a topic that it never saw");
  }

  @Test
  void theSameExamplesGiveTheSameHead() {
    float[] text = near(2, new Random(9));
    assertEquals(trained().predict(text), trained().predict(text));
  }

  @Test
  void oneExampleIsEnoughToTrain() {
    float[] only = near(1, new Random(3));
    IntentModel model = IntentModel.train(List.of(only), List.of("a"), List.of(), Progress.NONE);
    assertEquals("a", model.predict(only).intent());
  }

  @Test
  void stopsBeforeTheNextHead() {
    List<float[]> vectors = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 40; i++) {
      vectors.add(near(i % 2, random));
      labels.add("intent " + i % 2);
    }
    AtomicInteger asked = new AtomicInteger();
    Progress twice = (phase, done, total) -> asked.incrementAndGet() <= 2;
    assertThrows(
        CancellationException.class, () -> IntentModel.train(vectors, labels, List.of(), twice));
    assertEquals(3, asked.get());
  }
}

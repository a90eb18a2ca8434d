package org.deskbert.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestTest {
  @Test
  void keepsWhatASortOfAllPutsFirst() {
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      float[] values = new float[random.nextInt(400)];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(round % 50 + 1) - 9 + round % 3 / 4f; // many are alike
      }
      int limit = 1 + random.nextInt(70);
      Best best = new Best(limit);
      int middle = values.length / 2;
      for (int i = 0; i < middle; i++) {
        best.add(values[i], i);
      }
      float[] rest = new float[values.length - middle];
      System.arraycopy(values, middle, rest, 0, rest.length);
      best.addAll(rest, rest.length, middle);
      int[] sorted =
          IntStream.range(0, values.length)
              .boxed()
              .sorted(Comparator.comparing((Integer i) -> -values[i]).thenComparing(i -> i))
              .limit(limit)
              .mapToInt(i -> i)
              .toArray();
      assertArrayEquals(sorted, best.numbers());
    }
  }
}

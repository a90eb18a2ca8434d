package org.deskbert.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VectorsTest {
  private static final int DIMENSION = 384;
  private static final int LIMIT = 61;

  /** Vectors as those of a FAQ are: alike within an entry, less within a topic, a little all. */
  private static List<float[]> made(int count) {
    Random random = new Random(1);
    float[] common = gaussian(random, 1, new float[DIMENSION]);
    List<float[]> vectors = new ArrayList<>();
    List<float[]> topics =
        Stream.generate(() -> gaussian(random, 1, common)).limit(count / 80 + 1).toList();
    float[] centre = common;
    for (int i = 0; i < count; i++) {
      if (i % 5 == 0) {
        centre = gaussian(random, 0.7, topics.get(random.nextInt(topics.size())));
      }
      vectors.add(unit(gaussian(random, 0.5, centre)));
    }
    return vectors;
  }

  private static float[] gaussian(Random random, double spread, float[] centre) {
    float[] vector = new float[DIMENSION];
    for (int d = 0; d < DIMENSION; d++) {
      vector[d] = (float) (centre[d] + spread * random.nextGaussian());
    }
    return vector;
  }

  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float x : vector) {
      squares += x * x;
    }
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }

  private static int[] oneByOne(List<float[]> vectors, float[] query) {
    double[] cosines = vectors.stream().mapToDouble(v -> dot(v, query)).toArray();
    return IntStream.range(0, cosines.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -cosines[i]))
        .mapToInt(i -> i)
        .limit(LIMIT)
        .toArray();
  }

  @Test
  void findsTheSameAsComparingOneByOne() {
    List<float[]> all = made(8_000);
    List<float[]> rows = all.subList(0, 7_900);
    Vectors vectors = new Vectors(Codes.of(rows));
    int missed = 0;
    for (float[] query : all.subList(7_900, 8_000)) {
      int[] found = vectors.nearest(query, LIMIT);
      int[] expected = oneByOne(rows, query);
      for (int i = 0; i < 10; i++) { // of two as near as 1e-5, either may come first
        assertEquals(dot(query, rows.get(expected[i])), dot(query, rows.get(found[i])), 1e-5);
      }
      missed += (int) Arrays.stream(expected).filter(i -> !contains(found, i)).count();
    }
    assertTrue(missed <= 6, missed + " of 6,100 missed");
  }

  private static boolean contains(int[] numbers, int number) {
    return Arrays.stream(numbers).anyMatch(i -> i == number);
  }

  @Test
  void aFewVectorsAreComparedOneByOne() {
    List<float[]> rows = made(Vectors.COMPARED);
    Vectors vectors = new Vectors(Codes.of(rows));
    float[] query = rows.get(7);
    assertArrayEquals(oneByOne(rows, query), vectors.nearest(query, LIMIT));
  }

  @Test
  void aCosineIsExactToFiveDigits() {
    List<float[]> rows = made(200);
    Vectors vectors = new Vectors(Codes.of(rows));
    float[] cosines = vectors.cosines(rows.get(0), 1, rows.size());
    for (int i = 1; i < rows.size(); i++) {
      assertEquals(dot(rows.get(0), rows.get(i)), cosines[i - 1], 1e-5);
    }
  }

  @Test
  void equalVectorsComeInTheirOrder() {
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      rows.add(unit(new float[] {1, 1, i % 2, 0}));
    }
    Vectors vectors = new Vectors(Codes.of(rows));
    assertArrayEquals(new int[] {0, 2, 4, 6}, vectors.nearest(unit(new float[] {1, 1, 0, 0}), 4));
  }
}

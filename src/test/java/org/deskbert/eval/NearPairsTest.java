package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.faq.Entry;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.Phrasing;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.junit.jupiter.api.Test;

class NearPairsTest {
  /** {@code -Dplanted=5000} for the size of a big FAQ. */
  private static final int ENTRIES = Integer.getInteger("planted", 3_000);

  private static final int SEEDS = 1;

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @Test
  void findsEntriesThatArePlantedTwice() throws Exception {
    int pairs = Math.min(100, ENTRIES / 20);
    int found = 0;
    int reported = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      PlantedFaq planted = PlantedFaq.of(ENTRIES, pairs, seed);
      FaqIndex index;
      try (Encoder encoder = OnnxEncoder.load(Bundle.open(Path.of("models/deskbert-small")))) {
        index =
            FaqIndex.build(
                List.of(planted.faq()), encoder, VectorCache.inMemory(), DAY, 2, Progress.NONE);
      }
      List<Phrasing> phrasings = index.phrasings();
      int[] owners = phrasings.stream().mapToInt(p -> p.number() / 3).toArray();
      float[][] vectors = phrasings.stream().map(index::vectorOf).toArray(float[][]::new);
      long begin = processor();
      NearPairs.Result result = NearPairs.find(vectors, owners, 2, Progress.NONE);
      double seconds = (processor() - begin) / 1e9;
      List<Entry> entries = planted.faq().entries();
      var ids =
          result.pairs().stream()
              .map(p -> List.of(entries.get(p.one()).id(), entries.get(p.two()).id()))
              .collect(Collectors.toSet());
      reported += ids.size();
      ids.retainAll(planted.planted());
      found += ids.size();
      Logger.getLogger("planted")
          .info(
              String.format(
                  "%d entries, seed %d: %d of %d found, %d reported so far, %.1f s of processor"
                      + " time",
                  ENTRIES, seed, ids.size(), pairs, reported, seconds));
    }
    assertTrue(found >= 0.95 * SEEDS * pairs, found + " of " + SEEDS * pairs);
    assertTrue(reported - found <= 0.1 * reported, reported + " reported, right are " + found);
  }

  /** Nanoseconds of all threads: other programs on the machine don't count. */
  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  @Test
  void theNearestAreTheSameOnOneThreadAndOnThree() {
    Random random = new Random(7);
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      float[] row = new float[16];
      double squares = 0;
      for (int d = 0; d < row.length; d++) {
        row[d] = (float) random.nextGaussian();
        squares += row[d] * row[d];
      }
      for (int d = 0; d < row.length; d++) {
        row[d] /= (float) Math.sqrt(squares);
      }
      rows.add(row);
    }
    float[][] all = rows.toArray(float[][]::new);
    int[] owners = new int[all.length];
    for (int i = 0; i < owners.length; i++) {
      owners[i] = i / 4;
    }
    List<List<Neighbours.Near>> one = Neighbours.of(all, owners, 1, Progress.NONE);
    assertEquals(one, Neighbours.of(all, owners, 3, Progress.NONE));
    for (int entry = 0; entry < one.size(); entry++) {
      assertEquals(slowly(all, owners, entry), one.get(entry));
    }
  }

  private static List<Neighbours.Near> slowly(float[][] rows, int[] owners, int entry) {
    List<Neighbours.Near> best = new ArrayList<>();
    for (int other = 0; other <= owners[owners.length - 1]; other++) {
      Neighbours.Near most = null;
      for (int i = 0; i < rows.length; i++) {
        for (int j = 0; j < rows.length; j++) {
          if (other == entry || owners[i] != entry || owners[j] != other) {
            continue;
          }
          float sum = 0;
          for (int d = 0; d < rows[i].length; d++) {
            sum += rows[i][d] * rows[j][d];
          }
          if (most == null || sum > most.cosine()) {
            most = new Neighbours.Near(other, sum, i, j);
          }
        }
      }
      if (most != null) {
        best.add(most);
      }
    }
    best.sort(Collections.reverseOrder((a, b) -> Float.compare(a.cosine(), b.cosine())));
    return best.subList(0, Neighbours.MOST);
  }
}

package org.deskbert.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deskbert.trace.Progress;

/**
 * Finds entries that ask for the same, by all their phrasings or by two of them. How near is too
 * near follows from the FAQ itself: an entry's second neighbour shows how near entries that differ
 * come here, and a pair that is far out beyond that is reported.
 */
final class NearPairs {
  /** How many robust standard deviations beyond the median; about 1 in 2,000 if it is normal. */
  private static final double FAR_OUT = 3.3;

  /** The same for two single phrasings, which vary more. */
  private static final double FAR_OUT_PHRASING = 3.8;

  /** A sane least spread (of Fisher's z), for FAQs so small that none can be measured. */
  private static final double LEAST_SPREAD = 0.1;

  /** Cosine of the model's own vectors below which two questions never mean the same. */
  private static final double LEAST_COSINE = 0.9;

  /** Turns a median absolute deviation into the standard deviation of a normal distribution. */
  private static final double TO_DEVIATION = 1.4826;

  private NearPairs() {}

  /**
   * Two entries that are too near to each other.
   *
   * @param one number of the first entry
   * @param two number of the second, greater
   * @param phrasing number of the first's phrasing that is nearest to the second
   * @param otherPhrasing number of the second's
   * @param whole whether the entries as a whole are too near, not only the two phrasings
   * @param distance how far out beyond ordinary neighbours, in robust standard deviations
   */
  record Pair(int one, int two, int phrasing, int otherPhrasing, boolean whole, double distance) {}

  /** What was found, and the nearest neighbours of each entry as a whole. */
  record Result(List<Pair> pairs, List<List<Neighbours.Near>> neighbours) {}

  /**
   * Compares all.
   *
   * @param vectors of the phrasings, unit rows
   * @param owners number of the entry of each phrasing, 0, 1, …; those of one entry in a row
   * @throws java.util.concurrent.CancellationException if {@code progress} says stop
   */
  static Result find(float[][] vectors, int[] owners, int threads, Progress progress) {
    float[][] turned = Discriminant.turn(vectors, owners);
    float[][] means = means(turned, owners);
    int[] each = IntStream.range(0, means.length).toArray();
    List<List<Neighbours.Near>> entries = Neighbours.of(means, each, threads, progress);
    List<List<Neighbours.Near>> phrasings = Neighbours.of(turned, owners, threads, progress);
    Map<List<Integer>, Pair> pairs = new LinkedHashMap<>();
    collect(pairs, entries, new Limit(entries, FAR_OUT), true, turned, owners);
    collect(pairs, phrasings, new Limit(phrasings, FAR_OUT_PHRASING), false, turned, owners);
    List<Pair> kept =
        pairs.values().stream()
            .filter(p -> dot(vectors[p.phrasing()], vectors[p.otherPhrasing()]) >= LEAST_COSINE)
            .sorted(
                Comparator.comparingDouble(Pair::distance)
                    .reversed()
                    .thenComparingInt(Pair::one)
                    .thenComparingInt(Pair::two))
            .toList();
    return new Result(kept, entries);
  }

  private static void collect(
      Map<List<Integer>, Pair> pairs,
      List<List<Neighbours.Near>> neighbours,
      Limit limit,
      boolean whole,
      float[][] turned,
      int[] owners) {
    for (int entry = 0; entry < neighbours.size(); entry++) {
      for (Neighbours.Near near : neighbours.get(entry)) {
        double distance = limit.distance(near.cosine());
        List<Integer> key = List.of(entry, near.other());
        if (entry < near.other() && distance >= limit.farOut && !pairs.containsKey(key)) {
          int[] rows =
              whole
                  ? nearest(turned, owners, entry, near.other())
                  : new int[] {near.own(), near.theirs()};
          pairs.put(key, new Pair(entry, near.other(), rows[0], rows[1], whole, distance));
        }
      }
    }
  }

  /** How near entries of this FAQ come that differ, on Fisher's scale (artanh of the cosine). */
  private static final class Limit {
    private final double median;
    private final double deviation;
    final double farOut;

    Limit(List<List<Neighbours.Near>> neighbours, double farOut) {
      double[] seconds =
          neighbours.stream()
              .filter(list -> list.size() > 1)
              .mapToDouble(list -> fisher(list.get(1).cosine()))
              .toArray();
      this.farOut = farOut;
      this.median = median(seconds);
      double spread = median(Arrays.stream(seconds).map(z -> Math.abs(z - median)).toArray());
      this.deviation = Math.max(LEAST_SPREAD, TO_DEVIATION * spread);
    }

    double distance(double cosine) {
      return (fisher(cosine) - median) / deviation;
    }
  }

  private static double fisher(double cosine) {
    double r = Math.max(-0.9999, Math.min(0.9999, cosine));
    return 0.5 * Math.log((1 + r) / (1 - r));
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static int[] nearest(float[][] rows, int[] owners, int one, int two) {
    int[] best = {-1, -1};
    double most = Double.NEGATIVE_INFINITY;
    for (int i = first(owners, one); i < owners.length && owners[i] == one; i++) {
      for (int j = first(owners, two); j < owners.length && owners[j] == two; j++) {
        double cosine = dot(rows[i], rows[j]);
        if (cosine > most) {
          most = cosine;
          best = new int[] {i, j};
        }
      }
    }
    return best;
  }

  private static int first(int[] owners, int entry) {
    int at = Arrays.binarySearch(owners, entry);
    while (at > 0 && owners[at - 1] == entry) {
      at--;
    }
    return at;
  }

  /** The mean of each entry's rows, of length 1. */
  private static float[][] means(float[][] rows, int[] owners) {
    int entries = owners.length == 0 ? 0 : owners[owners.length - 1] + 1;
    List<float[]> means = new ArrayList<>();
    for (int entry = 0; entry < entries; entry++) {
      float[] sum = new float[rows[0].length];
      for (int i = first(owners, entry); i < owners.length && owners[i] == entry; i++) {
        for (int d = 0; d < sum.length; d++) {
          sum[d] += rows[i][d];
        }
      }
      float length = (float) Math.sqrt(Math.max(1e-12, dot(sum, sum)));
      for (int d = 0; d < sum.length; d++) {
        sum[d] /= length;
      }
      means.add(sum);
    }
    return means.toArray(float[][]::new);
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}

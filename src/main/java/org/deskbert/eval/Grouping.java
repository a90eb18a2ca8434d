package org.deskbert.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Groups texts by meaning: the two groups whose means are nearest are joined as long as they are
 * near enough, so the result depends on nothing but the vectors. For an inbox, a few thousand texts
 * at most.
 */
public final class Grouping {
  /** Cosine from which two groups of questions ask for the same. */
  private static final double SAME = 0.85;

  private Grouping() {}

  private static final class Cluster {
    final List<Integer> members = new ArrayList<>();
    float[] sum;

    Cluster(int member, float[] vector) {
      members.add(member);
      sum = vector.clone();
    }

    void join(Cluster other) {
      members.addAll(other.members);
      for (int d = 0; d < sum.length; d++) {
        sum[d] += other.sum[d];
      }
    }
  }

  /**
   * The numbers of the texts in groups, each in rising order; the group with the lowest number
   * first.
   *
   * @param vectors unit vectors, shape (texts, dimension)
   */
  public static List<List<Integer>> of(List<float[]> vectors) {
    List<Cluster> clusters = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      clusters.add(new Cluster(i, vectors.get(i)));
    }
    List<Nearest> nearest = new ArrayList<>();
    for (int i = 0; i < clusters.size(); i++) {
      nearest.add(nearest(clusters, i));
    }
    for (int from = best(nearest); from >= 0; from = best(nearest)) {
      int to = nearest.get(from).other();
      clusters.get(Math.min(from, to)).join(clusters.get(Math.max(from, to)));
      clusters.remove(Math.max(from, to));
      // Clusters are few by the time that it matters, so all neighbours of the two are sought anew.
      nearest = after(clusters, nearest, Math.min(from, to), Math.max(from, to));
    }
    return clusters.stream()
        .map(cluster -> cluster.members.stream().sorted().toList())
        .sorted(Comparator.comparing(List::getFirst))
        .toList();
  }

  private record Nearest(int other, double cosine) {}

  private static int best(List<Nearest> nearest) {
    int best = -1;
    for (int i = 0; i < nearest.size(); i++) {
      double cosine = nearest.get(i).cosine();
      if (cosine >= SAME && (best < 0 || cosine > nearest.get(best).cosine())) {
        best = i;
      }
    }
    return best;
  }

  private static List<Nearest> after(
      List<Cluster> clusters, List<Nearest> before, int joined, int gone) {
    List<Nearest> after = new ArrayList<>();
    for (int i = 0; i < clusters.size(); i++) {
      Nearest old = before.get(i < gone ? i : i + 1);
      int other = old.other();
      if (i == joined || other == joined || other == gone) {
        after.add(nearest(clusters, i));
        continue;
      }
      int moved = other > gone ? other - 1 : other;
      double cosine = cosine(clusters.get(i), clusters.get(joined));
      after.add(
          cosine > old.cosine() ? new Nearest(joined, cosine) : new Nearest(moved, old.cosine()));
    }
    return after;
  }

  private static Nearest nearest(List<Cluster> clusters, int one) {
    Nearest best = new Nearest(-1, -1);
    for (int i = 0; i < clusters.size(); i++) {
      if (i != one) {
        double cosine = cosine(clusters.get(one), clusters.get(i));
        if (cosine > best.cosine()) {
          best = new Nearest(i, cosine);
        }
      }
    }
    return best;
  }

  private static double cosine(Cluster a, Cluster b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int d = 0; d < a.sum.length; d++) {
      ab += a.sum[d] * b.sum[d];
      aa += a.sum[d] * a.sum[d];
      bb += b.sum[d] * b.sum[d];
    }
    return aa == 0 || bb == 0 ? -1 : ab / Math.sqrt(aa * bb);
  }
}

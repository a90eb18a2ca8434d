package org.deskbert.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deskbert.search.FusionAccess;

/** Learns one fusion: the weights by softmax regression, then the bias. */
final class FusionLearner {
  /**
   * Holds back weights that little evidence asks for, and shares them out among alike signals.
   * Words alone are as good with five times as much on the development split, and then trust no
   * single signal.
   */
  private static final double WITH_MODEL = 2e-4;

  private static final double WORDS_ALONE = 1e-3;

  /** For each question with an answer, so many of which the entry is gone. */
  private static final double GONE = 2.0 / 3;

  private FusionLearner() {}

  /** Learns from exams; without {@code votes}, as if no phrasing had a vote. */
  static FusionAccess.One learn(
      Room room, List<Exam> exams, FusionAccess.Weights before, boolean votes) {
    List<Softmax.Group> groups = new ArrayList<>();
    for (Exam exam : exams) {
      groups.addAll(groups(room.open(exam, before), votes));
    }
    double strength = room.encoder() == null ? WORDS_ALONE : WITH_MODEL;
    double[] weights = rounded(Softmax.fit(groups, FusionAccess.SIGNALS, strength));
    return new FusionAccess.One(rounded(new double[] {bias(groups, weights)})[0], weights);
  }

  /** The questions of an exam whose entry is among the candidates. */
  private static List<Softmax.Group> groups(Room.Sitting sitting, boolean votes) {
    Exam exam = sitting.exam();
    double weight = exam.weight() / exam.asks().size();
    return exam.asks().parallelStream()
        .map(ask -> group(sitting.signals(ask), ask.id(), weight, votes))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Softmax.Group group(
      Map<String, double[]> signals, String id, double weight, boolean votes) {
    if (!votes) {
      signals.values().forEach(values -> values[FusionAccess.VOTES] = 0);
    }
    int right = List.copyOf(signals.keySet()).indexOf(id);
    return right < 0
        ? null
        : new Softmax.Group(signals.values().toArray(double[][]::new), right, weight);
  }

  /**
   * The bias that makes a first candidate's score its chance to be right, on average: over the
   * questions as asked and over the same with their entry gone.
   */
  private static double bias(List<Softmax.Group> groups, double[] w) {
    List<double[]> firsts = new ArrayList<>(); // sum, right or not, weight
    for (Softmax.Group group : groups) {
      double right = Softmax.sum(group.signals()[group.right()], w);
      double other = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < group.signals().length; c++) {
        if (c != group.right()) {
          other = Math.max(other, Softmax.sum(group.signals()[c], w));
        }
      }
      firsts.add(new double[] {Math.max(right, other), right > other ? 1 : 0, group.weight()});
      firsts.add(new double[] {other, 0, GONE * group.weight()});
    }
    double low = -100;
    double high = 100;
    for (int step = 0; step < 60; step++) {
      double bias = (low + high) / 2;
      double excess = 0;
      for (double[] first : firsts) {
        excess += first[2] * (1 / (1 + Math.exp(-bias - first[0])) - first[1]);
      }
      if (excess > 0) {
        high = bias;
      } else {
        low = bias;
      }
    }
    return low;
  }

  private static double[] rounded(double[] values) {
    return java.util.Arrays.stream(values).map(v -> Math.round(v * 100) / 100.0).toArray();
  }
}

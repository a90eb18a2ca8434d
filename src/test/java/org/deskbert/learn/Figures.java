package org.deskbert.learn;

import java.util.List;
import java.util.Locale;
import org.deskbert.chat.Confidence;
import org.deskbert.chat.ConfidenceAccess;
import org.deskbert.intent.BuiltIn;
import org.deskbert.search.FusionAccess;

/**
 * How an exam went. P@1 is over the questions that have an answer; all else is over questions as
 * {@link ConfidenceLearner#cases} weighs them, 30 in a hundred without an answer.
 *
 * @param clean share of questions, as asked, whose entry comes first
 * @param mistyped the same of the mistyped ones
 * @param logLoss cross-entropy of the confidence that the first candidate is right
 * @param ece its expected calibration error, ten bins
 * @param answered5 share of all questions that are answered at {@code --wrong 5}
 * @param wrong5 share of wrong ones among these; likewise the others
 */
record Figures(
    double clean,
    double mistyped,
    double logLoss,
    double ece,
    double answered5,
    double wrong5,
    double answered10,
    double wrong10) {
  private static final int BINS = 10;

  /** Holds an exam: the confidence is fitted to its FAQ as the program does it. */
  static Figures of(
      Room room, Exam exam, FusionAccess.Weights weights, Confidence prior, BuiltIn builtIn) {
    Room.Sitting sitting = room.open(exam, weights);
    Confidence confidence =
        ConfidenceAccess.fit(sitting.index(), room.encoder(), builtIn, prior, room.cache());
    List<ConfidenceLearner.Case> cases = ConfidenceLearner.cases(sitting);
    double total = 0;
    double loss = 0;
    double[] gaps = new double[BINS];
    for (ConfidenceLearner.Case one : cases) {
      double p = probability(confidence, one);
      double right = one.right() ? 1 : 0;
      total += one.weight();
      loss -= one.weight() * Math.log(Math.clamp(right > 0 ? p : 1 - p, 1e-3, 1));
      gaps[Math.min(BINS - 1, (int) (p * BINS))] += one.weight() * (p - right);
    }
    double ece = java.util.Arrays.stream(gaps).map(Math::abs).sum() / total;
    double[] five = answered(cases, confidence, 5);
    double[] ten = answered(cases, confidence, 10);
    return new Figures(
        first(cases, false),
        first(cases, true),
        loss / total,
        ece,
        five[0] / total,
        five[1] / Math.max(1e-9, five[0]),
        ten[0] / total,
        ten[1] / Math.max(1e-9, ten[0]));
  }

  private static double probability(Confidence confidence, ConfidenceLearner.Case one) {
    return one.found().isEmpty() ? 0 : confidence.of(one.found())[0];
  }

  private static double first(List<ConfidenceLearner.Case> cases, boolean mistyped) {
    return cases.stream()
        .filter(one -> !one.id().isEmpty() && one.mistyped() == mistyped)
        .mapToInt(one -> one.right() ? 1 : 0)
        .average()
        .orElse(0);
  }

  /** Weight of what is answered and of what is wrong of it. */
  private static double[] answered(
      List<ConfidenceLearner.Case> cases, Confidence confidence, double wrongPercent) {
    double threshold = confidence.answerAt(wrongPercent);
    double[] sums = new double[2];
    for (ConfidenceLearner.Case one : cases) {
      if (!one.found().isEmpty() && probability(confidence, one) >= threshold) {
        sums[0] += one.weight();
        sums[1] += one.right() ? 0 : one.weight();
      }
    }
    return sums;
  }

  /** The mean of several exams. */
  static Figures mean(List<Figures> all) {
    return new Figures(
        mean(all, Figures::clean),
        mean(all, Figures::mistyped),
        mean(all, Figures::logLoss),
        mean(all, Figures::ece),
        mean(all, Figures::answered5),
        mean(all, Figures::wrong5),
        mean(all, Figures::answered10),
        mean(all, Figures::wrong10));
  }

  private static double mean(
      List<Figures> all, java.util.function.ToDoubleFunction<Figures> figure) {
    return all.stream().mapToDouble(figure).average().orElse(0);
  }

  static final String HEADER =
      String.format(
          Locale.ROOT,
          "%-32s %6s %6s %8s %6s  %-13s  %-13s",
          "in percent, but the log loss",
          "P@1",
          "typos",
          "log loss",
          "ECE",
          "answd, wrong 5",
          "answd, wrong 10");

  String row(String name) {
    return String.format(
        Locale.ROOT,
        "%-32s %6.1f %6.1f %8.3f %6.1f  %6.1f %6.1f  %6.1f %6.1f",
        name,
        100 * clean,
        100 * mistyped,
        logLoss,
        100 * ece,
        100 * answered5,
        100 * wrong5,
        100 * answered10,
        100 * wrong10);
  }
}

package org.deskbert.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.deskbert.chat.Confidence;
import org.deskbert.chat.ConfidenceAccess;
import org.deskbert.intent.Calibration;
import org.deskbert.search.Candidate;
import org.deskbert.search.FusionAccess;

/**
 * Learns one general curve and how its probability spreads, from questions as asked, from the same
 * with their entry taken away, and from texts that no FAQ answers.
 */
final class ConfidenceLearner {
  /** Of a hundred questions so many can be answered, about as in the fit to a single FAQ. */
  static final int ANSWERABLE = 70;

  /**
   * Score and words say much the same. Held near the start a little, neither gets a weight against
   * common sense, which would upset the fit to a single FAQ; the exams weigh some 700 in all.
   */
  private static final double STRENGTH = 5;

  private static final double LEAST_RIGHT = 0.8;

  /** Without any evidence half the score and half the margin are the log odds. */
  private static final Calibration START = new Calibration(0, new double[] {0.5, 0.5, 0});

  private ConfidenceLearner() {}

  /** A question with its candidates; {@code id} is empty if none is right. */
  record Case(List<Candidate> found, String id, double weight, boolean mistyped) {
    boolean right() {
      return !found.isEmpty() && found.getFirst().entry().id().equals(id);
    }

    Case times(double factor) {
      return new Case(found, id, weight * factor, mistyped);
    }

    boolean exact() {
      return !found.isEmpty() && found.getFirst().exact();
    }
  }

  static Confidence learn(Room room, List<Exam> exams, FusionAccess.Weights weights) {
    List<Calibration.Sample> samples = new ArrayList<>();
    List<Calibration.Sample> asked = new ArrayList<>();
    List<Calibration.Sample> others = new ArrayList<>();
    for (Exam exam : exams) {
      for (Case one : asAskersAsk(cases(room.open(exam, weights)))) {
        if (one.found().isEmpty() || one.exact()) {
          continue;
        }
        Calibration.Sample sample =
            new Calibration.Sample(
                ConfidenceAccess.features(one.found()), one.right(), one.weight() * exam.weight());
        samples.add(sample);
        (one.id().isEmpty() ? others : asked).add(sample);
      }
    }
    Calibration fitted = Calibration.fit(samples, START, STRENGTH);
    double[] w = fitted.weights();
    for (int i = 0; i < w.length; i++) {
      w[i] = rounded(w[i]);
    }
    if (w[0] <= 0 || w[1] < 0) {
      throw new IllegalStateException("a better match looks worse: " + Arrays.toString(w));
    }
    Calibration curve = new Calibration(rounded(fitted.bias()), w);
    List<Confidence.Simulated> simulated = new ArrayList<>(spread(curve, asked, ANSWERABLE));
    simulated.addAll(spread(curve, others, 100 - ANSWERABLE));
    return new Confidence(curve, simulated);
  }

  /**
   * The questions of an exam, each kind with its share: {@link #ANSWERABLE} as asked, of the rest
   * half with their entry gone and half from outside. A mistyped one counts half.
   */
  static List<Case> cases(Room.Sitting sitting) {
    Exam exam = sitting.exam();
    double sum = exam.asks().stream().mapToDouble(ConfidenceLearner::weight).sum();
    double ofAsked = ANSWERABLE / sum;
    double unanswerable = 100 - ANSWERABLE;
    double ofGone = (exam.outside().isEmpty() ? unanswerable : unanswerable / 2) / sum;
    double ofOutside = unanswerable / 2 / Math.max(1, exam.outside().size());
    List<Case> cases = new ArrayList<>();
    exam.asks().parallelStream()
        .map(ask -> {
          List<Candidate> found = sitting.search(ask);
          List<Candidate> gone =
              found.stream().filter(c -> !c.entry().id().equals(ask.id())).toList();
          double weight = weight(ask);
          return List.of(
              new Case(found, ask.id(), ofAsked * weight, ask.mistyped()),
              new Case(gone, "", ofGone * weight, ask.mistyped()));
        })
        .toList()
        .forEach(cases::addAll);
    cases.addAll(
        exam.outside().parallelStream()
            .map(text -> new Case(sitting.search(text), "", ofOutside, false))
            .toList());
    return cases;
  }

  /**
   * Most of the exams are harder than what askers ask, who are assumed to be understood at least
   * four times in five, as in the fit to a single FAQ: gives the right and the wrong such weights.
   */
  private static List<Case> asAskersAsk(List<Case> cases) {
    double asked = sum(cases, one -> !one.id().isEmpty());
    double right = sum(cases, Case::right);
    if (right == 0 || right >= LEAST_RIGHT * asked) {
      return cases;
    }
    double ofRight = LEAST_RIGHT * asked / right;
    double ofWrong = (1 - LEAST_RIGHT) * asked / (asked - right);
    return cases.stream()
        .map(one -> one.id().isEmpty() ? one : one.times(one.right() ? ofRight : ofWrong))
        .toList();
  }

  private static double sum(List<Case> cases, Predicate<Case> which) {
    return cases.stream().filter(which).mapToDouble(Case::weight).sum();
  }

  private static double weight(Exam.Ask ask) {
    return ask.mistyped() ? 0.5 : 1;
  }

  /** The middles of {@code parts} parts of equal weight. */
  private static List<Confidence.Simulated> spread(
      Calibration curve, List<Calibration.Sample> samples, int parts) {
    List<Confidence.Simulated> sorted =
        samples.stream()
            .map(s -> new Confidence.Simulated(curve.probability(s.features()), s.weight()))
            .sorted(Comparator.comparingDouble(Confidence.Simulated::confidence))
            .toList();
    double total = sorted.stream().mapToDouble(Confidence.Simulated::weight).sum();
    List<Confidence.Simulated> spread = new ArrayList<>();
    double passed = 0;
    for (Confidence.Simulated one : sorted) {
      passed += one.weight();
      while (spread.size() < parts && passed > total * (spread.size() + 0.5) / parts) {
        spread.add(new Confidence.Simulated(rounded(one.confidence()), 1));
      }
    }
    return spread;
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}

package org.deskbert.chat;

import java.util.Comparator;
import java.util.List;
import org.deskbert.intent.Calibration;
import org.deskbert.search.Candidate;

/**
 * How sure one may be of a FAQ's candidates: a curve from what the search found to the probability
 * that the first candidate is right, and how that probability was spread over questions that were
 * simulated from the FAQ itself. Data only, so it can be stored as JSON under the hashes of model
 * and FAQ.
 *
 * @param curve from {@link #features} to the probability
 * @param simulated questions with their probability, surest first
 */
public record Confidence(Calibration curve, List<Simulated> simulated) {
  /**
   * From this probability on entries are suggested: the first one is right once in five times, and
   * the others beside it make a hit likelier.
   */
  private static final double SUGGESTED = 0.2;

  /** A wider gap to the next entry says nothing more. */
  private static final double MAX_MARGIN = 8;

  /**
   * A question simulated from the FAQ.
   *
   * @param confidence the curve's probability
   * @param weight how many questions it stands for
   */
  public record Simulated(double confidence, double weight) {}

  public Confidence {
    simulated =
        simulated.stream()
            .sorted(Comparator.comparingDouble(Simulated::confidence).reversed())
            .toList();
  }

  /** What the curve looks at. */
  static double[] features(List<Candidate> candidates) {
    Candidate first = candidates.getFirst();
    double score = logit(first.score());
    double margin = MAX_MARGIN;
    if (candidates.size() > 1) {
      margin = Math.min(margin, score - logit(candidates.get(1).score()));
    }
    return new double[] {score, margin, first.words()};
  }

  private static double logit(double p) {
    double bounded = Math.max(1e-6, Math.min(1 - 1e-6, p));
    return Math.log(bounded / (1 - bounded));
  }

  /**
   * The probability that each candidate is right, in their order. An exact match is certain; if
   * several entries have the very phrasing, they share the certainty.
   */
  public double[] of(List<Candidate> candidates) {
    double[] probabilities = new double[candidates.size()];
    if (candidates.isEmpty()) {
      return probabilities;
    }
    long exact = candidates.stream().filter(Candidate::exact).count();
    if (exact > 0) {
      for (int i = 0; i < exact; i++) {
        probabilities[i] = 1.0 / exact;
      }
      return probabilities;
    }
    probabilities[0] = curve.probability(features(candidates));
    double first = logit(candidates.getFirst().score());
    double sum = 0;
    for (int i = 1; i < probabilities.length; i++) {
      // The fusion is a softmax over candidates, so this ratio is that of their probabilities.
      probabilities[i] = probabilities[0] * Math.exp(logit(candidates.get(i).score()) - first);
      sum += probabilities[i];
    }
    double rest = 1 - probabilities[0];
    for (int i = 1; i < probabilities.length && sum > rest; i++) {
      probabilities[i] *= rest / sum;
    }
    return probabilities;
  }

  /**
   * The confidence from which an answer is given: the lowest at which, of the simulated questions
   * that would be answered, the expected share of wrong answers is at most {@code wrongPercent}.
   */
  public double answerAt(double wrongPercent) {
    if (wrongPercent >= 100) {
      return 0;
    }
    double threshold = 1;
    double wrong = 0;
    double all = 0;
    for (Simulated one : simulated) {
      wrong += one.weight() * (1 - one.confidence());
      all += one.weight();
      if (wrong <= all * wrongPercent / 100) {
        threshold = one.confidence();
      }
    }
    return threshold;
  }

  /** The confidence from which entries are suggested. */
  public double suggestAt(double wrongPercent) {
    return Math.min(answerAt(wrongPercent), SUGGESTED);
  }
}

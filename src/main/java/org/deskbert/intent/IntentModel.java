package org.deskbert.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An intent head that knows what it does not know. The confidence is a fitted logistic curve over
 * the head's probability and the cosine of the intent's nearest example; both are measured on
 * examples that were held out of the head, and on texts that are out of scope. Immutable and
 * thread-safe.
 */
public final class IntentModel {
  private static final int FOLDS = 5;
  private static final Calibration PRIOR = new Calibration(-6, new double[] {2, 1, 8, 2});

  /** Texts out of scope weigh together as much as this share of those in scope. */
  private static final double OUTSIDE = 0.5;

  private final IntentHead head;
  private final Map<String, List<float[]>> examples;
  private final Calibration calibration;
  private final double threshold;

  private IntentModel(
      IntentHead head,
      Map<String, List<float[]>> examples,
      Calibration calibration,
      double threshold) {
    this.head = head;
    this.examples = examples;
    this.calibration = calibration;
    this.threshold = threshold;
  }

  /**
   * Trains head, curve and threshold.
   *
   * @param vectors unit vectors of the examples, shape (examples, dimension); at least one
   * @param labels intent of each example
   * @param outside unit vectors of texts that are out of scope
   */
  public static IntentModel train(
      List<float[]> vectors, List<String> labels, List<float[]> outside) {
    List<Calibration.Sample> samples = new ArrayList<>();
    List<Judged> judged = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<float[]> keptVectors = new ArrayList<>();
      List<String> keptLabels = new ArrayList<>();
      List<Integer> held = new ArrayList<>();
      for (int i = 0; i < labels.size(); i++) {
        if (i % FOLDS == fold) {
          held.add(i);
        } else {
          keptVectors.add(vectors.get(i));
          keptLabels.add(labels.get(i));
        }
      }
      if (keptVectors.isEmpty() || held.isEmpty()) {
        continue;
      }
      IntentHead part = IntentHead.train(keptVectors, keptLabels);
      Map<String, List<float[]>> kept = byIntent(keptVectors, keptLabels);
      for (int i : held) {
        Raw raw = raw(part, kept, vectors.get(i));
        judged.add(new Judged(raw, true, raw.intent().equals(labels.get(i))));
      }
      for (int i = fold; i < outside.size(); i += FOLDS) {
        judged.add(new Judged(raw(part, kept, outside.get(i)), false, false));
      }
    }
    double inside = judged.stream().filter(Judged::inside).count();
    double others = Math.max(1, judged.size() - inside);
    for (Judged one : judged) {
      double weight = one.inside() ? 1 : OUTSIDE * inside / others;
      samples.add(new Calibration.Sample(one.raw().features(), one.right(), weight));
    }
    Calibration calibration = Calibration.fit(samples, PRIOR, 0.1);
    return new IntentModel(
        IntentHead.train(vectors, labels),
        byIntent(vectors, labels),
        calibration,
        threshold(judged, calibration));
  }

  /** A held-out text as the head saw it. */
  private record Judged(Raw raw, boolean inside, boolean right) {}

  /** What the head and the neighbours say, before calibration. */
  private record Raw(String intent, double[] features) {}

  /**
   * The confidence at which the share of examples that are accepted and right, plus the share of
   * texts out of scope that are not accepted, is largest.
   */
  private static double threshold(List<Judged> judged, Calibration calibration) {
    double inside = Math.max(1, judged.stream().filter(Judged::inside).count());
    double outside = Math.max(1, judged.stream().filter(j -> !j.inside()).count());
    record Point(double confidence, double gain) {}
    List<Point> points = new ArrayList<>();
    for (Judged one : judged) {
      double gain = one.right() ? 1 / inside : one.inside() ? 0 : -1 / outside;
      points.add(new Point(calibration.probability(one.raw().features()), gain));
    }
    points.sort((a, b) -> Double.compare(b.confidence(), a.confidence()));
    double best = 0;
    double threshold = 0.5;
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      sum += points.get(i).gain();
      if (sum > best) {
        best = sum;
        double next = i + 1 < points.size() ? points.get(i + 1).confidence() : 0;
        threshold = (points.get(i).confidence() + next) / 2;
      }
    }
    return threshold;
  }

  private static Raw raw(IntentHead head, Map<String, List<float[]>> examples, float[] vector) {
    double[] probabilities = head.probabilities(vector);
    int first = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[first]) {
        first = i;
      }
    }
    String intent = head.intents().get(first);
    // The nearest of all would cost the square of the examples in training, and tells no more.
    double nearest = 0;
    for (float[] example : examples.getOrDefault(intent, List.of())) {
      nearest = Math.max(nearest, Dot.of(example, vector));
    }
    double p = probabilities[first];
    double odds = Math.log(Math.max(p, 1e-12) / Math.max(1 - p, 1e-12));
    return new Raw(
        intent, new double[] {p, Math.min(odds, 40) / 10, Math.pow(nearest, 4), nearest});
  }

  private static Map<String, List<float[]>> byIntent(List<float[]> vectors, List<String> labels) {
    Map<String, List<float[]>> grouped = new HashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      grouped.computeIfAbsent(labels.get(i), l -> new ArrayList<>()).add(vectors.get(i));
    }
    return grouped;
  }

  /** Predicts the intent of a text from its unit vector. */
  public Prediction predict(float[] vector) {
    Raw raw = raw(head, examples, vector);
    double confidence = calibration.probability(raw.features());
    return new Prediction(raw.intent(), confidence, confidence >= threshold);
  }

  /** The confidence from which a prediction is accepted. */
  public double threshold() {
    return threshold;
  }

  /** The names of the intents, sorted. */
  public List<String> intents() {
    return List.copyOf(head.intents());
  }

  @Override
  public String toString() {
    return "IntentModel" + Arrays.asList(head.intents().toArray());
  }
}

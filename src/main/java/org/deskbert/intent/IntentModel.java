package org.deskbert.intent;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.deskbert.trace.Progress;

/**
 * An intent head that knows what it does not know. The confidence is a fitted logistic curve over
 * what the head sees; the curve is learnt from examples that were held out of the head, from the
 * same with their own intent ruled out, and from texts that are out of scope. Immutable and
 * thread-safe.
 */
public final class IntentModel {
  private static final Calibration PRIOR = new Calibration(-6, new double[] {2, 8, -1, 0});

  /** Texts out of scope, of either kind, weigh together as much as this share of those in scope. */
  private static final double OUTSIDE = 0.25;

  /** With more examples than this, texts out of scope weigh less than those in scope. */
  private static final int ALL_WORTH = 200;

  /** So many held-out examples are enough for a curve of five weights. */
  private static final int ENOUGH = 2_000;

  private static final int FEW = 1_000;

  private final IntentHead head;
  private final Curve curve;

  private IntentModel(IntentHead head, Curve curve) {
    this.head = head;
    this.curve = curve;
  }

  /**
   * What is learnt from the examples that were held out, which takes ten times as long as the head.
   *
   * @param calibration from what the head sees to the confidence
   * @param threshold the confidence from which a prediction is accepted
   */
  public record Curve(Calibration calibration, double threshold) {}

  private enum Kind {
    INSIDE,
    /** An example whose own intent was ruled out. */
    RULED_OUT,
    OUTSIDE
  }

  /** A held-out text as the head saw it. */
  private record Judged(double[] features, Kind kind, boolean right) {}

  /**
   * Trains head, curve and threshold.
   *
   * @param vectors unit vectors of the examples, shape (examples, dimension); at least one
   * @param labels intent of each example
   * @param outside unit vectors of texts that are out of scope
   * @throws CancellationException if {@code progress}, which is asked before each head, says stop
   */
  public static IntentModel train(
      List<float[]> vectors, List<String> labels, List<float[]> outside, Progress progress) {
    CompletableFuture<IntentHead> head =
        CompletableFuture.supplyAsync(() -> IntentHead.train(vectors, labels));
    List<Calibration.Sample> samples = new ArrayList<>();
    List<Judged> judged = judge(vectors, labels, outside, progress);
    Map<Kind, Double> weights = weights(judged);
    for (Judged one : judged) {
      double weight = Objects.requireNonNull(weights.get(one.kind()));
      samples.add(new Calibration.Sample(one.features(), one.right(), weight));
    }
    Calibration calibration = Calibration.fit(samples, PRIOR, 0.1);
    Curve curve = new Curve(calibration, threshold(judged, calibration, labels.size()));
    return new IntentModel(head.join(), curve);
  }

  /** Trains the head for a curve that was learnt from the same examples before. */
  public static IntentModel train(List<float[]> vectors, List<String> labels, Curve curve) {
    return new IntentModel(IntentHead.train(vectors, labels), curve);
  }

  private static List<Judged> judge(
      List<float[]> vectors, List<String> labels, List<float[]> outside, Progress progress) {
    // Heads of few examples change much with every one that is held out.
    int folds = labels.size() > FEW ? 5 : 10;
    int[] foldOf = folds(labels, folds);
    List<Judged> judged = new ArrayList<>();
    for (int fold = 0; fold < folds && judged.size() < 2 * ENOUGH; fold++) {
      if (!progress.report("learning intents", fold, folds)) {
        throw new CancellationException();
      }
      List<Integer> held = new ArrayList<>();
      List<Integer> kept = new ArrayList<>();
      for (int i = 0; i < foldOf.length; i++) {
        (foldOf[i] == fold ? held : kept).add(i);
      }
      if (kept.isEmpty()) {
        continue;
      }
      IntentHead part =
          IntentHead.train(
              kept.stream().map(vectors::get).toList(), kept.stream().map(labels::get).toList());
      held.parallelStream()
          .map(i -> judge(part, vectors.get(i), labels.get(i)))
          .forEachOrdered(judged::addAll);
      for (int i = fold; i < outside.size(); i += folds) {
        IntentHead.Sight sight = part.look(outside.get(i), IntentHead.NONE);
        judged.add(new Judged(sight.features(), Kind.OUTSIDE, false));
      }
    }
    return judged;
  }

  /** How a head that did not learn from an example sees it. */
  private static List<Judged> judge(IntentHead head, float[] vector, String label) {
    int own = head.intents().indexOf(label);
    IntentHead.Sight sight = head.look(vector, IntentHead.NONE);
    Judged inside = new Judged(sight.features(), Kind.INSIDE, sight.intent() == own);
    if (own < 0 || head.intents().size() < 2) {
      return List.of(inside);
    }
    IntentHead.Sight other = head.look(vector, own);
    return List.of(inside, new Judged(other.features(), Kind.RULED_OUT, false));
  }

  /** The fold of each example; every intent is spread over the folds evenly. */
  private static int[] folds(List<String> labels, int folds) {
    Map<String, Integer> next = new HashMap<>();
    int[] foldOf = new int[labels.size()];
    for (int i = 0; i < foldOf.length; i++) {
      int first = next.size();
      int number = next.merge(labels.get(i), first, (old, ignored) -> old + 1);
      foldOf[i] = number % folds;
    }
    return foldOf;
  }

  /** Each kind together has its share, however many there are. */
  private static Map<Kind, Double> weights(List<Judged> judged) {
    Map<Kind, Double> counts = new EnumMap<>(Kind.class);
    judged.forEach(j -> counts.merge(j.kind(), 1.0, Double::sum));
    double inside = counts.getOrDefault(Kind.INSIDE, 0.0);
    counts.replaceAll((kind, n) -> kind == Kind.INSIDE ? 1 : OUTSIDE * inside / n);
    return counts;
  }

  /**
   * The confidence at which the share of examples that are accepted and right, plus the share of
   * texts out of scope that are not accepted, is largest. The more examples there are, the more of
   * what askers ask is in scope, so the less do the texts out of scope weigh.
   */
  private static double threshold(List<Judged> judged, Calibration calibration, int examples) {
    Map<Kind, Double> weights = weights(judged);
    double inside = judged.stream().filter(j -> j.kind() == Kind.INSIDE).count();
    double worth = Math.min(1, Math.sqrt(ALL_WORTH / (double) examples));
    record Point(double confidence, double gain) {}
    List<Point> points = new ArrayList<>();
    for (Judged one : judged) {
      double gain = one.right() ? 1 / inside : 0;
      if (one.kind() != Kind.INSIDE) {
        // Both kinds out of scope weigh OUTSIDE of those inside; together they lose as much as
        // all examples can gain, times what they are worth.
        gain = -worth * Objects.requireNonNull(weights.get(one.kind())) / (2 * OUTSIDE * inside);
      }
      points.add(new Point(calibration.probability(one.features()), gain));
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

  /** Predicts the intent of a text from its unit vector. */
  public Prediction predict(float[] vector) {
    IntentHead.Sight sight = head.look(vector, IntentHead.NONE);
    double confidence = curve.calibration().probability(sight.features());
    return new Prediction(
        head.intents().get(sight.intent()), confidence, confidence >= curve.threshold());
  }

  /** The confidence from which a prediction is accepted. */
  public double threshold() {
    return curve.threshold();
  }

  /** The curve, to be stored. */
  public Curve curve() {
    return curve;
  }

  /** The names of the intents, sorted. */
  public List<String> intents() {
    return head.intents();
  }

  @Override
  public String toString() {
    return "IntentModel" + head.intents();
  }
}

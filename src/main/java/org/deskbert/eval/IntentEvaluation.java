package org.deskbert.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.Encoding;
import org.deskbert.encoder.Spelling;
import org.deskbert.faq.FaqException;
import org.deskbert.intent.IntentModel;
import org.deskbert.intent.Prediction;
import org.deskbert.trace.Progress;

/**
 * How the on-laptop head does: trained on one file, scored on another.
 *
 * @param accuracy share of the rows in scope that were accepted and right
 * @param accuracyForced share of the rows in scope that were right without a threshold
 * @param oosRecall share of the rows out of scope that were not accepted, 0 if there are none
 * @param auroc probability that a row in scope has a higher confidence than one out of scope
 * @param trainSeconds time for head, curve and threshold, without encoding
 * @param threshold confidence from which a row is accepted
 * @param rows one per row of the test file
 */
public record IntentEvaluation(
    double accuracy,
    double accuracyForced,
    double oosRecall,
    double auroc,
    double trainSeconds,
    double threshold,
    List<Row> rows) {

  /**
   * One test row.
   *
   * @param intent the right intent, empty for out of scope
   */
  public record Row(
      String text, String intent, String predicted, double confidence, boolean accepted) {}

  /**
   * Trains and scores.
   *
   * @param outOfScope texts that the program ships; they join TRAIN's own out-of-scope rows
   * @throws FaqException if TRAIN has no row with an intent
   * @throws java.util.concurrent.CancellationException if {@code progress} says stop
   */
  public static IntentEvaluation run(
      List<LabelledText> train,
      List<LabelledText> test,
      List<String> outOfScope,
      Encoder encoder,
      int threads,
      Progress progress)
      throws FaqException {
    if (train.stream().allMatch(t -> t.label().isEmpty())) {
      throw new FaqException(
          "The training file has no row with an intent. Fill in the intent column.");
    }
    Set<String> texts = new LinkedHashSet<>(outOfScope);
    train.forEach(t -> texts.add(t.text()));
    Spelling spelling = encoder.spelling().with(texts);
    test.forEach(t -> texts.add(spelling.correct(t.text())));
    List<String> distinct = List.copyOf(texts);
    List<Encoding> encodings = encoder.encodeAll(distinct, threads, progress);
    Map<String, Encoding> encoded = new HashMap<>();
    for (int i = 0; i < distinct.size(); i++) {
      encoded.put(distinct.get(i), encodings.get(i));
    }
    Function<String, float[]> vector = text -> Objects.requireNonNull(encoded.get(text)).vector();
    long begin = System.nanoTime();
    List<float[]> inside = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<float[]> outside = new ArrayList<>();
    for (LabelledText row : train) {
      if (row.label().isEmpty()) {
        outside.add(vector.apply(row.text()));
      } else {
        inside.add(vector.apply(row.text()));
        labels.add(row.label());
      }
    }
    outOfScope.forEach(t -> outside.add(vector.apply(t)));
    IntentModel model = IntentModel.train(inside, labels, outside, progress);
    double seconds = (System.nanoTime() - begin) / 1e9;
    List<Row> rows = new ArrayList<>();
    for (LabelledText row : test) {
      Prediction p = model.predict(vector.apply(spelling.correct(row.text())));
      rows.add(new Row(row.text(), row.label(), p.intent(), p.confidence(), p.accepted()));
    }
    return score(rows, seconds, model.threshold());
  }

  static IntentEvaluation score(List<Row> rows, double seconds, double threshold) {
    List<Row> inScope = rows.stream().filter(r -> !r.intent().isEmpty()).toList();
    List<Row> outOfScope = rows.stream().filter(r -> r.intent().isEmpty()).toList();
    long forced = inScope.stream().filter(r -> r.predicted().equals(r.intent())).count();
    long right =
        inScope.stream().filter(r -> r.accepted() && r.predicted().equals(r.intent())).count();
    long refused = outOfScope.stream().filter(r -> !r.accepted()).count();
    return new IntentEvaluation(
        right / (double) Math.max(1, inScope.size()),
        forced / (double) Math.max(1, inScope.size()),
        refused / (double) Math.max(1, outOfScope.size()),
        auroc(inScope, outOfScope),
        seconds,
        threshold,
        List.copyOf(rows));
  }

  /** Counts pairs by ranks (Mann and Whitney, 1947); ties count half. */
  private static double auroc(List<Row> inScope, List<Row> outOfScope) {
    if (inScope.isEmpty() || outOfScope.isEmpty()) {
      return 0.5;
    }
    double[] outside = outOfScope.stream().mapToDouble(Row::confidence).sorted().toArray();
    double wins = 0;
    for (Row row : inScope) {
      int below = lower(outside, row.confidence(), false);
      int notAbove = lower(outside, row.confidence(), true);
      wins += below + (notAbove - below) / 2.0;
    }
    return wins / inScope.size() / outside.length;
  }

  /** How many sorted values are below {@code limit}, or not above it. */
  private static int lower(double[] sorted, double limit, boolean orEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < limit || (orEqual && sorted[middle] == limit)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

package org.deskbert.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Names the most likely intent of a text and says what speaks for it. The intent is found by
 * softmax regression; whether the text is anything like the examples is measured by the relative
 * Mahalanobis distance (Ren et al., "A Simple Fix to Mahalanobis Distance for Improving Near-OOD
 * Detection", 2021) and by the nearest example.
 *
 * @param intents names, sorted
 * @param borders which intent it is
 * @param classes one distribution per intent
 * @param background one distribution for all
 * @param examples vectors by intent
 */
record IntentHead(
    List<String> intents,
    Softmax borders,
    Gaussians classes,
    Gaussians background,
    List<List<float[]>> examples) {
  private static final double MAX_ODDS = 40;

  /** The value that means "no intent is ruled out". */
  static final int NONE = -1;

  /**
   * What a head sees in a text.
   *
   * @param intent number of the most likely intent
   * @param features log odds of the intent against the others, cosine of its nearest example to the
   *     fourth power, relative distance, score; each about 0 to 1
   */
  record Sight(int intent, double[] features) {}

  /**
   * Trains a head.
   *
   * @param vectors unit vectors, shape (examples, dimension), at least one
   * @param labels intent of each
   */
  static IntentHead train(List<float[]> vectors, List<String> labels) {
    List<String> intents = List.copyOf(new TreeSet<>(labels));
    Map<String, Integer> numbers = new HashMap<>();
    List<List<float[]>> examples = new ArrayList<>();
    for (String intent : intents) {
      numbers.put(intent, numbers.size());
      examples.add(new ArrayList<>());
    }
    int[] classes = labels.stream().mapToInt(numbers::get).toArray();
    for (int i = 0; i < classes.length; i++) {
      examples.get(classes[i]).add(vectors.get(i));
    }
    return new IntentHead(
        intents,
        Softmax.fit(vectors, classes, intents.size()),
        Gaussians.fit(vectors, classes, intents.size()),
        Gaussians.fit(vectors),
        examples);
  }

  /**
   * Looks at a text.
   *
   * @param without number of an intent to rule out, or {@link #NONE}
   */
  Sight look(float[] vector, int without) {
    float[] scores = borders.scores(vector);
    if (without != NONE) {
      scores[without] = Float.NEGATIVE_INFINITY;
    }
    int first = 0;
    for (int c = 1; c < scores.length; c++) {
      if (scores[c] > scores[first]) {
        first = c;
      }
    }
    double others = 0;
    for (int c = 0; c < scores.length; c++) {
      others += c == first ? 0 : Math.exp(scores[c] - scores[first]);
    }
    double odds = others == 0 ? MAX_ODDS : Math.min(-Math.log(others), MAX_ODDS);
    double nearest = 0;
    for (float[] example : examples.get(first)) {
      nearest = Math.max(nearest, Dot.of(example, vector));
    }
    double relative = classes.distance(vector, first) - background.distance(vector, 0);
    double score = classes.biases()[first] + Dot.of(classes.weights()[first], vector);
    return new Sight(
        first, new double[] {odds / 10, Math.pow(nearest, 4), relative / 10, score / 100});
  }
}

package org.deskbert.search;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Puts the signals of an entry together: {@code σ(bias + weights · signals)}, so a score is 0 to 1
 * and means the same in a FAQ of ten entries and of ten thousand. The weights are learnt: of all
 * candidates of a question, the right one should have the highest score (softmax over the
 * candidates' sums, cross-entropy, L2). {@code fusion.json} says on what.
 *
 * @param bias what a candidate without any signal starts from
 * @param weights one per signal, in the order of {@link Signals}
 */
record Fusion(double bias, double[] weights) {
  /**
   * The weights for each kind of index.
   *
   * @param model with a model
   * @param votes with a model, where the phrasings vote
   * @param words without a model
   */
  record Kinds(Fusion model, Fusion votes, Fusion words) {
    Fusion of(boolean withModel, boolean withVotes) {
      return !withModel ? words : withVotes ? votes : model;
    }
  }

  /** The learnt weights that the program ships. */
  static final Kinds SHIPPED = load();

  /** The score of an entry, 0 to 1. */
  double score(Signals signals) {
    double sum = bias;
    double[] values = signals.toArray();
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private static Kinds load() {
    try (InputStream in = Fusion.class.getResourceAsStream("fusion.json")) {
      if (in == null) {
        throw new IllegalStateException("fusion.json is missing from the program");
      }
      return new Gson().fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), Kinds.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.deskbert.search;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Faq;
import org.deskbert.trace.Progress;

/** Lets the learning reach the fusion, which is no one else's business. */
public final class FusionAccess {
  /** How many signals a candidate has. */
  public static final int SIGNALS = Signals.COUNT;

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private FusionAccess() {}

  /** Weights with and without a model, for an index. */
  public record Weights(double modelBias, double[] model, double wordsBias, double[] words) {
    /** Those that the program ships. */
    public static Weights shipped() {
      Fusion model = Fusion.SHIPPED.model();
      Fusion words = Fusion.SHIPPED.words();
      return new Weights(model.bias(), model.weights(), words.bias(), words.weights());
    }
  }

  /** An index that ranks by {@code weights}; {@code encoder} is null for words only. */
  public static FaqIndex build(Faq faq, Encoder encoder, VectorCache cache, Weights weights) {
    Fusion.Pair fusions =
        new Fusion.Pair(
            new Fusion(weights.modelBias(), weights.model()),
            new Fusion(weights.wordsBias(), weights.words()));
    return FaqIndex.build(List.of(faq), encoder, cache, DAY, 2, Progress.NONE).with(fusions);
  }

  /** The signals of each candidate of a question, by the entry's id. */
  public static Map<String, double[]> signals(
      FaqIndex index, String question, float[] vector, int without) {
    Map<String, double[]> byId = new LinkedHashMap<>();
    index
        .signals(question, vector, without)
        .forEach((entry, signals) -> byId.put(entry.id(), signals.toArray()));
    return byId;
  }
}

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

  /** Which of them is the vote. */
  public static final int VOTES = SIGNALS - 1;

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private FusionAccess() {}

  /** Learnt weights of one kind. */
  public record One(double bias, double[] weights) {
    private static One of(Fusion fusion) {
      return new One(fusion.bias(), fusion.weights());
    }

    private Fusion fusion() {
      return new Fusion(bias, weights);
    }
  }

  /** Weights with a model, with votes too, and by words only, for an index. */
  public record Weights(One model, One votes, One words) {
    /** Those that the program ships. */
    public static Weights shipped() {
      return new Weights(
          One.of(Fusion.SHIPPED.model()),
          One.of(Fusion.SHIPPED.votes()),
          One.of(Fusion.SHIPPED.words()));
    }
  }

  /** An index that ranks by {@code weights}; {@code encoder} is null for words only. */
  public static FaqIndex build(Faq faq, Encoder encoder, VectorCache cache, Weights weights) {
    Fusion.Kinds fusions =
        new Fusion.Kinds(
            weights.model().fusion(), weights.votes().fusion(), weights.words().fusion());
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

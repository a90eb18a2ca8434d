package org.deskbert.chat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.deskbert.encoder.Encoder;
import org.deskbert.intent.BuiltIn;
import org.deskbert.intent.Example;
import org.deskbert.intent.IntentModel;
import org.deskbert.intent.Prediction;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.Phrasing;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Hears frustration and urgency in a message, from the vector that finds its answer. What the FAQ
 * itself says is neutral. Rather silent than wrong; without a model silent. Thread-safe.
 */
public final class Sentiment {
  /** Hears nothing. */
  public static final Sentiment NONE = new Sentiment(null);

  /** Confidence from which a mood is told; docs/conversation.md has what it is worth. */
  private static final double SURE = 0.85;

  /** More phrasings of the FAQ than this make the head no better, only slower to train. */
  private static final int MAX_FAQ = 500;

  private static final String NEUTRAL = Mood.NEUTRAL.name().toLowerCase(Locale.ROOT);

  private final @Nullable IntentModel model;

  private Sentiment(@Nullable IntentModel model) {
    this.model = model;
  }

  /**
   * Trains the head on the shipped sentences, against the FAQ of {@code index}.
   *
   * @param encoder null, or the index without vectors, for a sentiment that hears nothing
   * @throws java.util.concurrent.CancellationException if {@code progress} says stop
   */
  public static Sentiment train(
      BuiltIn builtIn,
      FaqIndex index,
      @Nullable Encoder encoder,
      VectorCache cache,
      int threads,
      Progress progress) {
    if (encoder == null || index.model() == null || builtIn.moods().isEmpty()) {
      return NONE;
    }
    Set<String> texts = new LinkedHashSet<>(builtIn.outOfScope());
    builtIn.moods().forEach(example -> texts.add(example.text()));
    Map<String, float[]> known = cache.encode(texts, encoder, threads, progress);
    List<float[]> vectors = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Example example : builtIn.moods()) {
      vectors.add(known.get(example.text()));
      labels.add(example.intent());
    }
    for (String text : builtIn.outOfScope()) {
      vectors.add(known.get(text));
      labels.add(NEUTRAL);
    }
    List<Phrasing> phrasings = index.phrasings();
    int step = Math.max(1, (phrasings.size() + MAX_FAQ - 1) / MAX_FAQ);
    for (int i = 0; i < phrasings.size(); i += step) {
      vectors.add(index.vectorOf(phrasings.get(i)));
      labels.add(NEUTRAL);
    }
    return new Sentiment(IntentModel.train(vectors, labels, List.of(), progress));
  }

  /**
   * How a message sounds.
   *
   * @param vector its unit vector, null for words only
   */
  public Mood of(float @Nullable [] vector) {
    if (model == null || vector == null) {
      return Mood.NEUTRAL;
    }
    Prediction prediction = model.predict(vector);
    return prediction.confidence() >= SURE
        ? Mood.valueOf(prediction.intent().toUpperCase(Locale.ROOT))
        : Mood.NEUTRAL;
  }
}

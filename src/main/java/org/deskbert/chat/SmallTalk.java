package org.deskbert.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Normalizer;
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
 * Tells small talk and the wish for a person from questions. Everything that is in the FAQ, or that
 * no FAQ answers, is out of its scope. Without a model it knows its examples only, and those in
 * other languages always only as they stand. Thread-safe.
 */
public final class SmallTalk {
  /** More phrasings of the FAQ than this make the head no better, only slower to train. */
  private static final int MAX_FAQ = 1_000;

  /** Below this it is rather a question, whatever the head's own threshold. */
  private static final double LEAST_SURE = 0.5;

  private final BuiltIn builtIn;
  private final @Nullable IntentModel model;
  private final Map<String, String> examples = new HashMap<>();

  private SmallTalk(BuiltIn builtIn, @Nullable IntentModel model) {
    this.builtIn = builtIn;
    this.model = model;
    Stream.concat(builtIn.examples().stream(), builtIn.wordings().stream())
        .forEach(e -> examples.putIfAbsent(Normalizer.normalize(e.text()), e.intent()));
    examples.remove("");
  }

  /** Trains head and curve; the rest as the longer form. */
  public static SmallTalk train(
      BuiltIn builtIn,
      FaqIndex index,
      @Nullable Encoder encoder,
      VectorCache cache,
      int threads,
      Progress progress) {
    return train(builtIn, index, encoder, cache, null, threads, progress);
  }

  /**
   * Trains the head against the FAQ of {@code index}.
   *
   * @param encoder null, or the index without vectors, for words only
   * @param curve learnt from the same before, or null to learn it now
   * @throws java.util.concurrent.CancellationException if {@code progress} says stop
   */
  public static SmallTalk train(
      BuiltIn builtIn,
      FaqIndex index,
      @Nullable Encoder encoder,
      VectorCache cache,
      IntentModel.@Nullable Curve curve,
      int threads,
      Progress progress) {
    if (encoder == null || index.model() == null || builtIn.examples().isEmpty()) {
      return new SmallTalk(builtIn, null);
    }
    Set<String> texts = new LinkedHashSet<>(builtIn.outOfScope());
    builtIn.examples().forEach(e -> texts.add(e.text()));
    Map<String, float[]> known = cache.encode(texts, encoder, threads, progress);
    List<float[]> vectors = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Example example : builtIn.examples()) {
      vectors.add(known.get(example.text()));
      labels.add(example.intent());
    }
    if (curve != null) {
      return new SmallTalk(builtIn, IntentModel.train(vectors, labels, curve));
    }
    List<float[]> outside = new ArrayList<>();
    builtIn.outOfScope().forEach(t -> outside.add(known.get(t)));
    List<Phrasing> phrasings = index.phrasings();
    int step = Math.max(1, (phrasings.size() + MAX_FAQ - 1) / MAX_FAQ);
    for (int i = 0; i < phrasings.size(); i += step) {
      outside.add(index.vectorOf(phrasings.get(i)));
    }
    return new SmallTalk(builtIn, IntentModel.train(vectors, labels, outside, progress));
  }

  /** What takes long to learn, to be stored; null without a model. */
  public IntentModel.@Nullable Curve curve() {
    return model == null ? null : model.curve();
  }

  /**
   * What a message is; accepted if it is small talk or the wish for a person.
   *
   * @param vector the message's unit vector, null for words only
   */
  Prediction predict(String message, float @Nullable [] vector) {
    String same = examples.get(Normalizer.normalize(message));
    if (same != null) {
      return new Prediction(same, 1, true);
    }
    if (model == null || vector == null) {
      return new Prediction(BuiltIn.FAQ, 1, false);
    }
    Prediction prediction = model.predict(vector);
    return prediction.accepted() && prediction.confidence() >= LEAST_SURE
        ? prediction
        : new Prediction(BuiltIn.FAQ, 1 - prediction.confidence(), false);
  }

  /** What to say to an intent; which of several sentences depends on the message alone. */
  String reply(String intent, String message, Phrases phrases) {
    return phrases.talk(intent, builtIn.replies().getOrDefault(intent, List.of()), message);
  }
}

package org.deskbert.app;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.deskbert.chat.Assistant;
import org.deskbert.chat.Confidence;
import org.deskbert.chat.ConfidenceFit;
import org.deskbert.chat.Policy;
import org.deskbert.chat.SmallTalk;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Faq;
import org.deskbert.intent.BuiltIn;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/** Makes engines: index, calibration and intents, each from its cache where nothing has changed. */
final class Engines {
  private final VectorCache vectors;
  private final FittedFiles fitted;
  private final BuiltIn builtIn;

  Engines(VectorCache vectors, FittedFiles fitted, BuiltIn builtIn) {
    this.vectors = vectors;
    this.fitted = fitted;
    this.builtIn = builtIn;
  }

  /**
   * Makes an engine of words alone with the shipped confidence, not fitted: in a moment, for the
   * start.
   */
  Engine quick(List<Faq> faqs, Settings settings) {
    FaqIndex index = index(faqs, null, settings, Progress.NONE);
    return engine(faqs, index, null, false, settings, ConfidenceFit.prior(false), Progress.NONE);
  }

  /**
   * Makes the engine for some FAQs; long for a FAQ that was not seen before.
   *
   * @param encoder null for words only
   * @param ownsEncoder whether closing the engine closes the encoder
   * @throws java.util.concurrent.CancellationException if {@code progress} says stop
   */
  Engine make(
      List<Faq> faqs,
      @Nullable Encoder encoder,
      boolean ownsEncoder,
      Settings settings,
      Progress progress) {
    FaqIndex index = index(faqs, encoder, settings, progress);
    Confidence confidence =
        fitted.get(
            index,
            () ->
                ConfidenceFit.fit(
                    index, encoder, builtIn, vectors, settings.indexThreads(), progress));
    return engine(faqs, index, encoder, ownsEncoder, settings, confidence, progress);
  }

  private FaqIndex index(
      List<Faq> faqs, @Nullable Encoder encoder, Settings settings, Progress progress) {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    return FaqIndex.build(faqs, encoder, vectors, today, settings.indexThreads(), progress);
  }

  private Engine engine(
      List<Faq> faqs,
      FaqIndex index,
      @Nullable Encoder encoder,
      boolean ownsEncoder,
      Settings settings,
      Confidence confidence,
      Progress progress) {
    SmallTalk smallTalk =
        SmallTalk.train(builtIn, index, encoder, vectors, settings.indexThreads(), progress);
    Assistant assistant = new Assistant(index, encoder, confidence, smallTalk, policy(settings));
    return new Engine(faqs, encoder, assistant, ownsEncoder);
  }

  /** What the owner decides, as the assistant takes it. */
  static Policy policy(Settings settings) {
    return new Policy(settings.wrongPercent(), settings.contact());
  }
}

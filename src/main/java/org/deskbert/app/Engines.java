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
    int threads = settings.indexThreads();
    FaqIndex index =
        FaqIndex.build(
            faqs, encoder, vectors, LocalDate.now(ZoneId.systemDefault()), threads, progress);
    SmallTalk smallTalk = SmallTalk.train(builtIn, index, encoder, vectors, threads, progress);
    Confidence confidence =
        fitted.get(
            index, () -> ConfidenceFit.fit(index, encoder, builtIn, vectors, threads, progress));
    Policy policy = new Policy(settings.wrongPercent(), settings.contact());
    return new Engine(
        faqs,
        index,
        encoder,
        new Assistant(index, encoder, confidence, smallTalk, policy),
        ownsEncoder);
  }
}

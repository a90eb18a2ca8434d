package org.deskbert.app;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.deskbert.chat.Assistant;
import org.deskbert.chat.Confidence;
import org.deskbert.chat.ConfidenceFit;
import org.deskbert.chat.Policy;
import org.deskbert.chat.Sentiment;
import org.deskbert.chat.SmallTalk;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.intent.BuiltIn;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Makes engines: index, calibration and intents, each from its cache where nothing has changed. The
 * caches are opened with the first engine, because most commands answer no question.
 */
final class Engines implements AutoCloseable {
  private final DataFolder folder;
  private @Nullable Parts parts;

  private record Parts(VectorCache vectors, FittedFiles fitted, BuiltIn builtIn) {}

  Engines(DataFolder folder) {
    this.folder = folder;
  }

  private synchronized Parts parts() throws FaqException {
    Parts opened = parts;
    if (opened == null) {
      BuiltIn builtIn = Program.builtInIntents();
      FittedFiles fitted = new FittedFiles(folder.fitted());
      opened = new Parts(VectorCache.open(folder.cache()), fitted, builtIn);
      parts = opened;
    }
    return opened;
  }

  @Override
  public synchronized void close() {
    if (parts != null) {
      parts.vectors().close();
    }
  }

  /**
   * Makes an engine of words alone with the shipped confidence, not fitted: in a moment, for the
   * start.
   */
  Engine quick(List<Faq> faqs, Settings settings) throws FaqException {
    Parts parts = parts();
    FaqIndex index = index(parts, faqs, null, settings, Progress.NONE);
    SmallTalk smallTalk = smallTalk(parts, index, null, settings, Progress.NONE);
    Confidence prior = ConfidenceFit.prior(false);
    return engine(parts, faqs, index, null, false, settings, smallTalk, prior);
  }

  /**
   * Makes the engine for some FAQs; long for a FAQ that was not seen before.
   *
   * @param encoder null for words only
   * @param ownsEncoder whether closing the engine closes the encoder
   * @throws FaqException if the program's own files are damaged
   * @throws java.util.concurrent.CancellationException if {@code progress} says stop
   */
  Engine make(
      List<Faq> faqs,
      @Nullable Encoder encoder,
      boolean ownsEncoder,
      Settings settings,
      Progress progress)
      throws FaqException {
    return make(faqs, encoder, ownsEncoder, settings, progress, null, _ -> {});
  }

  /**
   * The same after an edit.
   *
   * @param before confidence of the FAQ before it, null for none
   * @param meanwhile takes an engine of the new index and {@code before}, if there is something to
   *     fit: it can answer until that is done
   */
  Engine make(
      List<Faq> faqs,
      @Nullable Encoder encoder,
      boolean ownsEncoder,
      Settings settings,
      Progress progress,
      @Nullable Confidence before,
      Consumer<Engine> meanwhile)
      throws FaqException {
    Parts parts = parts();
    int threads = settings.indexThreads();
    FaqIndex index = index(parts, faqs, encoder, settings, progress);
    SmallTalk smallTalk = smallTalk(parts, index, encoder, settings, progress);
    Confidence confidence =
        parts.fitted.get(
            index,
            () -> {
              if (before != null) {
                meanwhile.accept(
                    engine(parts, faqs, index, encoder, ownsEncoder, settings, smallTalk, before));
              }
              return ConfidenceFit.fit(
                  index, encoder, parts.builtIn, parts.vectors, threads, progress);
            });
    return engine(parts, faqs, index, encoder, ownsEncoder, settings, smallTalk, confidence);
  }

  private static FaqIndex index(
      Parts parts,
      List<Faq> faqs,
      @Nullable Encoder encoder,
      Settings settings,
      Progress progress) {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    return FaqIndex.build(faqs, encoder, parts.vectors, today, settings.indexThreads(), progress);
  }

  private static SmallTalk smallTalk(
      Parts parts,
      FaqIndex index,
      @Nullable Encoder encoder,
      Settings settings,
      Progress progress) {
    int threads = settings.indexThreads();
    return SmallTalk.train(parts.builtIn, index, encoder, parts.vectors, threads, progress);
  }

  private static Engine engine(
      Parts parts,
      List<Faq> faqs,
      FaqIndex index,
      @Nullable Encoder encoder,
      boolean ownsEncoder,
      Settings settings,
      SmallTalk smallTalk,
      Confidence confidence) {
    Assistant assistant = new Assistant(index, encoder, confidence, smallTalk, policy(settings));
    int threads = settings.indexThreads();
    FutureTask<Sentiment> sentiment =
        new FutureTask<>(() ->
            Sentiment.train(parts.builtIn, index, encoder, parts.vectors, threads, Progress.NONE));
    return new Engine(faqs, encoder, assistant, sentiment, ownsEncoder);
  }

  /** What the owner decides, as the assistant takes it. */
  static Policy policy(Settings settings) {
    return new Policy(settings.wrongPercent(), settings.contact());
  }
}

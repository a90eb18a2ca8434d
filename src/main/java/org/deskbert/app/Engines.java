package org.deskbert.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.deskbert.app.FittedFiles.Fitted;
import org.deskbert.chat.Assistant;
import org.deskbert.chat.ConfidenceFit;
import org.deskbert.chat.Policy;
import org.deskbert.chat.Sentiment;
import org.deskbert.chat.SmallTalk;
import org.deskbert.encoder.Encoder;
import org.deskbert.eval.Checks;
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

  /** Keeps indexes for the next start while they answer. */
  private final ExecutorService keeper = Tasks.worker("keep index");

  private final AtomicInteger made = new AtomicInteger();

  private record Parts(VectorCache vectors, FittedFiles fitted, BuiltIn builtIn) {}

  Engines(DataFolder folder) {
    this.folder = folder;
  }

  private synchronized Parts parts() throws FaqException {
    Parts opened = parts;
    if (opened == null) {
      BuiltIn builtIn = Program.builtInIntents();
      FittedFiles fitted = new FittedFiles(folder.fitted());
      opened = new Parts(VectorCache.open(folder.cache(), folder.seal()), fitted, builtIn);
      parts = opened;
    }
    return opened;
  }

  /** The cached vectors. */
  VectorCache vectors() throws FaqException {
    return parts().vectors();
  }

  @Override
  public synchronized void close() {
    keeper.close(); // waits for the index that is kept just now
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
    Fitted prior = new Fitted(ConfidenceFit.prior(false), null);
    return engine(parts, faqs, index, null, false, settings, prior, Progress.NONE);
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
   * @param before what answered before it, by the same model; null for none
   * @param meanwhile takes an engine of the new index with all that was fitted to the old, if there
   *     is something to fit: it can answer until that is done
   */
  Engine make(
      List<Faq> faqs,
      @Nullable Encoder encoder,
      boolean ownsEncoder,
      Settings settings,
      Progress progress,
      @Nullable Assistant before,
      Consumer<Engine> meanwhile)
      throws FaqException {
    Parts parts = parts();
    int threads = settings.indexThreads();
    FaqIndex index =
        before == null || before.index().model() == null
            ? index(parts, faqs, encoder, settings, progress)
            : before.index().over(faqs, encoder, parts.vectors, today(), threads, progress);
    Fitted fitted =
        parts.fitted.get(
            index,
            () -> {
              if (before != null) {
                meanwhile.accept(
                    engine(
                        parts, faqs, encoder, ownsEncoder, before.over(index), threads, progress));
              }
              return new Fitted(
                  ConfidenceFit.fit(
                      index, encoder, parts.builtIn, parts.vectors, threads, progress),
                  SmallTalk.train(parts.builtIn, index, encoder, parts.vectors, threads, progress)
                      .curve());
            });
    Engine engine = engine(parts, faqs, index, encoder, ownsEncoder, settings, fitted, progress);
    keep(index, parts.vectors);
    return engine;
  }

  /** For the next start, unless another index is made before it is kept. */
  private synchronized void keep(FaqIndex index, VectorCache vectors) {
    int mine = made.incrementAndGet();
    if (!keeper.isShutdown()) {
      keeper.execute(() -> {
        if (mine == made.get()) {
          index.keep(vectors);
        }
      });
    }
  }

  /**
   * Runs all checks on a FAQ; long.
   *
   * @param encoder null to check the form only
   * @param lines where entries stand in their file; empty for none
   * @param folder where relative links start; null to leave them unchecked
   */
  Checks check(
      Faq faq,
      @Nullable Encoder encoder,
      Map<String, Integer> lines,
      @Nullable Path folder,
      Settings settings,
      Progress progress)
      throws FaqException {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    VectorCache vectors = parts().vectors();
    return Checks.run(
        faq, encoder, vectors, lines, folder, today, settings.indexThreads(), progress);
  }

  private static FaqIndex index(
      Parts parts,
      List<Faq> faqs,
      @Nullable Encoder encoder,
      Settings settings,
      Progress progress) {
    return FaqIndex.build(faqs, encoder, parts.vectors, today(), settings.indexThreads(), progress);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
  }

  private static Engine engine(
      Parts parts,
      List<Faq> faqs,
      FaqIndex index,
      @Nullable Encoder encoder,
      boolean ownsEncoder,
      Settings settings,
      Fitted fitted,
      Progress progress) {
    int threads = settings.indexThreads();
    SmallTalk smallTalk =
        SmallTalk.train(
            parts.builtIn, index, encoder, parts.vectors, fitted.smallTalk(), threads, progress);
    Assistant assistant =
        new Assistant(index, encoder, fitted.confidence(), smallTalk, policy(settings));
    return engine(parts, faqs, encoder, ownsEncoder, assistant, threads, progress);
  }

  private static Engine engine(
      Parts parts,
      List<Faq> faqs,
      @Nullable Encoder encoder,
      boolean ownsEncoder,
      Assistant assistant,
      int threads,
      Progress progress) {
    FaqIndex index = assistant.index();
    // it is learnt while the engine answers: nothing to show, but it gives way to the next change
    Progress unseen = (phase, done, total) -> progress.report(phase, 1, 1);
    FutureTask<Sentiment> sentiment =
        new FutureTask<>(
            () -> Sentiment.train(parts.builtIn, index, encoder, parts.vectors, threads, unseen));
    return new Engine(faqs, encoder, assistant, sentiment, ownsEncoder);
  }

  /** What the owner decides, as the assistant takes it. */
  static Policy policy(Settings settings) {
    return new Policy(settings.wrongPercent(), settings.contact());
  }
}

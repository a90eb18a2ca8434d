package org.deskbert.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Faq;
import org.deskbert.trace.Progress;

/** Encodes the phrasings of FAQs. */
final class PhrasingCodes {
  /** Texts that are encoded before the next are, so that no more vectors lie around as floats. */
  private static final int BATCH = 10_000;

  private PhrasingCodes() {}

  /** Vectors that are read or made only where none are kept. */
  interface Source {
    /** Begins; the supplier waits for the vectors. */
    Supplier<Map<String, Codes>> begin();
  }

  /**
   * The vectors of the texts of {@code faqs}, rewritten, which a thread of its own reads or makes:
   * meanwhile their words are cut. The supplier waits for it and throws what it threw.
   */
  static Supplier<Map<String, Codes>> soon(
      List<Faq> faqs,
      LocalDate day,
      Encoder encoder,
      VectorCache cache,
      int threads,
      Progress progress) {
    FutureTask<Map<String, Codes>> codes =
        new FutureTask<>(() -> with(new HashMap<>(), faqs, day, encoder, cache, threads, progress));
    Thread.ofPlatform().daemon().name("vectors").start(codes);
    return () -> {
      try {
        return codes.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException expected) {
          throw expected;
        }
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("Interrupted while vectors are read.");
      }
    };
  }

  /** Of {@code codes} those of some texts. */
  static Map<String, Codes> of(Set<String> texts, Map<String, Codes> codes) {
    Map<String, Codes> some = new HashMap<>();
    texts.stream().filter(codes::containsKey).forEach(text -> some.put(text, codes.get(text)));
    return some;
  }

  /** {@code known} with the vectors of the texts of {@code faqs}, rewritten, that it lacked. */
  static Map<String, Codes> with(
      Map<String, Codes> known,
      List<Faq> faqs,
      LocalDate day,
      Encoder encoder,
      VectorCache cache,
      int threads,
      Progress progress) {
    Set<String> missing = new Answering(faqs, day, Wording.synonyms(faqs)).texts();
    missing.removeAll(known.keySet());
    cache.find(encoder.hash(), missing, known);
    List<String> texts = missing.stream().filter(text -> !known.containsKey(text)).toList();
    for (int from = 0; from < texts.size(); from += BATCH) {
      int before = from;
      List<String> batch = texts.subList(from, Math.min(from + BATCH, texts.size()));
      Progress inAll = (phase, done, total) -> progress.report(phase, before + done, texts.size());
      known.putAll(cache.encodeNew(batch, encoder, threads, inAll));
    }
    return known;
  }
}

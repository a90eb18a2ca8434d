package org.deskbert.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Faq;
import org.deskbert.trace.Progress;

/** Encodes the phrasings of FAQs. */
final class PhrasingCodes {
  /** Texts that are encoded before the next are, so that no more vectors lie around as floats. */
  private static final int BATCH = 10_000;

  private PhrasingCodes() {}

  /** Adds to {@code known} the vectors of the texts of {@code faqs}, rewritten, that it lacks. */
  static void add(
      Map<String, Codes> known,
      List<Faq> faqs,
      LocalDate day,
      Encoder encoder,
      VectorCache cache,
      int threads,
      Progress progress) {
    Set<String> missing = new Answering(faqs, day, Wording.synonyms(faqs)).texts();
    missing.removeAll(known.keySet());
    known.putAll(cache.codes(encoder.hash(), missing));
    missing.removeAll(known.keySet());
    List<String> texts = List.copyOf(missing);
    for (int from = 0; from < texts.size(); from += BATCH) {
      int before = from;
      List<String> batch = texts.subList(from, Math.min(from + BATCH, texts.size()));
      Progress inAll = (phase, done, total) -> progress.report(phase, before + done, texts.size());
      known.putAll(cache.encodeNew(batch, encoder, threads, inAll));
    }
  }
}

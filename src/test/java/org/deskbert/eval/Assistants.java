package org.deskbert.eval;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.deskbert.chat.Assistant;
import org.deskbert.chat.ConfidenceFit;
import org.deskbert.chat.Policy;
import org.deskbert.chat.SmallTalk;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqFiles;
import org.deskbert.intent.BuiltIn;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/** Assistants as the program makes them, for tests that ask one FAQ. */
final class Assistants {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private Assistants() {}

  /** A sample FAQ that the program ships. */
  static Faq sample(String name) throws FaqException {
    return new Faq(name, FaqFiles.read(Path.of("assets/faqs", name + ".csv"), false).entries());
  }

  /** Indexes and fits; {@code encoder} is null for words only. */
  static Assistant of(Faq faq, @Nullable Encoder encoder, VectorCache cache, Policy policy)
      throws Exception {
    BuiltIn builtIn = BuiltIn.load(Path.of("assets/intents"));
    FaqIndex index = FaqIndex.build(List.of(faq), encoder, cache, DAY, 2, Progress.NONE);
    return new Assistant(
        index,
        encoder,
        ConfidenceFit.fit(index, encoder, builtIn, cache, 2, Progress.NONE),
        SmallTalk.train(builtIn, index, encoder, cache, 2, Progress.NONE),
        policy);
  }
}

package org.deskbert.app;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.deskbert.chat.Confidence;
import org.deskbert.intent.IntentModel;
import org.deskbert.search.FaqIndex;
import org.jspecify.annotations.Nullable;

/** Keeps what was fitted to FAQs by the content that they were fitted to. */
final class FittedFiles {
  /** Raised when the way of fitting changes, so that older results are not used. */
  private static final int VERSION = 9;

  private final JsonCache<Fitted> cache;

  FittedFiles(Path folder) {
    cache = new JsonCache<>(folder, Fitted.class);
  }

  /**
   * What is fitted to an index.
   *
   * @param smallTalk null without a model
   */
  record Fitted(Confidence confidence, IntentModel.@Nullable Curve smallTalk) {}

  /** What is fitted to this index: the stored, or {@code fit}'s, which is then stored. */
  Fitted get(FaqIndex index, Supplier<Fitted> fit) {
    String model = index.model() == null ? "words" : index.model();
    String name = VERSION + "-" + index.hash() + "-" + model;
    Fitted stored = cache.read(name);
    if (stored != null) {
      return stored;
    }
    Fitted fresh = fit.get();
    cache.write(name, fresh);
    return fresh;
  }
}

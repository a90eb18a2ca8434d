package org.deskbert.chat;

import java.util.List;
import org.deskbert.encoder.Encoder;
import org.deskbert.intent.BuiltIn;
import org.deskbert.search.Candidate;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;

/** Lets the learning reach the priors of the confidence, which are no one else's business. */
public final class ConfidenceAccess {
  private ConfidenceAccess() {}

  /** What the curve looks at. */
  public static double[] features(List<Candidate> candidates) {
    return Confidence.features(candidates);
  }

  /**
   * Fits a FAQ's confidence as the program does, with {@code prior} in place of the shipped one.
   */
  public static Confidence fit(
      FaqIndex index, Encoder encoder, BuiltIn builtIn, Confidence prior, VectorCache cache) {
    ConfidenceFit.Priors priors = new ConfidenceFit.Priors(prior, prior);
    return ConfidenceFit.fit(index, encoder, builtIn, priors, cache, 2, Progress.NONE);
  }
}

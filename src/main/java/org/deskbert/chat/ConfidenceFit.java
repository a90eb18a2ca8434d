package org.deskbert.chat;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import org.deskbert.encoder.Encoder;
import org.deskbert.intent.BuiltIn;
import org.deskbert.intent.Calibration;
import org.deskbert.intent.Example;
import org.deskbert.search.Candidate;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.Phrasing;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Fits a {@link Confidence} to a FAQ without any labels from its owner. Questions are simulated:
 * each phrasing asked as if it were not in the FAQ (right if its entry still comes first), the same
 * with a typo, the same with the whole entry gone (never right), and the shipped texts that no FAQ
 * answers (never right). A curve learnt on other FAQs is the prior.
 */
public final class ConfidenceFit {
  /** More simulated questions than this only take time. */
  private static final int MAX_ASKED = 1_200;

  private static final int CANDIDATES = 11;

  /** For each question with an answer, at least so many whose entry is gone, and shipped texts. */
  private static final double UNANSWERED = 0.2;

  /** Where more phrasings find their entry, they were asked rather than thought up: see MORE. */
  private static final double THOUGHT_UP = 0.7;

  /** Of what is asked less has an answer: for each hundredth above, so many hundredths. */
  private static final double MORE = 2;

  /**
   * An owner writes phrasings that differ, so a phrasing that is left out is harder to find than
   * most questions of askers, who are assumed to be understood at least four times in five.
   */
  private static final double LEAST_RIGHT = 0.8;

  /** Fewer questions than this say less than the prior does. */
  private static final int LEAST_ASKED = 30;

  private static final double PRIOR_STRENGTH = 20;

  /** Where the score says all, the margin may come out a little below nothing. */
  private static final double SLIGHT = 0.1;

  /** Questions between two reports of progress. */
  private static final int BATCH = 100;

  private final FaqIndex index;
  private final @Nullable Encoder encoder;
  private final Confidence prior;
  private final VectorCache cache;
  private final int threads;
  private final Progress progress;
  private final List<Sample> samples = new ArrayList<>();

  /** A simulated question before it has a confidence. */
  private record Sample(double[] features, boolean right, Kind kind, double weight) {}

  private enum Kind {
    /** A phrasing, as if it were not in the FAQ. */
    ASKED,
    /** The same, its entry gone. */
    GONE,
    /** A shipped text that no FAQ answers. */
    OUTSIDE
  }

  /**
   * The priors.
   *
   * @param model with a model
   * @param words without one
   */
  record Priors(Confidence model, Confidence words) {
    static final Priors SHIPPED = load();

    private static Priors load() {
      try (InputStream in = ConfidenceFit.class.getResourceAsStream("confidence.json")) {
        if (in == null) {
          throw new IllegalStateException("confidence.json is missing from the program");
        }
        return new Gson().fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), Priors.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private ConfidenceFit(
      FaqIndex index,
      @Nullable Encoder encoder,
      Priors priors,
      VectorCache cache,
      int threads,
      Progress progress) {
    this.index = index;
    this.encoder = index.model() == null ? null : encoder;
    this.prior = this.encoder == null ? priors.words() : priors.model();
    this.cache = cache;
    this.threads = threads;
    this.progress = progress;
  }

  /** The prior alone, for a FAQ that nothing is known of yet. */
  public static Confidence prior(boolean model) {
    return model ? Priors.SHIPPED.model() : Priors.SHIPPED.words();
  }

  /**
   * Fits the confidence of {@code index}. The same index and model give the same result.
   *
   * @param encoder null for words only
   * @throws CancellationException if {@code progress} says stop
   */
  public static Confidence fit(
      FaqIndex index,
      @Nullable Encoder encoder,
      BuiltIn builtIn,
      VectorCache cache,
      int threads,
      Progress progress) {
    return fit(index, encoder, builtIn, Priors.SHIPPED, cache, threads, progress);
  }

  /** The same with other priors, for learning them. */
  static Confidence fit(
      FaqIndex index,
      @Nullable Encoder encoder,
      BuiltIn builtIn,
      Priors priors,
      VectorCache cache,
      int threads,
      Progress progress) {
    return new ConfidenceFit(index, encoder, priors, cache, threads, progress).run(builtIn);
  }

  private Confidence run(BuiltIn builtIn) {
    if (index.size() < 2) {
      return prior;
    }
    askPhrasings();
    if (samples.stream().filter(s -> s.kind() == Kind.ASKED).count() < LEAST_ASKED) {
      return prior;
    }
    askOutside(builtIn);
    List<Sample> weighted = weighted();
    Calibration fitted =
        Calibration.fit(
            weighted.stream()
                .map(s -> new Calibration.Sample(s.features(), s.right(), s.weight()))
                .toList(),
            prior.curve(),
            PRIOR_STRENGTH);
    double[] w = fitted.weights();
    if (w[0] <= 0 || w[1] < -SLIGHT) {
      return prior; // a FAQ so odd that a better match looks worse can't teach anything
    }
    Calibration curve =
        new Calibration(fitted.bias(), new double[] {w[0], Math.max(0, w[1]), w[2]});
    return new Confidence(
        curve,
        weighted.stream()
            .map(s -> new Confidence.Simulated(curve.probability(s.features()), s.weight()))
            .toList());
  }

  /** Gives each kind of question the weight that it has in the life of a FAQ. */
  private List<Sample> weighted() {
    double asked = samples.stream().filter(s -> s.kind() == Kind.ASKED).count();
    double right = samples.stream().filter(Sample::right).count();
    double gone = samples.stream().filter(s -> s.kind() == Kind.GONE).count();
    double outside = samples.stream().filter(s -> s.kind() == Kind.OUTSIDE).count();
    double unanswered = UNANSWERED + MORE * Math.max(0, right / asked - THOUGHT_UP);
    boolean hard = right > 0 && right < LEAST_RIGHT * asked;
    double ofRight = hard ? LEAST_RIGHT * asked / right : 1;
    double ofWrong = hard ? (1 - LEAST_RIGHT) * asked / (asked - right) : 1;
    List<Sample> weighted = new ArrayList<>();
    for (Sample sample : samples) {
      double weight =
          switch (sample.kind()) {
            case ASKED -> sample.right() ? ofRight : ofWrong;
            case GONE -> unanswered * asked / gone;
            case OUTSIDE -> unanswered * asked / outside;
          };
      weighted.add(new Sample(sample.features(), sample.right(), sample.kind(), weight));
    }
    return weighted;
  }

  /** Asks phrasings of the FAQ as if they were not in it. */
  private void askPhrasings() {
    List<Phrasing> all =
        index.phrasings().stream().filter(p -> p.entry().phrasings().size() > 1).toList();
    int step = Math.max(1, (all.size() + MAX_ASKED - 1) / MAX_ASKED);
    Map<Phrasing, String> mistyped = new LinkedHashMap<>();
    List<Phrasing> asked = new ArrayList<>();
    for (int i = 0; i < all.size(); i += step) {
      asked.add(all.get(i));
      if (asked.size() % 3 == 0) {
        mistyped.put(all.get(i), Typos.mistype(all.get(i).text()));
      }
    }
    Map<String, float[]> vectors = vectors(mistyped.values());
    ask(
        asked,
        phrasing -> {
          float[] own = encoder == null ? null : index.vectorOf(phrasing);
          List<Sample> judged = new ArrayList<>(judge(phrasing, phrasing.text(), own));
          String typo = mistyped.get(phrasing);
          if (typo != null) {
            judged.addAll(judge(phrasing, typo, vectors.get(typo)));
          }
          return judged;
        });
  }

  /** Adds the samples of many questions, in their order, whatever thread asks which. */
  private <T> void ask(List<T> questions, Function<T, List<Sample>> judge) {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      for (int from = 0; from < questions.size(); from += BATCH) {
        if (!progress.report("learning how sure to be", from, questions.size())) {
          throw new CancellationException();
        }
        List<T> batch = questions.subList(from, Math.min(from + BATCH, questions.size()));
        samples.addAll(
            pool.submit(() -> batch.parallelStream().map(judge).toList()).join().stream()
                .flatMap(List::stream)
                .toList());
      }
    }
  }

  private List<Sample> judge(Phrasing phrasing, String question, float @Nullable [] vector) {
    List<Sample> judged = new ArrayList<>();
    List<Candidate> found = index.search(question, vector, CANDIDATES, phrasing.number());
    if (!found.isEmpty()) {
      boolean right = isEntry(found.getFirst(), phrasing);
      judged.add(new Sample(Confidence.features(found), right, Kind.ASKED, 1));
    }
    List<Candidate> others = found.stream().filter(c -> !isEntry(c, phrasing)).toList();
    if (!others.isEmpty()) {
      judged.add(new Sample(Confidence.features(others), false, Kind.GONE, 1));
    }
    return judged;
  }

  private static boolean isEntry(Candidate candidate, Phrasing phrasing) {
    return candidate.source().equals(phrasing.source())
        && candidate.entry().id().equals(phrasing.entry().id());
  }

  private void askOutside(BuiltIn builtIn) {
    Set<String> texts = new LinkedHashSet<>(builtIn.outOfScope());
    builtIn.examples().stream().map(Example::text).forEach(texts::add);
    Map<String, float[]> vectors = vectors(texts);
    ask(
        List.copyOf(texts),
        text -> {
          List<Candidate> found = index.search(text, vectors.get(text), CANDIDATES);
          // The FAQ may well hold small talk of its own.
          return found.isEmpty() || found.getFirst().exact()
              ? List.of()
              : List.of(new Sample(Confidence.features(found), false, Kind.OUTSIDE, 1));
        });
  }

  private Map<String, float[]> vectors(java.util.Collection<String> texts) {
    if (encoder == null) {
      return Map.of();
    }
    Map<String, String> asked = new LinkedHashMap<>();
    texts.forEach(text -> asked.put(text, index.rewrite(text)));
    Map<String, float[]> encoded = cache.encode(asked.values(), encoder, threads, progress);
    Map<String, float[]> vectors = new HashMap<>();
    asked.forEach((text, rewritten) -> vectors.put(text, encoded.get(rewritten)));
    return vectors;
  }
}

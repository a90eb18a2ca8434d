package org.deskbert.app;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.deskbert.app.Measured.Speed;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.eval.Benchmark;
import org.deskbert.eval.Evaluation;
import org.deskbert.eval.Evaluation.Metrics;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqHash;
import org.deskbert.faq.Library;
import org.deskbert.trace.Progress;

/**
 * Measures bundles on this machine and with the active FAQs, and keeps what was found. Safe to call
 * from any thread; the program goes on answering meanwhile.
 */
public final class Measurements {
  /** Lengths that are timed, in tokens. */
  private static final int[] LENGTHS = {8, 16, 32, 64};

  /** About the length of a question. */
  static final int QUESTION = 16;

  private final Library library;
  private final Engines engines;
  private final JsonCache<Measured> cache;
  private final Supplier<Settings> settings;

  Measurements(Library library, Engines engines, DataFolder folder, Supplier<Settings> settings) {
    this.library = library;
    this.engines = engines;
    this.cache = new JsonCache<>(folder.path().resolve("measured"), Measured.class);
    this.settings = settings;
  }

  /**
   * A cell of the grid.
   *
   * @param model name of the bundle
   * @param tokens length of each text
   * @param threads texts side by side
   * @param perSecond texts a second
   */
  public record Cell(String model, int tokens, int threads, double perSecond) {}

  /**
   * What is known of a bundle.
   *
   * @param current false if the FAQs or the tolerance have changed since
   */
  public record Known(Measured measured, boolean current) {}

  /**
   * What is known of these bundles, by their content hash: measured with the FAQs of now, else with
   * others.
   */
  public Map<String, Known> known(List<ModelInfo> models) throws FaqException {
    String faq = FaqHash.of(active(), LocalDate.now(ZoneId.systemDefault()));
    Map<String, Known> known = new HashMap<>();
    for (ModelInfo model : models) {
      if (!model.hash().isEmpty()) {
        Measured exact = cache.read(name(model.hash(), faq));
        Measured found = exact == null ? cache.newest(model.hash()) : exact;
        if (found != null) {
          boolean same = found.wrongPercent() == settings.get().wrongPercent();
          known.put(model.hash(), new Known(found, found.faq().equals(faq) && same));
        }
      }
    }
    return known;
  }

  /**
   * Times a bundle, asks it every phrasing of the active FAQs while that is taken out, and keeps
   * what was found; seconds, for a large FAQ minutes.
   *
   * @throws CancellationException if {@code progress} says stop
   */
  public Measured measure(ModelInfo model, Progress progress) throws BundleException, FaqException {
    Settings chosen = settings.get();
    List<Faq> active = active();
    try (Encoder encoder = OnnxEncoder.load(Bundle.open(model.folder()))) {
      List<Speed> speeds =
          Benchmark.lengths(encoder, LENGTHS, progress.part(0, 1, 10)).stream()
              .map(times -> new Speed(times.tokens(), times.p50Ms()))
              .toList();
      Engine engine = engines.make(active, encoder, false, chosen, progress.part(1, 5, 10));
      Metrics found =
          Evaluation.leaveOneOut(engine.assistant(), progress.part(5, 10, 10)).metrics();
      String faq = engine.assistant().index().hash();
      Measured measured =
          new Measured(
              speeds,
              found.questions(),
              found.pAt1(),
              found.right(),
              found.wrong(),
              chosen.wrongPercent(),
              faq);
      cache.write(name(encoder.hash(), faq), measured);
      return measured;
    }
  }

  /**
   * How many texts a second each bundle reads, for each length and each number of threads that is a
   * power of two up to the processors, and these; some seconds a bundle.
   *
   * @throws CancellationException if {@code progress} says stop
   */
  public List<Cell> grid(List<ModelInfo> models, Progress progress) throws BundleException {
    int processors = Runtime.getRuntime().availableProcessors();
    int[] threads =
        IntStream.concat(
                IntStream.iterate(1, n -> n < processors, n -> n * 2), IntStream.of(processors))
            .toArray();
    int cells = models.size() * LENGTHS.length * threads.length;
    List<Cell> grid = new ArrayList<>();
    for (ModelInfo model : models) {
      try (Encoder encoder = OnnxEncoder.load(Bundle.open(model.folder()))) {
        for (int tokens : LENGTHS) {
          for (int count : threads) {
            Progress part = progress.part(grid.size(), grid.size() + 1, cells);
            double perSecond = Benchmark.indexing(encoder, tokens, count, part);
            grid.add(new Cell(model.name(), tokens, count, perSecond));
          }
        }
      }
    }
    return List.copyOf(grid);
  }

  private List<Faq> active() throws FaqException {
    List<Faq> faqs = new ArrayList<>();
    for (String name : library.active()) {
      faqs.add(library.load(name));
    }
    return faqs;
  }

  private static String name(String model, String faq) {
    return model + "-" + faq;
  }
}

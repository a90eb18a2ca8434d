package org.deskbert.eval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.deskbert.chat.Assistant;
import org.deskbert.chat.ConfidenceFit;
import org.deskbert.chat.Policy;
import org.deskbert.chat.SmallTalk;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.Encoding;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.intent.BuiltIn;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Trace;

/**
 * Times of this machine.
 *
 * @param encoder one row per length
 * @param search words and vectors over a FAQ of made-up entries, without the encoder
 * @param reply question to reply over the same FAQ
 * @param askers replies a second, for one asker and for eight at once, the best of some rounds
 */
public record Benchmark(
    List<EncoderTimes> encoder, Times search, Times reply, List<Throughput> askers) {
  private static final int[] TOKENS = {8, 16, 32, 64, 128};
  private static final int ENCODER_RUNS = 50;
  private static final int RUNS = 200;
  private static final int WARM_UP = 50;

  /** Texts that are read side by side. */
  private static final int INDEXED = 128;

  private static final int[] ASKERS = {1, 8};

  /** Questions of all askers together, each time. */
  private static final int ASKED = 400;

  /** One asker and eight take turns: at first, Java's compiler works beside them. */
  private static final int ROUNDS = 5;

  /** Words of one piece each, so that a text has as many tokens as words. */
  private static final String[] WORDS =
      ("printer password account mail network office laptop screen phone meeting order delivery"
              + " return payment invoice holiday contract salary training travel question answer"
              + " help change open close start stop find send receive update install remove new"
              + " old broken lost slow fast how where when why who can my the a is to for with")
          .split(" ");

  /**
   * One length of text, one thread.
   *
   * @param tokens word pieces with [CLS] and [SEP]
   * @param coldMs the first text of this length
   */
  public record EncoderTimes(int tokens, double coldMs, double p50Ms, double p95Ms, double p99Ms) {}

  /** Percentiles over a FAQ of {@code entries} entries. */
  public record Times(int entries, double p50Ms, double p95Ms, double p99Ms) {}

  /** How many replies a second so many askers at once get together. */
  public record Throughput(int askers, double repliesPerSecond) {}

  /**
   * Measures; takes some seconds and, for many entries, some more.
   *
   * @param encoder freshly loaded, so that the cold times are cold
   * @param phrasings of each of the {@code entries}
   * @throws CancellationException if {@code progress} says stop
   */
  public static Benchmark run(Encoder encoder, int entries, int phrasings, Progress progress) {
    List<EncoderTimes> encoderTimes = lengths(encoder, TOKENS, progress);
    check(progress, "building a FAQ", 0, 1);
    Random random = new Random(1);
    FaqIndex index = index(encoder, entries, phrasings, random);
    List<String> questions = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < RUNS + WARM_UP; i++) {
      questions.add(sentence(random, 6 + random.nextInt(6)));
      vectors.add(unit(random, encoder.dimension()));
    }
    check(progress, "timing search and reply", 0, 1);
    long[] search = new long[RUNS];
    for (int i = 0; i < RUNS + WARM_UP; i++) {
      long begin = System.nanoTime();
      index.search(questions.get(i), vectors.get(i), 10);
      if (i >= WARM_UP) {
        search[i - WARM_UP] = System.nanoTime() - begin;
      }
    }
    Assistant assistant =
        new Assistant(
            index,
            encoder,
            ConfidenceFit.prior(true),
            SmallTalk.train(BuiltIn.NONE, index, encoder, VectorCache.inMemory(), 1, Progress.NONE),
            Policy.DEFAULT);
    long[] reply = new long[RUNS];
    for (int i = 0; i < RUNS + WARM_UP; i++) {
      long nanos = assistant.reply(questions.get(i)).timings().totalNanos();
      if (i >= WARM_UP) {
        reply[i - WARM_UP] = nanos;
      }
    }
    return new Benchmark(
        encoderTimes,
        times(entries, search),
        times(entries, reply),
        askers(assistant, questions, progress));
  }

  /**
   * Times an encoder on one thread, with texts of so many tokens each.
   *
   * @throws CancellationException if {@code progress} says stop
   */
  public static List<EncoderTimes> lengths(Encoder encoder, int[] tokens, Progress progress) {
    List<EncoderTimes> times = new ArrayList<>();
    for (int length : tokens) {
      check(progress, "timing the encoder", times.size(), tokens.length);
      times.add(encoder(encoder, length));
    }
    return List.copyOf(times);
  }

  /**
   * How many texts of {@code tokens} tokens a second are read on so many threads, as for an index.
   *
   * @throws CancellationException if {@code progress} says stop
   */
  public static double indexing(Encoder encoder, int tokens, int threads, Progress progress) {
    Random random = new Random(tokens);
    List<String> texts =
        IntStream.range(0, INDEXED).mapToObj(_ -> sentence(random, tokens - 2)).toList();
    encoder.encodeAll(texts.subList(0, Math.min(threads, INDEXED)), threads, progress);
    long begin = System.nanoTime();
    encoder.encodeAll(texts, threads, progress);
    return INDEXED / ((System.nanoTime() - begin) / 1e9);
  }

  /** The best of some rounds. */
  private static List<Throughput> askers(
      Assistant assistant, List<String> questions, Progress progress) {
    double[] best = new double[ASKERS.length];
    for (int round = 0; round < ROUNDS; round++) {
      check(progress, "timing askers", round, ROUNDS);
      for (int i = 0; i < best.length; i++) {
        best[i] = Math.max(best[i], repliesPerSecond(assistant, questions, ASKERS[i]));
      }
    }
    return IntStream.range(0, best.length)
        .mapToObj(i -> new Throughput(ASKERS[i], best[i]))
        .toList();
  }

  private static double repliesPerSecond(Assistant assistant, List<String> questions, int askers) {
    AtomicInteger next = new AtomicInteger();
    long begin = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(askers)) {
      for (int asker = 0; asker < askers; asker++) {
        pool.execute(() -> {
          for (int i = next.getAndIncrement(); i < ASKED; i = next.getAndIncrement()) {
            assistant.reply(questions.get(i % questions.size()));
          }
        });
      }
    }
    return ASKED / ((System.nanoTime() - begin) / 1e9);
  }

  private static void check(Progress progress, String phase, int done, int total) {
    if (!progress.report(phase, done, total)) {
      throw new CancellationException();
    }
  }

  private static EncoderTimes encoder(Encoder encoder, int tokens) {
    String text = sentence(new Random(tokens), tokens - 2);
    long begin = System.nanoTime();
    encoder.encode(text, new Trace());
    double cold = (System.nanoTime() - begin) / 1e6;
    long[] nanos = new long[ENCODER_RUNS];
    for (int i = 0; i < ENCODER_RUNS; i++) {
      begin = System.nanoTime();
      encoder.encode(text, new Trace());
      nanos[i] = System.nanoTime() - begin;
    }
    Arrays.sort(nanos);
    return new EncoderTimes(
        tokens,
        cold,
        Quantiles.millis(nanos, 50),
        Quantiles.millis(nanos, 95),
        Quantiles.millis(nanos, 99));
  }

  private static Times times(int entries, long[] nanos) {
    Arrays.sort(nanos);
    return new Times(
        entries,
        Quantiles.millis(nanos, 50),
        Quantiles.millis(nanos, 95),
        Quantiles.millis(nanos, 99));
  }

  /** A FAQ of made-up entries; its vectors are random, for search takes as long with any. */
  private static FaqIndex index(Encoder encoder, int entries, int phrasings, Random random) {
    List<Entry> made = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      List<String> texts = new ArrayList<>();
      for (int p = 0; p < phrasings; p++) {
        texts.add(sentence(random, 8) + " " + i);
      }
      made.add(new Entry("e" + i, texts, sentence(random, 20), "", List.of(), null, null));
    }
    return FaqIndex.build(
        List.of(new Faq("bench", made)),
        new RandomVectors(encoder),
        VectorCache.inMemory(),
        LocalDate.EPOCH,
        1,
        Progress.NONE);
  }

  private static String sentence(Random random, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }

  private static float[] unit(Random random, int dimension) {
    float[] vector = new float[dimension];
    double sum = 0;
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian();
      sum += vector[i] * vector[i];
    }
    float length = (float) Math.sqrt(sum);
    for (int i = 0; i < dimension; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  /** Stands in for the encoder while the made-up FAQ is indexed. */
  private record RandomVectors(Encoder encoder) implements Encoder {
    @Override
    public String hash() {
      return encoder.hash();
    }

    @Override
    public String name() {
      return encoder.name();
    }

    @Override
    public int dimension() {
      return encoder.dimension();
    }

    @Override
    public Encoding encode(String text, Trace trace) {
      return new Encoding(unit(new Random(text.hashCode()), dimension()), 0, false);
    }

    @Override
    public List<Encoding> encodeAll(List<String> texts, int threads, Progress progress) {
      return texts.stream().map(t -> encode(t, new Trace())).toList();
    }

    @Override
    public void close() {
      // The encoder belongs to the caller.
    }
  }
}

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import com.sun.management.OperatingSystemMXBean;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqFiles;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Trace;

/**
 * Times tokenise + encode of our encoder beside those that a Java program would take instead; see
 * docs/benchmarks.md.
 *
 * <p>Arguments: the bundle, the folder of the sample FAQs, a folder to work in. The table is
 * printed and written to {@code encoder-speed.md} there.
 */
final class EncoderSpeed {
  private static final int QUESTIONS = 120;
  private static final int BLOCK = 20;

  /** Untimed runs at the start of a block: the encoder's weights come back into the caches. */
  private static final int WARM = 3;

  private static final int ROUNDS = 5;
  private static final int PHRASINGS = 10_000;
  private static final int WORDS = 9;
  private static final int INDEX_THREADS = 2;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final StringBuilder report = new StringBuilder();

  /** What one run took, in nanoseconds: on the clock, and on the processor. */
  private record Cost(long clock, long processor) {}

  /** An encoder under test; {@code every}: it takes part in each n-th round only. */
  private record Contestant(
      String name, int every, Function<String, float[]> encode, List<Cost> costs) {
    Contestant(String name, int every, Function<String, float[]> encode) {
      this(name, every, encode, new ArrayList<>());
    }

    void run(String question) {
      // All encoders work on the calling thread alone, so its own processor time is all there is.
      long processor = THREADS.getCurrentThreadCpuTime();
      long clock = System.nanoTime();
      encode.apply(question);
      long end = System.nanoTime();
      costs.add(new Cost(end - clock, THREADS.getCurrentThreadCpuTime() - processor));
    }

    double millis(ToLongFunction<Cost> kind, int percent) {
      long[] sorted = costs.stream().mapToLong(kind).sorted().toArray();
      return sorted[(sorted.length - 1) * percent / 100] / 1e6;
    }
  }

  /** LangChain4j's own classes around a session with one thread; by itself it takes all cores. */
  private static final class OneThread extends AbstractInProcessEmbeddingModel {
    private final OnnxBertBiEncoder model;

    OneThread(String name, PoolingMode pooling) throws Exception {
      super(Runnable::run);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      try (InputStream graph = resource(name + ".onnx");
          InputStream tokenizer = resource(name + "-tokenizer.json");
          OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        OrtSession session = environment.createSession(graph.readAllBytes(), options);
        model = new OnnxBertBiEncoder(environment, session, tokenizer, pooling);
      }
    }

    private static InputStream resource(String name) {
      return OneThread.class.getResourceAsStream("/" + name);
    }

    @Override
    protected OnnxBertBiEncoder model() {
      return model;
    }

    float[] encode(String text) {
      return embed(text).content().vector();
    }
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("ai.djl.offline", "true");
    Path work = Files.createDirectories(Path.of(args[2]));
    EncoderSpeed speed = new EncoderSpeed();
    speed.run(Path.of(args[0]), Path.of(args[1]), work);
    Files.writeString(work.resolve("encoder-speed.md"), speed.report);
  }

  private void run(Path folder, Path faqs, Path work) throws Exception {
    Bundle bundle = Bundle.open(folder);
    List<String> questions = questions(faqs);
    try (Encoder ours = OnnxEncoder.load(bundle);
        Encoder base = OnnxEncoder.load(Bundle.open(BertBase.bundle(work, bundle)))) {
      OneThread bge = new OneThread("bge-small-en-v1.5-q", PoolingMode.CLS);
      OneThread miniLm = new OneThread("all-minilm-l6-v2-q", PoolingMode.MEAN);
      List<Contestant> contestants =
          List.of(
              new Contestant(bundle.name(), 1, text -> vector(ours, text)),
              new Contestant("LangChain4j bge-small-en-v15-q", 1, bge::encode),
              new Contestant("LangChain4j all-minilm-l6-v2-q", 1, miniLm::encode),
              new Contestant("BERT-base fp32, our Java code", ROUNDS, text -> vector(base, text)));
      double before = load();
      time(contestants, questions);
      int tokens = questions.stream().mapToInt(text -> tokens(ours, text)).sum();
      describe(bundle, (double) tokens / questions.size());
      table(contestants);
      index(ours);
      line("");
      line("Load of the machine: %.1f before, %.1f after.", before, load());
    }
  }

  private static float[] vector(Encoder encoder, String text) {
    return encoder.encode(text, new Trace()).vector();
  }

  private static int tokens(Encoder encoder, String text) {
    return encoder.encode(text, new Trace()).tokens();
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** The first phrasing of as many entries of the sample FAQs, mixed. */
  private static List<String> questions(Path folder) throws Exception {
    List<String> questions = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "*.csv")) {
      List<Path> sorted = new ArrayList<>();
      files.forEach(sorted::add);
      Collections.sort(sorted);
      for (Path file : sorted) {
        FaqFiles.read(file, false)
            .entries()
            .forEach(entry -> questions.add(entry.phrasings().getFirst()));
      }
    }
    Collections.shuffle(questions, new Random(1));
    return questions.subList(0, QUESTIONS);
  }

  /** All encoders take turns, a block of questions each, so that other work hits them alike. */
  private static void time(List<Contestant> contestants, List<String> questions) {
    for (Contestant one : contestants) {
      questions.subList(0, one.every() > 1 ? BLOCK : QUESTIONS).forEach(one.encode()::apply);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int from = 0; from < QUESTIONS; from += BLOCK) {
        List<String> block = questions.subList(from, from + BLOCK);
        for (Contestant one : contestants) {
          if (round % one.every() == 0) {
            block.subList(0, WARM).forEach(one.encode()::apply);
            for (String question : block) {
              one.run(question);
            }
          }
        }
      }
    }
  }

  private void describe(Bundle bundle, double tokens) throws Exception {
    line(
        "%s, hash %s; ONNX Runtime %s; Java %s; %d processors%s; %s.",
        bundle.name(),
        bundle.hash().substring(0, 12),
        OnnxEncoder.runtimeVersion(),
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors(),
        processor(),
        LocalDate.now());
    line("%d questions of the sample FAQs, %.1f tokens on average.", QUESTIONS, tokens);
    line("");
  }

  private static String processor() throws Exception {
    Path info = Path.of("/proc/cpuinfo");
    return Files.exists(info)
        ? Files.readAllLines(info).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
            .findFirst()
            .orElse("")
        : "";
  }

  private void table(List<Contestant> contestants) {
    Contestant ours = contestants.getFirst();
    line(
        "| tokenise + encode, one thread | median ms | 95th percentile | processor ms | times ours"
            + " | processor, times ours |");
    line("|---|---|---|---|---|---|");
    for (Contestant one : contestants) {
      double clock = one.millis(Cost::clock, 50);
      double processor = one.millis(Cost::processor, 50);
      line(
          "| %s | %.2f | %.2f | %.2f | %.2f | %.2f |",
          one.name(),
          clock,
          one.millis(Cost::clock, 95),
          processor,
          clock / ours.millis(Cost::clock, 50),
          processor / ours.millis(Cost::processor, 50));
    }
    line("");
  }

  /** Encodes and indexes made-up phrasings, as an import of a large FAQ does. */
  private void index(Encoder encoder) {
    Random random = new Random(2);
    String[] words =
        ("how do i reset my password for the shop where can find invoice of order that was sent to"
                + " wrong address which printer does office use when will vacation days be paid out"
                + " screen stays black after update who approves travel expenses parcel is damaged")
            .split(" ");
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < PHRASINGS; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < WORDS; word++) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      entries.add(new Entry("e" + i, List.of(text + "?"), "a", "", List.of(), null, null));
    }
    List<String> texts = entries.stream().map(entry -> entry.phrasings().getFirst()).toList();
    double tokens =
        texts.stream().limit(200).mapToInt(text -> tokens(encoder, text)).average().orElseThrow();
    VectorCache cache = VectorCache.inMemory();
    long start = System.nanoTime();
    long used = processorTime();
    cache.encode(texts, encoder, INDEX_THREADS, Progress.NONE);
    double encoded = (System.nanoTime() - start) / 1e9;
    FaqIndex index =
        FaqIndex.build(
            List.of(new Faq("made up", entries)),
            encoder,
            cache,
            LocalDate.EPOCH,
            INDEX_THREADS,
            Progress.NONE);
    double indexed = (System.nanoTime() - start) / 1e9;
    line(
        "| %,d phrasings of %.1f tokens, %d threads | seconds |",
        index.phrasings().size(), tokens, INDEX_THREADS);
    line("|---|---|");
    line("| encode | %.1f |", encoded);
    line("| encode and index | %.1f |", indexed);
    line("| the same, processor time of all threads | %.1f |", (processorTime() - used) / 1e9);
  }

  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private void line(String format, Object... values) {
    String text = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    System.out.println(text);
    report.append(text).append('\n');
  }
}

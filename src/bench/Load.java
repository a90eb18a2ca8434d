import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Engine;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Trace;

/**
 * Puts the program under load; see docs/load.md. Arguments: the bundle, a folder to work in, number
 * of FAQs, entries of each, phrasings of each entry, questions.
 *
 * <p>The FAQs are made up from a fixed seed, and so are the vectors of their phrasings: to encode
 * 300,000 of them takes four minutes and changes nothing that is measured here.
 */
final class Load {
  private static final String[] FRAMES =
      ("How do I %v the %a %b %c?|What can I do when the %b %c does not %v?|%b %c %v problem"
              + "|Where is the %a %c for %b?|Can I %v my %b %c without %a?|Who can %v a %a %b %c"
              + "|I need to %v the %c of the %b|my %b shows %c and will not %v|steps to %v %b %c")
          .split("\\|");
  private static final String[] VERBS =
      ("reset change order open install update remove print send find pay return book cancel share"
              + " lock scan move copy sign claim request renew check")
          .split(" ");
  private static final int ANSWER_WORDS = 20;
  private static final int SEARCHES = 2_000;
  private static final int WARM_UP = 1_000;
  private static final int ASKED = 2_000;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Random random = new Random(7);
  private final List<String> words = new ArrayList<>();
  private final double[] sums;
  private final List<Faq> faqs = new ArrayList<>();
  private final StringBuilder report = new StringBuilder();

  private Load(Path vocabulary) throws IOException {
    for (String token : Files.readAllLines(vocabulary)) {
      if (token.matches("[a-z]{3,}")) {
        words.add(token);
      }
    }
    // A vocabulary is sorted by frequency, so this is about how often words are used.
    sums = new double[words.size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = (i == 0 ? 0 : sums[i - 1]) + 1.0 / (i + 30);
    }
  }

  public static void main(String[] args) throws Exception {
    Path bundle = Path.of(args[0]);
    Path work = Files.createDirectories(Path.of(args[1]));
    int[] sizes = Arrays.stream(args, 2, 6).mapToInt(Integer::parseInt).toArray();
    Load load = new Load(bundle.resolve("vocab.txt"));
    load.prepare(work, sizes[0], sizes[1], sizes[2]);
    load.run(work, sizes[3]);
    Files.writeString(work.resolve("load.md"), load.report);
  }

  private String word() {
    int at = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    return words.get(at < 0 ? -at - 1 : at);
  }

  private String verb() {
    return VERBS[random.nextInt(VERBS.length)];
  }

  private Faq faq(String name, int entries, int phrasings) {
    List<Entry> made = new ArrayList<>();
    for (int e = 0; e < entries; e++) {
      String verb = verb();
      String b = word();
      String c = word();
      int frame = random.nextInt(FRAMES.length);
      List<String> texts = new ArrayList<>();
      for (int p = 0; p < phrasings; p++) {
        texts.add(
            FRAMES[(frame + 2 * p) % FRAMES.length]
                .replace("%v", verb)
                .replace("%a", word())
                .replace("%b", b)
                .replace("%c", c));
      }
      StringBuilder answer = new StringBuilder();
      for (int i = 0; i < ANSWER_WORDS; i++) {
        answer.append(word()).append(' ');
      }
      made.add(
          new Entry(name + e, texts, answer.toString(), "part " + e % 50, List.of(), null, null));
    }
    return new Faq(name, made);
  }

  /** Fills library and cache of vectors, which are left from an earlier run if they are there. */
  private void prepare(Path work, int count, int entries, int phrasings) throws Exception {
    for (int i = 0; i < count; i++) {
      faqs.add(faq("load" + i, entries, phrasings));
    }
    line("%d FAQs of %,d entries with %d phrasings.", count, entries, phrasings);
    try (DeskBert program = DeskBert.open(work);
        Encoder encoder = program.models().encoder(null);
        VectorCache cache = VectorCache.open(program.folder().cache())) {
      List<String> there = program.library().list().stream().map(info -> info.name()).toList();
      for (Faq faq : faqs) {
        if (!there.contains(faq.name())) {
          program.library().add(faq);
          cache.put(encoder.hash(), vectors(faq.entries(), encoder.dimension()));
        }
      }
      program.library().use(faqs.stream().map(Faq::name).toList());
    }
  }

  /** Unit vectors, alike within an entry, less within a topic. */
  private static Map<String, float[]> vectors(Collection<Entry> entries, int dimension) {
    Map<String, float[]> vectors = new HashMap<>();
    for (Entry entry : entries) {
      Random topic = new Random(entry.id().hashCode() % 400);
      Random own = new Random(entry.id().hashCode());
      float[] centre = new float[dimension];
      for (int d = 0; d < dimension; d++) {
        centre[d] = (float) (1 + topic.nextGaussian() + 0.7 * own.nextGaussian());
      }
      for (String text : entry.phrasings()) {
        float[] vector = new float[dimension];
        double squares = 0;
        for (int d = 0; d < dimension; d++) {
          vector[d] = (float) (centre[d] + 0.5 * own.nextGaussian());
          squares += vector[d] * vector[d];
        }
        for (int d = 0; d < dimension; d++) {
          vector[d] /= (float) Math.sqrt(squares);
        }
        vectors.put(text, vector);
      }
    }
    return vectors;
  }

  /** A phrasing with a word changed. */
  private String question() {
    List<Entry> entries = faqs.get(random.nextInt(faqs.size())).entries();
    List<String> texts = entries.get(random.nextInt(entries.size())).phrasings();
    String[] parts = texts.get(random.nextInt(texts.size())).split(" ");
    parts[random.nextInt(parts.length)] = word();
    return String.join(" ", parts);
  }

  private void run(Path work, int count) throws Exception {
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      questions.add(question());
    }
    faqs.clear(); // the program has its own
    try (DeskBert program = DeskBert.open(work)) {
      program.engine(null, null, null, Progress.NONE).close(); // fits, where it was not
    }
    long clock = System.nanoTime();
    long used = SYSTEM.getProcessCpuTime();
    try (DeskBert program = DeskBert.open(work);
        Engine engine = program.engine(null, null, null, Progress.NONE)) {
      engine.ask(questions.getFirst());
      line("");
      line("| what | figure |");
      line("|---|---|");
      line(
          "| open, to the first reply | %.1f s, %.1f s of processor time |",
          (System.nanoTime() - clock) / 1e9, (SYSTEM.getProcessCpuTime() - used) / 1e9);
      memory("opened");
      try (Encoder encoder = program.models().encoder(null)) {
        search(engine.assistant().index(), encoder, questions);
      }
      memory("after the searches");
      replies(engine, questions);
      askers(engine, questions);
    }
    try (DeskBert program = DeskBert.open(work)) {
      line("%s", LiveEdits.row(program, "load0"));
    }
  }

  private void search(FaqIndex index, Encoder encoder, List<String> questions) {
    double[] clock = new double[SEARCHES];
    double[] processor = new double[SEARCHES];
    for (int i = 0; i < WARM_UP + SEARCHES; i++) {
      String question = questions.get(i % questions.size());
      float[] vector = encoder.encode(index.rewrite(question), new Trace()).vector();
      long used = processor();
      long begin = System.nanoTime();
      index.search(question, vector, 10);
      if (i >= WARM_UP) {
        clock[i - WARM_UP] = (System.nanoTime() - begin) / 1e6;
        processor[i - WARM_UP] = (processor() - used) / 1e6;
      }
    }
    line(
        "| search, median / 95th percentile | %.2f / %.2f ms, processor %.2f / %.2f ms |",
        percentile(clock, 50),
        percentile(clock, 95),
        percentile(processor, 50),
        percentile(processor, 95));
  }

  /** All questions in a row; the processor's time is that of the asking thread. */
  private void replies(Engine engine, List<String> questions) throws Exception {
    double[] processor = new double[questions.size()];
    for (int i = 0; i < questions.size(); i++) {
      long used = processor();
      engine.ask(questions.get(i));
      processor[i] = (processor() - used) / 1e6;
      if (i + 1 == 1_000 || (i + 1) % Math.max(1, questions.size() / 4) == 0) {
        memory(String.format(Locale.ROOT, "after %,d questions", i + 1));
      }
    }
    int tenth = Math.max(1, questions.size() / 10);
    double[] start = Arrays.copyOfRange(processor, tenth / 2, tenth / 2 + tenth);
    double[] end = Arrays.copyOfRange(processor, processor.length - tenth, processor.length);
    line(
        "| reply, processor, 99th percentile, first tenth / last tenth | %.2f / %.2f ms |",
        percentile(start, 99), percentile(end, 99));
  }

  private void askers(Engine engine, List<String> questions) {
    double one = throughput(engine, questions, 1);
    double eight = throughput(engine, questions, 8);
    line("| replies a second, one asker / eight at once | %.0f / %.0f |", one, eight);
  }

  private static double throughput(Engine engine, List<String> questions, int askers) {
    AtomicInteger next = new AtomicInteger();
    long begin = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(askers)) {
      for (int asker = 0; asker < askers; asker++) {
        pool.execute(() -> {
          for (int i = next.getAndIncrement(); i < ASKED; i = next.getAndIncrement()) {
            engine.ask(questions.get(i % questions.size()));
          }
        });
      }
    }
    return ASKED / ((System.nanoTime() - begin) / 1e9);
  }

  private void memory(String when) throws IOException {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    line("| memory, %s | heap %d MB, process %d MB |", when, heap, resident());
  }

  /** Resident memory of the process in MB, 0 where the system does not say it. */
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status, StandardCharsets.UTF_8).stream()
            .filter(text -> text.startsWith("VmRSS"))
            .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")) >> 10)
            .sum()
        : 0;
  }

  private static long processor() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double percentile(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) * percent / 100];
  }

  private void line(String format, Object... values) {
    String text = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    System.out.println(text);
    report.append(text).append('\n');
  }
}

package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.deskbert.chat.Assistant;
import org.deskbert.chat.Policy;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Trace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ranking and confidence on the public StackFAQ set, lines 1, 3, 5, …; the others are for tuning.
 * Runs with {@code -Ddata=DIR}, which holds stackfaq/stackfaq.jsonl and typo.py; prints a table.
 */
@EnabledIfSystemProperty(named = "data", matches = ".+")
class StackFaqTest {
  private static final Path DATA = Path.of(System.getProperty("data", ""));

  @TempDir Path folder;

  private static Encoder encoder;
  private static final VectorCache CACHE = VectorCache.inMemory();
  private static final Map<String, float[]> VECTORS = new HashMap<>();
  private static final List<Entry> ENTRIES = new ArrayList<>();
  private static final List<LabelledText> TESTS = new ArrayList<>();

  @BeforeAll
  static void read() throws Exception {
    encoder =
        OnnxEncoder.load(
            Bundle.open(Path.of(System.getProperty("bundle", "models/deskbert-small"))));
    for (String line : Files.readAllLines(DATA.resolve("stackfaq/stackfaq.jsonl"))) {
      var object = JsonParser.parseString(line).getAsJsonObject();
      String id = "q" + ENTRIES.size();
      if (ENTRIES.size() % 2 == 0) { // lines 1, 3, 5, …
        object
            .getAsJsonArray("queries")
            .forEach(q -> TESTS.add(new LabelledText(q.getAsString(), id)));
      }
      String question = object.get("question").getAsString();
      VECTORS.put(id, encoder.encode(question, new Trace()).vector());
      ENTRIES.add(new Entry(id, List.of(question), "An answer.", "", List.of(), null, null));
    }
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  private static Assistant assistant(List<Entry> entries, double wrongPercent) throws Exception {
    return Assistants.of(new Faq("s", entries), encoder, CACHE, new Policy(wrongPercent, ""));
  }

  /** Rank of the right entry by the vectors alone, 1 = first. */
  private static int rankByVector(String question, String id) {
    float[] vector = encoder.encode(question, new Trace()).vector();
    double[] cosines =
        ENTRIES.stream().mapToDouble(e -> dot(vector, VECTORS.get(e.id()))).toArray();
    double right = cosines[Integer.parseInt(id.substring(1))];
    return 1 + (int) IntStream.range(0, cosines.length).filter(i -> cosines[i] > right).count();
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private List<LabelledText> mistyped() throws Exception {
    Path before = folder.resolve("before.txt");
    Path after = folder.resolve("after.txt");
    Files.write(before, TESTS.stream().map(t -> t.text().strip().replaceAll("\\s+", " ")).toList());
    Process process =
        new ProcessBuilder(
                "python3", DATA.resolve("typo.py").toString(), before.toString(), after.toString())
            .inheritIO()
            .start();
    assertEquals(0, process.waitFor());
    List<String> lines = Files.readAllLines(after);
    assertEquals(TESTS.size(), lines.size());
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new LabelledText(lines.get(i), TESTS.get(i).label()))
        .toList();
  }

  /** Two-sided exact McNemar test of two paired counts of the only ones right. */
  private static double mcNemar(int onlyA, int onlyB) {
    int n = onlyA + onlyB;
    double p = 0;
    double term = Math.pow(0.5, n);
    for (int i = 0; i <= Math.min(onlyA, onlyB); i++) {
      p += term;
      term *= (double) (n - i) / (i + 1);
    }
    return Math.min(1, 2 * p);
  }

  @Test
  void wordsAndMeaningTogetherBeatMeaningAlone() throws Exception {
    Assistant assistant = assistant(ENTRIES, 5);
    double[] found = new double[2];
    boolean kept = true;
    int noise = 0;
    for (List<LabelledText> tests : List.of(TESTS, mistyped())) {
      Evaluation evaluation = Evaluation.run(assistant, tests, Progress.NONE);
      int[] only = new int[2];
      int first = 0;
      int five = 0;
      for (Evaluation.Row row : evaluation.rows()) {
        int rank = rankByVector(row.question(), row.id());
        first += rank == 1 ? 1 : 0;
        five += rank <= 5 ? 1 : 0;
        only[0] += row.firstIsRight() && rank > 1 ? 1 : 0;
        only[1] += !row.firstIsRight() && rank == 1 ? 1 : 0;
      }
      double n = tests.size();
      double p = mcNemar(only[0], only[1]);
      Evaluation.Metrics metrics = evaluation.metrics();
      found[noise] = metrics.pAt1();
      System.out.printf(
          Locale.ROOT,
          "| %s, %.0f queries | P@1 %.3f, R@5 %.3f | vectors alone %.3f, %.3f | p = %.2g | ECE %.3f"
              + " |%n",
          noise == 0 ? "clean" : "mistyped",
          n,
          metrics.pAt1(),
          metrics.rAt5(),
          first / n,
          five / n,
          p,
          metrics.ece());
      kept &= metrics.pAt1() >= first / n && metrics.rAt5() >= five / n;
      kept &= noise == 0 || p < 0.05;
      noise++;
    }
    assertTrue(kept);
    assertTrue(found[0] - found[1] <= 0.06, "lost to typing errors: " + (found[0] - found[1]));
  }

  @Test
  void asManyAnswersAreWrongAsThePolicyAllows() throws Exception {
    List<Entry> kept =
        IntStream.range(0, ENTRIES.size()).filter(i -> i % 5 != 0).mapToObj(ENTRIES::get).toList();
    Set<String> ids = new HashSet<>(kept.stream().map(Entry::id).toList());
    List<LabelledText> tests =
        TESTS.stream()
            .map(t -> ids.contains(t.label()) ? t : new LabelledText(t.text(), ""))
            .toList();
    boolean held = true;
    for (int wrong : List.of(2, 5, 10, 20)) {
      Evaluation.Metrics m = Evaluation.run(assistant(kept, wrong), tests, Progress.NONE).metrics();
      double realised = 100.0 * m.wrong() / Math.max(1, m.answered());
      System.out.printf(
          Locale.ROOT,
          "| promised %d %% | realised %.1f %% | %d answered, %d asked back (%d right), %d declined"
              + " (%d right) of %d | ECE %.3f |%n",
          wrong,
          realised,
          m.answered(),
          m.askedBack(),
          m.askedBackRight(),
          m.declined(),
          m.declinedRight(),
          m.questions(),
          m.ece());
      held &= realised <= wrong + 3 && m.ece() <= 0.08;
    }
    assertTrue(held);
  }
}

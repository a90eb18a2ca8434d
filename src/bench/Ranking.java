import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.eval.LabelledText;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqFiles;
import org.deskbert.intent.BuiltIn;
import org.deskbert.intent.Example;
import org.deskbert.intent.IntentModel;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Trace;

/**
 * How often the right entry and the right intent come first, with us and with what a Java program
 * would take instead; see docs/benchmarks.md.
 *
 * <p>Arguments: the bundle, the folder {@code assets}, the folder of the test questions, a folder
 * to work in. The tables are printed and written to {@code ranking.md} there, a plot to {@code
 * ranking.svg}.
 */
final class Ranking {
  private static final List<String> SAMPLES = List.of("it", "hr", "shop");
  private static final int FOLDS = 5;

  private final StringBuilder report = new StringBuilder();
  private final Encoder encoder;
  private final Map<String, EmbeddingModel> models = new LinkedHashMap<>();

  private Ranking(Encoder encoder) {
    this.encoder = encoder;
    models.put("bge-small-en-v15-q", new BgeSmallEnV15QuantizedEmbeddingModel());
    models.put("all-minilm-l6-v2-q", new AllMiniLmL6V2QuantizedEmbeddingModel());
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("ai.djl.offline", "true");
    Path work = Files.createDirectories(Path.of(args[3]));
    try (Encoder encoder = OnnxEncoder.load(Bundle.open(Path.of(args[0])))) {
      Ranking ranking = new Ranking(encoder);
      Map<String, Score> entries = ranking.entries(Path.of(args[1]), Path.of(args[2]));
      ranking.intents(Path.of(args[1], "intents"));
      Files.writeString(work.resolve("ranking.md"), ranking.report);
      Files.writeString(work.resolve("ranking.svg"), Bars.svg(bars(entries)));
    }
  }

  /** How the questions to a FAQ came out: clean and mistyped ones. */
  private static final class Score {
    int questions;
    final int[] first = new int[2];
    final int[] five = new int[2];
    final double[] reciprocal = new double[2];

    void add(int kind, List<String> ranked, String right) {
      int place = ranked.indexOf(right);
      first[kind] += place == 0 ? 1 : 0;
      five[kind] += place >= 0 && place < 5 ? 1 : 0;
      reciprocal[kind] += place < 0 ? 0 : 1.0 / (place + 1);
      questions += kind == 0 ? 1 : 0;
    }
  }

  private Map<String, Score> entries(Path assets, Path tests) throws Exception {
    Map<String, Score> scores = new LinkedHashMap<>();
    for (String sample : SAMPLES) {
      Faq faq =
          new Faq(
              sample,
              FaqFiles.read(assets.resolve("faqs").resolve(sample + ".csv"), false).entries());
      List<LabelledText> questions = new ArrayList<>();
      for (LabelledText row : LabelledText.readTests(tests.resolve(sample + ".csv"))) {
        if (!row.label().isEmpty()) {
          questions.add(row);
        }
      }
      rankers(faq)
          .forEach((name, ranker) -> {
            Score score = scores.computeIfAbsent(name, _ -> new Score());
            Random random = new Random(1);
            for (LabelledText row : questions) {
              score.add(0, ranker.rank(row.text()), row.label());
              score.add(1, ranker.rank(mistyped(row.text(), random)), row.label());
            }
          });
    }
    int all = scores.values().iterator().next().questions;
    line("%d questions to the three samples that have an answer, clean / mistyped.", all);
    line("");
    line("| ranking | right entry first | among the first five | mean reciprocal rank |");
    line("|---|---|---|---|");
    scores.forEach((name, score) ->
        line(
            "| %s | %d / %d | %d / %d | %.3f / %.3f |",
            name,
            score.first[0],
            score.first[1],
            score.five[0],
            score.five[1],
            score.reciprocal[0] / all,
            score.reciprocal[1] / all));
    line("");
    return scores;
  }

  private Map<String, Peers.Ranker> rankers(Faq faq) throws Exception {
    List<Peers.Labelled> phrasings = new ArrayList<>();
    for (Entry entry : faq.entries()) {
      entry.phrasings().forEach(text -> phrasings.add(new Peers.Labelled(text, entry.id())));
    }
    FaqIndex index =
        FaqIndex.build(
            List.of(faq), encoder, VectorCache.inMemory(), LocalDate.EPOCH, 2, Progress.NONE);
    Map<String, Peers.Ranker> rankers = new LinkedHashMap<>();
    rankers.put("DeskBERT", text -> ids(index, text, vector(index.rewrite(text))));
    rankers.put("DeskBERT, words alone", text -> ids(index, text, null));
    rankers.put("Lucene BM25", Peers.bm25(phrasings, false));
    rankers.put("Lucene BM25, fuzzy", Peers.bm25(phrasings, true));
    models.forEach(
        (name, model) -> rankers.put("LangChain4j store, " + name, Peers.store(phrasings, model)));
    return rankers;
  }

  private static List<String> ids(FaqIndex index, String text, float[] vector) {
    return index.search(text, vector, 10).stream()
        .map(candidate -> candidate.entry().id())
        .toList();
  }

  private float[] vector(String text) {
    return encoder.encode(text, new Trace()).vector();
  }

  /** One slip in each of the two longest words: two neighbours within it change places. */
  static String mistyped(String text, Random random) {
    String[] words = text.split(" ");
    Integer[] order = new Integer[words.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> words[b].length() - words[a].length());
    for (int i = 0; i < Math.min(2, words.length); i++) {
      String word = words[order[i]];
      if (word.length() > 3) {
        int at = 1 + random.nextInt(word.length() - 2);
        words[order[i]] =
            word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
      }
    }
    return String.join(" ", words);
  }

  /** The examples of the built-in intents, a fifth asked and the rest known, five times. */
  private void intents(Path folder) throws Exception {
    List<Example> examples = BuiltIn.load(folder).examples();
    Map<String, Integer> right = new LinkedHashMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Peers.Labelled> known = new ArrayList<>();
      List<Example> asked = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        Example example = examples.get(i);
        if (i % FOLDS == fold) {
          asked.add(example);
        } else {
          known.add(new Peers.Labelled(example.text(), example.intent()));
        }
      }
      Map<String, Peers.Ranker> rankers = new LinkedHashMap<>();
      rankers.put("DeskBERT's intent head", head(known));
      rankers.put("Lucene BM25, nearest example", Peers.bm25(known, false));
      models.forEach((name, model) ->
          rankers.put(
              "LangChain4j store, " + name + ", nearest example", Peers.store(known, model)));
      rankers.forEach((name, ranker) -> {
        int hits = 0;
        for (Example example : asked) {
          List<String> ranked = ranker.rank(example.text());
          hits += !ranked.isEmpty() && ranked.getFirst().equals(example.intent()) ? 1 : 0;
        }
        right.merge(name, hits, Integer::sum);
      });
    }
    line("| intents: %d examples, each asked once | right |", examples.size());
    line("|---|---|");
    right.forEach(
        (name, hits) -> line("| %s | %.1f in 100 |", name, 100.0 * hits / examples.size()));
  }

  private Peers.Ranker head(List<Peers.Labelled> known) {
    IntentModel model =
        IntentModel.train(
            known.stream().map(each -> vector(each.text())).collect(Collectors.toList()),
            known.stream().map(Peers.Labelled::label).toList(),
            List.of(),
            Progress.NONE);
    return text -> List.of(model.predict(vector(text)).intent());
  }

  private static Map<String, double[]> bars(Map<String, Score> entries) {
    Map<String, double[]> bars = new LinkedHashMap<>();
    entries.forEach((name, score) ->
        bars.put(
            name,
            new double[] {
              (double) score.first[0] / score.questions, (double) score.first[1] / score.questions
            }));
    return bars;
  }

  private void line(String format, Object... values) {
    String text = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    System.out.println(text);
    report.append(text).append('\n');
  }
}

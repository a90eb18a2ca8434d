package org.deskbert.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Engine;
import org.deskbert.encoder.BundleException;
import org.deskbert.eval.Evaluation;
import org.deskbert.eval.LabelledText;
import org.deskbert.faq.FaqException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Scores answers. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = "Asks questions whose answers are known and counts what comes.",
    footer = {"", "Example: deskbert eval -f it --leave-one-out"})
final class EvalCommand implements Callable<Integer> {
  private static final List<String> HEADER =
      List.of("question", "id", "outcome", "entry", "confidence", "candidates", "suggested");

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private Cli cli;

  @Mixin private FaqOptions options = new FaqOptions();

  /** Where the questions come from. */
  static final class Questions {
    @Option(
        names = "--tests",
        paramLabel = "FILE",
        description = {
          "CSV with header question,id; an empty id means that there is no answer.",
          "So does the id of an entry that has expired."
        })
    private @Nullable Path tests;

    @Option(
        names = "--leave-one-out",
        description = "Ask each phrasing of the FAQ as if it were not there.")
    @SuppressWarnings("UnusedVariable") // one of the two is always given
    private boolean leaveOneOut;
  }

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Questions questions = new Questions();

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description = "Write the reply to each question as CSV.")
  private @Nullable Path predictions;

  @Override
  public Integer call() throws FaqException, BundleException, Failure {
    if (predictions != null) {
      ResultFile.check(predictions);
    }
    Path file = questions.tests;
    List<LabelledText> tests = file == null ? List.of() : LabelledText.readTests(file);
    try (DeskBert program = cli.open();
        Engine engine = options.engine(program, cli)) {
      Evaluation result = file == null ? leaveOneOut(engine) : ask(engine, file, tests);
      if (predictions != null) {
        CsvFile.write(predictions, HEADER, result.rows().stream().map(EvalCommand::cells).toList());
      }
      cli.console.line(json ? Json.GSON.toJson(json(result.metrics())) : text(result.metrics()));
      return 0;
    }
  }

  private Evaluation ask(Engine engine, Path file, List<LabelledText> tests) throws FaqException {
    try {
      return Evaluation.run(
          engine.assistant(), withoutExpired(engine, tests), cli.console.progress());
    } catch (FaqException e) {
      throw new FaqException(file.getFileName() + ", " + e.getMessage(), e);
    }
  }

  /** Questions to entries that have expired, as questions that have no answer any more. */
  private List<LabelledText> withoutExpired(Engine engine, List<LabelledText> tests) {
    Set<String> expired =
        tests.stream()
            .map(LabelledText::label)
            .distinct()
            .filter(engine::expired)
            .collect(Collectors.toSet());
    if (!expired.isEmpty()) {
      cli.console.note(
          "Expired, so that no answer is right: " + String.join(", ", new TreeSet<>(expired)));
    }
    return tests.stream()
        .map(t -> expired.contains(t.label()) ? new LabelledText(t.text(), "", t.line()) : t)
        .toList();
  }

  private Evaluation leaveOneOut(Engine engine) throws Failure {
    Evaluation result = Evaluation.leaveOneOut(engine.assistant(), cli.console.progress());
    if (result.rows().isEmpty()) {
      throw new Failure(
          "No entry of "
              + engine.label()
              + " has a second phrasing to ask; add phrasings, or give questions with --tests.");
    }
    return result;
  }

  private static List<String> cells(Evaluation.Row row) {
    return List.of(
        row.question(),
        row.id(),
        row.outcome(),
        row.entry(),
        Json.number(row.confidence()).toPlainString(),
        String.join("|", row.candidates()),
        String.join("|", row.suggested()));
  }

  private static JsonObject json(Evaluation.Metrics scores) {
    JsonObject json = new JsonObject();
    json.addProperty("questions", scores.questions());
    json.addProperty("answered", scores.answered());
    json.addProperty("right", scores.right());
    json.addProperty("wrong", scores.wrong());
    json.addProperty("asked_back", scores.askedBack());
    json.addProperty("asked_back_right", scores.askedBackRight());
    json.addProperty("declined", scores.declined());
    json.addProperty("declined_right", scores.declinedRight());
    json.addProperty("p_at_1", Json.number(scores.pAt1()));
    json.addProperty("mrr", Json.number(scores.mrr()));
    json.addProperty("r_at_5", Json.number(scores.rAt5()));
    json.addProperty("ece", Json.number(scores.ece()));
    json.addProperty("p50_ms", Json.number(scores.p50Ms()));
    json.addProperty("p95_ms", Json.number(scores.p95Ms()));
    json.addProperty("p99_ms", Json.number(scores.p99Ms()));
    return json;
  }

  private static String text(Evaluation.Metrics s) {
    return String.join(
        "\n",
        s.questions() + " questions",
        "  answered   %5d: %d right, %d wrong".formatted(s.answered(), s.right(), s.wrong()),
        "  asked back %5d: %d with the right entry".formatted(s.askedBack(), s.askedBackRight()),
        "  declined   %5d: %d without an answer in the FAQ"
            .formatted(s.declined(), s.declinedRight()),
        String.format(
            Locale.ROOT,
            "Ranking: P@1 %.3f, MRR %.3f, R@5 %.3f; calibration error %.3f",
            s.pAt1(),
            s.mrr(),
            s.rAt5(),
            s.ece()),
        String.format(
            Locale.ROOT,
            "Question to reply: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms",
            s.p50Ms(),
            s.p95Ms(),
            s.p99Ms()));
  }
}

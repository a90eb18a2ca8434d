package org.deskbert.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Engine;
import org.deskbert.chat.Assistant;
import org.deskbert.encoder.BundleException;
import org.deskbert.eval.Evaluation;
import org.deskbert.eval.LabelledText;
import org.deskbert.eval.Report;
import org.deskbert.faq.FaqException;
import org.deskbert.search.Phrasing;
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

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write figures, plots and every question as one HTML page.")
  private @Nullable Path report;

  @Override
  public Integer call() throws FaqException, BundleException, Failure {
    if (predictions != null) {
      ResultFile.check(predictions);
    }
    if (report != null) {
      ResultFile.check(report);
    }
    Path file = questions.tests;
    List<LabelledText> tests = file == null ? List.of() : LabelledText.readTests(file);
    try (DeskBert program = cli.open();
        Engine engine = options.engine(program, cli)) {
      Evaluation result = file == null ? leaveOneOut(engine) : ask(engine, file, tests);
      if (predictions != null) {
        CsvFile.write(predictions, HEADER, result.rows().stream().map(EvalCommand::cells).toList());
      }
      if (report != null) {
        byte[] page = page(engine, result, file).getBytes(StandardCharsets.UTF_8);
        ResultFile.write(report, out -> out.write(page));
      }
      cli.console.line(json ? Json.GSON.toJson(Scores.json(result)) : Scores.text(result));
      return 0;
    }
  }

  private static String page(Engine engine, Evaluation result, @Nullable Path tests) {
    Assistant assistant = engine.assistant();
    Report.Setup setup =
        new Report.Setup(
            engine.label(),
            tests == null ? "each phrasing as if it were not there" : "from " + tests.getFileName(),
            assistant.policy().wrongPercent(),
            assistant.answerAt(),
            assistant.suggestAt(),
            engine.model(),
            assistant.index().hash(),
            LocalDate.now(ZoneId.systemDefault()));
    Map<String, String> titles = new HashMap<>();
    for (Phrasing phrasing : assistant.index().phrasings()) {
      // Entries of two FAQs may share an id; then neither title would do.
      titles.merge(
          phrasing.entry().id(),
          phrasing.entry().question(),
          (one, other) -> one.equals(other) ? one : "");
    }
    return Report.html(result, setup, titles);
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
}

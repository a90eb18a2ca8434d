package org.deskbert.cli;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Program;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.Encoder;
import org.deskbert.eval.IntentEvaluation;
import org.deskbert.eval.LabelledText;
import org.deskbert.faq.FaqException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Intents that are learnt on this machine. */
@Command(
    name = "intent",
    mixinStandardHelpOptions = true,
    description = "Scores the intent head.",
    footer = {"", "Example: deskbert intent eval --help"})
final class IntentCommand extends Group {
  private static final List<String> HEADER =
      List.of("text", "intent", "predicted", "confidence", "accepted");

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private Cli cli;

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Trains the intent head on one file and scores it on another.",
        "Both are CSV with header text,intent; an empty intent is out of scope."
      },
      footer = {
        "",
        "Example:",
        "  echo text,intent> train.csv",
        "  echo I want to pay my bill,pay>> train.csv",
        "  echo find me a flight to Rome,travel>> train.csv",
        "  deskbert intent eval --train train.csv --test train.csv --json"
      })
  int eval(
      @Option(
              names = "--train",
              required = true,
              paramLabel = "FILE",
              description = "Examples to learn from.")
          Path train,
      @Option(
              names = "--test",
              required = true,
              paramLabel = "FILE",
              description = "Examples to score.")
          Path test,
      @Option(names = "--json", description = "One JSON object.") boolean json,
      @Option(
              names = "--predictions",
              paramLabel = "FILE",
              description = "Write each prediction as CSV.")
          @Nullable Path predictions)
      throws FaqException, BundleException, Failure {
    if (predictions != null) {
      ResultFile.check(predictions);
    }
    List<LabelledText> examples = LabelledText.readIntents(train);
    List<LabelledText> tests = LabelledText.readIntents(test);
    noteRepeated(train, examples);
    noteRepeated(test, tests);
    try (DeskBert program = cli.open();
        Encoder encoder = program.models().encoder(cli.model)) {
      IntentEvaluation result =
          score(program.settings().indexThreads(), encoder, train, examples, tests);
      if (predictions != null) {
        CsvFile.write(
            predictions, HEADER, result.rows().stream().map(IntentCommand::cells).toList());
      }
      cli.console.line(json ? Json.GSON.toJson(json(result)) : text(result));
      return 0;
    }
  }

  private IntentEvaluation score(
      int threads,
      Encoder encoder,
      Path train,
      List<LabelledText> examples,
      List<LabelledText> tests)
      throws FaqException {
    List<String> outOfScope = Program.builtInIntents().outOfScope();
    try {
      return IntentEvaluation.run(
          examples, tests, outOfScope, encoder, threads, cli.console.progress());
    } catch (FaqException e) {
      throw new FaqException(train.getFileName() + ": " + e.getMessage(), e);
    }
  }

  private void noteRepeated(Path file, List<LabelledText> rows) {
    String note = LabelledText.repeated(rows);
    if (!note.isEmpty()) {
      cli.console.note(file.getFileName() + ": " + note);
    }
  }

  private static List<String> cells(IntentEvaluation.Row row) {
    return List.of(
        row.text(),
        row.intent(),
        row.predicted(),
        Json.number(row.confidence()).toPlainString(),
        String.valueOf(row.accepted()));
  }

  /** The score, or no number where the test has no row out of scope. */
  private static double outOfScope(IntentEvaluation result, double score) {
    return result.rows().stream().anyMatch(row -> row.intent().isEmpty()) ? score : Double.NaN;
  }

  private static JsonObject json(IntentEvaluation result) {
    JsonObject json = new JsonObject();
    add(json, "accuracy", result.accuracy());
    add(json, "accuracy_forced", result.accuracyForced());
    add(json, "oos_recall", outOfScope(result, result.oosRecall()));
    add(json, "auroc", outOfScope(result, result.auroc()));
    add(json, "train_seconds", result.trainSeconds());
    add(json, "threshold", result.threshold());
    return json;
  }

  /** What there was nothing to count for is null. */
  private static void add(JsonObject json, String name, double value) {
    json.add(name, Double.isNaN(value) ? JsonNull.INSTANCE : new JsonPrimitive(Json.number(value)));
  }

  private static String text(IntentEvaluation result) {
    return String.join(
        "\n",
        "Accuracy            " + percent(result.accuracy()),
        "  without threshold " + percent(result.accuracyForced()),
        "Out-of-scope recall " + percent(outOfScope(result, result.oosRecall())),
        "AUROC               " + percent(outOfScope(result, result.auroc())),
        String.format(
            Locale.ROOT,
            "Trained in %.1f s; accepts from a confidence of %.3f",
            result.trainSeconds(),
            result.threshold()));
  }

  private static String percent(double share) {
    return Double.isNaN(share)
        ? "nothing to count"
        : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}

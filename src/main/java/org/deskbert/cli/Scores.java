package org.deskbert.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deskbert.eval.Confusion;
import org.deskbert.eval.Evaluation;
import org.deskbert.eval.Reliability;
import org.deskbert.eval.RiskCoverage;

/** The figures of {@code eval}, as JSON and as lines for people. */
final class Scores {
  /** Shares of the questions for which the lines tell the risk. */
  private static final double[] COVERAGES = {0.25, 0.5, 0.75, 0.9, 1};

  private static final int MAX_CONFUSIONS = 5;
  private static final int MAX_QUESTION = 60;

  private Scores() {}

  static JsonObject json(Evaluation evaluation) {
    Evaluation.Metrics scores = evaluation.metrics();
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
    JsonArray reliability = new JsonArray();
    evaluation.reliability().bins().stream().map(Scores::bin).forEach(reliability::add);
    json.add("reliability", reliability);
    JsonArray curve = new JsonArray();
    evaluation.riskCoverage().points().stream().map(Scores::point).forEach(curve::add);
    json.add("risk_coverage", curve);
    JsonArray confusions = new JsonArray();
    evaluation.confusions().stream().map(Scores::confusion).forEach(confusions::add);
    json.add("confusions", confusions);
    return json;
  }

  private static JsonObject bin(Reliability.Bin bin) {
    JsonObject json = new JsonObject();
    json.addProperty("from", Json.number(bin.from()));
    json.addProperty("to", Json.number(bin.to()));
    json.addProperty("count", bin.count());
    add(json, "promised", bin.promised());
    add(json, "right", bin.right());
    return json;
  }

  /** What there was nothing to count for is null. */
  private static void add(JsonObject json, String name, double value) {
    json.add(name, Double.isNaN(value) ? JsonNull.INSTANCE : new JsonPrimitive(Json.number(value)));
  }

  private static JsonObject point(RiskCoverage.Point point) {
    JsonObject json = new JsonObject();
    json.addProperty("coverage", Json.number(point.coverage()));
    json.addProperty("risk", Json.number(point.risk()));
    json.addProperty("confidence", Json.number(point.confidence()));
    return json;
  }

  private static JsonObject confusion(Confusion confusion) {
    JsonObject json = new JsonObject();
    json.addProperty("expected", confusion.expected());
    json.addProperty("given", confusion.given());
    json.addProperty("count", confusion.count());
    json.addProperty("answered", confusion.answered());
    json.addProperty("question", confusion.question());
    return json;
  }

  static String text(Evaluation evaluation) {
    List<String> lines = new ArrayList<>(counts(evaluation.metrics()));
    lines.add("Confidence   questions  promised  right entry first");
    for (Reliability.Bin bin : evaluation.reliability().filled()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %.1f to %.1f %9d      %.3f  %.3f",
              bin.from(),
              bin.to(),
              bin.count(),
              bin.promised(),
              bin.right()));
    }
    lines.addAll(risks(evaluation.riskCoverage()));
    lines.addAll(confusions(evaluation.confusions()));
    return String.join("\n", lines);
  }

  private static List<String> counts(Evaluation.Metrics s) {
    return List.of(
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

  private static List<String> risks(RiskCoverage curve) {
    List<String> lines = new ArrayList<>();
    for (double coverage : COVERAGES) {
      double risk = curve.riskAt(coverage);
      if (!Double.isNaN(risk)) {
        lines.add(
            String.format(
                Locale.ROOT, "  the surest %3.0f %%: %5.1f %%", 100 * coverage, 100 * risk));
      }
    }
    if (!lines.isEmpty()) {
      lines.addFirst("Wrong, if only these questions were answered");
    }
    return lines;
  }

  private static List<String> confusions(List<Confusion> confusions) {
    List<String> lines = new ArrayList<>();
    for (Confusion one : confusions.subList(0, Math.min(MAX_CONFUSIONS, confusions.size()))) {
      lines.add(
          "  %d× %s instead of %s, for example \"%s\""
              .formatted(
                  one.count(),
                  one.given(),
                  one.expected().isEmpty() ? "no answer" : one.expected(),
                  shortened(one.question())));
    }
    if (!lines.isEmpty()) {
      lines.addFirst(
          "Wrong entry first, the most frequent %d of %d pairs"
              .formatted(lines.size(), confusions.size()));
    }
    return lines;
  }

  private static String shortened(String question) {
    String line = question.strip().replaceAll("\\s+", " ");
    boolean fits = line.codePointCount(0, line.length()) <= MAX_QUESTION;
    return fits ? line : line.substring(0, line.offsetByCodePoints(0, MAX_QUESTION)) + "…";
  }
}

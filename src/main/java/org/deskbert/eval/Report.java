package org.deskbert.eval;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * An evaluation as one page for people: figures, plots and every question. The page needs nothing
 * but itself.
 */
public final class Report {
  /**
   * What was evaluated.
   *
   * @param faq name or file of the FAQ
   * @param questions where the questions come from, in words
   * @param wrongPercent how many in a hundred given answers may be wrong
   * @param answerAt confidence from which an answer is given
   * @param suggestAt confidence from which entries are suggested
   * @param model name and hash of the model, or what there is in its place
   * @param contents hash of the FAQ
   * @param date when
   */
  public record Setup(
      String faq,
      String questions,
      double wrongPercent,
      double answerAt,
      double suggestAt,
      String model,
      String contents,
      LocalDate date) {}

  private final Html html = new Html();
  private final Evaluation evaluation;
  private final Setup setup;
  private final ReportTables tables;

  private Report(Evaluation evaluation, Setup setup, Map<String, String> titles) {
    this.evaluation = evaluation;
    this.setup = setup;
    this.tables = new ReportTables(html, evaluation, titles);
  }

  /**
   * The page.
   *
   * @param titles what the entries are called, by id
   */
  public static String html(Evaluation evaluation, Setup setup, Map<String, String> titles) {
    return new Report(evaluation, setup, titles).page();
  }

  private String page() {
    return Page.write(html, "Evaluation of " + setup.faq(), this::main);
  }

  private void main() {
    section("Result", this::result);
    section("Does the confidence keep its promise?", this::reliability);
    section("What do more answers cost?", this::riskCoverage);
    section("Which entries are taken for which?", tables::confusions);
    section("Every question", tables::questions);
  }

  private void section(String heading, Runnable content) {
    html.in(
        "section",
        () -> {
          html.tag("h2", heading);
          content.run();
        });
  }

  private void result() {
    tables.summary();
    tables.pairs(
        "Settings",
        new String[][] {
          {"FAQ", setup.faq()},
          {"Questions", setup.questions()},
          {"Wrong answers allowed", ReportTables.decimal(setup.wrongPercent()) + " of 100"},
          {"Answers from a confidence of", ReportTables.share(setup.answerAt())},
          {"Suggests from a confidence of", ReportTables.share(setup.suggestAt())},
          {"Model", setup.model()},
          {"Contents of the FAQ (hash)", setup.contents()},
          {"Date", setup.date().toString()},
        });
  }

  private void reliability() {
    Reliability reliability = evaluation.reliability();
    html.tag(
        "p",
        "Questions with about the same confidence are taken together. On the dashed line the"
            + " confidence is honest; below it the program is too sure, above it too modest. The"
            + " larger a dot, the more questions it stands for; small ones scatter by chance.");
    String description =
        String.format(
            Locale.ROOT,
            "Share of questions with the right entry first against the promised confidence. The"
                + " average gap is %s. The table below has the same figures.",
            ReportTables.share(reliability.error()));
    Plot.write(
        html,
        "reliability",
        "Promised confidence against the share that was right",
        description,
        "promised confidence",
        "right entry first",
        1,
        plot -> {
          plot.line("ideal", new Plot.Point(0, 0), new Plot.Point(1, 1));
          plot.curve("curve", reliability.filled().stream().map(Report::place).toList());
          reliability.filled().forEach(bin -> dot(plot, bin));
        });
    tables.reliability();
  }

  private static Plot.Point place(Reliability.Bin bin) {
    return new Plot.Point(bin.promised(), bin.right());
  }

  private void dot(Plot plot, Reliability.Bin bin) {
    double share = bin.count() / (double) evaluation.rows().size();
    plot.dot(
        "dot",
        place(bin),
        3 + 12 * Math.sqrt(share),
        String.format(
            Locale.ROOT,
            "%d questions: promised %s, right %s",
            bin.count(),
            ReportTables.share(bin.promised()),
            ReportTables.share(bin.right())));
  }

  private void riskCoverage() {
    RiskCoverage curve = evaluation.riskCoverage();
    Evaluation.Metrics metrics = evaluation.metrics();
    double allowed = setup.wrongPercent() / 100;
    double coverage = metrics.answered() / (double) Math.max(1, metrics.questions());
    double risk = metrics.wrong() / (double) Math.max(1, metrics.answered());
    html.tag(
        "p",
        "If only the surest questions were answered, from left to right ever more of them: how many"
            + " of these answers would be wrong? The dot is where this run stood, the dashed line"
            + " the share of wrong answers that is allowed.");
    String now =
        String.format(
            Locale.ROOT,
            "%s of the questions were answered, %s of these answers were wrong",
            ReportTables.share(coverage),
            ReportTables.share(risk));
    double highest = curve.points().stream().mapToDouble(RiskCoverage.Point::risk).max().orElse(0);
    double height = Plot.height(Math.max(highest, Math.min(1, allowed)));
    Plot.write(
        html,
        "risk",
        "Share of wrong answers against the share of questions answered",
        now + ". The table below has more figures.",
        "questions answered",
        "wrong among the answers",
        height,
        plot -> {
          plot.line("ideal", new Plot.Point(0, allowed), new Plot.Point(1, allowed));
          plot.curve(
              "curve",
              curve.points().stream().map(p -> new Plot.Point(p.coverage(), p.risk())).toList());
          if (metrics.answered() > 0) {
            plot.dot("dot", new Plot.Point(coverage, risk), 6, now);
          }
        });
    tables.riskCoverage();
  }
}

package org.deskbert.eval;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of a {@link Report}. */
final class ReportTables {
  /** Where the curve of risk against coverage is told in figures, in hundredths. */
  private static final int COVERAGE_STEP = 10;

  private final Html html;
  private final Evaluation evaluation;
  private final Map<String, String> titles;

  ReportTables(Html html, Evaluation evaluation, Map<String, String> titles) {
    this.html = html;
    this.evaluation = evaluation;
    this.titles = titles;
  }

  /** A share in percent. */
  static String share(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** A number without needless digits. */
  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
  }

  /** What came, in figures. */
  void summary() {
    Evaluation.Metrics m = evaluation.metrics();
    pairs(
        "Figures",
        new String[][] {
          {"Questions", String.valueOf(m.questions())},
          {"Answered", "%d: %d right, %d wrong".formatted(m.answered(), m.right(), m.wrong())},
          {
            "Asked back", "%d: %d with the right entry".formatted(m.askedBack(), m.askedBackRight())
          },
          {
            "Declined",
            "%d: %d without an answer in the FAQ".formatted(m.declined(), m.declinedRight())
          },
          {"Right entry first (P@1)", share(m.pAt1())},
          {"Right entry among the first five (R@5)", share(m.rAt5())},
          {"Mean reciprocal rank (MRR)", String.format(Locale.ROOT, "%.3f", m.mrr())},
          {"Calibration error", share(m.ece())},
          {
            "Question to reply",
            String.format(
                Locale.ROOT,
                "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms",
                m.p50Ms(),
                m.p95Ms(),
                m.p99Ms())
          },
        });
  }

  /** A table of names and values. */
  void pairs(String caption, String[][] rows) {
    table(
        caption,
        List.of(),
        () -> {
          for (String[] row : rows) {
            html.in(
                "tr",
                () -> {
                  html.tag("th", row[0], "scope", "row");
                  html.tag("td", row[1]);
                });
          }
        });
  }

  /** The figures of the reliability plot. */
  void reliability() {
    table(
        "Confidence and truth",
        List.of("Confidence", "Questions", "Promised", "Right entry first"),
        () -> {
          for (Reliability.Bin bin : evaluation.reliability().bins()) {
            boolean empty = bin.count() == 0;
            numbers(
                String.format(Locale.ROOT, "%.1f to %.1f", bin.from(), bin.to()),
                String.valueOf(bin.count()),
                empty ? "" : share(bin.promised()),
                empty ? "" : share(bin.right()));
          }
        });
  }

  /** The figures of the plot of risk against coverage. */
  void riskCoverage() {
    RiskCoverage curve = evaluation.riskCoverage();
    table(
        "Answers and wrong answers",
        List.of("Questions answered", "Wrong among the answers"),
        () -> {
          for (int percent = COVERAGE_STEP; percent <= 100; percent += COVERAGE_STEP) {
            double risk = curve.riskAt(percent / 100.0);
            numbers(percent + " %", Double.isNaN(risk) ? "can't be reached" : share(risk));
          }
        });
  }

  /** Which entries are taken for which. */
  void confusions() {
    List<Confusion> confusions = evaluation.confusions();
    if (confusions.isEmpty()) {
      html.tag("p", "None was taken for another.");
      return;
    }
    table(
        "Entries taken for another, the most frequent first",
        List.of("Right entry", "Taken for", "Questions", "Answered wrongly", "For example"),
        () -> confusions.forEach(c -> html.in("tr", () -> confusion(c))));
  }

  private void confusion(Confusion confusion) {
    entry(confusion.expected(), "no answer in the FAQ");
    entry(confusion.given(), "");
    html.tag("td", String.valueOf(confusion.count()), "class", "number");
    html.tag("td", String.valueOf(confusion.answered()), "class", "number");
    html.tag("td", confusion.question(), "dir", "auto", "class", "text");
  }

  /** Every question, what went wrong first and the surest of it at the top. */
  void questions() {
    List<Evaluation.Row> sorted =
        evaluation.rows().stream()
            .sorted(
                Comparator.comparing(Evaluation.Row::verdict)
                    .thenComparing(
                        Comparator.comparingDouble(Evaluation.Row::confidence).reversed()))
            .toList();
    table(
        "All questions, what went wrong first",
        List.of("Question", "Outcome", "Right entry", "Given entry", "Confidence"),
        () -> sorted.forEach(this::question));
  }

  private void question(Evaluation.Row row) {
    html.in(
        "tr",
        () -> {
          html.tag("td", row.question(), "dir", "auto", "class", "text");
          html.in("td", () -> outcome(row));
          entry(row.id(), "none");
          if (row.suggested().isEmpty()) {
            entry(row.entry(), "none");
          } else {
            html.tag("td", "suggested: " + String.join(", ", row.suggested()));
          }
          html.tag("td", share(row.confidence()), "class", "number");
        },
        "class",
        style(row.verdict()));
  }

  private void outcome(Evaluation.Row row) {
    html.text(row.verdict().words());
    switch (row.outcome()) {
      case "small_talk" -> html.tag("small", "taken for small talk");
      case "hand_off" -> html.tag("small", "offered a person");
      default -> {}
    }
  }

  private static String style(Verdict verdict) {
    return switch (verdict) {
      case WRONG -> "wrong";
      case ASKED_BACK_WRONG, DECLINED_WRONG -> "missed";
      default -> "right";
    };
  }

  private void entry(String id, String none) {
    String title = titles.getOrDefault(id, "");
    html.in(
        "td",
        () -> {
          html.text(id.isEmpty() ? none : id);
          if (!title.isEmpty()) {
            html.tag("small", title, "dir", "auto");
          }
        });
  }

  private void numbers(String head, String... cells) {
    html.in(
        "tr",
        () -> {
          html.tag("th", head, "scope", "row");
          for (String cell : cells) {
            html.tag("td", cell, "class", "number");
          }
        });
  }

  private void table(String caption, List<String> columns, Runnable body) {
    // A wide table scrolls by itself, with the keyboard too, and the page doesn't.
    html.in(
        "div",
        () ->
            html.in(
                "table",
                () -> {
                  html.tag("caption", caption);
                  if (!columns.isEmpty()) {
                    html.in("thead", () -> html.in("tr", () -> columns.forEach(this::column)));
                  }
                  html.in("tbody", body);
                }),
        "class",
        "scroll",
        "role",
        "region",
        "aria-label",
        caption,
        "tabindex",
        "0");
  }

  private void column(String name) {
    html.tag("th", name, "scope", "col");
  }
}

package org.deskbert.eval;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.deskbert.chat.Assistant;
import org.deskbert.chat.Reply;
import org.deskbert.faq.FaqException;
import org.deskbert.search.Phrasing;
import org.deskbert.trace.Progress;

/**
 * How an assistant did on a test set.
 *
 * @param metrics the figures
 * @param rows one per question, in order
 */
public record Evaluation(Metrics metrics, List<Row> rows) {
  /**
   * The figures; {@code questions = answered + askedBack + declined}, {@code answered = right +
   * wrong}.
   *
   * @param askedBackRight asked back with the right entry among the suggestions
   * @param declinedRight declined, and the FAQ has no answer
   * @param pAt1 share of questions with an answer whose entry comes first
   * @param mrr mean reciprocal rank of the right entry among the candidates, 0 if it is not there
   * @param rAt5 share of questions with an answer whose entry is among the first five
   * @param ece {@link Reliability#error expected calibration error} of the confidence
   * @param p50Ms median milliseconds from question to reply; likewise the others
   */
  public record Metrics(
      int questions,
      int answered,
      int right,
      int wrong,
      int askedBack,
      int askedBackRight,
      int declined,
      int declinedRight,
      double pAt1,
      double mrr,
      double rAt5,
      double ece,
      double p50Ms,
      double p95Ms,
      double p99Ms) {}

  /**
   * One question and what became of it.
   *
   * @param id the right entry, empty if the FAQ has no answer
   * @param outcome {@code answered}, {@code did_you_mean}, {@code small_talk}, {@code hand_off} or
   *     {@code unknown}
   * @param entry the entry that was the answer, empty if none was given
   * @param candidates ids, best first
   * @param suggested ids that the asker was shown
   */
  public record Row(
      String question,
      String id,
      String outcome,
      String entry,
      double confidence,
      List<String> candidates,
      List<String> suggested) {
    /** What the reply was worth. */
    public Verdict verdict() {
      return Verdict.of(this);
    }

    /** The entry that the ranking puts first, empty if it has none. */
    public String first() {
      return candidates.isEmpty() ? "" : candidates.getFirst();
    }

    /** Whether the entry that the ranking puts first is right: what the confidence promises. */
    public boolean firstIsRight() {
      return !id.isEmpty() && first().equals(id);
    }
  }

  /** Whether the confidence keeps its promise. */
  public Reliability reliability() {
    return Reliability.of(rows);
  }

  /** What answers to more questions would cost. */
  public RiskCoverage riskCoverage() {
    return RiskCoverage.of(rows);
  }

  /** Which entries are taken for which, the most frequent first. */
  public List<Confusion> confusions() {
    return Confusion.of(rows);
  }

  /**
   * Asks every question of a test set.
   *
   * @throws FaqException if a test names an entry that is not there
   * @throws CancellationException if {@code progress} says stop
   */
  public static Evaluation run(Assistant assistant, List<LabelledText> tests, Progress progress)
      throws FaqException {
    TreeSet<String> known =
        assistant.index().phrasings().stream()
            .map(p -> p.entry().id())
            .collect(Collectors.toCollection(TreeSet::new));
    for (int i = 0; i < tests.size(); i++) {
      String id = tests.get(i).label();
      if (!id.isEmpty() && !known.contains(id)) {
        throw new FaqException(
            String.format(
                Locale.ROOT,
                "line %d (\"%s\") names the entry %s, which the FAQ does not have. Correct the id,"
                    + " or leave it empty if the FAQ has no answer.",
                tests.get(i).line(),
                tests.get(i).text(),
                id));
      }
    }
    List<Row> rows = new ArrayList<>();
    List<Long> nanos = new ArrayList<>();
    for (LabelledText test : tests) {
      report(progress, rows.size(), tests.size());
      Reply reply = assistant.reply(test.text());
      rows.add(row(test, reply));
      nanos.add(reply.timings().totalNanos());
    }
    return new Evaluation(metrics(rows, nanos), List.copyOf(rows));
  }

  /**
   * Asks every phrasing as if the owner had not written it; entries with one phrasing are not
   * asked, they would have nothing left.
   *
   * @throws CancellationException if {@code progress} says stop
   */
  public static Evaluation leaveOneOut(Assistant assistant, Progress progress) {
    List<Phrasing> asked =
        assistant.index().phrasings().stream()
            .filter(p -> p.entry().phrasings().size() > 1)
            .toList();
    List<Row> rows = new ArrayList<>();
    List<Long> nanos = new ArrayList<>();
    for (Phrasing phrasing : asked) {
      report(progress, rows.size(), asked.size());
      Reply reply = assistant.replyWithout(phrasing);
      rows.add(row(new LabelledText(phrasing.text(), phrasing.entry().id()), reply));
      nanos.add(reply.timings().totalNanos());
    }
    return new Evaluation(metrics(rows, nanos), List.copyOf(rows));
  }

  private static void report(Progress progress, int done, int total) {
    if (!progress.report("asking", done, total)) {
      throw new CancellationException();
    }
  }

  private static Row row(LabelledText test, Reply reply) {
    Reply.Explanation why = reply.explanation();
    return new Row(
        test.text(),
        test.label(),
        reply.outcome(),
        reply instanceof Reply.Answered answered ? answered.entry().id() : "",
        why.confidence(),
        why.candidates().stream().map(c -> c.candidate().entry().id()).toList(),
        reply instanceof Reply.DidYouMean asked
            ? asked.suggestions().stream().map(s -> s.entry().id()).toList()
            : List.of());
  }

  static Metrics metrics(List<Row> rows, List<Long> nanos) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    int withId = 0;
    int first = 0;
    int five = 0;
    double reciprocal = 0;
    for (Row row : rows) {
      counts.merge(row.verdict(), 1, Integer::sum);
      if (!row.id().isEmpty()) {
        withId++;
        int rank = row.candidates().indexOf(row.id()) + 1;
        first += rank == 1 ? 1 : 0;
        five += rank >= 1 && rank <= 5 ? 1 : 0;
        reciprocal += rank == 0 ? 0 : 1.0 / rank;
      }
    }
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    double ranked = Math.max(1, withId);
    int right = counts.getOrDefault(Verdict.RIGHT, 0);
    int wrong = counts.getOrDefault(Verdict.WRONG, 0);
    int askedBackRight = counts.getOrDefault(Verdict.ASKED_BACK_RIGHT, 0);
    int declinedRight = counts.getOrDefault(Verdict.DECLINED_RIGHT, 0);
    return new Metrics(
        rows.size(),
        right + wrong,
        right,
        wrong,
        askedBackRight + counts.getOrDefault(Verdict.ASKED_BACK_WRONG, 0),
        askedBackRight,
        declinedRight + counts.getOrDefault(Verdict.DECLINED_WRONG, 0),
        declinedRight,
        first / ranked,
        reciprocal / ranked,
        five / ranked,
        Reliability.of(rows).error(),
        Quantiles.millis(sorted, 50),
        Quantiles.millis(sorted, 95),
        Quantiles.millis(sorted, 99));
  }
}

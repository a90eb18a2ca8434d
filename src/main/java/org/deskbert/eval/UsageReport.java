package org.deskbert.eval;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.history.LoggedQuestion;
import org.jspecify.annotations.Nullable;

/** What was asked in some days, for the FAQ's owner, as one page that needs nothing but itself. */
public final class UsageReport {
  private static final int MOST = 20;

  private final Html html = new Html();
  private final Period period;
  private final List<LoggedQuestion> now;
  private final List<LoggedQuestion> before;
  private final Function<Conversation.Key, String> titles;

  /**
   * The days that are reported.
   *
   * @param from first day
   * @param days how many days, at least 1
   * @param zone where a day begins
   */
  public record Period(LocalDate from, int days, ZoneId zone) {
    /** When it begins. */
    public Instant start() {
      return from.atStartOfDay(zone).toInstant();
    }

    /** When it is over. */
    public Instant end() {
      return from.plusDays(days).atStartOfDay(zone).toInstant();
    }

    /** As many days right before. */
    public Period before() {
      return new Period(from.minusDays(days), days, zone);
    }
  }

  private UsageReport(
      Period period,
      List<LoggedQuestion> now,
      List<LoggedQuestion> before,
      Function<Conversation.Key, String> titles) {
    this.period = period;
    this.now = now;
    this.before = before;
    this.titles = titles;
  }

  /**
   * The page.
   *
   * @param now what was asked in the period
   * @param before what was asked in as many days before it
   * @param titles what an entry is called; of one that is gone, its id
   */
  public static String html(
      Period period,
      List<LoggedQuestion> now,
      List<LoggedQuestion> before,
      Function<Conversation.Key, String> titles) {
    UsageReport report = new UsageReport(period, now, before, titles);
    String title =
        "Questions from " + period.from() + " to " + period.from().plusDays(period.days() - 1L);
    return Page.write(report.html, title, report::main);
  }

  private void main() {
    html.in("section", this::figures);
    html.in("section", this::days);
    section("Answered most", entries(question -> question.entry() != null));
    section("Without an answer", questions(LoggedQuestion.Need.UNANSWERED));
    section("Suggested, and nothing taken", questions(LoggedQuestion.Need.AMBIGUOUS));
    section("Asked again in other words", questions(LoggedQuestion.Need.REPHRASED));
    section("Answers that did not help", entries(question -> question.feedback().down()));
  }

  private void figures() {
    html.tag("h2", "Figures");
    html.tag(
        "p",
        "Deflected is what nobody had to be asked for: answered, or a suggestion taken, and no"
            + " complaint. In brackets the "
            + period.days()
            + " days before.");
    Map<String, Predicate<LoggedQuestion>> rows = new LinkedHashMap<>();
    rows.put("Answered", question -> question.outcome().equals("answered"));
    rows.put("A suggestion taken", question -> question.chosen() != null);
    rows.put("Deflected", UsageReport::deflected);
    rows.put("Suggested, none taken", q -> q.need() == LoggedQuestion.Need.AMBIGUOUS);
    rows.put("Without an answer", q -> q.outcome().equals("unknown"));
    rows.put("Handed over", q -> q.outcome().equals("hand_off"));
    rows.put("Did not help, by the asker", q -> q.feedback().down());
    html.in(
        "table",
        () -> {
          row("Questions", String.valueOf(now.size()), "(" + before.size() + ")");
          rows.forEach(
              (name, which) -> row(name, count(now, which), "(" + count(before, which) + ")"));
          row("Question to reply", latency(now), "(" + latency(before) + ")");
        });
  }

  /** Whether nobody else had to be asked. */
  private static boolean deflected(LoggedQuestion question) {
    boolean answered = question.outcome().equals("answered") || question.chosen() != null;
    return answered && !question.feedback().down();
  }

  private void row(String name, String... cells) {
    html.in(
        "tr",
        () -> {
          html.tag("th", name, "scope", "row");
          for (String cell : cells) {
            html.tag("td", cell, "class", "number");
          }
        });
  }

  private static String count(List<LoggedQuestion> questions, Predicate<LoggedQuestion> which) {
    long count = questions.stream().filter(which).count();
    return questions.isEmpty()
        ? "0"
        : count + ", " + ReportTables.share((double) count / questions.size());
  }

  private static String latency(List<LoggedQuestion> questions) {
    long[] nanos = questions.stream().mapToLong(q -> q.micros() * 1000).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "p50 %.1f, p95 %.1f, p99 %.1f ms",
        Quantiles.millis(nanos, 50),
        Quantiles.millis(nanos, 95),
        Quantiles.millis(nanos, 99));
  }

  private void days() {
    Map<LocalDate, List<LoggedQuestion>> byDay =
        now.stream()
            .collect(
                Collectors.groupingBy(
                    question -> LocalDate.ofInstant(question.time(), period.zone()),
                    TreeMap::new,
                    Collectors.toList()));
    html.tag("h2", "Day by day");
    html.in(
        "table",
        () -> {
          for (int i = 0; i < period.days(); i++) {
            LocalDate day = period.from().plusDays(i);
            List<LoggedQuestion> asked = byDay.getOrDefault(day, List.of());
            row(
                day.toString(),
                String.valueOf(asked.size()),
                count(asked, UsageReport::deflected) + " deflected");
          }
        });
  }

  private Map<String, Long> entries(Predicate<LoggedQuestion> which) {
    return now.stream()
        .filter(which)
        .map(LoggedQuestion::entry)
        .filter(UsageReport::isThere)
        .collect(Collectors.groupingBy(titles, Collectors.counting()));
  }

  private static boolean isThere(Conversation.@Nullable Key key) {
    return key != null;
  }

  private Map<String, Long> questions(LoggedQuestion.Need need) {
    return now.stream()
        .filter(question -> question.need() == need)
        .collect(Collectors.groupingBy(LoggedQuestion::question, Collectors.counting()));
  }

  private void section(String heading, Map<String, Long> counts) {
    html.in(
        "section",
        () -> {
          html.tag("h2", heading);
          if (counts.isEmpty()) {
            html.tag("p", "None.");
            return;
          }
          html.in(
              "table",
              () ->
                  counts.entrySet().stream()
                      .sorted(
                          Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                              .thenComparing(Map.Entry.comparingByKey()))
                      .limit(MOST)
                      .forEach(each -> row(each.getKey(), String.valueOf(each.getValue()))));
          if (counts.size() > MOST) {
            html.tag("p", "And " + (counts.size() - MOST) + " more.");
          }
        });
  }
}

package org.deskbert.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry that was taken for another: the other came first among the candidates. A question
 * without an answer counts where it got one.
 *
 * @param expected the right entry, empty if the FAQ has no answer
 * @param given the entry that came first
 * @param count how many questions
 * @param answered to how many of them it was the answer; the others were asked back or declined
 * @param question the surest of them, as an example
 */
public record Confusion(String expected, String given, int count, int answered, String question) {
  private record Pair(String expected, String given) {}

  /** All pairs, the most frequent first. */
  static List<Confusion> of(List<Evaluation.Row> rows) {
    Map<Pair, List<Evaluation.Row>> pairs = new LinkedHashMap<>();
    for (Evaluation.Row row : rows) {
      boolean answered = row.outcome().equals("answered");
      String given = answered ? row.entry() : row.first();
      if (!given.isEmpty() && !given.equals(row.id()) && (answered || !row.id().isEmpty())) {
        pairs.computeIfAbsent(new Pair(row.id(), given), pair -> new ArrayList<>()).add(row);
      }
    }
    List<Confusion> confusions = new ArrayList<>();
    pairs.forEach((pair, mistaken) -> confusions.add(of(pair, mistaken)));
    confusions.sort(
        Comparator.comparingInt(Confusion::count)
            .thenComparingInt(Confusion::answered)
            .reversed()
            .thenComparing(Confusion::expected)
            .thenComparing(Confusion::given));
    return List.copyOf(confusions);
  }

  private static Confusion of(Pair pair, List<Evaluation.Row> rows) {
    Evaluation.Row surest =
        rows.stream().max(Comparator.comparingDouble(Evaluation.Row::confidence)).orElseThrow();
    long answered = rows.stream().filter(row -> row.outcome().equals("answered")).count();
    return new Confusion(
        pair.expected(), pair.given(), rows.size(), (int) answered, surest.question());
  }
}

package org.deskbert.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an answer to more questions costs: if only the surest questions were answered, what share of
 * these answers would be wrong (El-Yaniv and Wiener, "On the Foundations of Noise-free Selective
 * Classification", 2010). Small talk and the wish for a person are never answered from the FAQ,
 * neither is a question without a candidate, so the curve may end before a coverage of 1.
 *
 * @param points by rising coverage, at most one in each hundredth of it
 */
public record RiskCoverage(List<Point> points) {
  /**
   * One threshold.
   *
   * @param coverage share of all questions that would be answered
   * @param risk share of these answers that would be wrong
   * @param confidence the threshold: that of the least sure of them
   */
  public record Point(double coverage, double risk, double confidence) {}

  static RiskCoverage of(List<Evaluation.Row> rows) {
    List<Evaluation.Row> surest =
        rows.stream()
            .filter(RiskCoverage::answerable)
            .sorted(Comparator.comparingDouble(Evaluation.Row::confidence).reversed())
            .toList();
    List<Point> points = new ArrayList<>();
    int wrong = 0;
    int hundredth = 0;
    for (int i = 0; i < surest.size(); i++) {
      double confidence = surest.get(i).confidence();
      wrong += surest.get(i).firstIsRight() ? 0 : 1;
      if (i + 1 < surest.size() && surest.get(i + 1).confidence() == confidence) {
        continue; // no threshold lies between the two
      }
      int answered = i + 1;
      Point point =
          new Point(answered / (double) rows.size(), wrong / (double) answered, confidence);
      int next = 100 * answered / rows.size();
      if (!points.isEmpty() && next == hundredth) {
        points.removeLast();
      }
      points.add(point);
      hundredth = next;
    }
    return new RiskCoverage(List.copyOf(points));
  }

  private static boolean answerable(Evaluation.Row row) {
    return switch (row.outcome()) {
      case "small_talk", "hand_off" -> false;
      default -> !row.candidates().isEmpty();
    };
  }

  /** The risk where at least this share of the questions is answered, NaN if it can't be. */
  public double riskAt(double coverage) {
    return points.stream()
        .filter(point -> point.coverage() >= coverage)
        .mapToDouble(Point::risk)
        .findFirst()
        .orElse(Double.NaN);
  }
}

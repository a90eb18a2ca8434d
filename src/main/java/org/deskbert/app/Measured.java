package org.deskbert.app;

import java.util.List;

/**
 * What a bundle did on this machine with FAQs of the owner: every phrasing was asked as if the
 * owner had not written it.
 *
 * @param speeds time of one text on one thread, the shortest first
 * @param asked phrasings of entries that have more than one
 * @param first share of these whose entry comes first, 0 to 1
 * @param right how many were answered with their entry
 * @param wrong how many were answered with another
 * @param wrongPercent at which tolerance
 * @param faq content hash of the FAQs
 */
public record Measured(
    List<Speed> speeds,
    int asked,
    double first,
    int right,
    int wrong,
    double wrongPercent,
    String faq) {
  /** Median milliseconds of a text of that many tokens. */
  public record Speed(int tokens, double millis) {}

  public Measured {
    speeds = List.copyOf(speeds);
  }

  /** Milliseconds of a text of about the length of a question. */
  public double questionMillis() {
    return speeds.stream()
        .filter(speed -> speed.tokens() == Measurements.QUESTION)
        .mapToDouble(Speed::millis)
        .findFirst()
        .orElse(Double.NaN);
  }
}

package org.deskbert.app;

import java.util.List;

/**
 * A FAQ of the library as the FAQ menu and the empty conversation show it.
 *
 * @param name its name
 * @param active whether it answers
 * @param entries how many answers it has
 * @param phrasings how many ways to ask they have together
 * @param samples up to three of its questions, for the empty conversation
 */
public record FaqSummary(
    String name, boolean active, int entries, int phrasings, List<String> samples) {
  public FaqSummary {
    samples = List.copyOf(samples);
  }
}

package org.deskbert.app;

import java.util.List;

/**
 * A FAQ of the library as the FAQ menu and the empty conversation show it.
 *
 * @param name its name
 * @param active whether it answers
 * @param entries how many answers it has
 * @param phrasings how many ways to ask they have together
 * @param samples up to six of its questions, those that people ask most first
 * @param topics its categories with some of their questions each
 */
public record FaqSummary(
    String name,
    boolean active,
    int entries,
    int phrasings,
    List<String> samples,
    List<Topic> topics) {
  /**
   * A category.
   *
   * @param name its name
   * @param questions up to six of its questions
   */
  public record Topic(String name, List<String> questions) {
    public Topic {
      questions = List.copyOf(questions);
    }
  }

  /** Whether it is one of those that came with the program, going by its name. */
  public boolean isSample() {
    return Faqs.SAMPLES.contains(name);
  }

  public FaqSummary {
    samples = List.copyOf(samples);
    topics = List.copyOf(topics);
  }
}

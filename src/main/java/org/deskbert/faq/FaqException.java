package org.deskbert.faq;

import java.util.List;

/** A file or the library can't be used; the message is a sentence for the user. */
public class FaqException extends Exception {
  private final transient List<Problem> problems;

  /** One sentence that names the file and the remedy. */
  public FaqException(String message) {
    super(message);
    this.problems = List.of();
  }

  /** The same with a cause for {@code --debug}. */
  public FaqException(String message, Throwable cause) {
    super(message, cause);
    this.problems = List.of();
  }

  /**
   * A file with row-level problems; the message is the first of them and how many more there are.
   */
  public FaqException(List<Problem> problems) {
    super(summary(problems));
    this.problems = List.copyOf(problems);
  }

  /** The row-level problems, empty if the trouble is not in a row. */
  public final List<Problem> problems() {
    return problems;
  }

  private static String summary(List<Problem> problems) {
    String first = problems.getFirst().sentence();
    return problems.size() == 1 ? first : first + " (and " + (problems.size() - 1) + " more)";
  }
}

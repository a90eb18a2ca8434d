package org.deskbert.eval;

/** What a reply is worth to somebody who knows the answer, the worst first. */
public enum Verdict {
  WRONG("wrong answer"),
  ASKED_BACK_WRONG("asked back without the right entry"),
  DECLINED_WRONG("declined, but there is an answer"),
  ASKED_BACK_RIGHT("asked back with the right entry"),
  DECLINED_RIGHT("declined, and there is no answer"),
  RIGHT("right answer");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  static Verdict of(Evaluation.Row row) {
    return switch (row.outcome()) {
      case "answered" -> row.entry().equals(row.id()) ? RIGHT : WRONG;
      case "did_you_mean" ->
          row.suggested().contains(row.id()) ? ASKED_BACK_RIGHT : ASKED_BACK_WRONG;
      default -> row.id().isEmpty() ? DECLINED_RIGHT : DECLINED_WRONG;
    };
  }
}

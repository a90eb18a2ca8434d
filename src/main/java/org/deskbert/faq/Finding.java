package org.deskbert.faq;

/**
 * A problem of a FAQ, and what there is to act on.
 *
 * @param problem what is wrong, and the remedy in words
 * @param phrasing the phrasing that it is about, empty if it is about the whole entry
 * @param other id of the other entry that takes part, empty if there is none
 * @param otherPhrasing the other entry's phrasing, empty if it is about the whole entry
 */
public record Finding(Problem problem, String phrasing, String other, String otherPhrasing) {
  /** A problem of one entry alone. */
  public static Finding of(Problem problem) {
    return new Finding(problem, "", "", "");
  }

  /**
   * What this finding is known by when its owner decides to hear of it no more: the same as long as
   * the entries keep their ids and the phrasings their words, whichever of the two comes first.
   */
  public String key() {
    String one = problem.entry() + "\t" + Normalizer.normalize(phrasing);
    String two = other + "\t" + Normalizer.normalize(otherPhrasing);
    boolean ordered = other.isEmpty() || one.compareTo(two) <= 0;
    return problem.kind() + "\t" + (ordered ? one + "\t" + two : two + "\t" + one);
  }
}

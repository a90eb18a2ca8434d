package org.deskbert.chat;

import java.util.ArrayList;
import java.util.List;
import org.deskbert.search.Candidate;

/**
 * Finds what would have changed a reply, by deciding again with one thing different: each tolerance
 * in whole numbers, and the candidates without the runner-up.
 */
final class Changes {
  /** More wrong answers than this in a hundred are no owner's choice. */
  private static final int MOST_TOLERANT = 25;

  private final Confidence confidence;
  private final double answerAt;
  private final double suggestAt;
  private final double[] answerAtPercent = new double[MOST_TOLERANT + 1];

  /** For the decisions of an assistant with these thresholds. */
  Changes(Confidence confidence, double answerAt, double suggestAt) {
    this.confidence = confidence;
    this.answerAt = answerAt;
    this.suggestAt = suggestAt;
    for (int percent = 0; percent < answerAtPercent.length; percent++) {
      answerAtPercent[percent] = confidence.answerAt(percent);
    }
  }

  /** The least tolerance at which {@code sure} is enough; one more than the last if none is. */
  private int enough(double sure) {
    int percent = 0;
    while (percent <= MOST_TOLERANT && answerAtPercent[percent] > sure) {
      percent++;
    }
    return percent;
  }

  /** For an answer that was given with a confidence of {@code sure}. */
  List<Change> ofAnswer(double sure) {
    int enough = enough(sure);
    return enough == 0 || enough > MOST_TOLERANT
        ? List.of()
        : List.of(new Change.LessTolerance(enough - 1));
  }

  /** For candidates of which none was answered. */
  List<Change> ofNoAnswer(List<Candidate> found) {
    if (found.isEmpty()) {
      return ofTalk();
    }
    if (found.getFirst().exact()) {
      return List.of(new Change.OneOwner());
    }
    List<Change> changes = new ArrayList<>();
    if (found.size() > 1) {
      List<Candidate> left = new ArrayList<>(found);
      Candidate second = left.remove(1);
      if (confidence.of(left)[0] >= answerAt) {
        changes.add(new Change.WithoutRunnerUp(suggestion(second)));
      }
    }
    double sure = confidence.of(found)[0];
    int enough = enough(sure);
    if (enough <= MOST_TOLERANT) {
      changes.add(new Change.MoreTolerance(enough));
    }
    changes.add(new Change.Phrasing(sure >= suggestAt ? suggestion(found.getFirst()) : null));
    return List.copyOf(changes);
  }

  /** For small talk, which no confidence in an entry stands against. */
  List<Change> ofTalk() {
    return List.of(new Change.Phrasing(null));
  }

  private static Reply.Suggestion suggestion(Candidate candidate) {
    return new Reply.Suggestion(candidate.entry(), candidate.source());
  }
}

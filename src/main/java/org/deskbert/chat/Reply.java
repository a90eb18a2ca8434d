package org.deskbert.chat;

import java.util.List;
import org.deskbert.faq.Entry;
import org.deskbert.search.Candidate;
import org.deskbert.trace.Timings;
import org.jspecify.annotations.Nullable;

/** What the asker gets. Every reply carries its explanation and its trace. */
public sealed interface Reply {
  /** Why this reply, and what else was considered. */
  Explanation explanation();

  /** Stage times. */
  Timings timings();

  /** A reply to each question of a message that holds several, else empty. */
  default List<Reply> parts() {
    return explanation().parts();
  }

  /** What the asker is shown: the parts where there are several questions, else this reply. */
  default List<Reply> shown() {
    return parts().isEmpty() ? List.of(this) : parts();
  }

  /** The suggestions that the asker is shown, in their order; those of all parts together. */
  default List<Suggestion> offered() {
    return shown().stream()
        .filter(DidYouMean.class::isInstance)
        .flatMap(reply -> ((DidYouMean) reply).suggestions().stream())
        .toList();
  }

  /** The stable name of this kind of reply, as scripts read it. */
  default String outcome() {
    return switch (this) {
      case Answered answered -> "answered";
      case DidYouMean ambiguous -> "did_you_mean";
      case SmallTalk talk -> "small_talk";
      case HandOff handOff -> "hand_off";
      case Unknown unknown -> "unknown";
    };
  }

  /** An entry answers the question with enough confidence. */
  record Answered(Entry entry, String source, Explanation explanation, Timings timings)
      implements Reply {}

  /**
   * Two to four entries may answer the question.
   *
   * @param suggestions best first, all different entries
   */
  record DidYouMean(List<Suggestion> suggestions, Explanation explanation, Timings timings)
      implements Reply {}

  /** Small talk that no entry fits. */
  record SmallTalk(String text, Explanation explanation, Timings timings) implements Reply {}

  /** The asker wants a person. */
  record HandOff(String text, Explanation explanation, Timings timings) implements Reply {}

  /** Nothing fits; says so and whom to ask. */
  record Unknown(String text, Explanation explanation, Timings timings) implements Reply {}

  /** One thing the asker may have meant. */
  record Suggestion(Entry entry, String source) {}

  /**
   * Why a reply is what it is.
   *
   * @param question as asked
   * @param candidates with their calibrated confidence, best first, at most 10
   * @param confidence calibrated probability that the first candidate is right, 0 if there is none
   * @param answerAt confidence from which the first candidate is answered
   * @param suggestAt confidence from which candidates are suggested
   * @param intent name of the most likely intent, {@code faq} for a question
   * @param intentConfidence its probability
   * @param mode whether the model took part
   * @param cut true if the question was longer than the model reads
   * @param model content hash of the model, null without one
   * @param faq content hash of the valid entries that were searched
   * @param parts a reply to each question of a message that holds several, else empty
   * @param changes what would have changed the reply, the nearest first
   */
  record Explanation(
      String question,
      List<Scored> candidates,
      double confidence,
      double answerAt,
      double suggestAt,
      String intent,
      double intentConfidence,
      Mode mode,
      boolean cut,
      @Nullable String model,
      String faq,
      List<Reply> parts,
      List<Change> changes) {
    /** The best candidate, null if there is none. */
    public @Nullable Candidate first() {
      return candidates.isEmpty() ? null : candidates.getFirst().candidate();
    }

    /** The best candidates that would at least be suggested, at most {@code most}. */
    public List<Suggestion> likely(int most) {
      return candidates.stream()
          .filter(each -> each.confidence() >= suggestAt)
          .limit(most)
          .map(each -> new Suggestion(each.candidate().entry(), each.candidate().source()))
          .toList();
    }

    /** The same for the question {@code text}, with its parts. */
    Explanation of(String text, boolean wasCut, List<Reply> several) {
      return new Explanation(
          text,
          candidates,
          confidence,
          answerAt,
          suggestAt,
          intent,
          intentConfidence,
          mode,
          wasCut,
          model,
          faq,
          List.copyOf(several),
          changes);
    }

    /** The same, but this would have changed the reply. */
    Explanation with(List<Change> others) {
      return new Explanation(
          question,
          candidates,
          confidence,
          answerAt,
          suggestAt,
          intent,
          intentConfidence,
          mode,
          cut,
          model,
          faq,
          parts,
          List.copyOf(others));
    }
  }

  /** A candidate and the calibrated probability that it is right. */
  record Scored(org.deskbert.search.Candidate candidate, double confidence) {}

  /** Whether the model took part. */
  enum Mode {
    MODEL,
    WORDS
  }
}

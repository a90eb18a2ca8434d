package org.deskbert.chat;

import java.util.ArrayList;
import java.util.List;
import org.deskbert.chat.Phrases.Phrase;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.Encoding;
import org.deskbert.intent.BuiltIn;
import org.deskbert.intent.Prediction;
import org.deskbert.search.Candidate;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.Phrasing;
import org.deskbert.trace.Stage;
import org.deskbert.trace.Timings;
import org.deskbert.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions from the indexed FAQs: one encoder pass, the search, the intent, and a decision
 * by calibrated confidence. Immutable and thread-safe; the same question gives the same reply.
 */
public final class Assistant {
  private static final int CANDIDATES = 10;
  private static final int MAX_SUGGESTIONS = 4;

  /** Likeness from which an entry of the FAQ is about the same as a piece of small talk. */
  private static final double FITS = 0.8;

  /** A suggestion is worth showing from this share of the first one's confidence. */
  private static final double WORTH_SHOWING = 0.2;

  private final FaqIndex index;
  private final @Nullable Encoder encoder;
  private final Confidence confidence;
  private final SmallTalk smallTalk;
  private final Policy policy;
  private final double answerAt;
  private final double suggestAt;
  private final Changes changes;

  /**
   * Wires an assistant.
   *
   * @param encoder the one that the index was built with; null for words only
   * @param confidence fitted to the index
   */
  public Assistant(
      FaqIndex index,
      @Nullable Encoder encoder,
      Confidence confidence,
      SmallTalk smallTalk,
      Policy policy) {
    this.index = index;
    this.encoder = index.model() == null ? null : encoder;
    this.confidence = confidence;
    this.smallTalk = smallTalk;
    this.policy = policy;
    this.answerAt = confidence.answerAt(policy.wrongPercent());
    this.suggestAt = confidence.suggestAt(policy.wrongPercent());
    this.changes = new Changes(confidence, answerAt, suggestAt);
  }

  /** The index that the answers come from. */
  public FaqIndex index() {
    return index;
  }

  /** How sure it may be, fitted to an index. */
  public Confidence confidence() {
    return confidence;
  }

  /** What the owner has decided. */
  public Policy policy() {
    return policy;
  }

  /** The confidence from which an answer is given. */
  public double answerAt() {
    return answerAt;
  }

  /** The confidence from which entries are suggested. */
  public double suggestAt() {
    return suggestAt;
  }

  /** This assistant with another policy. */
  public Assistant with(Policy other) {
    return new Assistant(index, encoder, confidence, smallTalk, other);
  }

  /** This assistant over an edited index of the same model; the confidence is kept. */
  public Assistant over(FaqIndex edited) {
    return new Assistant(edited, encoder, confidence, smallTalk, policy);
  }

  /** Answers one message, on the calling thread. */
  public Reply reply(String question) {
    return reply(question, new Trace());
  }

  /** Answers one message; the stage times are added to {@code trace}. */
  public Reply reply(String question, Trace trace) {
    return parted(question, reply(question, trace, FaqIndex.ALL), trace);
  }

  /** Looks for the questions in a message; {@code whole} itself if it is one question. */
  Reply parted(String message, Reply whole, Trace trace) {
    return Parts.of(this, message, whole, trace);
  }

  /** Answers a message as one question, whatever it holds. */
  public Reply replyWhole(String question) {
    return replyWhole(question, new Trace());
  }

  Reply replyWhole(String question, Trace trace) {
    return reply(question, trace, FaqIndex.ALL);
  }

  /** Answers a phrasing of the FAQ as if the owner had not written it. */
  public Reply replyWithout(Phrasing phrasing) {
    return reply(phrasing.text(), new Trace(), phrasing.number());
  }

  private Reply reply(String question, Trace trace, int without) {
    return decide(read(question, trace, without, CANDIDATES), trace);
  }

  /**
   * A message as model and search see it.
   *
   * @param vector its unit vector, null for words only
   * @param found entries that may answer it, best first
   */
  record Reading(
      String text,
      float @Nullable [] vector,
      boolean cut,
      Prediction intent,
      List<Candidate> found) {
    Reading with(List<Candidate> others) {
      return as(text, others);
    }

    Reading as(String question, List<Candidate> others) {
      return new Reading(question, vector, cut, intent, others);
    }

    /** The same, certainly not small talk. */
    Reading asQuestion() {
      Prediction question = new Prediction(BuiltIn.FAQ, 1 - intent.confidence(), false);
      return intent.accepted() ? new Reading(text, vector, cut, question, found) : this;
    }
  }

  /** Reads a message and looks for at most {@code limit} entries; stage times go to the trace. */
  Reading read(String text, Trace trace, int limit) {
    return read(text, trace, FaqIndex.ALL, limit);
  }

  private Reading read(String text, Trace trace, int without, int limit) {
    if (text.isBlank()) {
      Prediction nothing = new Prediction(BuiltIn.FAQ, 0, false);
      return new Reading(text, null, false, nothing, List.of());
    }
    Encoding encoding = encoder == null ? null : encoder.encode(index.rewrite(text), trace);
    float[] vector = encoding == null ? null : encoding.vector();
    Prediction intent = trace.time(Stage.INTENT, () -> smallTalk.predict(text, vector));
    List<Candidate> found =
        trace.time(Stage.SEARCH, () -> index.search(text, vector, limit, without));
    return new Reading(text, vector, encoding != null && encoding.cut(), intent, found);
  }

  /** Makes a reply of a message and its candidates. */
  Reply decide(Reading reading, Trace trace) {
    List<Candidate> found = reading.found();
    List<Candidate> best = found.subList(0, Math.min(CANDIDATES, found.size()));
    Draft draft =
        trace.time(
            Stage.DECIDE, () -> decide(reading.text(), reading.intent(), best, reading.cut()));
    return draft.at(trace.timings());
  }

  /**
   * Offers {@code first} and up to {@code others} of the candidates that come after it, however
   * unsure; unknown if there is nothing to offer.
   */
  Reply suggest(Reading reading, List<Reply.Suggestion> first, int others, Trace trace) {
    List<Candidate> found = reading.found();
    List<Reply.Scored> scored = scored(found.subList(0, Math.min(CANDIDATES, found.size())));
    Reply.Explanation why = explanation(reading.text(), scored, reading.intent(), reading.cut());
    List<Reply.Suggestion> suggestions = new ArrayList<>(first);
    for (Reply.Suggestion next : suggestions(scored)) {
      if (suggestions.size() < first.size() + others && !suggestions.contains(next)) {
        suggestions.add(next);
      }
    }
    return suggestions.isEmpty()
        ? new Reply.Unknown(unknownText(), why, trace.timings())
        : new Reply.DidYouMean(suggestions, why, trace.timings());
  }

  /** A reply that waits for its times. */
  private interface Draft {
    Reply at(Timings timings);
  }

  private Draft decide(String question, Prediction intent, List<Candidate> found, boolean cut) {
    List<Reply.Scored> scored = scored(found);
    Reply.Explanation why = explanation(question, scored, intent, cut);
    double first = why.confidence();
    boolean several = found.size() > 1 && found.get(1).exact();
    if (intent.accepted() && !fits(found)) {
      return smallTalk(question, intent, why);
    }
    if (!scored.isEmpty() && first >= answerAt && !several) {
      Candidate best = found.getFirst();
      Reply.Explanation given = why.with(changes.ofAnswer(first));
      return t -> new Reply.Answered(best.entry(), best.source(), given, t);
    }
    Reply.Explanation open = why.with(changes.ofNoAnswer(found));
    List<Reply.Suggestion> suggestions = suggestions(scored);
    if (suggestions.size() > 1 && (several || first >= suggestAt)) {
      return t -> new Reply.DidYouMean(suggestions, open, t);
    }
    if (intent.accepted()) {
      return smallTalk(question, intent, why);
    }
    return t -> new Reply.Unknown(unknownText(), open, t);
  }

  /**
   * Whether the FAQ has an entry for what sounds like small talk. The FAQ comes first, but a shared
   * word is no fit: "hello" is not about Windows Hello.
   */
  private boolean fits(List<Candidate> found) {
    if (found.isEmpty()) {
      return false;
    }
    Candidate first = found.getFirst();
    return first.exact() || (encoder == null ? first.words() : first.meaning()) >= FITS;
  }

  private Draft smallTalk(String question, Prediction intent, Reply.Explanation why) {
    String text = smallTalk.reply(intent.intent(), question, policy.phrases());
    Reply.Explanation talk = why.with(changes.ofTalk());
    if (intent.intent().equals(BuiltIn.HAND_OFF)) {
      String withContact = (text + " " + policy.contact()).strip();
      return t -> new Reply.HandOff(withContact, talk, t);
    }
    return t -> new Reply.SmallTalk(text, talk, t);
  }

  private String unknownText() {
    return (policy.phrases().of(Phrase.UNKNOWN) + " " + policy.contact()).strip();
  }

  private List<Reply.Scored> scored(List<Candidate> found) {
    double[] probabilities = confidence.of(found);
    List<Reply.Scored> scored = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      scored.add(new Reply.Scored(found.get(i), probabilities[i]));
    }
    return scored;
  }

  private List<Reply.Suggestion> suggestions(List<Reply.Scored> scored) {
    List<Reply.Suggestion> suggestions = new ArrayList<>();
    for (Reply.Scored one : scored) {
      boolean worth =
          suggestions.size() < 2
              || one.confidence() >= WORTH_SHOWING * scored.getFirst().confidence();
      if (suggestions.size() < MAX_SUGGESTIONS && worth) {
        suggestions.add(new Reply.Suggestion(one.candidate().entry(), one.candidate().source()));
      }
    }
    return suggestions;
  }

  private Reply.Explanation explanation(
      String question, List<Reply.Scored> scored, Prediction intent, boolean cut) {
    return new Reply.Explanation(
        question,
        List.copyOf(scored),
        scored.isEmpty() ? 0 : scored.getFirst().confidence(),
        answerAt,
        suggestAt,
        intent.intent(),
        intent.confidence(),
        encoder == null ? Reply.Mode.WORDS : Reply.Mode.MODEL,
        cut,
        encoder == null ? null : index.model(),
        index.hash(),
        List.of(),
        List.of());
  }
}

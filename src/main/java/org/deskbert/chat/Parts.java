package org.deskbert.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.deskbert.chat.Reply.Explanation;
import org.deskbert.chat.Sentences.Clause;
import org.deskbert.search.Candidate;
import org.deskbert.trace.Trace;
import org.jspecify.annotations.Nullable;

/** Finds the question, or the several questions, in a message of more than one clause. */
final class Parts {
  /** Clauses that are asked by themselves; each costs an encoder pass. */
  private static final int MAX_CLAUSES = 6;

  /** By so much a clause must be surer than the message as a whole to stand for it. */
  private static final double SURER = 0.1;

  private Parts() {}

  /**
   * The reply to a message whose reply as a whole is {@code whole}: the same object if it is one
   * question; else that of its one question, or one with parts. Time goes to {@code trace}.
   */
  static Reply of(Assistant assistant, String message, Reply whole, Trace trace) {
    Explanation why = whole.explanation();
    Candidate best = why.first();
    boolean exact = best != null && best.exact();
    List<Clause> clauses = exact ? List.of() : Sentences.of(message);
    if (clauses.isEmpty() || (clauses.size() == 1 && clauses.getFirst().text().equals(message))) {
      return whole;
    }
    List<Reply> parts = new ArrayList<>();
    Set<Conversation.@Nullable Key> seen = new HashSet<>();
    Reply surest = whole;
    boolean asks = clauses.stream().anyMatch(Clause::question);
    List<Clause> asked = clauses.stream().filter(c -> c.question() || !asks).toList();
    for (Clause clause : asked.subList(0, Math.min(MAX_CLAUSES, asked.size()))) {
      Reply reply = assistant.replyWhole(clause.asked(), trace);
      if (!(reply instanceof Reply.Answered) && !(reply instanceof Reply.DidYouMean)) {
        continue; // circumstances
      }
      Explanation explanation =
          reply.explanation().of(clause.text(), reply.explanation().cut(), List.of());
      Reply part = with(reply, explanation, trace);
      boolean sure = reply instanceof Reply.Answered || clause.question();
      if (sure && seen.add(Conversation.Key.first(reply))) {
        parts.add(part);
      }
      if (explanation.confidence() > surest.explanation().confidence()) {
        surest = part;
      }
    }
    if (parts.size() > 1) {
      Reply outer =
          parts.stream().filter(Reply.Answered.class::isInstance).findFirst().orElse(whole);
      return with(outer, outer.explanation().of(message, why.cut(), parts), trace);
    }
    // a clause that points elsewhere than the whole has more likely lost its context than found it
    boolean surer =
        !(whole instanceof Reply.Answered)
            && surest instanceof Reply.Answered
            && Objects.equals(Conversation.Key.first(surest), Conversation.Key.first(whole))
            && surest.explanation().confidence() >= why.confidence() + SURER;
    return surer
        ? with(surest, surest.explanation().of(message, why.cut(), List.of()), trace)
        : whole;
  }

  private static Reply with(Reply reply, Explanation why, Trace trace) {
    return switch (reply) {
      case Reply.Answered r -> new Reply.Answered(r.entry(), r.source(), why, trace.timings());
      case Reply.DidYouMean r -> new Reply.DidYouMean(r.suggestions(), why, trace.timings());
      case Reply.SmallTalk r -> new Reply.SmallTalk(r.text(), why, trace.timings());
      case Reply.HandOff r -> new Reply.HandOff(r.text(), why, trace.timings());
      case Reply.Unknown r -> new Reply.Unknown(r.text(), why, trace.timings());
    };
  }
}

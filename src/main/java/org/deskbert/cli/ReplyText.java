package org.deskbert.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deskbert.chat.Change;
import org.deskbert.chat.Reply;
import org.deskbert.chat.Reply.Explanation;
import org.deskbert.chat.Reply.Scored;

/** A reply as lines for a terminal. */
final class ReplyText {
  private ReplyText() {}

  static String of(Reply reply, boolean explain) {
    String text = reply.parts().isEmpty() ? text(reply, 0) : parts(reply);
    return explain ? text + "\n" + why(reply) : text;
  }

  private static String parts(Reply reply) {
    List<String> texts = new ArrayList<>();
    int before = 0; // suggestions are numbered through
    for (Reply part : reply.parts()) {
      texts.add(part.explanation().question() + "\n" + text(part, before));
      before += part.offered().size();
    }
    return String.join("\n\n", texts);
  }

  private static String text(Reply reply, int before) {
    return switch (reply) {
      case Reply.Answered answered -> answered.entry().answer();
      case Reply.DidYouMean ambiguous -> suggestions(ambiguous, before);
      case Reply.SmallTalk talk -> talk.text();
      case Reply.HandOff handOff -> handOff.text();
      case Reply.Unknown unknown -> unknown.text();
    };
  }

  private static String suggestions(Reply.DidYouMean reply, int before) {
    StringBuilder text = new StringBuilder("Did you mean:");
    int number = before + 1;
    for (Reply.Suggestion suggestion : reply.suggestions()) {
      text.append("\n  ").append(number++).append(". ").append(suggestion.entry().question());
    }
    return text.toString();
  }

  private static String why(Reply reply) {
    Explanation why = reply.explanation();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "  outcome %s, confidence %.3f (answers from %.3f, suggests from %.3f), intent %s %.2f",
            reply.outcome(),
            why.confidence(),
            why.answerAt(),
            why.suggestAt(),
            why.intent(),
            why.intentConfidence()));
    List<Scored> candidates = why.candidates();
    for (Scored scored : candidates.subList(0, Math.min(3, candidates.size()))) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n  %s/%s  confidence %.3f  words %.2f  meaning %.2f  \"%s\"",
              scored.candidate().source(),
              scored.candidate().entry().id(),
              scored.confidence(),
              scored.candidate().words(),
              scored.candidate().meaning(),
              scored.candidate().matched()));
    }
    why.changes().forEach(change -> text.append("\n  ").append(change(change)));
    text.append(String.format(Locale.ROOT, "%n  %.1f ms", reply.timings().totalNanos() / 1e6));
    return text.toString().replace("\r", "");
  }

  private static String change(Change change) {
    return switch (change) {
      case Change.MoreTolerance more ->
          "would be answered if "
              + more.wrongPercent()
              + " of 100 answers were allowed to be wrong";
      case Change.LessTolerance less ->
          "would not be answered if at most "
              + less.wrongPercent()
              + " of 100 answers were allowed to be wrong";
      case Change.WithoutRunnerUp without ->
          "would be answered if " + name(without.runnerUp()) + " were not so near";
      case Change.Phrasing phrasing ->
          "would be answered if "
              + (phrasing.first() == null ? "an entry" : name(phrasing.first()))
              + " had it as a phrasing";
      case Change.OneOwner one -> "would be answered if only one entry had this phrasing";
    };
  }

  private static String name(Reply.Suggestion suggestion) {
    return suggestion.source() + "/" + suggestion.entry().id();
  }
}

package org.deskbert.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.deskbert.chat.Reply;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.search.Candidate;
import org.deskbert.trace.Progress;

/**
 * A question that stands in an entry and does not find it.
 *
 * @param entry the entry
 * @param question one of its phrasings
 * @param instead what comes instead: the question of another entry that has the same words, empty
 *     if nothing does
 */
public record OwnQuestion(Entry entry, String question, String instead) {
  private static final int REPORTED = 50;

  /**
   * Asks all entries their own questions.
   *
   * @param assistant answers from {@code faq}, and others perhaps
   * @return those that get no answer, or another's, in the order of the FAQ
   * @throws CancellationException if {@code progress} says stop
   */
  public static List<OwnQuestion> lost(
      Faq faq, Function<String, Reply> assistant, Progress progress) {
    List<OwnQuestion> lost = new ArrayList<>();
    int done = 0;
    for (Entry entry : faq.entries()) {
      if (done % REPORTED == 0
          && !progress.report("Asking each entry its own question", done, faq.entries().size())) {
        throw new CancellationException();
      }
      done++;
      for (String phrasing : entry.phrasings()) {
        Reply reply = assistant.apply(phrasing);
        if (!(reply instanceof Reply.Answered answered
            && answered.source().equals(faq.name())
            && answered.entry().id().equals(entry.id()))) {
          lost.add(new OwnQuestion(entry, phrasing, instead(faq.name(), entry, reply)));
        }
      }
    }
    return List.copyOf(lost);
  }

  private static String instead(String faq, Entry entry, Reply reply) {
    return reply.explanation().candidates().stream()
        .map(Reply.Scored::candidate)
        .filter(Candidate::exact)
        .filter(found -> !(found.source().equals(faq) && found.entry().id().equals(entry.id())))
        .findFirst()
        .map(found -> found.entry().question())
        .orElse("");
  }
}

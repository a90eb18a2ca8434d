package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.deskbert.chat.Assistant;
import org.deskbert.chat.Policy;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.junit.jupiter.api.Test;

class OwnQuestionTest {
  private static Entry entry(String id, LocalDate until, String... questions) {
    return new Entry(id, List.of(questions), "Answer " + id, "", List.of(), null, until);
  }

  private static final Faq FAQ =
      new Faq(
          "bank",
          List.of(
              entry("a", null, "Where do I block my card?", "stolen card"),
              entry("b", null, "Which papers does a loan need?", "Stolen card!"),
              entry("c", LocalDate.of(2020, 1, 1), "Is the fair open?")));

  @Test
  void whatStandsInTwoEntriesAndWhatIsOverDoesNotFindItself() throws Exception {
    Assistant assistant = Assistants.of(FAQ, null, VectorCache.inMemory(), Policy.DEFAULT);
    List<OwnQuestion> lost = OwnQuestion.lost(FAQ, assistant::reply, Progress.NONE);
    assertEquals(
        List.of("stolen card", "Stolen card!", "Is the fair open?"),
        lost.stream().map(OwnQuestion::question).toList());
    assertEquals(
        List.of("Which papers does a loan need?", "Where do I block my card?", ""),
        lost.stream().map(OwnQuestion::instead).toList());
  }

  @Test
  void itCanBeStopped() throws Exception {
    Assistant assistant = Assistants.of(FAQ, null, VectorCache.inMemory(), Policy.DEFAULT);
    assertThrows(
        CancellationException.class,
        () -> OwnQuestion.lost(FAQ, assistant::reply, (_, _, _) -> false));
  }
}

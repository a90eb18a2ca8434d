package org.deskbert.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.intent.BuiltIn;
import org.deskbert.intent.Example;
import org.deskbert.search.BagEncoder;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.junit.jupiter.api.Test;

/** What an explanation says would have changed the reply does change it. */
class ChangesTest {
  private static final BuiltIn BUILT_IN =
      new BuiltIn(
          List.of(new Example("hello", "greeting"), new Example("good morning", "greeting")),
          Map.of("greeting", List.of("Hello!")),
          List.of("who won the match", "how tall is the tower"));
  private static final List<String> QUESTIONS =
      List.of(
          "reset password please",
          "password",
          "my paper is in the printer",
          "connect to the network",
          "the vpn and my password from home",
          "zebras graze",
          "jammed");

  private final Encoder encoder = new BagEncoder();
  private final Faq faq =
      new Faq(
          "it",
          List.of(
              entry("password", "reset my password", "forgotten password", "same words"),
              entry("pin", "reset my pin", "forgotten pin", "same words"),
              entry("printer", "the printer is jammed", "paper jam in the printer"),
              entry("vpn", "connect to the vpn", "vpn from home")));

  private static Entry entry(String id, String... phrasings) {
    return new Entry(id, List.of(phrasings), "Answer to " + id, "", List.of(), null, null);
  }

  private Assistant assistant(Faq of, double wrongPercent) {
    VectorCache cache = VectorCache.inMemory();
    FaqIndex index =
        FaqIndex.build(List.of(of), encoder, cache, LocalDate.of(2026, 11, 24), 1, Progress.NONE);
    return new Assistant(
        index,
        encoder,
        ConfidenceFit.prior(true),
        SmallTalk.train(BUILT_IN, index, encoder, cache, 1, Progress.NONE),
        new Policy(wrongPercent, ""));
  }

  private static List<Change> changes(Reply reply) {
    return reply.explanation().changes();
  }

  private static boolean answers(Assistant assistant, String question) {
    return assistant.replyWhole(question) instanceof Reply.Answered;
  }

  @Test
  void theToleranceIsTheLeastThatAnswersAndTheGreatestThatDoesNot() {
    int more = 0;
    int less = 0;
    for (double wrong : new double[] {0, 2.5, 5, 20}) {
      Assistant assistant = assistant(faq, wrong);
      for (String question : QUESTIONS) {
        for (Change change : changes(assistant.replyWhole(question))) {
          if (change instanceof Change.MoreTolerance(int percent)) {
            more++;
            assertTrue(percent > wrong, question);
            assertTrue(answers(assistant.with(new Policy(percent, "")), question), question);
            assertFalse(answers(assistant.with(new Policy(percent - 1, "")), question), question);
          } else if (change instanceof Change.LessTolerance(int percent)) {
            less++;
            assertTrue(percent < wrong, question);
            assertFalse(answers(assistant.with(new Policy(percent, "")), question), question);
            assertTrue(answers(assistant.with(new Policy(percent + 1, "")), question), question);
          }
        }
      }
    }
    assertTrue(more > 0 && less > 0, more + " and " + less);
  }

  @Test
  void withoutTheRunnerUpTheFirstIsAnswered() {
    int seen = 0;
    for (int wrong = 0; wrong <= 50; wrong += 2) {
      Assistant assistant = assistant(faq, wrong);
      for (String question : List.of("forgotten reset my", "reset", "forgotten")) {
        Reply reply = assistant.replyWhole(question);
        boolean blamed = changes(reply).stream().anyMatch(Change.WithoutRunnerUp.class::isInstance);
        List<org.deskbert.search.Candidate> left =
            new ArrayList<>(
                reply.explanation().candidates().stream().map(Reply.Scored::candidate).toList());
        left.remove(1);
        double alone = ConfidenceFit.prior(true).of(left)[0];
        assertEquals(
            !(reply instanceof Reply.Answered) && alone >= assistant.answerAt(), blamed, question);
        seen += blamed ? 1 : 0;
      }
    }
    assertTrue(seen > 0, "the runner-up never mattered");
  }

  @Test
  void asAPhrasingOfTheFirstItIsAnswered() {
    String question = "the paper printer is stuck";
    Reply reply = assistant(faq, 0).replyWhole(question);
    Change.Phrasing last = assertInstanceOf(Change.Phrasing.class, changes(reply).getLast());
    String id = last.first().entry().id();
    List<Entry> entries =
        faq.entries().stream()
            .map(e -> {
              List<String> phrasings = new ArrayList<>(e.phrasings());
              phrasings.add(question);
              return e.id().equals(id) ? entry(id, phrasings.toArray(String[]::new)) : e;
            })
            .toList();
    assertTrue(answers(assistant(faq.with(entries), 0), question));
  }

  @Test
  void whatTwoEntriesHaveWouldBeAnsweredIfOneHadIt() {
    Reply reply = assistant(faq, 5).replyWhole("same words");
    assertEquals(List.of(new Change.OneOwner()), changes(reply));
  }

  @Test
  void smallTalkAndTheUnknownNameNoEntry() {
    Faq small = faq.with(List.of(faq.entries().getLast()));
    assertEquals(
        Arrays.asList(new Change.Phrasing(null)), changes(assistant(small, 5).reply("hello")));
    assertEquals(Arrays.asList(new Change.Phrasing(null)), changes(assistant(small, 5).reply(" ")));
  }

  @Test
  void anExactAnswerNothingChanges() {
    assertEquals(List.of(), changes(assistant(faq, 5).reply("forgotten pin")));
  }
}

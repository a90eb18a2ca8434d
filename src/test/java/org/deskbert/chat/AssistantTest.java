package org.deskbert.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.intent.BuiltIn;
import org.deskbert.intent.Example;
import org.deskbert.search.BagEncoder;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssistantTest {
  private static final BuiltIn BUILT_IN =
      new BuiltIn(
          List.of(
              new Example("hello", "greeting"),
              new Example("good morning", "greeting"),
              new Example("I want to talk to a person", BuiltIn.HAND_OFF)),
          Map.of("greeting", List.of("Hello!"), BuiltIn.HAND_OFF, List.of("Certainly.")),
          List.of("who won the match", "how tall is the tower"));

  private static Entry entry(String id, String... phrasings) {
    return new Entry(id, List.of(phrasings), "Answer to " + id, "", List.of(), null, null);
  }

  private static final Entry PASSWORD =
      entry("password", "reset my password", "forgotten password");
  private static final Entry PRINTER = entry("printer", "the printer is jammed", "paper jam");
  private static final Entry VPN = entry("vpn", "connect to the vpn", "vpn from home");

  private static Assistant assistant(@Nullable Encoder encoder, Policy policy, Faq... faqs) {
    VectorCache cache = VectorCache.inMemory();
    FaqIndex index =
        FaqIndex.build(List.of(faqs), encoder, cache, LocalDate.of(2026, 11, 24), 1, Progress.NONE);
    return new Assistant(
        index,
        encoder,
        ConfidenceFit.fit(index, encoder, BUILT_IN, cache, 1, Progress.NONE),
        SmallTalk.train(BUILT_IN, index, encoder, cache, 1, Progress.NONE),
        policy);
  }

  private static Faq it(Entry... more) {
    List<Entry> entries = new ArrayList<>(List.of(PASSWORD, PRINTER, VPN));
    entries.addAll(List.of(more));
    return new Faq("it", entries);
  }

  @Test
  void anExactPhrasingIsAnsweredWithCertainty() {
    for (Encoder encoder : new Encoder[] {new BagEncoder(), null}) {
      Reply reply = assistant(encoder, new Policy(0, ""), it()).reply("Forgotten password?");
      assertEquals(PASSWORD, assertInstanceOf(Reply.Answered.class, reply).entry());
      assertEquals(1.0, reply.explanation().confidence());
    }
  }

  @Test
  void aPhrasingOfTwoEntriesAsksBackWithHalfTheCertaintyEach() {
    Reply reply =
        assistant(new BagEncoder(), Policy.DEFAULT, it(entry("pin", "forgotten password")))
            .reply("forgotten password");
    var asked = assertInstanceOf(Reply.DidYouMean.class, reply);
    assertEquals(
        List.of("password", "pin"), asked.suggestions().stream().map(s -> s.entry().id()).toList());
    assertEquals(0.5, reply.explanation().candidates().get(0).confidence());
    assertEquals(0.5, reply.explanation().candidates().get(1).confidence());
  }

  @Test
  void smallTalkIsAnsweredOnlyWhereNoEntryFits() {
    assertInstanceOf(
        Reply.SmallTalk.class, assistant(new BagEncoder(), Policy.DEFAULT, it()).reply("hello"));
    Entry greeting = entry("greeting", "hello", "hi");
    Reply own = assistant(new BagEncoder(), Policy.DEFAULT, it(greeting)).reply("hello");
    assertEquals(greeting, assertInstanceOf(Reply.Answered.class, own).entry());
  }

  @Test
  void whoWantsAPersonIsToldTheContact() {
    Reply reply =
        assistant(null, new Policy(5, "Ring 4444."), it()).reply("I want to talk to a person");
    assertEquals("Certainly. Ring 4444.", assertInstanceOf(Reply.HandOff.class, reply).text());
    assertEquals(BuiltIn.HAND_OFF, reply.explanation().intent());
  }

  @Test
  void whatNobodyKnowsIsAdmittedWithTheContact() {
    Reply reply =
        assistant(new BagEncoder(), new Policy(5, "Ring 4444."), it())
            .reply("zebras graze peacefully");
    assertTrue(assertInstanceOf(Reply.Unknown.class, reply).text().endsWith("Ring 4444."));
  }

  @Test
  void anEmptyQuestionIsUnknownWithoutConfidence() {
    Reply reply = assistant(new BagEncoder(), Policy.DEFAULT, it()).reply("  ");
    assertInstanceOf(Reply.Unknown.class, reply);
    assertEquals(0, reply.explanation().confidence());
    assertEquals(List.of(), reply.explanation().candidates());
  }

  @Test
  void anEmptyFaqKnowsNothing() {
    Reply reply =
        assistant(new BagEncoder(), Policy.DEFAULT, new Faq("x", List.of())).reply("password");
    assertInstanceOf(Reply.Unknown.class, reply);
  }

  @Test
  void wordsOnlySaysSo() {
    Reply.Explanation why = assistant(null, Policy.DEFAULT, it()).reply("password").explanation();
    assertEquals(Reply.Mode.WORDS, why.mode());
    assertNull(why.model());
  }

  @Test
  void everyStageIsTimedAndNoMoreThanTheTotal() {
    Reply reply = assistant(new BagEncoder(), Policy.DEFAULT, it()).reply("my password is gone");
    for (Stage stage : List.of(Stage.ENCODE, Stage.INTENT, Stage.SEARCH, Stage.DECIDE)) {
      assertTrue(reply.timings().nanos().containsKey(stage), stage.name());
    }
    long sum = reply.timings().nanos().values().stream().mapToLong(Long::longValue).sum();
    assertTrue(sum <= reply.timings().totalNanos());
  }

  @Test
  void aTolerantOwnerGetsMoreAnswersThanAStrictOne() {
    Assistant strict = assistant(new BagEncoder(), new Policy(0, ""), it());
    Assistant tolerant = strict.with(new Policy(100, ""));
    String question = "password please";
    assertTrue(!(strict.reply(question) instanceof Reply.Answered));
    assertInstanceOf(Reply.Answered.class, tolerant.reply(question));
  }

  @Test
  void manyAskersGetTheSameReplies() throws Exception {
    Assistant assistant = assistant(new BagEncoder(), Policy.DEFAULT, it());
    List<String> questions =
        List.of("password lost", "jam in printer", "vpn home", "what", "hello");
    List<Reply.Explanation> alone =
        questions.stream().map(q -> assistant.reply(q).explanation()).toList();
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Callable<Reply.Explanation>> calls = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String question = questions.get(i % questions.size());
        calls.add(() -> assistant.reply(question).explanation());
      }
      List<Future<Reply.Explanation>> together = pool.invokeAll(calls);
      for (int i = 0; i < together.size(); i++) {
        assertEquals(alone.get(i % questions.size()), together.get(i).get());
      }
    }
  }

  @Test
  void fittingTwiceGivesTheSameConfidence() {
    String question = "password please";
    double first =
        assistant(new BagEncoder(), Policy.DEFAULT, it())
            .reply(question)
            .explanation()
            .confidence();
    double second =
        assistant(new BagEncoder(), Policy.DEFAULT, it())
            .reply(question)
            .explanation()
            .confidence();
    assertEquals(first, second);
  }
}

package org.deskbert.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.intent.BuiltIn;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DialogueTest {
  private static Entry entry(String id, @Nullable String parent, String... phrasings) {
    return new Entry(
        id,
        List.of(phrasings),
        "Answer to " + id,
        parent == null ? id : "",
        List.of(),
        parent,
        null);
  }

  private static final Entry VPN =
      entry("vpn", null, "How do I connect to the VPN?", "vpn from home");
  private static final Entry VPN_MAC = entry("vpn-mac", "vpn", "How do I use the VPN on a Mac?");
  private static final Entry VPN_SLOW =
      entry("vpn-slow", "vpn", "The VPN is slow or keeps dropping");
  private static final Entry UPDATE_MAC = entry("update-mac", null, "How do I update my Mac?");
  private static final Entry PRINTER =
      entry("printer", null, "How do I add a printer?", "new printer");
  private static final Entry JAM = entry("jam", null, "There is a paper jam in the printer");

  private static Encoder encoder;
  private static Dialogue dialogue;

  @BeforeAll
  static void loadModel() throws Exception {
    encoder = OnnxEncoder.load(Bundle.open(Path.of("models/deskbert-small")));
    dialogue = dialogue(Policy.DEFAULT);
  }

  @AfterAll
  static void closeModel() {
    encoder.close();
  }

  private static Dialogue dialogue(Policy policy) {
    VectorCache cache = VectorCache.inMemory();
    Faq faq = new Faq("it", List.of(VPN, VPN_MAC, VPN_SLOW, UPDATE_MAC, PRINTER, JAM));
    FaqIndex index =
        FaqIndex.build(List.of(faq), encoder, cache, LocalDate.of(2026, 11, 24), 1, Progress.NONE);
    return new Dialogue(
        new Assistant(
            index,
            encoder,
            ConfidenceFit.prior(true),
            SmallTalk.train(BuiltIn.NONE, index, encoder, cache, 1, Progress.NONE),
            policy),
        Sentiment.NONE);
  }

  private Turn after(String... messages) {
    Conversation conversation = Conversation.EMPTY;
    for (String message : Arrays.copyOf(messages, messages.length - 1)) {
      conversation = dialogue.say(conversation, message).next();
    }
    return dialogue.say(conversation, messages[messages.length - 1]);
  }

  private static String first(Turn turn) {
    return switch (turn.reply()) {
      case Reply.Answered answered -> answered.entry().id();
      case Reply.DidYouMean several -> several.suggestions().getFirst().entry().id();
      default -> turn.reply().outcome();
    };
  }

  @Test
  void aFollowUpIsUnderstoodWithTheTopic() {
    assertNotEquals("vpn-mac", first(after("and on a mac?")));
    Turn turn = after("vpn from home", "and on a mac?");
    assertEquals("vpn-mac", first(turn));
    assertEquals(Turn.As.FOLLOW_UP, turn.as());
    assertEquals("vpn-slow", first(after("vpn from home", "and on a mac?", "it is slow")));
  }

  @Test
  void anExactPhrasingIsItsEntryUnderAnyTopic() {
    Reply fresh = dialogue.say(Conversation.EMPTY, "how do I update my mac").reply();
    Turn turn = after("vpn from home", "how do I update my mac");
    assertEquals(fresh.explanation(), turn.reply().explanation());
    assertEquals("update-mac", first(turn));
    assertEquals(Turn.As.ALONE, turn.as());
  }

  @Test
  void aClearedTopicNoLongerCounts() {
    Conversation vpn = dialogue.say(Conversation.EMPTY, "vpn from home").next();
    assertEquals(VPN.question(), vpn.topic().name());
    assertEquals("vpn-mac", first(dialogue.say(vpn, "and on a mac?")));
    assertNotEquals("vpn-mac", first(dialogue.say(vpn.withoutTopic(), "and on a mac?")));
  }

  @Test
  void conversationsDoNotKnowOfEachOther() {
    Conversation vpn = dialogue.say(Conversation.EMPTY, "vpn from home").next();
    Conversation printer = dialogue.say(Conversation.EMPTY, "new printer").next();
    dialogue.say(vpn, "and on a mac?");
    assertEquals("vpn-mac", first(dialogue.say(vpn, "and on a mac?")));
    assertNotEquals("vpn-mac", first(dialogue.say(printer, "and on a mac?")));
  }

  @Test
  void suggestionsAreChosenByNumberWordOrYes() {
    Turn several = dialogue(new Policy(0, "")).say(Conversation.EMPTY, "printer trouble");
    var offered = assertInstanceOf(Reply.DidYouMean.class, several.reply()).suggestions();
    for (String second : List.of("2", "the second one", "number two please", "Second!")) {
      Turn turn = dialogue.say(several.next(), second);
      assertEquals(offered.get(1).entry().id(), first(turn), second);
      assertEquals(Turn.As.CHOICE, turn.as());
    }
    assertEquals(
        offered.getLast().entry().id(), first(dialogue.say(several.next(), "the last one")));
    assertEquals(offered.getFirst().entry().id(), first(dialogue.say(several.next(), "yes")));
    assertEquals(
        offered.get(1).entry().id(), first(dialogue.choose(several.next(), offered.get(1))));
  }

  @Test
  void aChoiceNeedsSuggestions() {
    assertFalse(after("vpn from home", "the second one").as() == Turn.As.CHOICE);
    assertFalse(after("2").as() == Turn.As.CHOICE);
  }

  @Test
  void whatWasTurnedDownDoesNotComeBackUnlessAskedExactly() {
    Turn turn = after("vpn from home", "no, that's not it");
    assertEquals(Turn.As.CORRECTION, turn.as());
    for (Turn later :
        List.of(
            turn, dialogue.say(turn.next(), "the vpn at home"), dialogue.say(turn.next(), "vpn"))) {
      if (later.reply() instanceof Reply.DidYouMean several) {
        assertTrue(several.suggestions().stream().noneMatch(s -> s.entry().equals(VPN)));
      } else {
        assertFalse(later.reply() instanceof Reply.Answered a && a.entry().equals(VPN));
      }
    }
    assertEquals("vpn", first(dialogue.say(turn.next(), "how do i connect to the vpn")));
  }

  @Test
  void whoIsNotHelpedTwiceIsOfferedAPerson() {
    Turn once = after("vpn from home", "no, that's not it");
    assertNull(once.handover());
    Turn twice = dialogue.say(once.next(), "none of these");
    assertInstanceOf(Reply.Unknown.class, twice.reply());
    assertTrue(twice.handover().summary().contains("vpn from home"));
    assertNull(dialogue.say(twice.next(), "new printer").handover());
  }

  @Test
  void aCorrectionIsAnsweredWithoutItsNo() {
    assertEquals("jam", first(after("new printer", "no, I meant it has a paper jam")));
    assertEquals("printer has a jam", Cues.correction("No, printer has a jam").orElseThrow());
    assertEquals("the new one", Cues.correction("no, not the old one, the new one").orElseThrow());
    assertEquals("", Cues.correction("no, that is not it").orElseThrow());
    assertEquals("", Cues.correction("that didn't help").orElseThrow());
    assertEquals("", Cues.correction("that's not what I meant").orElseThrow());
    assertEquals("The VPN", Cues.correction("sorry, I meant The VPN").orElseThrow());
    for (String question : List.of("no sound", "nothing prints", "sorry to bother you", "not ok")) {
      assertTrue(Cues.correction(question).isEmpty(), question);
    }
  }

  @Test
  void theSameQuestionAgainIsNoticed() {
    Dialogue strict = dialogue(new Policy(5, "Ring 4444."));
    Turn once = strict.say(Conversation.EMPTY, "how can I connect to the vpn");
    assertEquals("vpn", assertInstanceOf(Reply.Answered.class, once.reply()).entry().id());
    Turn twice = strict.say(once.next(), "How can I connect to the VPN?!");
    assertEquals(Turn.As.REPEAT, twice.as());
    assertTrue(twice.note().contains("asked this before"));
    assertTrue(twice.note().endsWith("Ring 4444."));
    var offered = assertInstanceOf(Reply.DidYouMean.class, twice.reply()).suggestions();
    assertEquals("vpn", offered.getFirst().entry().id());
    assertTrue(offered.size() > 1);
  }

  @Test
  void theSameConversationAndMessageGiveTheSameTurn() {
    Conversation vpn = dialogue.say(Conversation.EMPTY, "vpn from home").next();
    Turn one = dialogue.say(vpn, "and on a mac?");
    Turn two = dialogue.say(vpn, "and on a mac?");
    assertEquals(one.reply().explanation(), two.reply().explanation());
    assertEquals(one.as(), two.as());
  }

  @Test
  void blankMessagesChangeNothing() {
    Conversation vpn = dialogue.say(Conversation.EMPTY, "vpn from home").next();
    assertEquals(vpn.topic(), dialogue.say(vpn, "  ").next().topic());
  }

  @Test
  void aSuggestionOfOneOfSeveralQuestionsIsShownByItself() {
    Dialogue strict = dialogue(new Policy(0, ""));
    Turn turn = strict.say(Conversation.EMPTY, "What about the vpn? And can I move the printer?");
    assertEquals(2, turn.reply().parts().size());
    List<Reply.Suggestion> offered = turn.next().offered();
    assertEquals(turn.reply().offered(), offered);
    Turn chosen = strict.say(turn.next(), String.valueOf(offered.size()));
    assertEquals(Turn.As.CHOICE, chosen.as());
    assertEquals(List.of(), chosen.reply().parts());
    assertEquals(offered.getLast().entry(), ((Reply.Answered) chosen.reply()).entry());
  }

  @Test
  void whatWasTurnedDownIsForgottenWithTheTopic() {
    Turn vpn = dialogue.say(Conversation.EMPTY, "vpn from home");
    Turn no = dialogue.say(vpn.next(), "that did not help");
    assertNotEquals("vpn", first(dialogue.say(no.next(), "the vpn at home")));
    Turn again = dialogue.say(no.next().withoutTopic(), "the vpn at home");
    assertEquals("vpn", first(again));
    assertNull(again.handover());
  }

  @Test
  void noneOfThemIsNoQuestionEvenWithoutSuggestions() {
    Conversation vpn = dialogue.say(Conversation.EMPTY, "vpn from home").next();
    Turn none = dialogue.say(vpn.withoutTopic(), "none of these");
    assertEquals("unknown", none.reply().outcome());
  }
}

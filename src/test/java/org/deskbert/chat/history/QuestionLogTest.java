package org.deskbert.chat.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.deskbert.chat.Conversation.Key;
import org.deskbert.chat.history.LoggedQuestion.Need;
import org.deskbert.chat.history.LoggedQuestion.State;
import org.deskbert.faq.FaqException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuestionLogTest {
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Key VPN = new Key("it", "it-40");
  private static final Key LEAVE = new Key("hr", "hr-1");

  private QuestionLog log;

  @BeforeEach
  void open() throws FaqException {
    log = ChatStore.inMemory().questions();
  }

  @Test
  void aQuestionComesBackRedactedElseAsItWas() throws FaqException {
    LoggedQuestion asked = question("a", 0, "answered", VPN);
    log.add(asked);
    assertEquals(List.of(asked), all());
    log.add(
        new LoggedQuestion(
            "b",
            "b",
            START,
            "mail jo@example.org",
            List.of("it", "hr"),
            "did_you_mean",
            null,
            List.of(VPN, LEAVE),
            null,
            0.4,
            "words",
            99,
            Feedback.NONE,
            false,
            State.OPEN));
    assertEquals("mail [mail address]", all().getLast().question());
    assertEquals(List.of(VPN, LEAVE), all().getLast().suggested());
  }

  @Test
  void theInboxHasWhatNeedsTheOwnerNewestFirst() throws FaqException {
    log.add(question("fine", 0, "answered", VPN));
    log.add(question("greeting", 1, "small_talk", null));
    log.add(question("unknown", 2, "unknown", null));
    log.add(question("vague", 3, "did_you_mean", null));
    log.add(question("taken", 4, "did_you_mean", null));
    log.chosen("taken", VPN);
    log.add(question("bad", 5, "answered", VPN));
    log.feedback("bad", Feedback.OUTDATED);
    log.add(question("again", 6, "answered", VPN));
    log.rephrased("again");
    assertEquals(
        List.of(Need.REPHRASED, Need.DISLIKED, Need.AMBIGUOUS, Need.UNANSWERED),
        log.inbox().stream().map(LoggedQuestion::need).toList());
    assertEquals(VPN, all().get(4).chosen());

    log.settle(List.of("again", "bad"), State.DONE);
    log.settle(List.of("vague"), State.OUT_OF_SCOPE);
    assertEquals(List.of("unknown"), log.inbox().stream().map(LoggedQuestion::id).toList());
    log.settle(List.of("bad"), State.OPEN);
    assertEquals(2, log.inbox().size());
  }

  @Test
  void theMostAskedEntriesComeFirst() throws FaqException {
    log.add(question("a", 0, "answered", LEAVE));
    log.add(question("b", 1, "answered", VPN));
    log.add(question("c", 2, "answered", VPN));
    log.add(question("d", 3, "unknown", null));
    assertEquals(List.of(VPN, LEAVE), log.mostAsked(6));
    assertEquals(List.of(VPN), log.mostAsked(1));
  }

  @Test
  void oldQuestionsArePurged() throws FaqException {
    log.add(question("a", 0, "answered", VPN));
    log.add(question("b", 9, "answered", VPN));
    assertEquals(1, log.purge(START.plusSeconds(9)));
    assertEquals(List.of("b"), all().stream().map(LoggedQuestion::id).toList());
  }

  private List<LoggedQuestion> all() throws FaqException {
    return log.between(START, START.plusSeconds(100));
  }

  private static LoggedQuestion question(String id, int second, String outcome, Key entry) {
    return new LoggedQuestion(
        id,
        id,
        START.plusSeconds(second),
        "question " + id,
        List.of("it"),
        outcome,
        entry,
        List.of(),
        null,
        0.9,
        "model",
        3000,
        Feedback.NONE,
        false,
        State.OPEN);
  }
}

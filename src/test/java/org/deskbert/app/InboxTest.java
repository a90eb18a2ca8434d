package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deskbert.chat.Reply;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.LoggedQuestion;
import org.deskbert.chat.history.LoggedQuestion.State;
import org.deskbert.search.BagEncoder;
import org.deskbert.trace.Trace;
import org.junit.jupiter.api.Test;

class InboxTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static LoggedQuestion asked(String text, int daysAgo, String outcome) {
    return new LoggedQuestion(
        text + daysAgo,
        text + daysAgo,
        NOW.minus(Duration.ofDays(daysAgo)),
        text,
        List.of("it"),
        outcome,
        null,
        List.of(),
        null,
        0,
        "model",
        1,
        Feedback.NONE,
        false,
        State.OPEN);
  }

  private static Inbox.Reader reader(boolean model) {
    return new Inbox.Reader() {
      @Override
      public List<float[]> vectors(List<String> texts) {
        BagEncoder encoder = new BagEncoder();
        return model
            ? texts.stream().map(t -> encoder.encode(t, new Trace()).vector()).toList()
            : List.of();
      }

      @Override
      public Reply ask(String question) {
        Reply.Explanation nothing =
            new Reply.Explanation(
                question,
                List.of(),
                0,
                1,
                1,
                "faq",
                1,
                Reply.Mode.WORDS,
                false,
                null,
                "",
                List.of(),
                List.of());
        return new Reply.Unknown("", nothing, new Trace().timings());
      }
    };
  }

  @Test
  void theNewestAndMostFrequentGroupComesFirst() {
    List<LoggedQuestion> open =
        List.of(
            asked("lost badge", 0, "unknown"),
            asked("new printer in room nine", 1, "unknown"),
            asked("printer in room nine", 2, "unknown"),
            asked("Printer in room nine?", 3, "did_you_mean"),
            asked("old fax", 20, "unknown"));
    Inbox inbox = Inbox.of(open, open, reader(true), NOW);
    assertEquals(
        List.of("new printer in room nine", "lost badge", "old fax"),
        inbox.groups().stream().map(Inbox.Group::question).toList());
    assertEquals(3, inbox.groups().getFirst().ids().size());
    assertTrue(inbox.groups().getFirst().growing());
    assertFalse(inbox.groups().get(1).growing());
  }

  @Test
  void withoutAModelOnlyTheSameWordsAreOneGroup() {
    List<LoggedQuestion> open =
        List.of(
            asked("Printer in room nine?", 1, "unknown"),
            asked("printer in room nine", 2, "unknown"),
            asked("new printer in room nine", 3, "unknown"));
    assertEquals(2, Inbox.of(open, open, reader(false), NOW).groups().size());
  }

  @Test
  void theShareWithoutAHomeCountsAllThatWasAsked() {
    List<LoggedQuestion> open = List.of(asked("a", 1, "unknown"));
    List<LoggedQuestion> all =
        List.of(
            asked("b", 1, "answered"),
            open.getFirst(),
            asked("c", 1, "small_talk"),
            asked("d", 2, "answered"));
    Inbox inbox = Inbox.of(open, all, reader(true), NOW);
    assertEquals(0.25, inbox.share());
    assertEquals(0, Inbox.of(List.of(), List.of(), reader(true), NOW).share());
  }
}

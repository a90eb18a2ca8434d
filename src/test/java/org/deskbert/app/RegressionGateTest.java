package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.LoggedQuestion;
import org.deskbert.faq.TestQuestion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegressionGateTest {
  private static final Conversation.Key VPN = new Conversation.Key("it", "it-40");

  private DeskBert program;

  @BeforeEach
  void open(@TempDir Path data) throws Exception {
    program = DeskBert.open(data);
  }

  @AfterEach
  void close() {
    program.close();
  }

  /** Asks and rates as the window does. */
  private void rate(Feedback feedback) throws Exception {
    LoggedQuestion asked =
        new LoggedQuestion(
            "1",
            "m",
            Instant.now(),
            "vpn drops",
            List.of("it"),
            "answered",
            VPN,
            List.of(),
            null,
            0.9,
            "words",
            1,
            Feedback.NONE,
            false,
            LoggedQuestion.State.OPEN);
    if (program.chats().questions().of("m").isEmpty()) {
      program.chats().questions().add(asked);
    }
    program.chats().feedback(new Chats.Place("c", 0, "m"), feedback);
  }

  private List<TestQuestion.Origin> tests() throws Exception {
    return program.library().upkeep().tests("it").stream().map(TestQuestion::origin).toList();
  }

  @Test
  void anAnswerThatHelpedIsATestUntilItNoLongerHelps() throws Exception {
    rate(Feedback.UP);
    assertEquals(List.of(TestQuestion.Origin.LIKED), tests());
    assertEquals("it-40", program.library().upkeep().tests("it").getFirst().expected());
    rate(Feedback.NONE);
    assertEquals(List.of(), tests());
  }

  @Test
  void whatWasErasedIsNoTestEither() throws Exception {
    program.ownerDesk().gate().add("it", "my own", "it-40", TestQuestion.Origin.OWNER);
    rate(Feedback.UP);
    program.chats().erase();
    assertEquals(List.of(TestQuestion.Origin.OWNER), tests());
  }

  @Test
  void nothingBecomesATestWhereThatIsSwitchedOff() throws Exception {
    program.change(program.settings().withLikedTests(false));
    rate(Feedback.UP);
    assertEquals(List.of(), tests());
  }

  @Test
  void whatTheOwnerWroteStays() throws Exception {
    program.ownerDesk().gate().add("it", "vpn drops", "it-40", TestQuestion.Origin.OWNER);
    rate(Feedback.UP);
    rate(Feedback.WRONG);
    assertEquals(List.of(TestQuestion.Origin.OWNER), tests());
  }

  @Test
  void aFaqThatIsGoneStopsNoThumb() throws Exception {
    program.library().remove("it");
    rate(Feedback.UP);
    assertEquals(Feedback.UP, program.chats().questions().of("m").getFirst().feedback());
  }
}

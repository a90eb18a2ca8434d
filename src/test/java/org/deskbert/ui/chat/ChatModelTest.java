package org.deskbert.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.deskbert.app.Tasks;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.Reply;
import org.deskbert.chat.Turn;
import org.deskbert.chat.history.ChatStore;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.StoredMessage;
import org.deskbert.trace.Stage;
import org.deskbert.ui.FakeDesk;
import org.deskbert.ui.latency.LatencyModel;
import org.junit.jupiter.api.Test;

class ChatModelTest {
  private final FakeDesk desk = new FakeDesk();
  private final ChatModel model =
      new ChatModel(
          desk,
          Tasks.immediate(),
          new LatencyModel(desk.latency()),
          new Keeper(desk.chats(), Tasks.immediate(), _ -> {}));

  @Test
  void aQuestionIsFollowedByItsAnswer() {
    model.ask("  my vpn drops at home ", 0);
    assertEquals("my vpn drops at home", ((Message.Question) model.messages().getFirst()).text());
    Message.Answer answer = assertInstanceOf(Message.Answer.class, model.messages().getLast());
    assertInstanceOf(Reply.Answered.class, answer.reply());
    assertEquals("my vpn drops at home", model.lastQuestion());
  }

  @Test
  void blankTextAsksNothing() {
    model.ask(" \n\t ", 0);
    assertEquals(List.of(), model.messages());
    assertEquals(List.of(), desk.asked);
  }

  @Test
  void aMegabyteIsCutAndSaysSo() {
    model.ask("a" + "😀".repeat(500_000), 0);
    Message.Question question = (Message.Question) model.messages().getFirst();
    assertTrue(question.cut());
    assertTrue(question.text().length() <= ChatModel.LONGEST);
    assertFalse(Character.isHighSurrogate(question.text().charAt(question.text().length() - 1)));
  }

  @Test
  void aNumberPicksASuggestionWithoutAskingAgain() {
    model.ask("something with a printer password", 0);
    assertTrue(model.pick(1, 0));
    Message.Answer answer = (Message.Answer) model.messages().getLast();
    assertEquals(FakeDesk.PASSWORD, ((Reply.Answered) answer.reply()).entry());
    assertEquals(1, desk.asked.size());
  }

  @Test
  void aNumberMeansNothingWithoutThatSuggestion() {
    assertFalse(model.pick(0, 0));
    model.ask("something with a printer password", 0);
    assertFalse(model.pick(2, 0));
    model.ask("my vpn drops at home", 0);
    assertFalse(model.pick(0, 0));
  }

  @Test
  void noneOfTheseIsSaidInTheConversation() {
    model.ask("something with a printer password", 0);
    model.pickNone();
    assertEquals("None of these", desk.asked.getLast());
    assertInstanceOf(Message.Answer.class, model.messages().getLast());
  }

  @Test
  void theTopicFollowsTheAnswersUntilItIsCleared() {
    assertNull(model.topicProperty().get());
    model.ask("my vpn drops at home", 0);
    assertEquals(FakeDesk.VPN.question(), model.topicProperty().get().name());
    model.clearTopic();
    assertNull(model.topicProperty().get());
    model.ask("something with a printer password", 0);
    model.pick(0, 0);
    assertEquals(FakeDesk.PRINTER.question(), model.topicProperty().get().name());
  }

  @Test
  void eachMessageIsSaidInTheConversationThatTheOneBeforeLeft() {
    List<Conversation> seen = new ArrayList<>();
    FakeDesk listening =
        new FakeDesk() {
          @Override
          public Turn say(Conversation conversation, String message) {
            seen.add(conversation);
            return super.say(conversation, message);
          }
        };
    ChatModel chat =
        new ChatModel(
            listening,
            Tasks.immediate(),
            new LatencyModel(listening.latency()),
            new Keeper(listening.chats(), Tasks.immediate(), _ -> {}));
    chat.ask("my vpn drops at home", 0);
    chat.ask("and on a mac?", 0);
    chat.clearTopic();
    chat.ask("and on a mac?", 0);
    assertEquals(Conversation.EMPTY, seen.get(0));
    assertEquals(FakeDesk.VPN.question(), seen.get(1).topic().name());
    assertNull(seen.get(2).topic());
  }

  @Test
  void aFailureIsSaidInTheConversation() {
    FakeDesk broken =
        new FakeDesk() {
          @Override
          protected Reply ask(String question) {
            throw new IllegalStateException("the index is closed");
          }
        };
    ChatModel chat =
        new ChatModel(
            broken,
            Tasks.immediate(),
            new LatencyModel(broken.latency()),
            new Keeper(broken.chats(), Tasks.immediate(), _ -> {}));
    chat.ask("anything", 0);
    Message.Note note = assertInstanceOf(Message.Note.class, chat.messages().getLast());
    assertTrue(note.bad() && note.text().contains("the index is closed"));
  }

  @Test
  void paintedCountsOnceAndGivesTheRestToPaint() {
    model.ask("my vpn drops at home", 1_000_000);
    Message.Answer answer = (Message.Answer) model.messages().getLast();
    model.painted(answer, 13_000_000);
    model.painted(answer, 99_000_000);
    assertEquals(12, answer.latencyProperty().get().total(), 1e-9);
    assertEquals(12 - 4.08, answer.latencyProperty().get().millis().get(Stage.PAINT), 1e-9);
    assertEquals(1, desk.latency().count());
  }

  @Test
  void commonWordsAreFoundWhateverTheirCase() {
    assertEquals(
        List.of(
            new WhyView.Piece("My", true),
            new WhyView.Piece(" ", false),
            new WhyView.Piece("VPN", true),
            new WhyView.Piece(" keeps failing", false)),
        WhyView.common("My VPN keeps failing", "why does my vpn fail?"));
  }

  @Test
  void whatIsSaidIsKeptWithItsFeedback() throws Exception {
    model.ask("my vpn drops at home", 0);
    Message.Answer answer = (Message.Answer) model.messages().getLast();
    model.rate(answer, Feedback.DOWN);
    model.rate(answer, Feedback.OUTDATED);
    StoredMessage kept = kept().getFirst();
    assertEquals("my vpn drops at home", kept.question());
    assertEquals(Feedback.OUTDATED, kept.feedback());
    model.rate(answer, Feedback.OUTDATED);
    assertEquals(Feedback.NONE, kept().getFirst().feedback());
  }

  @Test
  void nothingOfASecretConversationIsKept() throws Exception {
    model.restart(Keeper.What.NOTHING);
    model.ask("my vpn drops at home", 0);
    model.rate((Message.Rated) model.messages().getLast(), Feedback.UP);
    model.draftProperty().set("half a quest");
    model.keeper().draft("half a quest");
    assertEquals(new ChatStore.Count(0, 0, 0), desk.chats().count());
    assertEquals("", desk.chats().conversations().draft());
    model.restart();
    model.ask("my vpn drops at home", 0);
    assertEquals(new ChatStore.Count(1, 1, 1), desk.chats().count());
  }

  @Test
  void aConversationGoesOnWhereItWasLeft() throws Exception {
    model.ask("my vpn drops at home", 0);
    model.ask("something with a printer password", 0);
    String id = model.keeper().conversationProperty().get();
    List<StoredMessage> stored = kept();
    model.restart();
    assertNull(model.topicProperty().get());
    model.resume(id, stored, 0);
    assertEquals(4, model.messages().size());
    assertEquals(0, model.soughtProperty().get());
    Message.Past first = assertInstanceOf(Message.Past.class, model.messages().get(1));
    assertEquals(FakeDesk.VPN.answer(), first.stored().answer());
    assertEquals("something with a printer password", model.lastQuestion());
    model.rate(first, Feedback.UP);
    model.ask("my vpn drops at home", 0);
    assertEquals(3, kept().size());
    assertEquals(Feedback.UP, kept().getFirst().feedback());
    assertEquals(new ChatStore.Count(1, 3, 3), desk.chats().count());
  }

  private List<StoredMessage> kept() throws Exception {
    return desk.chats().conversations().messages(model.keeper().conversationProperty().get());
  }
}

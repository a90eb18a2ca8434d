package org.deskbert.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.deskbert.app.Tasks;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.StoredMessage;
import org.deskbert.ui.FakeDesk;
import org.deskbert.ui.chat.ChatModel;
import org.deskbert.ui.chat.Keeper;
import org.deskbert.ui.chat.Message;
import org.deskbert.ui.history.HistoryModel.Item;
import org.deskbert.ui.history.HistoryModel.Period;
import org.deskbert.ui.latency.LatencyModel;
import org.junit.jupiter.api.Test;

class HistoryModelTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final FakeDesk desk = new FakeDesk();
  private final List<String> problems = new ArrayList<>();
  private final ChatModel chat =
      new ChatModel(
          desk,
          Tasks.immediate(),
          new LatencyModel(desk.latency()),
          new Keeper(desk.chats(), Tasks.immediate(), problems::add));
  private final HistoryModel model =
      new HistoryModel(
          desk.chats(), Tasks.immediate(), chat, problems::add, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void conversationsStandUnderTheirPeriods() throws Exception {
    for (int days : new int[] {0, 0, 1, 2, 7, 8, 31}) {
      add("c" + model.items().size(), NOW.minus(days, ChronoUnit.DAYS), "question");
      model.reload();
    }
    assertEquals(
        List.of(
            Period.TODAY,
            Period.TODAY,
            Period.YESTERDAY,
            Period.WEEK,
            Period.WEEK,
            Period.MONTH,
            Period.OLDER),
        model.items().stream().map(Item::period).toList());
    assertEquals(
        List.of(true, false, true, true, false, true, true),
        model.items().stream().map(Item::first).toList());
    model.pin(model.items().get(5).info());
    assertEquals(Period.PINNED, model.items().getFirst().period());
  }

  @Test
  void askingPutsTheConversationIntoTheList() {
    chat.ask("my vpn drops at home", 0);
    assertEquals("my vpn drops at home", model.items().getFirst().info().title());
    assertEquals(model.currentProperty().get(), model.items().getFirst().info().id());
  }

  @Test
  void aSearchFindsWordsAndOpensTheirPlace() throws Exception {
    add("c", NOW, "my laptop", "and my xylophone");
    add("d", NOW, "other");
    model.searchProperty().set("xylo");
    Item found = model.items().getFirst();
    assertEquals(1, model.items().size());
    assertTrue(found.hit().snippet().contains("xylophone"));
    model.open(found);
    assertEquals("c", model.currentProperty().get());
    assertEquals(2, chat.soughtProperty().get());
    assertEquals("and my xylophone", ((Message.Question) chat.messages().get(2)).text());
    model.searchProperty().set("");
    assertEquals(2, model.items().size());
  }

  @Test
  void aDeletedConversationComesBackWithUndo() throws Exception {
    chat.ask("my vpn drops at home", 0);
    String id = model.currentProperty().get();
    model.delete(model.items().getFirst().info());
    assertEquals(List.of(), model.items());
    assertEquals(List.of(), chat.messages());
    assertNotEquals(id, model.currentProperty().get());
    model.undo();
    assertEquals(id, model.items().getFirst().info().id());
    assertNull(model.deletedProperty().get());
    model.delete(model.items().getFirst().info());
    model.forget();
    assertEquals(0, desk.chats().count().conversations());
  }

  @Test
  void aNewTitleIsShown() {
    chat.ask("my vpn drops at home", 0);
    model.rename(model.items().getFirst().info(), "The tunnel");
    assertEquals("The tunnel", model.items().getFirst().info().title());
    assertEquals(List.of(), problems);
  }

  private void add(String id, Instant time, String... questions) throws Exception {
    for (int i = 0; i < questions.length; i++) {
      desk.chats().conversations().add(id, message(i, time, questions[i]));
    }
  }

  private static StoredMessage message(int position, Instant time, String question) {
    return new StoredMessage(
        position, time, question, "unknown", null, null, "", "No.", 0, "model", 9, Feedback.NONE);
  }
}

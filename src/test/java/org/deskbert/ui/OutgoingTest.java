package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deskbert.app.Tasks;
import org.deskbert.ui.chat.ChatModel;
import org.deskbert.ui.chat.Keeper;
import org.deskbert.ui.chat.Message;
import org.deskbert.ui.latency.LatencyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutgoingTest {
  @TempDir private Path folder;
  private final FakeDesk desk = new FakeDesk();
  private final Tasks now = Tasks.immediate();
  private final ChatModel chat =
      new ChatModel(
          desk, now, new LatencyModel(desk.latency()), new Keeper(desk.chats(), now, _ -> {}));
  private final Outgoing outgoing = new Outgoing(desk, now, chat);

  @Test
  void theReportIsWrittenAndTheConversationSaysWhere() throws Exception {
    Path file = folder.resolve("week.html");
    outgoing.report(file);
    assertEquals("<p>7 days</p>", Files.readString(file));
    assertEquals(
        new Message.Note(
            "The report of the last seven days is " + file + ": 3 questions. A browser shows it.",
            false),
        chat.messages().getLast());
  }

  @Test
  void theEndingOfTheNameSaysWhetherAFaqIsPackedOrExported() throws Exception {
    outgoing.giveAway("it", folder.resolve("it.faqpack"));
    assertEquals(List.of("it to " + folder.resolve("it.faqpack")), desk.imports);
    outgoing.giveAway("it", folder.resolve("it.csv"));
    assertTrue(Files.readString(folder.resolve("it.csv")).startsWith("id,question,answer"));
    outgoing.giveAway("it", folder.resolve("it.doc"));
    assertTrue(((Message.Note) chat.messages().getLast()).text().contains("End the name in"));
  }

  @Test
  void aPlaceWhereNothingCanBeWrittenIsNamed() {
    Path file = folder.resolve("missing/week.html");
    outgoing.report(file);
    Message.Note note = (Message.Note) chat.messages().getLast();
    assertTrue(note.bad());
    assertTrue(note.text().contains(file.toString()), note.text());
  }
}

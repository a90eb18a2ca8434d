package org.deskbert.chat.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.deskbert.faq.FaqException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationsTest {
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir private Path folder;
  private Path file;
  private ChatStore store;
  private Conversations conversations;

  @BeforeEach
  void open() throws FaqException {
    file = folder.resolve("chats.db");
    store = ChatStore.open(file);
    conversations = store.conversations();
  }

  @AfterEach
  void close() throws FaqException {
    store.close();
  }

  @Test
  void aMessageComesBackAsItWas() throws FaqException {
    StoredMessage first = message(0, "My VPN drops", "Restart **it**.");
    StoredMessage second =
        new StoredMessage(
            1,
            START.plusSeconds(9),
            "x?",
            "unknown",
            null,
            null,
            "",
            "No.",
            0,
            "words",
            7,
            Feedback.NONE);
    conversations.add("a", first);
    conversations.add("a", second);
    assertEquals(List.of(first, second), conversations.messages("a"));
    ConversationInfo info = conversations.list().getFirst();
    assertEquals(new ConversationInfo("a", "My VPN drops", false, START, second.time()), info);
  }

  @Test
  void thePinnedComeFirstThenTheNewest() throws FaqException {
    for (int i = 0; i < 4; i++) {
      add("c" + i, START.plusSeconds(i), "question " + i, "answer");
    }
    conversations.pin("c1", true);
    assertEquals(List.of("c1", "c3", "c2", "c0"), ids());
    conversations.pin("c1", false);
    assertEquals(List.of("c3", "c2", "c1", "c0"), ids());
  }

  @Test
  void aNewTitleStaysWhenTheConversationGoesOn() throws FaqException {
    add("a", START, "first", "answer");
    conversations.rename("a", "  Trouble with the VPN ");
    conversations.add("a", message(1, "second", "answer"));
    assertEquals("Trouble with the VPN", conversations.list().getFirst().title());
    conversations.rename("a", "  ");
    assertEquals("Trouble with the VPN", conversations.list().getFirst().title());
  }

  @Test
  void aLongQuestionIsCutBetweenWordsForTheTitle() {
    String title = Conversations.title("word ".repeat(40) + "\nsecond line");
    assertTrue(title.length() <= 82 && title.endsWith("word …"), title);
    assertEquals("one", Conversations.title("\n one \n two"));
    String torn = Conversations.title("a" + "😀".repeat(60));
    assertTrue(torn.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff), torn);
  }

  @Test
  void aDeletedConversationCanBeHadBackUntilItIsPurged() throws FaqException {
    add("a", START, "first", "answer");
    conversations.delete("a", START);
    assertEquals(List.of(), ids());
    assertEquals(List.of(), conversations.search("first"));
    conversations.restore("a");
    assertEquals(List.of("a"), ids());
    conversations.delete("a", START);
    assertEquals(1, conversations.purge(Instant.EPOCH));
    conversations.restore("a");
    assertEquals(List.of(), ids());
    assertEquals(new ChatStore.Count(0, 0, 0), store.count());
  }

  @Test
  void oldOnesArePurgedThePinnedStay() throws FaqException {
    add("old", START, "first", "answer");
    add("pinned", START, "first", "answer");
    add("new", START.plusSeconds(10), "first", "answer");
    conversations.pin("pinned", true);
    assertEquals(1, conversations.purge(START.plusSeconds(10)));
    assertEquals(List.of("pinned", "new"), ids());
  }

  @Test
  void wordsAreFoundInQuestionsAnswersAndTitles() throws FaqException {
    add("a", START, "The café printer jams", "Open the *upper* tray.");
    add("b", START.plusSeconds(1), "VPN", "Restart the client.");
    conversations.rename("b", "Tray icon of the gateway");
    assertEquals(List.of("a"), found("cafe print"));
    assertEquals(List.of("a", "b"), found("TRAY"));
    assertEquals(List.of(), found("cafe client"));
    assertEquals(List.of(), found("\" OR * ("));
    Hit hit = conversations.search("jam").getFirst();
    assertEquals("The café printer jams", hit.snippet());
    assertEquals(0, hit.position());
  }

  @Test
  void theDraftIsKept() throws FaqException {
    assertEquals("", conversations.draft());
    conversations.draft("how do I");
    conversations.draft("how do I print\n");
    assertEquals("how do I print\n", conversations.draft());
    conversations.draft("");
    assertEquals("", conversations.draft());
  }

  @Test
  void feedbackIsKept() throws FaqException {
    add("a", START, "first", "answer");
    conversations.feedback("a", 0, Feedback.OUTDATED);
    assertEquals(Feedback.OUTDATED, conversations.messages("a").getFirst().feedback());
  }

  @Test
  void whatIsConfirmedSurvivesAKill() throws Exception {
    add("a", START, "first", "answer");
    conversations.rename("a", "renamed");
    conversations.draft("half a quest");
    // What lies on the disk at this moment is what a killed program leaves.
    Path killed = Files.createDirectory(folder.resolve("killed"));
    Files.copy(file, killed.resolve("chats.db"));
    Files.copy(folder.resolve("chats.db-wal"), killed.resolve("chats.db-wal"));
    try (ChatStore after = ChatStore.open(killed.resolve("chats.db"))) {
      assertEquals("renamed", after.conversations().list().getFirst().title());
      assertEquals(1, after.conversations().messages("a").size());
      assertEquals("half a quest", after.conversations().draft());
    }
  }

  @Test
  void purgedWordsAreNoLongerInTheFile() throws Exception {
    for (int i = 0; i < 50; i++) {
      add("c" + i, START, "number " + i + " xylophone", "answer zeppelin");
    }
    add("kept", START.plusSeconds(5), "kept", "answer");
    assertTrue(onDisk("xylophone"));
    conversations.purge(START.plusSeconds(1));
    assertEquals(List.of("kept"), ids());
    assertTrue(!onDisk("xylophone") && !onDisk("zeppelin"));
  }

  @Test
  void erasedIsErased() throws Exception {
    add("a", START, "my xylophone", "answer");
    Path link = Files.createLink(folder.resolve("second-name"), file);
    long size = Files.size(file) + Files.size(folder.resolve("chats.db-wal"));
    assertTrue(store.erase() > size / 2);
    assertEquals(new ChatStore.Count(0, 0, 0), store.count());
    assertTrue(!onDisk("xylophone"));
    byte[] old = Files.readAllBytes(link);
    assertTrue(old.length > 0);
    for (byte b : old) {
      assertEquals(0, b);
    }
    add("b", START, "again", "answer");
    assertEquals(List.of("b"), ids());
  }

  @Test
  void aNewerOrForeignFileIsLeftAlone() throws Exception {
    store.close();
    execute("PRAGMA user_version=99");
    byte[] before = Files.readAllBytes(file);
    FaqException newer = assertThrows(FaqException.class, () -> ChatStore.open(file));
    assertTrue(newer.getMessage().contains("newer DeskBERT"), newer.getMessage());
    execute("PRAGMA user_version=1");
    execute("PRAGMA application_id=7");
    FaqException foreign = assertThrows(FaqException.class, () -> ChatStore.open(file));
    assertTrue(foreign.getMessage().contains("another program"), foreign.getMessage());
    Files.write(file, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
    assertThrows(DamagedChatsException.class, () -> ChatStore.open(file));
    Files.write(file, before);
    execute("PRAGMA user_version=1");
    store = ChatStore.open(file);
  }

  private void execute(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private boolean onDisk(String word) throws Exception {
    for (String name : List.of("chats.db", "chats.db-wal")) {
      String all = Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
      if (all.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private List<String> ids() throws FaqException {
    return conversations.list().stream().map(ConversationInfo::id).toList();
  }

  private List<String> found(String words) throws FaqException {
    return conversations.search(words).stream().map(hit -> hit.conversation().id()).toList();
  }

  private void add(String id, Instant time, String question, String answer) throws FaqException {
    conversations.add(
        id,
        new StoredMessage(
            0,
            time,
            question,
            "answered",
            "it-1",
            "it",
            "m",
            answer,
            0.9,
            "model",
            3000,
            Feedback.NONE));
  }

  private static StoredMessage message(int position, String question, String answer) {
    return new StoredMessage(
        position,
        START,
        question,
        "answered",
        "it-1",
        "it",
        "My VPN?",
        answer,
        0.97,
        "model",
        3510,
        Feedback.UP);
  }
}

package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.deskbert.app.Chats.Place;
import org.deskbert.app.Settings.Keeping;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.Conversation.Exchange;
import org.deskbert.chat.Conversation.Key;
import org.deskbert.chat.Reply;
import org.deskbert.chat.Turn;
import org.deskbert.chat.history.ChatStore;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.LoggedQuestion;
import org.deskbert.chat.history.LoggedQuestion.Need;
import org.deskbert.chat.history.StoredMessage;
import org.deskbert.faq.Entry;
import org.deskbert.faq.FaqException;
import org.deskbert.trace.Timings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatsTest {
  private static final Entry VPN =
      new Entry("it-40", List.of("VPN drops?"), "Restart **it**.", "", List.of(), null, null);
  private static final Entry MAC =
      new Entry("it-41", List.of("VPN on a Mac?"), "As ever.", "", List.of(), null, null);

  @TempDir private Path folder;
  private Keeping keeping = Keeping.defaults();
  private Chats chats;

  @BeforeEach
  void open() {
    chats = open(folder);
  }

  @AfterEach
  void close() {
    chats.close();
  }

  @Test
  void aMessageIsKeptForAskerAndOwner() throws FaqException {
    ask(0, null, "mail me at jo@example.org", answered(VPN));
    StoredMessage kept = chats.conversations().messages("c").getFirst();
    assertEquals("mail me at jo@example.org", kept.question());
    assertEquals("Restart **it**.", kept.answer());
    assertEquals("VPN drops?", kept.matched());
    LoggedQuestion logged = logged().getFirst();
    assertEquals("mail me at [mail address]", logged.question());
    assertEquals(new Key("it", "it-40"), logged.entry());
    assertEquals(List.of("it"), logged.faqs());
  }

  @Test
  void onlyWhatTheSettingsAllowIsKept() throws FaqException {
    keeping = new Keeping(true, true, 90, false, 90);
    ask(0, null, "mail me at jo@example.org", answered(VPN));
    assertEquals(
        "mail me at [mail address]", chats.conversations().messages("c").getFirst().question());
    assertEquals(new ChatStore.Count(1, 1, 0), chats.count());
    keeping = new Keeping(false, false, 90, true, 90);
    ask(1, null, "more", answered(VPN));
    assertEquals(new ChatStore.Count(1, 1, 1), chats.count());
  }

  @Test
  void aChoiceAmongSuggestionsIsNoQuestionOfItsOwn() throws FaqException {
    Place first = ask(0, null, "vpn", suggested());
    assertEquals(Need.AMBIGUOUS, logged().getFirst().need());
    ask(1, first, "VPN on a Mac?", turn(Turn.As.CHOICE, answered(MAC)));
    assertEquals(1, logged().size());
    assertEquals(Need.NONE, logged().getFirst().need());
    assertEquals(new Key("it", "it-41"), logged().getFirst().chosen());
    assertEquals("- VPN drops?\n- VPN on a Mac?", message(0).answer());
  }

  @Test
  void aQuestionPutAgainInOtherWordsMarksTheOneBefore() throws FaqException {
    Place first = ask(0, null, "vpn drops", alone(answered(VPN), new float[] {1, 0}));
    Place second =
        ask(
            1,
            first,
            "tunnel breaks",
            alone(answered(VPN), new float[] {1, 0}, new float[] {.8f, .6f}));
    ask(2, second, "lunch", alone(answered(VPN), new float[] {.8f, .6f}, new float[] {0, 1}));
    assertEquals(
        List.of(true, false, false), logged().stream().map(LoggedQuestion::rephrased).toList());
  }

  @Test
  void eachQuestionOfAMessageIsLoggedAndFeedbackIsForAll() throws FaqException {
    Reply.Explanation why = why("both", List.of(answered(VPN), unknown("lunch")));
    Place place =
        ask(0, null, "both", alone(new Reply.Answered(VPN, "it", why, Timings.NONE), new float[0]));
    assertEquals(
        List.of("answered", "unknown"), logged().stream().map(LoggedQuestion::outcome).toList());
    assertEquals("lunch", logged().getLast().question());
    chats.feedback(place, Feedback.WRONG);
    assertTrue(logged().stream().allMatch(each -> each.feedback() == Feedback.WRONG));
    assertEquals(Feedback.WRONG, message(0).feedback());
    assertEquals("**vpn**\n\nRestart **it**.\n\n**lunch**\n\nNo.", message(0).answer());
  }

  @Test
  void allThatTheWorkerWasGivenIsOnTheDiskAfterTheEnd() throws FaqException {
    for (int i = 0; i < 50; i++) {
      int position = i;
      var _ = chats.worker().submit(() -> ask(position, null, "q" + position, answered(VPN)));
    }
    chats.close();
    chats = open(folder);
    assertEquals(new ChatStore.Count(1, 50, 50), chats.count());
  }

  @Test
  void everythingIsExportedAndErased() throws Exception {
    ask(0, null, "first / question?", answered(VPN));
    Path file = folder.resolve("all.zip");
    chats.export(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertTrue(text(zip, "conversations.json").contains("first / question?"));
      assertTrue(text(zip, "questions.json").contains("\"outcome\": \"answered\""));
      String markdown = text(zip, "conversations/0001 first question.md");
      assertTrue(markdown.startsWith("# first / question?\n"), markdown);
      assertTrue(markdown.contains("Restart **it**."), markdown);
    }
    assertEquals(new ChatStore.Count(1, 1, 1), chats.erase());
    assertEquals(new ChatStore.Count(0, 0, 0), chats.count());
  }

  @Test
  void aDamagedFileIsPutAsideAndSaidSo() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path file = other.resolve("chats.db");
    Files.writeString(file, "This is no database, but was one once, long ago.");
    Chats after = open(other);
    assertTrue(after.note().contains("chats.damaged.db"), after.note());
    assertEquals(new ChatStore.Count(0, 0, 0), after.count());
    assertTrue(Files.readString(other.resolve("chats.damaged.db")).startsWith("This is no"));
    after.close();
  }

  @Test
  void aFileThatCantBeUsedLeavesTheProgramInMemory() throws Exception {
    Path other = folder.resolve("other");
    Files.createDirectories(other.resolve("chats.db"));
    Chats after = open(other);
    assertTrue(after.note().contains("only while the program runs"), after.note());
    assertEquals(new ChatStore.Count(0, 0, 0), after.count());
    after.close();
  }

  private Chats open(Path data) {
    return Chats.open(new DataFolder(data), () -> keeping, () -> List.of("it"));
  }

  private static String text(ZipFile zip, String name) throws Exception {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Place ask(int position, Place before, String question, Reply reply) throws FaqException {
    return ask(position, before, question, turn(Turn.As.ALONE, reply));
  }

  private Place ask(int position, Place before, String question, Turn turn) throws FaqException {
    Place place = Place.of("c", position);
    chats.keep(place, before, question, turn);
    return place;
  }

  private List<LoggedQuestion> logged() throws FaqException {
    return chats.questions().between(Instant.EPOCH, Instant.now().plusSeconds(60));
  }

  private StoredMessage message(int position) throws FaqException {
    return chats.conversations().messages("c").get(position);
  }

  private static Turn turn(Turn.As as, Reply reply) {
    return new Turn(Conversation.EMPTY, reply, as, "", null);
  }

  private static Turn alone(Reply reply, float[]... vectors) {
    List<Exchange> exchanges =
        java.util.Arrays.stream(vectors).map(vector -> new Exchange("q", vector, null)).toList();
    Conversation next = new Conversation(null, Set.of(), exchanges, 0);
    return new Turn(next, reply, Turn.As.ALONE, "", null);
  }

  private static Reply answered(Entry entry) {
    return new Reply.Answered(entry, "it", why("vpn", List.of()), Timings.NONE);
  }

  private static Reply suggested() {
    return new Reply.DidYouMean(
        List.of(new Reply.Suggestion(VPN, "it"), new Reply.Suggestion(MAC, "it")),
        why("vpn", List.of()),
        Timings.NONE);
  }

  private static Reply unknown(String question) {
    return new Reply.Unknown("No.", why(question, List.of()), Timings.NONE);
  }

  private static Reply.Explanation why(String question, List<Reply> parts) {
    return new Reply.Explanation(
        question,
        List.of(),
        0,
        1,
        1,
        "faq",
        1,
        Reply.Mode.MODEL,
        false,
        null,
        "f",
        parts,
        List.of());
  }
}

package org.deskbert.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
import org.deskbert.encoder.Spelling;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Intent;
import org.deskbert.faq.Intents;
import org.deskbert.faq.Seal;
import org.deskbert.faq.Synonyms;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Trace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptIndexTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final String[] WORDS =
      ("printer password account lost open mail screen reset order delivery invoice contract café"
              + " naïve travel's e-mail laptop key badge room")
          .split(" ");

  @TempDir Path folder;
  private final BagEncoder encoder = new BagEncoder();
  private List<Faq> faqs = List.of();

  @BeforeEach
  void makeFaq() throws FaqException {
    Random random = new Random(1);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 350; i++) {
      List<String> texts = List.of(text(random) + i, text(random), text(random) + " " + i);
      LocalDate until = i == 7 ? DAY.minusDays(1) : i == 8 ? DAY : null;
      String answer = text(random) + " secretanswer";
      entries.add(new Entry("e" + i, texts, answer, "part " + i % 9, List.of("t"), null, until));
    }
    Intents intents =
        new Intents(
            List.of(
                new Intent("lunch", List.of("what is for lunch", "canteen"), "Soup", null),
                new Intent("more", List.of("another way to ask"), "", "e3")));
    Synonyms synonyms = Synonyms.of(List.of(List.of("laptop", "notebook", "portable")));
    faqs = List.of(new Faq("it", entries, synonyms, intents));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("how");
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }

  private Path file() {
    return folder.resolve("cache.db");
  }

  private VectorCache open(@Nullable Seal seal) {
    return VectorCache.open(file(), seal, 1_000);
  }

  private FaqIndex build(VectorCache cache, LocalDate day) {
    return FaqIndex.build(faqs, encoder, cache, day, 1, Progress.NONE);
  }

  private void keep(@Nullable Seal seal) {
    try (VectorCache cache = open(seal)) {
      build(cache, DAY).keep(cache);
    }
  }

  /** All candidates with all digits, for many questions. */
  private List<List<Candidate>> answers(FaqIndex index) {
    Random random = new Random(2);
    List<String> questions = new ArrayList<>(List.of("my portable", "canteen", "another way"));
    for (int i = 0; i < 30; i++) {
      questions.add(text(random).replaceFirst("o", "") + (i % 3 == 0 ? i : ""));
    }
    return questions.stream()
        .map(each ->
            index.search(each, encoder.encode(index.rewrite(each), new Trace()).vector(), 100))
        .toList();
  }

  private List<List<Candidate>> fresh() {
    return answers(build(VectorCache.inMemory(), DAY));
  }

  /** Whether each of the two sides is kept for a day. */
  private List<Boolean> kept(VectorCache cache, LocalDate day) {
    FaqIndex index = build(VectorCache.inMemory(), day);
    KeptIndex kept = new KeptIndex(cache, faqs, day, index.hash());
    Synonyms synonyms = Wording.synonyms(faqs);
    Answering answering = new Answering(faqs, day, synonyms);
    Contents contents = Contents.of(faqs, answering);
    return List.of(
        kept.words(contents, synonyms, Spelling.NONE) != null,
        kept.meaning("bag", contents, answering.examples()) != null);
  }

  private List<Boolean> kept() {
    try (VectorCache cache = open(null)) {
      return kept(cache, DAY);
    }
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        assertTrue(statement.executeUpdate(each) > 0, each);
      }
    }
  }

  @Test
  void answersToTheLastDigitAsIfItWereMadeAnewAlsoAfterAnEdit() {
    keep(null);
    assertEquals(List.of(true, true), kept());
    List<List<Candidate>> fresh = fresh();
    int encoded = encoder.encoded();
    try (VectorCache cache = open(null)) {
      FaqIndex index = build(cache, DAY);
      assertEquals(encoded, encoder.encoded(), "nothing is encoded");
      assertEquals(fresh, answers(index));
      Entry edited = faqs.getFirst().entries().get(5).withPhrasings(List.of("a new screen"));
      FaqIndex after = index.put("it", edited, encoder, cache);
      faqs = Edits.put(faqs, "it", edited);
      assertEquals(fresh(), answers(after));
      assertEquals(List.of(false, false), kept(cache, DAY), "of the old contents");
      after.keep(cache);
      assertEquals(List.of(true, true), kept(cache, DAY));
      assertEquals(fresh(), answers(build(cache, DAY)));
    }
  }

  @Test
  void anotherDayOnWhichOtherEntriesAnswerIsAnotherIndex() {
    keep(null);
    try (VectorCache cache = open(null)) {
      assertEquals(List.of(false, false), kept(cache, DAY.plusDays(1)));
      assertEquals(List.of(false, false), kept(cache, DAY.minusDays(1)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE kept SET content=zeroblob(length(content)) WHERE part=3", // damaged
        "UPDATE kept SET content=substr(content, 1, length(content)/2) WHERE part=4", // cut
        "UPDATE kept SET sum=sum+1 WHERE part=2",
        "DELETE FROM kept WHERE part=5", // incomplete
        "DELETE FROM kept WHERE part=0", // broken off while it was written
        "DELETE FROM kept WHERE part=(SELECT max(part) FROM kept k WHERE k.key=kept.key)",
        "UPDATE kept SET key='0' || substr(key, 2)" // of another version
      })
  void whatIsDamagedOrOfAnotherVersionIsMadeAnew(String change) throws SQLException {
    keep(null);
    List<List<Candidate>> fresh = fresh();
    sql(change);
    assertEquals(List.of(false, false), kept());
    int encoded = encoder.encoded();
    try (VectorCache cache = open(null)) {
      FaqIndex index = build(cache, DAY);
      assertEquals(encoded, encoder.encoded(), "the vectors are still there");
      assertEquals(fresh, answers(index));
      index.keep(cache);
    }
    assertEquals(List.of(true, true), kept());
  }

  @Test
  void vectorsThatLieElsewhereOrWerePutAnewAreReadAnew() throws SQLException {
    keep(null);
    sql("UPDATE vectors SET id=id+100");
    assertEquals(List.of(true, false), kept());
    keep(null);
    assertEquals(List.of(true, true), kept());
    try (VectorCache cache = open(null)) {
      cache.put("other", Map.of("a", new float[] {1}));
      assertEquals(List.of(false, false), kept(cache, DAY));
    }
  }

  @Test
  void onlyTheLastTwoAreKept() throws SQLException {
    for (int i = 0; i < 3; i++) {
      keep(null);
      faqs = Edits.remove(faqs, "it", "e" + (20 + i));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      assertEquals(4, statement.executeQuery("SELECT count(DISTINCT key) FROM kept").getInt(1));
    }
  }

  @Test
  void anEncryptedOneHoldsNoWordInTheClearAndOpensWithItsKeyOnly() throws IOException {
    byte[] key = new byte[Seal.KEY_BYTES];
    keep(new Seal(key));
    String stored = Files.readString(file(), StandardCharsets.ISO_8859_1);
    for (String word : List.of("password", "printer", "secretanswer")) {
      assertFalse(stored.contains(word));
    }
    try (VectorCache cache = open(new Seal(key))) {
      assertEquals(List.of(true, true), kept(cache, DAY));
    }
    key[0] = 1;
    try (VectorCache cache = open(new Seal(key))) {
      assertEquals(List.of(false, false), kept(cache, DAY));
      assertEquals(fresh(), answers(build(cache, DAY)));
    }
  }

  @Test
  void wordsKeptWithoutSpellingAreNotTakenWhereTypingErrorsArePutRight() {
    keep(null);
    Spelling general = Spelling.of(List.of("please"));
    Contents contents = Contents.of(faqs, new Answering(faqs, DAY, Wording.synonyms(faqs)));
    try (VectorCache cache = open(null)) {
      String hash = build(VectorCache.inMemory(), DAY).hash();
      KeptIndex kept = new KeptIndex(cache, faqs, DAY, hash);
      assertNotNull(kept.words(contents, Wording.synonyms(faqs), Spelling.NONE));
      assertNull(kept.words(contents, Wording.synonyms(faqs), general));
    }
  }

  /** What is kept is another's if it is made in another way, so then the version must be raised. */
  @Test
  void isMadeAsItsVersionSays() throws SQLException {
    Answering answering = new Answering(faqs, DAY, Wording.synonyms(faqs));
    Contents contents = Contents.of(faqs, answering);
    CRC32C sum = new CRC32C();
    WordSide.of(faqs, contents, Wording.synonyms(faqs), Spelling.NONE).write(sum::update);
    assertEquals(
        "version 1: 65da436d",
        "version " + KeptIndex.VERSION + ": " + HexFormat.of().toHexDigits((int) sum.getValue()));
  }

  @Test
  void aSmallFaqIsNotKept() {
    faqs = List.of(new Faq("it", faqs.getFirst().entries().subList(0, 9)));
    keep(null);
    assertEquals(List.of(false, false), kept());
  }
}

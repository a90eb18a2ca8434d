package org.deskbert.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.Intent;
import org.deskbert.faq.Intents;
import org.deskbert.faq.Synonyms;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Trace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The owner's intents among the entries of the index. */
class OwnIntentsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Entry PASSWORD =
      entry("password", null, "reset my password", "forgotten password");
  private static final Entry OLD = entry("old", DAY.minusDays(1), "old question");

  private final BagEncoder encoder = new BagEncoder();

  private static Entry entry(String id, @Nullable LocalDate until, String... phrasings) {
    return new Entry(id, List.of(phrasings), "Answer", "", List.of(), null, until);
  }

  private static Intent reply(String name, String... examples) {
    return new Intent(name, List.of(examples), "Reply of " + name, null);
  }

  private static Intent link(String name, String entry, String... examples) {
    return new Intent(name, List.of(examples), "", entry);
  }

  private static Faq faq(Intent... intents) {
    return new Faq("it", List.of(PASSWORD, OLD), Synonyms.NONE, new Intents(List.of(intents)));
  }

  private FaqIndex index(@Nullable Encoder with, Faq... faqs) {
    return FaqIndex.build(List.of(faqs), with, VectorCache.inMemory(), DAY, 1, Progress.NONE);
  }

  private List<Candidate> search(FaqIndex index, String question) {
    float[] vector = index.model() == null ? null : encoder.encode(question, new Trace()).vector();
    return index.search(question, vector, 10);
  }

  @Test
  void aReplyIsFoundByItsExamplesWithAndWithoutAModel() {
    for (Encoder with : new Encoder[] {encoder, null}) {
      FaqIndex index = index(with, faq(reply("canteen", "what is for lunch", "canteen menu")));
      Candidate exact = search(index, "What is for lunch?").getFirst();
      assertTrue(exact.exact());
      assertEquals("intent:canteen", exact.entry().id());
      assertEquals("Reply of canteen", exact.entry().answer());
      assertEquals("it", exact.source());
      Candidate near = search(index, "is there a menu of the canteen").getFirst();
      assertEquals("canteen menu", near.matched());
      assertFalse(near.exact());
    }
  }

  @Test
  void anEntryAnswersTheExamplesThatAreLentToIt() {
    FaqIndex index = index(encoder, faq(link("locked", "password", "cannot log in any more")));
    Candidate first = search(index, "cannot log in any more").getFirst();
    assertTrue(first.exact());
    assertEquals("password", first.entry().id());
    assertEquals("reset my password", first.entry().question());
    assertEquals(1, index.size());
  }

  @Test
  void anEntryThatFitsExactlyIsNeverHeldUpByAnIntent() throws Exception {
    Intent rival = reply("rival", "Forgotten password!", "reset my PW", "something else");
    Synonyms synonyms = Synonyms.of(List.of(List.of("password", "pw")));
    Faq faq = new Faq("it", List.of(PASSWORD), synonyms, new Intents(List.of(rival)));
    Faq other = new Faq("hr", List.of(entry("else", null, "something else")));
    FaqIndex index = index(encoder, faq, other);
    for (String question : List.of("forgotten password", "reset my pw", "something else")) {
      List<Candidate> found = search(index, question);
      assertEquals(1, found.stream().filter(Candidate::exact).count(), question);
      assertFalse(found.getFirst().entry().id().startsWith("intent:"), question);
    }
    assertEquals(2, index.size(), "nothing is left of the intent");
  }

  @Test
  void anIntentWhoseEntryIsGoneOrExpiredDoesNotAnswer() {
    FaqIndex index =
        index(encoder, faq(link("a", "nobody", "one text"), link("b", "old", "two texts")));
    assertEquals(
        List.of("password"),
        index.phrasings().stream().map(p -> p.entry().id()).distinct().toList());
  }

  @Test
  void anEditTakesAnExampleAndGivesItBackWithoutEncodingAnythingElse() {
    VectorCache cache = VectorCache.inMemory();
    FaqIndex index =
        FaqIndex.build(
            List.of(faq(reply("canteen", "canteen menu"))), encoder, cache, DAY, 1, Progress.NONE);
    Entry taken = entry("menu", null, "canteen menu");
    FaqIndex edited = index.put("it", taken, encoder, cache);
    assertEquals("menu", search(edited, "canteen menu").getFirst().entry().id());
    int before = encoder.encoded();
    FaqIndex back = edited.remove("it", "menu");
    assertEquals(before, encoder.encoded());
    assertEquals("intent:canteen", search(back, "canteen menu").getFirst().entry().id());
    assertEquals(index.hash(), back.hash());
  }

  @Test
  void theOwnersOrderIsKeptAndTheReplyStandsBehindTheEntries() {
    FaqIndex index = index(null, faq(reply("canteen", "lunch"), link("x", "password", "log in")));
    assertEquals(
        "reset my password|forgotten password|log in|lunch",
        index.phrasings().stream().map(Phrasing::text).collect(Collectors.joining("|")));
  }
}

package org.deskbert.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Trace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaqIndexTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private final BagEncoder encoder = new BagEncoder();
  private final VectorCache cache = VectorCache.inMemory();

  private static Entry entry(String id, String... phrasings) {
    return new Entry(id, List.of(phrasings), "Answer to " + id, "", List.of(), null, null);
  }

  private static final Faq IT =
      new Faq(
          "it",
          List.of(
              entry("password", "How do I reset my password?", "forgotten password"),
              entry("printer", "The printer does not print", "paper jam in the copier"),
              entry("vpn", "Connect to the VPN from home")));

  private FaqIndex build(@Nullable Encoder with, Faq... faqs) {
    return FaqIndex.build(List.of(faqs), with, cache, TODAY, 1, Progress.NONE);
  }

  private List<Candidate> ask(FaqIndex index, String question) {
    float[] vector = index.model() == null ? null : encoder.encode(question, new Trace()).vector();
    return index.search(question, vector, 10);
  }

  @Test
  void anExactPhrasingScoresOneWhateverCaseAndPunctuation() {
    Candidate first = ask(build(encoder, IT), "how do i reset my PASSWORD!").getFirst();
    assertTrue(first.exact());
    assertEquals(1.0, first.score());
    assertEquals("password", first.entry().id());
    assertEquals("How do I reset my password?", first.matched());
  }

  @Test
  void theSamePhrasingInTwoEntriesIsExactInBoth() {
    Faq hr = new Faq("hr", List.of(entry("pin", "forgotten password")));
    List<Candidate> found = ask(build(encoder, IT, hr), "forgotten password");
    assertEquals(
        List.of("hr/pin", "it/password"),
        found.stream()
            .filter(Candidate::exact)
            .map(c -> c.source() + "/" + c.entry().id())
            .toList());
  }

  @Test
  void wordsAloneFindAnEntryDespiteTyposAndInflection() {
    FaqIndex words = build(null, IT);
    assertEquals("printer", ask(words, "the printr doesnt prnt anything").getFirst().entry().id());
    assertEquals("vpn", ask(words, "connecting to vpn").getFirst().entry().id());
    assertEquals(0.0, ask(words, "connecting to vpn").getFirst().meaning());
  }

  @Test
  void scoresStayBetweenZeroAndOne() {
    for (Candidate candidate : ask(build(encoder, IT), "password printer vpn from home")) {
      assertTrue(candidate.score() > 0 && candidate.score() < 1);
      assertTrue(candidate.words() >= 0 && candidate.words() <= 1);
    }
  }

  @Test
  void aPhrasingThatIsLeftOutDoesNotMatchItself() {
    FaqIndex index = build(encoder, IT);
    Phrasing left = index.phrasings().getFirst();
    float[] vector = index.vectorOf(left);
    Candidate same =
        index.search(left.text(), vector, 10, left.number()).stream()
            .filter(c -> c.entry().id().equals("password"))
            .findFirst()
            .orElseThrow();
    assertFalse(same.exact());
    assertEquals("forgotten password", same.matched());
  }

  @Test
  void anEditGivesTheSameIndexAsBuildingAnew() {
    Entry wifi = entry("wifi", "no wireless at my desk", "wifi is slow");
    List<Entry> all = new ArrayList<>(IT.entries());
    all.add(wifi);
    FaqIndex edited = build(encoder, IT).put("it", wifi, encoder, cache);
    FaqIndex fresh = build(encoder, new Faq("it", all));
    assertEquals(fresh.hash(), edited.hash());
    assertEquals(ask(fresh, "wireless is slow"), ask(edited, "wireless is slow"));
    FaqIndex removed = edited.remove("it", "wifi");
    assertEquals(build(encoder, IT).hash(), removed.hash());
    assertEquals(ask(build(encoder, IT), "wireless is slow"), ask(removed, "wireless is slow"));
    assertNotEquals(edited.hash(), removed.hash());
  }

  @Test
  void theOrderOfTheFaqsChangesNothing() {
    Faq hr = new Faq("hr", List.of(entry("leave", "How do I ask for leave?")));
    assertEquals(
        ask(build(encoder, IT, hr), "how do I ask for a password"),
        ask(build(encoder, hr, IT), "how do I ask for a password"));
  }

  @Test
  void anExpiredEntryIsNotFound() {
    Entry old =
        new Entry("old", List.of("Christmas party"), "a", "", List.of(), null, TODAY.minusDays(1));
    Entry last = new Entry("last", List.of("Summer party"), "a", "", List.of(), null, TODAY);
    FaqIndex index = build(encoder, new Faq("x", List.of(old, last)));
    assertEquals(1, index.size());
    assertEquals("last", ask(index, "Christmas party").getFirst().entry().id());
  }

  @Test
  void noPhrasingIsEncodedTwice() {
    build(encoder, IT);
    int first = encoder.encoded();
    build(encoder, IT);
    assertEquals(5, first);
    assertEquals(first, encoder.encoded());
  }

  @Test
  void anEmptyFaqAndAnEmptyQuestionFindNothing() {
    assertEquals(List.of(), ask(build(encoder, new Faq("x", List.of())), "anything"));
    assertEquals(List.of(), ask(build(null, IT), "?!"));
  }
}

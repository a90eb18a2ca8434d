package org.deskbert.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Synonyms;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Trace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SynonymIndexTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final BagEncoder encoder = new BagEncoder();
  private final VectorCache cache = VectorCache.inMemory();

  private static Entry entry(String id, String... phrasings) {
    return new Entry(id, List.of(phrasings), "Answer to " + id, "", List.of(), null, null);
  }

  private static final List<Entry> ENTRIES =
      List.of(
          entry("vpn", "Why is the tunnel slow?", "connect the VPN from home"),
          entry("line", "Why is the line slow?", "Who do I ask about the line?"),
          entry("desk", "Who do I ask in IT?", "phone number of IT"),
          entry("coffee", "Who do I ask about it?"));

  private static Faq faq(String... groups) {
    Synonyms synonyms = Synonyms.NONE;
    try {
      for (String group : groups) {
        synonyms = synonyms.add(List.of(group.split("[=|]")));
      }
    } catch (FaqException e) {
      throw new AssertionError(e);
    }
    return new Faq("it", ENTRIES, synonyms);
  }

  private FaqIndex build(@Nullable Encoder with, Faq... faqs) {
    return FaqIndex.build(List.of(faqs), with, cache, TODAY, 1, Progress.NONE);
  }

  private List<Candidate> ask(FaqIndex index, String question) {
    float[] vector =
        index.model() == null
            ? null
            : encoder.encode(index.rewrite(question), new Trace()).vector();
    return index.search(question, vector, 10);
  }

  @Test
  void aQuestionInOtherTermsIsTheSamePhrasing() {
    FaqIndex index = build(encoder, faq("VPN=tunnel|remote access"));
    Candidate first = ask(index, "why is the remote access slow").getFirst();
    assertTrue(first.exact());
    assertEquals("Why is the tunnel slow?", first.matched());
    assertFalse(ask(build(encoder, faq()), "why is the remote access slow").getFirst().exact());
  }

  @Test
  void wordsAndMeaningAreThoseOfThePreferredTerm() {
    for (Encoder with : new Encoder[] {encoder, null}) {
      FaqIndex index = build(with, faq("VPN=zqx"));
      List<Candidate> known = ask(index, "my vpn is slow at home");
      assertEquals(known, ask(index, "my zqx is slow at home"));
      assertEquals("vpn", known.getFirst().entry().id());
      assertNotEquals(known, ask(build(with, faq()), "my zqx is slow at home"));
    }
  }

  @Test
  void whatTheOwnerWroteIsFoundBeforeWhatItMeans() {
    FaqIndex index = build(encoder, faq("VPN=tunnel|line"));
    List<Candidate> tunnel = ask(index, "Why is the tunnel slow?");
    assertEquals("vpn", tunnel.getFirst().entry().id());
    assertFalse(tunnel.get(1).exact());
    List<Candidate> other = ask(index, "Why is the VPN slow?");
    assertTrue(other.get(0).exact() && other.get(1).exact());
  }

  @Test
  void theDepartmentIsNotThePronoun() {
    FaqIndex index = build(encoder, faq("information technology=IT|computer people"));
    Candidate people = ask(index, "Who do I ask in computer people?").getFirst();
    assertTrue(people.exact());
    assertEquals("desk", people.entry().id());
    Candidate pronoun = ask(index, "who do i ask about it").getFirst();
    assertTrue(pronoun.exact());
    assertEquals("coffee", pronoun.entry().id());
    Candidate lower = ask(index, "who do i ask in it").getFirst();
    assertTrue(lower.exact(), "an exact phrasing stays one");
    assertEquals("desk", lower.entry().id());
  }

  @Test
  void withoutSynonymsNothingIsRewritten() {
    FaqIndex plain = build(encoder, faq());
    FaqIndex foreign = build(encoder, faq("parking lot=garage"));
    assertNotEquals(plain.hash(), foreign.hash());
    assertEquals(ask(plain, "tunnel slow at home"), ask(foreign, "tunnel slow at home"));
    String question = new String("tunnel slow");
    assertTrue(question == plain.rewrite(question));
  }

  @Test
  void anEditKeepsThem() {
    Faq faq = faq("VPN=zqx");
    Entry more = entry("more", "the zqx asks for a token");
    FaqIndex edited = build(encoder, faq).put("it", more, encoder, cache);
    FaqIndex fresh =
        build(
            encoder,
            faq.with(
                java.util.stream.Stream.concat(ENTRIES.stream(), List.of(more).stream()).toList()));
    assertEquals(fresh.hash(), edited.hash());
    assertEquals(ask(fresh, "vpn token"), ask(edited, "vpn token"));
    assertEquals("more", ask(edited, "vpn token").getFirst().entry().id());
    FaqIndex removed = edited.remove("it", "more");
    assertEquals(ask(build(encoder, faq), "zqx at home"), ask(removed, "zqx at home"));
  }

  @Test
  void severalFaqsShareThemWhateverTheirOrder() {
    Faq it = faq("VPN=tunnel");
    Faq hr =
        new Faq(
            "hr",
            List.of(entry("leave", "How do I ask for leave by tunnel?")),
            faq("tunnel=pipe").synonyms());
    FaqIndex one = build(encoder, it, hr);
    FaqIndex other = build(encoder, hr, it);
    assertEquals("the tunnel of tunnel", one.rewrite("the pipe of VPN"));
    assertEquals(one.hash(), other.hash());
    assertEquals(ask(one, "why is the pipe slow"), ask(other, "why is the pipe slow"));
  }

  @Test
  void onlyWhatChangesIsEncodedAgain() {
    build(encoder, faq());
    int before = encoder.encoded();
    build(encoder, faq("VPN=tunnel"));
    assertEquals(before + 1, encoder.encoded());
  }
}

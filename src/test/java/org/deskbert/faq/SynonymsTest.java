package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymsTest {
  private static Synonyms of(List<List<String>> groups) {
    try {
      return Synonyms.of(groups);
    } catch (FaqException e) {
      throw new AssertionError(e);
    }
  }

  private static final Synonyms OFFICE =
      of(
          List.of(
              List.of("VPN", "virtual private network", "tunnel"),
              List.of("IT", "information technology", "help desk"),
              List.of("USA", "US", "United States"),
              List.of("Wi-Fi", "WLAN", "wireless"),
              List.of("machine", "PC", "laptop"),
              List.of("remote client", "VPN client"),
              List.of("C++", "C plus plus"),
              List.of("general availability", "GA")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        // whole words, any case, several words, longest first
        "Is the tunnel up?                 > Is the VPN up?",
        "my TUNNEL is slow                 > my VPN is slow",
        "the Virtual Private  Network fails > the VPN fails",
        "virtual-private network           > VPN",
        "virtual private. Network is down  > virtual private. Network is down",
        "tunnelling is no tunnel           > tunnelling is no VPN",
        "no wlan and no wi fi              > no Wi-Fi and no wi fi",
        "write C plus plus, not C          > write C++, not C",
        "I like c++.                       > I like c++.",
        // a name within a name
        "which VPN client?                 > which remote client?",
        "which tunnel client?              > which remote client?",
        // plurals and possessives
        "two tunnels                       > two VPNs",
        "the tunnel's speed                > the VPN's speed",
        "the tunnel\u2019s speed           > the VPN\u2019s speed",
        "our PCs                           > our machines",
        "our laptops                       > our machines",
        "gas is out                        > gas is out",
        // ordinary words only in capitals
        "ask IT about it                   > ask information technology about it",
        "It is broken, is it?              > It is broken, is it?",
        "IT's phone, it's long             > information technology's phone, it's long",
        "IT IS BROKEN                      > IT IS BROKEN",
        "IT                                > INFORMATION TECHNOLOGY",
        "call the help desk                > call the information technology",
        "a trip to the US with us          > a trip to the USA with us",
        "THE TUNNEL OF US IS DOWN          > THE VPN OF US IS DOWN",
        "THE GA OF IT                      > THE GENERAL AVAILABILITY OF IT"
      })
  void rewrites(String text, String expected) {
    assertEquals(expected, OFFICE.rewrite(text));
  }

  @Test
  void aTextWithoutAnyTermIsTheSameString() {
    String text = new String("How do I reset my password, and what is it?");
    assertSame(text, OFFICE.rewrite(text));
    assertSame(text, Synonyms.NONE.rewrite(text));
    String preferred = new String("the vpn of the machines");
    assertSame(preferred, OFFICE.rewrite(preferred));
  }

  @Test
  void whatCannotBeASynonymIsRefusedWithTheRemedy() {
    assertRefused("write it in capitals: \"IT\"", List.of("information technology", "it"));
    assertRefused("write it in capitals: \"WHO\"", List.of("Who", "World Health Organization"));
    assertRefused("write it in capitals", List.of("instructions", "how to do it"));
    assertRefused("all ordinary words", List.of("IT", "US"));
    assertRefused("A term is empty", List.of("road", " "));
    assertRefused("no letters or digits", List.of("road", "?!"));
    assertRefused("stands alone", List.of("road"));
    assertRefused("stands alone", List.of("road", "Road"));
    assertRefused("longer than 100", List.of("road", "x".repeat(101)));
    assertRefused("contains | or =", List.of("road", "a=b"));
    assertRefused("\"Tunnel\" already belongs to the group \"VPN\"", List.of("road", "Tunnel"));
    assertRefused("\"VPN\" already belongs to the group \"VPN\"", List.of("VPN", "line"));
  }

  /** Refused behind a group that is good. */
  private static void assertRefused(String words, List<String> group) {
    List<List<String>> groups = List.of(List.of("VPN", "tunnel"), group);
    FaqException e = assertThrows(FaqException.class, () -> Synonyms.of(groups));
    assertTrue(e.getMessage().contains(words), e.getMessage());
  }

  @Test
  void termsAreAddedAndRemoved() throws Exception {
    Synonyms some = Synonyms.NONE.add(List.of("VPN", "tunnel")).add(List.of("mobile", "cell"));
    Synonyms more = some.add(List.of("vpn", "remote access"));
    assertEquals(
        List.of(List.of("VPN", "tunnel", "remote access"), List.of("mobile", "cell")),
        more.groups());
    assertEquals(some, more.remove("Remote-Access"));
    assertEquals(List.of(List.of("mobile", "cell")), more.remove("VPN").groups());
    assertEquals(List.of(List.of("VPN", "tunnel")), some.remove("cell").groups());
    assertTrue(some.remove("cell").remove("VPN").isEmpty());
    FaqException e = assertThrows(FaqException.class, () -> some.remove("printer"));
    assertTrue(e.getMessage().contains("\"printer\""), e.getMessage());
  }

  @Test
  void groupsOfSeveralFaqsThatShareATermAreOne() {
    Synonyms hr = of(List.of(List.of("leave", "holiday"), List.of("desk", "table")));
    Synonyms shop = of(List.of(List.of("vacation", "holidays off", "leave")));
    Synonyms union = Synonyms.union(List.of(hr, Synonyms.NONE, shop));
    assertEquals(
        List.of(List.of("leave", "holiday", "vacation", "holidays off"), List.of("desk", "table")),
        union.groups());
    assertEquals("my leave", union.rewrite("my vacation"));
    assertSame(hr, Synonyms.union(List.of(Synonyms.NONE, hr)));
    assertSame(Synonyms.NONE, Synonyms.union(List.of()));
  }

  @Test
  void theHashCoversThem() {
    Entry entry = new Entry("1", List.of("Q"), "A", "", List.of(), null, null);
    Faq plain = new Faq("it", List.of(entry));
    Faq with = new Faq("it", List.of(entry), of(List.of(List.of("VPN", "tunnel"))));
    Faq other = new Faq("it", List.of(entry), of(List.of(List.of("tunnel", "VPN"))));
    java.time.LocalDate day = java.time.LocalDate.EPOCH;
    String hash = FaqHash.of(List.of(plain), day);
    assertFalse(hash.equals(FaqHash.of(List.of(with), day)));
    assertFalse(FaqHash.of(List.of(other), day).equals(FaqHash.of(List.of(with), day)));
  }

  @Property(tries = 2_000)
  void rewritingTwiceChangesNothingMore(
      @ForAll("groups") List<List<String>> groups, @ForAll("texts") String text) {
    Synonyms synonyms = Synonyms.joined(groups);
    String once = synonyms.rewrite(text);
    assertEquals(once, synonyms.rewrite(once));
  }

  @Property(tries = 2_000)
  void allTermsOfAGroupBecomeTheSame(@ForAll("groups") List<List<String>> groups) {
    List<List<String>> distinct = Synonyms.joined(groups).groups();
    Synonyms synonyms = Synonyms.joined(distinct);
    assertEquals(distinct, synonyms.groups());
    for (List<String> group : distinct) {
      List<String> forms = new ArrayList<>();
      for (String term : group) {
        if (!Term.of(term).ordinary()) {
          forms.add(Term.of(synonyms.rewrite("Zzz " + term + " zzz")).key());
        }
      }
      assertEquals(1, forms.stream().distinct().count(), synonyms + " " + forms);
    }
  }

  @Property(tries = 500)
  void anyTextIsRewrittenWithoutFail(@ForAll String text) {
    String once = OFFICE.rewrite(text);
    assertEquals(once, OFFICE.rewrite(once));
  }

  private static Arbitrary<String> words(int max) {
    return Arbitraries.of(
            "a", "b", "c", "IT", "it", "is", "US", "bb", "bbs", "cc", "ccs", "dd's", "DD", "É", "é")
        .list()
        .ofMinSize(1)
        .ofMaxSize(max)
        .map(list -> String.join(" ", list));
  }

  @Provide
  Arbitrary<List<List<String>>> groups() {
    return words(3).list().ofMinSize(2).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> texts() {
    return words(8);
  }
}

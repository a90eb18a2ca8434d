package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaqHashTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private static final Faq IT = new Faq("it", List.of(entry("1", "a", null)));
  private static final Faq HR = new Faq("hr", List.of(entry("1", "b", DAY)));

  private static Entry entry(String id, String answer, LocalDate until) {
    return new Entry(id, List.of("q"), answer, "", List.of(), null, until);
  }

  @Test
  void dependsOnContentNotOnTheOrderOfFaqs() {
    String hash = FaqHash.of(List.of(IT, HR), DAY);
    assertTrue(hash.matches("[0-9a-f]{16}"), hash);
    assertEquals(hash, FaqHash.of(List.of(HR, IT), DAY));
    assertNotEquals(hash, FaqHash.of(List.of(IT), DAY));
    assertNotEquals(hash, FaqHash.of(List.of(new Faq("it", HR.entries()), HR), DAY));
  }

  @Test
  void changesOnTheDayAnEntryExpires() {
    String empty = FaqHash.of(List.of(new Faq("hr", List.of())), DAY);
    assertNotEquals(empty, FaqHash.of(List.of(HR), DAY));
    assertEquals(FaqHash.of(List.of(HR), DAY), FaqHash.of(List.of(HR), DAY.minusYears(1)));
    assertEquals(empty, FaqHash.of(List.of(HR), DAY.plusDays(1)));
  }
}

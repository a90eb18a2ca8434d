package org.deskbert.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final Spelling GENERAL =
      Spelling.of(
          List.of(
              "[CLS]", "the", "my", "##ing", "how", "where", "there", "word", "sword", "please",
              "change", "chance", "house", "horse", "print"));
  private static final Spelling SPELLING =
      GENERAL.with(
          List.of("How do I reset my password?", "Use the authenticator.", "printer queue"));

  @ParameterizedTest
  @CsvSource({
    "passwrod, password",
    "pasword, password",
    "passsword, password",
    "paswsord, password",
    "psasowrd, password", // two slips, but a longer word of the FAQ
    "authentcator, authenticator",
    "chznge, change",
    "prnter, printer",
  })
  void aSlipIsPutRight(String typed, String meant) {
    assertEquals("please " + meant + ", ok?", SPELLING.correct("please " + typed + ", ok?"));
  }

  @Test
  void aWordOfTheFaqIsPreferred() {
    assertEquals("word", GENERAL.correct("wword"));
    assertEquals("horse", GENERAL.with(List.of("a horse")).correct("horuse"));
    assertEquals("house", GENERAL.with(List.of("a house")).correct("horuse"));
  }

  @Test
  void itsOwnWordsMakeItAgain() {
    Spelling again = GENERAL.withWords(SPELLING.ownWords());
    assertEquals(Set.copyOf(SPELLING.ownWords()), Set.copyOf(again.ownWords()));
    for (String typed : List.of("passwrod", "psasowrd", "authentcator", "prnter", "chznge")) {
      assertEquals(SPELLING.correct(typed), again.correct(typed));
    }
    assertSame(Spelling.NONE, Spelling.NONE.withWords(SPELLING.ownWords()));
  }

  @ParameterizedTest
  @CsvSource({
    "words",
    "changed",
    "VPNS",
    "OKTA",
    "dont",
    "x1pasword",
    "pasword@host",
    "reset/pasword",
    "kubernetes",
    "hte",
    "wird-e",
  })
  void whatMayBeMeantIsLeftAlone(String written) {
    String text = "my " + written + " please";
    assertSame(text, SPELLING.correct(text));
  }

  @Test
  void aNameWithinATextOnlyBecomesAWordOfTheFaq() {
    assertEquals("the Chznge", SPELLING.correct("the Chznge"));
    assertEquals("the password", SPELLING.correct("the Pasword"));
  }

  @Test
  void withoutGeneralWordsNothingIsTouched() {
    String text = "pasword";
    assertSame(text, Spelling.NONE.with(List.of("password")).correct(text));
  }

  @Test
  void countsSlips() {
    assertTrue(Slips.within("abcd", "badc", 2));
    assertFalse(Slips.within("abcdef", "fedcba", 2));
    assertFalse(Slips.within("abc", "abcdef", 2));
    assertTrue(Slips.within("", "ab", 2));
  }
}

package org.deskbert.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static List<String> cut(String message) {
    return Sentences.of(message).stream().map(Sentences.Clause::text).toList();
  }

  @Test
  void salutationAndSignatureAreLeftOut() {
    assertEquals(
        List.of("My phone is new.", "How do I pair it?"),
        cut("Dear team,\n\nMy phone is new. How do I pair it?\n\nKind regards\nJo\nRoom 2"));
  }

  @Test
  void joinedQuestionsAreCutAndOneQuestionIsNot() {
    assertEquals(
        List.of("need a new laptop", "my vpn is down"),
        cut("need a new laptop, also my vpn is down"));
    assertEquals(List.of("how do I copy and paste"), cut("how do I copy and paste"));
    assertEquals(
        List.of("How does click and collect work?"), cut("How does click and collect work?"));
  }

  @Test
  void aQuestionThatPointsBackIsAskedWithItsSentence() {
    var clauses = Sentences.of("I lost my receipt. Can I still claim that?");
    assertEquals("I lost my receipt. Can I still claim that?", clauses.getLast().asked());
  }

  @Test
  void textThatNobodyTypesIsNotCut() {
    for (String text : List.of("and ", "?! ", " ", "no, ", "a b, also ")) {
      assertEquals(0, Sentences.of(text.repeat(100_000)).size(), text);
      assertFalse(Cues.correction(text.repeat(100_000)).isPresent(), text);
      assertFalse(Cues.choice(text.repeat(100_000), 4).isPresent(), text);
      Sentences.of(text.repeat(3_900 / text.length()));
      Cues.correction(text.repeat(900 / text.length()));
    }
  }
}

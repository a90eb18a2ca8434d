package org.deskbert.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Mistyped texts stay close to what was meant. */
class NoiseTest {
  @Test
  void mistypesAlwaysInTheSameWay() {
    String text = "How do I reset the password of my account?";
    assertNotEquals(text, Noise.mistype(text));
    assertEquals(Noise.mistype(text), Noise.mistype(text));
  }

  @Test
  void longerTextsGetMoreSlips() {
    String text = "where is the printer ".repeat(20).strip();
    String typed = Noise.mistype(text);
    String[] meant = text.split(" ");
    String[] words = typed.split(" ");
    int same = 0;
    for (int i = 0; i < Math.min(meant.length, words.length); i++) {
      same += java.util.List.of(meant).contains(words[i]) ? 1 : 0;
    }
    assertTrue(same > meant.length / 2 && same < meant.length - 5, same + " of 80: " + typed);
  }

  @Test
  void leavesTextsWithoutLettersAlone() {
    assertEquals("404 ?", Noise.mistype("404 ?"));
    assertEquals("", Noise.mistype(""));
  }
}

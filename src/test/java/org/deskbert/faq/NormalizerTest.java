package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "  How do I…  RESET it?!, how do i reset it",
        "I don't know, i dont know",
        "I don’t know, i dont know",
        "What is C++?, what is c++",
        "What is C#?, what is c#",
        "#hashtag, hashtag",
        "100 % / 50%, 100 50%",
        "e-mail, e mail",
        "ﬁle №5, file no5",
        "ÄRGER, ärger",
        "???, \"\"",
      })
  void foldsWhatPeopleWriteDifferently(String text, String normal) {
    assertEquals(normal, Normalizer.normalize(text));
  }

  @Property
  void normalisingTwiceChangesNothing(@ForAll String text) {
    String once = Normalizer.normalize(text);
    assertEquals(once, Normalizer.normalize(once));
  }
}

package org.deskbert.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.deskbert.chat.Phrases.Phrase;
import org.deskbert.intent.BuiltIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
  private static final Path FOLDER = Path.of("assets/intents");

  @ParameterizedTest
  @ValueSource(strings = {"de", "he"})
  void everyLanguageSaysAllThatIsSaidInEnglish(String language) throws Exception {
    Map<String, List<String>> english = BuiltIn.load(FOLDER).replies();
    Map<String, List<String>> other = BuiltIn.replies(FOLDER, Locale.forLanguageTag(language));
    Set<String> keys = new HashSet<>(english.keySet());
    for (Phrase phrase : Phrase.values()) {
      keys.add(phrase.key());
    }
    assertEquals(keys, other.keySet());
    english.forEach((intent, said) -> assertEquals(said.size(), other.get(intent).size(), intent));
    Phrases phrases = new Phrases(other);
    for (Phrase phrase : Phrase.values()) {
      assertTrue(!phrases.of(phrase).equals(Phrases.ENGLISH.of(phrase)), phrase.key());
    }
  }

  @Test
  void aLanguageWithoutAFileIsSpokenInEnglish() throws Exception {
    Phrases french = new Phrases(BuiltIn.replies(FOLDER, Locale.FRENCH));
    assertEquals("I have no answer to that in this FAQ.", french.of(Phrase.UNKNOWN));
    assertEquals("Hello!", french.talk("greeting", List.of("Hello!"), "hi"));
    assertEquals("", french.talk("own", List.of(), "hi"));
  }

  @Test
  void aMailToAPersonIsInTheLanguageToo() throws Exception {
    Phrases german = new Phrases(BuiltIn.replies(FOLDER, Locale.GERMAN));
    Handover handover = Handover.of(Conversation.EMPTY, new Policy(5, "4444", german));
    assertEquals("In DeskBERT gefragt:\n\nNoch nichts.\n", handover.summary());
    assertTrue(handover.mail().contains("subject=Frage%20aus%20DeskBERT"), handover.mail());
  }
}

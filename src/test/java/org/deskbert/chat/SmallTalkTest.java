package org.deskbert.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.intent.BuiltIn;
import org.deskbert.intent.Example;
import org.deskbert.intent.Prediction;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallTalkTest {
  private final BuiltIn builtIn = builtIn();

  private static BuiltIn builtIn() {
    try {
      return BuiltIn.load(Path.of("assets/intents"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Danke schön!, thanks",
    "Ich möchte mit einem Menschen sprechen., hand_off",
    "Grüß Gott, greeting",
    "תודה רבה!, thanks",
    "אני רוצה לדבר עם נציג, hand_off"
  })
  void theWindowsLanguagesAreUnderstoodWithoutAModel(String message, String intent) {
    assertEquals(new Prediction(intent, 1, true), words().predict(message, null));
  }

  @Test
  void aQuestionIsNone() {
    assertFalse(words().predict("Danke, aber wo ist mein Passwort?", null).accepted());
  }

  @Test
  void eachWordingHasAReply() {
    assertTrue(
        builtIn
            .replies()
            .keySet()
            .containsAll(
                builtIn.wordings().stream().map(Example::intent).collect(Collectors.toSet())));
  }

  private SmallTalk words() {
    Entry entry = new Entry("e", List.of("Where?"), "Here.", "", List.of(), null, null);
    try (VectorCache cache = VectorCache.inMemory()) {
      FaqIndex index =
          FaqIndex.build(
              List.of(new Faq("f", List.of(entry))),
              null,
              cache,
              LocalDate.of(2026, 11, 1),
              1,
              Progress.NONE);
      return SmallTalk.train(builtIn, index, null, cache, 1, Progress.NONE);
    }
  }
}

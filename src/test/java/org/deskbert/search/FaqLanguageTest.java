package org.deskbert.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqFiles;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaqLanguageTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final Faq GERMAN =
      faq(
          "personal",
          "Wie melde ich mich krank?",
          "Rufen Sie bis neun Uhr bei uns an und schicken Sie uns danach die Bescheinigung.",
          "Wann wird das Gehalt gezahlt?",
          "Das Gehalt ist am letzten Tag des Monats auf dem Konto.");
  private static final Faq ENGLISH =
      faq(
          "hr",
          "How do I report sick?",
          "Call us before nine and send the certificate to the office after that.",
          "When is my salary paid?",
          "It is in your account on the last day of the month.");

  private static Faq faq(String name, String... texts) {
    return new Faq(
        name,
        Stream.iterate(0, i -> i < texts.length, i -> i + 2)
            .map(i -> entry(name + i, texts[i], texts[i + 1]))
            .toList());
  }

  private static Entry entry(String id, String question, String answer) {
    return new Entry(id, List.of(question), answer, "", List.of(), null, null);
  }

  @Test
  void aFaqInAnotherLanguageIsTold() {
    assertEquals(
        Map.of("personal", "de"),
        FaqLanguage.unknown(List.of(GERMAN, ENGLISH), new BagEncoder("en")));
    assertEquals(
        Map.of("hr", "en"), FaqLanguage.unknown(List.of(GERMAN, ENGLISH), new BagEncoder("de")));
    assertEquals(
        Map.of(), FaqLanguage.unknown(List.of(GERMAN, ENGLISH), new BagEncoder("de", "en")));
    assertEquals(Map.of(), FaqLanguage.unknown(List.of(GERMAN), new BagEncoder()));
    assertEquals(Map.of(), FaqLanguage.unknown(List.of(GERMAN), null));
  }

  @ParameterizedTest
  @CsvSource({
    "fr, 'Comment puis-je changer mon mot de passe ? Ouvrez le portail et suivez les étapes pour le"
        + " remplacer par un autre.'",
    "es, '¿Cómo puedo cambiar mi contraseña? Abra el portal y siga los pasos que se muestran en la"
        + " pantalla para cambiarla por otra.'",
    "he, 'איך מחליפים סיסמה? פותחים את הפורטל ועוקבים אחרי השלבים שעל המסך עד שמופיעה ההודעה"
        + " שהסיסמה הוחלפה בהצלחה.'",
    "ru, 'Как мне сменить пароль? Откройте портал и следуйте указаниям на экране, пока не появится"
        + " сообщение о том, что пароль изменён.'"
  })
  void itsScriptOrItsSmallWordsTell(String code, String text) {
    Faq faq = faq("some", text.substring(0, text.indexOf('?') + 1), text);
    assertEquals(Map.of("some", code), FaqLanguage.unknown(List.of(faq), new BagEncoder("en")));
    assertEquals(Map.of(), FaqLanguage.unknown(List.of(faq), new BagEncoder("en", code)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"it", "hr", "shop"})
  void theSamplesAreEnglish(String name) throws Exception {
    Path file = Path.of("assets/faqs", name + ".csv");
    Faq sample = new Faq(name, FaqFiles.read(file, false).entries());
    assertEquals(Map.of(), FaqLanguage.unknown(List.of(sample), new BagEncoder("en")));
  }

  @Test
  void whatCantBeToldCountsAsKnown() {
    Faq codes = faq("codes", "E42 E43 E44 E45?", "XR-7 B12 Q9 LX200 RS232 M4 M5 M6 M8 M10 M12 M16");
    Faq few = faq("few", "Wie geht das?", "So.");
    assertEquals(Map.of(), FaqLanguage.unknown(List.of(codes, few), new BagEncoder("en")));
  }

  @Test
  void wordsAloneAnswerFromIt() throws Exception {
    try (VectorCache cache = VectorCache.inMemory()) {
      BagEncoder encoder = new BagEncoder("en");
      FaqIndex both = index(encoder, cache, GERMAN, ENGLISH);
      float[] vector = encoder.encode("Gehalt", new Trace()).vector();
      Candidate german = both.search("Wann kommt das Gehalt?", vector, 5).getFirst();
      assertEquals("personal", german.source());
      assertEquals(0, german.meaning());
      float[] salary = encoder.encode("my salary", new Trace()).vector();
      assertTrue(both.search("when do I get my salary?", salary, 5).getFirst().meaning() > 0);

      FaqIndex alone = index(encoder, cache, GERMAN);
      assertNull(alone.model());
      assertEquals(Map.of("personal", "de"), alone.foreign());
    }
  }

  private static FaqIndex index(Encoder encoder, VectorCache cache, Faq... faqs) {
    return FaqIndex.build(List.of(faqs), encoder, cache, TODAY, 1, Progress.NONE);
  }
}

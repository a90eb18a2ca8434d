package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.deskbert.chat.Mood;
import org.deskbert.chat.Sentiment;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqFiles;
import org.deskbert.intent.BuiltIn;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Trace;
import org.junit.jupiter.api.Test;

/**
 * How far the moods can be trusted, and how rarely a plain question is taken for one. {@code
 * -Dsentiment=FILE} scores another file, without a floor.
 */
class SentimentTest {
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  @Test
  void whatItHearsIsThere() throws Exception {
    String other = System.getProperty("sentiment");
    Path file =
        other == null ? Path.of("src/test/resources/sentiment/develop.csv") : Path.of(other);
    try (Encoder encoder = OnnxEncoder.load(Bundle.open(Path.of("models/deskbert-small")))) {
      Sentiment sentiment = train(encoder);
      int there = 0;
      int heard = 0;
      int right = 0;
      List<String> wrong = new ArrayList<>();
      try (Reader reader = Files.newBufferedReader(file)) {
        for (CSVRecord row : CSV.parse(reader)) {
          Mood said = sentiment.of(encoder.encode(row.get("text"), new Trace()).vector());
          Mood truth = Mood.valueOf(row.get("label").toUpperCase(Locale.ROOT));
          there += truth == Mood.NEUTRAL ? 0 : 1;
          heard += said == Mood.NEUTRAL ? 0 : 1;
          right += said != Mood.NEUTRAL && said == truth ? 1 : 0;
          if (said != Mood.NEUTRAL && said != truth) {
            wrong.add(said + ": " + row.get("text"));
          }
        }
      }
      String figures =
          String.format(
              Locale.ROOT,
              "%s: %d of %d moods heard, %d of them right (precision %.1f %%)",
              file.getFileName(),
              heard,
              there,
              right,
              100.0 * right / Math.max(1, heard));
      System.out.println(figures);
      assertTrue(other != null || right >= 0.9 * heard, figures + wrong);
      assertTrue(other != null || heard >= 0.45 * there, figures);
    }
  }

  @Test
  void questionsOfAnotherFaqSoundNeutral() throws Exception {
    try (Encoder encoder = OnnxEncoder.load(Bundle.open(Path.of("models/deskbert-small")))) {
      Sentiment sentiment = train(encoder);
      List<String> questions =
          FaqFiles.read(Path.of("assets/faqs/shop.csv"), false).entries().stream()
              .flatMap(entry -> entry.phrasings().stream())
              .toList();
      long moods =
          questions.stream()
              .filter(q -> sentiment.of(encoder.encode(q, new Trace()).vector()) != Mood.NEUTRAL)
              .count();
      System.out.printf("%d of %d questions of the shop sound moody%n", moods, questions.size());
      assertTrue(moods <= 0.05 * questions.size(), moods + " of " + questions.size());
    }
  }

  @Test
  void withoutAModelNothingIsHeard() {
    assertEquals(Mood.NEUTRAL, Sentiment.NONE.of(new float[] {1}));
    assertEquals(Mood.NEUTRAL, Sentiment.NONE.of(null));
  }

  private static Sentiment train(Encoder encoder) throws Exception {
    Faq faq = new Faq("it", FaqFiles.read(Path.of("assets/faqs/it.csv"), false).entries());
    VectorCache cache = VectorCache.inMemory();
    FaqIndex index =
        FaqIndex.build(List.of(faq), encoder, cache, LocalDate.of(2026, 11, 24), 2, Progress.NONE);
    BuiltIn builtIn = BuiltIn.load(Path.of("assets/intents"));
    return Sentiment.train(builtIn, index, encoder, cache, 2, Progress.NONE);
  }
}

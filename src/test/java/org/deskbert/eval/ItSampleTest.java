package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.deskbert.chat.Assistant;
import org.deskbert.chat.Policy;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The shipped IT sample, asked in words that its author did not think of. */
class ItSampleTest {
  private static Evaluation.Metrics ask(@Nullable Encoder encoder) throws Exception {
    Assistant assistant =
        Assistants.of(Assistants.sample("it"), encoder, VectorCache.inMemory(), Policy.DEFAULT);
    List<LabelledText> tests =
        LabelledText.readTests(Path.of("src/test/resources/it-questions.csv"));
    Evaluation evaluation = Evaluation.run(assistant, tests, Progress.NONE);
    for (Evaluation.Row row : evaluation.rows()) {
      assertTrue(
          !row.id().isEmpty() || !row.outcome().equals("answered"), "answered: " + row.question());
    }
    return evaluation.metrics();
  }

  @Test
  void theModelUnderstandsAskersAndAdmitsWhatItDoesNotKnow() throws Exception {
    try (Encoder encoder = OnnxEncoder.load(Bundle.open(Path.of("models/deskbert-small")))) {
      Evaluation.Metrics metrics = ask(encoder);
      assertEquals(40, metrics.questions());
      assertTrue(metrics.pAt1() >= 0.85, metrics.toString());
      assertTrue(metrics.right() >= 12, metrics.toString());
      assertTrue(metrics.wrong() <= 2, metrics.toString());
    }
  }

  @Test
  void wordsAloneDoForMostQuestions() throws Exception {
    Evaluation.Metrics metrics = ask(null);
    assertTrue(metrics.pAt1() >= 0.75, metrics.toString());
    assertTrue(metrics.wrong() <= 2, metrics.toString());
  }
}

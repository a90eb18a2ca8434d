package org.deskbert.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deskbert.chat.Confidence;
import org.deskbert.search.FusionAccess;

/** Writes what was learnt in the form that the program reads and that compares well. */
final class LearntFiles {
  static final Path FUSION = Path.of("src/main/resources/org/deskbert/search/fusion.json");
  static final Path CONFIDENCE = Path.of("src/main/resources/org/deskbert/chat/confidence.json");

  private LearntFiles() {}

  static void writeFusion(Path file, String about, FusionAccess.Weights weights)
      throws IOException {
    Files.writeString(
        file,
        String.format(
            Locale.ROOT,
            """
            {
              "about": "%s",
              "model": {"bias": %s, "weights": %s},
              "votes": {"bias": %s, "weights": %s},
              "words": {"bias": %s, "weights": %s}
            }
            """,
            about,
            weights.model().bias(),
            Arrays.toString(weights.model().weights()),
            weights.votes().bias(),
            Arrays.toString(weights.votes().weights()),
            weights.words().bias(),
            Arrays.toString(weights.words().weights())));
  }

  static void writeConfidence(Path file, String about, Confidence model, Confidence words)
      throws IOException {
    Files.writeString(
        file,
        String.format(
            Locale.ROOT,
            """
            {
             "about": "%s",
             "model": %s,
             "words": %s
            }
            """,
            about,
            json(model),
            json(words)));
  }

  private static String json(Confidence confidence) {
    List<Confidence.Simulated> simulated = confidence.simulated();
    return String.format(
        Locale.ROOT,
        "{\n  \"curve\": {\"bias\": %s, \"weights\": %s},\n  \"simulated\": [\n%s\n  ]\n }",
        confidence.curve().bias(),
        Arrays.toString(confidence.curve().weights()),
        simulated.stream().map(LearntFiles::json).collect(Collectors.joining(",\n")));
  }

  private static String json(Confidence.Simulated one) {
    return "   {\"confidence\": "
        + one.confidence()
        + ", \"weight\": "
        + Math.round(one.weight())
        + "}";
  }
}

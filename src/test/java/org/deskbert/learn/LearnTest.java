package org.deskbert.learn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deskbert.chat.Confidence;
import org.deskbert.chat.ConfidenceFit;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.intent.BuiltIn;
import org.deskbert.search.FusionAccess;
import org.deskbert.search.FusionAccess.One;
import org.deskbert.search.FusionAccess.Weights;
import org.deskbert.search.VectorCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Not a test but a command: learns {@code fusion.json} and {@code confidence.json} for the bundle
 * in the folder that the property {@code learn} names, from the sets in the folder {@code data},
 * prints how the program does on the development split before and after, and writes both files in
 * place. The same bundle and sets give the same files on the same machine. Vectors are kept in
 * target/learn, so a second run is quicker.
 *
 * <p>Afterwards raise the version in {@code FittedFiles}, or confidences fitted with the old files
 * go on being used for words alone.
 */
class LearnTest {
  private static final String LEARNT_ON =
      "Learnt by LearnTest (CONTRIBUTING.md has the command) on StackFAQ (even lines; with and"
          + " without answers, with one and four phrasings, and among 2,500 other entries),"
          + " BANKING77 and CLINC150 training texts (one and five per intent as the FAQ) and the"
          + " sample FAQs it and shop with one phrasing left out, each question clean and mistyped";
  private static final String FUSION =
      "Weights of the signals stems, covered, covering, grams, entry, answer, meaning, topMeaning,"
          + " votes: softmax regression over the candidates of a question, with an L2 penalty and"
          + " no weight below 0. "
          + LEARNT_ON
          + "; those of votes on the exams of these where phrasings vote, and on 38 or 50 intents"
          + " of BANKING77 and CLINC150 with 5 to 30 phrasings.";
  private static final String CONFIDENCE =
      "Curves from the features score (log odds), margin to the next entry (log odds, at most 8)"
          + " and words to the probability that the first candidate is right, and how that"
          + " probability spreads over questions, 70 that can be answered and 30 that can't. "
          + LEARNT_ON
          + "; besides, the same with their entry taken away, and texts that no FAQ answers.";

  /** The two modes' priors of the confidence. */
  private record Priors(Confidence model, Confidence words) {}

  @Test
  @EnabledIfSystemProperty(named = "learn", matches = ".+")
  void learn() throws Exception {
    Path folder = Path.of(System.getProperty("learn"));
    Path data = Path.of(System.getProperty("data", ""));
    assertTrue(Files.exists(data.resolve("stackfaq")), "-Ddata=DIR names the folder of the sets");
    BuiltIn builtIn = BuiltIn.load(Path.of("assets/intents"));
    Material material = new Material(data, builtIn);
    List<Exam> unequal = material.unequal();
    List<Exam> exams = new ArrayList<>(material.exams());
    List<Exam> learn = exams.stream().filter(exam -> !exam.develop()).toList();
    exams.addAll(unequal);
    List<Exam> develop = exams.stream().filter(Exam::develop).toList();
    Files.createDirectories(Path.of("target/learn"));
    System.out.printf("%d exams to learn from, %d to develop%n", learn.size(), develop.size());
    try (Encoder encoder = OnnxEncoder.load(Bundle.open(folder));
        VectorCache cache = VectorCache.open(Path.of("target/learn/vectors.db"))) {
      Room model = new Room(encoder, cache);
      Room words = new Room(null, cache);
      Weights old = Weights.shipped();
      Priors before = new Priors(ConfidenceFit.prior(true), ConfidenceFit.prior(false));
      System.out.println("the fusion");
      One withModel = FusionLearner.learn(model, learn, old, false);
      One withWords = FusionLearner.learn(words, learn, old, false);
      List<Exam> many =
          exams.stream().filter(exam -> !exam.develop() && votes(model.open(exam, old))).toList();
      System.out.println("votes in " + many.stream().map(Exam::name).toList());
      One withVotes = FusionLearner.learn(model, many, old, true);
      Weights weights = new Weights(withModel, withVotes, withWords);
      System.out.println("the confidence");
      Priors after =
          new Priors(
              // The prior is for FAQs that know little of themselves: those without votes.
              ConfidenceLearner.learn(model, learn, new Weights(withModel, withModel, withWords)),
              ConfidenceLearner.learn(words, learn, weights));
      print("model, before", model, develop, old, before.model(), builtIn);
      print("model, after", model, develop, weights, after.model(), builtIn);
      print("words, before", words, develop, old, before.words(), builtIn);
      print("words, after", words, develop, weights, after.words(), builtIn);
      LearntFiles.writeFusion(LearntFiles.FUSION, FUSION, weights);
      LearntFiles.writeConfidence(LearntFiles.CONFIDENCE, CONFIDENCE, after.model(), after.words());
    }
  }

  /** Whether the phrasings of the exam's FAQ vote. */
  private static boolean votes(Room.Sitting sitting) {
    return sitting.signals(sitting.exam().asks().getFirst()).values().stream()
        .anyMatch(signals -> signals[FusionAccess.VOTES] != 0);
  }

  private static void print(
      String title,
      Room room,
      List<Exam> exams,
      Weights weights,
      Confidence prior,
      BuiltIn builtIn) {
    System.out.println("\n" + title + "\n" + Figures.HEADER);
    List<Figures> all = new ArrayList<>();
    for (Exam exam : exams) {
      Figures figures = Figures.of(room, exam, weights, prior, builtIn);
      all.add(figures);
      System.out.println(figures.row(exam.name()));
    }
    System.out.println(Figures.mean(all).row("mean"));
  }
}

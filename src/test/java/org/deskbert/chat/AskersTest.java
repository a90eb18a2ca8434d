package org.deskbert.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqFiles;
import org.deskbert.intent.BuiltIn;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.junit.jupiter.api.Test;

/** The same reply to the last digit, whatever the number of threads and askers. */
class AskersTest {
  private static final int ASKERS = 8;

  @Test
  void eightAskersGetTheRepliesOfOne() throws Exception {
    Faq faq = new Faq("it", FaqFiles.read(Path.of("assets/faqs/it.csv"), false).entries());
    BuiltIn builtIn = BuiltIn.load(Path.of("assets/intents"));
    try (OnnxEncoder encoder = OnnxEncoder.load(Bundle.open(Path.of("models/deskbert-small")))) {
      Assistant one = assistant(faq, builtIn, encoder, 1);
      Assistant shared = assistant(faq, builtIn, encoder, 3);
      assertEquals(one.answerAt(), shared.answerAt());
      List<String> questions = questions(faq, builtIn);
      Map<String, String> alone = new ConcurrentHashMap<>();
      questions.forEach(question -> alone.put(question, text(one.reply(question))));
      CountDownLatch start = new CountDownLatch(ASKERS);
      List<Future<Integer>> asking = new ArrayList<>();
      try (ExecutorService pool = Executors.newFixedThreadPool(ASKERS)) {
        for (int asker = 0; asker < ASKERS; asker++) {
          List<String> mixed = new ArrayList<>(questions);
          Collections.shuffle(mixed, new Random(asker));
          asking.add(pool.submit(() -> ask(shared, mixed, alone, start)));
        }
      }
      for (Future<Integer> asker : asking) {
        assertEquals(questions.size(), asker.get());
      }
      assertTrue(questions.size() > 100);
    }
  }

  private static int ask(
      Assistant assistant,
      List<String> questions,
      Map<String, String> expected,
      CountDownLatch start)
      throws InterruptedException {
    start.countDown();
    start.await();
    int same = 0;
    for (String question : questions) {
      assertEquals(expected.get(question), text(assistant.reply(question)));
      same++;
    }
    return same;
  }

  /** Typed badly, of several parts, small talk, and what no FAQ answers. */
  private static List<String> questions(Faq faq, BuiltIn builtIn) {
    List<String> questions = new ArrayList<>(builtIn.outOfScope().subList(0, 20));
    builtIn.examples().stream().limit(20).forEach(example -> questions.add(example.text()));
    for (int i = 0; i + 1 < faq.entries().size(); i += 2) {
      String first = faq.entries().get(i).question();
      questions.add(Typos.mistype(first));
      questions.add("Hello! " + first + " And also: " + faq.entries().get(i + 1).question());
    }
    return questions.stream().distinct().toList();
  }

  /** All of a reply but its times. */
  private static String text(Reply reply) {
    String all = reply.outcome() + " " + reply.explanation() + " " + reply.offered();
    return all.replaceAll("Timings\\[nanos=\\{[^}]*}, totalNanos=\\d+]", "");
  }

  private static Assistant assistant(Faq faq, BuiltIn builtIn, OnnxEncoder encoder, int threads) {
    VectorCache cache = VectorCache.inMemory();
    FaqIndex index =
        FaqIndex.build(List.of(faq), encoder, cache, LocalDate.EPOCH, threads, Progress.NONE);
    Confidence confidence =
        ConfidenceFit.fit(index, encoder, builtIn, cache, threads, Progress.NONE);
    SmallTalk talk = SmallTalk.train(builtIn, index, encoder, cache, threads, Progress.NONE);
    SmallTalk stored =
        SmallTalk.train(builtIn, index, encoder, cache, talk.curve(), threads, Progress.NONE);
    return new Assistant(index, encoder, confidence, threads == 1 ? talk : stored, Policy.DEFAULT);
  }
}

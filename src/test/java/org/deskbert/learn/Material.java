package org.deskbert.learn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deskbert.eval.LabelledText;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqFiles;
import org.deskbert.intent.BuiltIn;
import org.deskbert.intent.Example;
import org.deskbert.learn.Exam.Ask;

/**
 * Makes exams of the public sets and the sample FAQs. The development split is a third of the
 * entries of StackFAQ, the whole of HWU64, the sample {@code hr}, and the questions that the
 * project wrote for its samples; the rest is learnt from.
 */
final class Material {
  private static final int OTHERS = 2_500;
  private static final int SEED = 20;

  private final Path data;
  private final List<String> clincOutside;

  /** Texts that no FAQ answers, one half to learn from, the other for the development split. */
  private final List<String> unanswered;

  private final List<String> unansweredToo;
  private final Map<String, List<String>> banking;
  private final Map<String, List<String>> clinc;
  private final Map<String, List<String>> hwu;

  Material(Path data, BuiltIn builtIn) throws IOException, FaqException {
    this.data = data;
    this.banking = shuffled(Sources.banking(data));
    this.clinc = shuffled(Sources.clinc(data));
    this.clincOutside = clinc.remove("oos");
    this.hwu = shuffled(Sources.hwu(data));
    List<String> texts =
        Stream.of(
                builtIn.outOfScope().stream(),
                builtIn.examples().stream().map(Example::text),
                clincOutside.stream())
            .flatMap(source -> source)
            .toList();
    this.unanswered = half(texts, 0);
    this.unansweredToo = half(texts, 1);
  }

  /** All exams. */
  List<Exam> exams() throws IOException, FaqException {
    List<Exam> exams = new ArrayList<>();
    exams.addAll(stackFaq("StackFAQ", 0, false, false));
    exams.addAll(stackFaq("StackFAQ with answers", 0, true, false));
    exams.addAll(stackFaq("StackFAQ, 4 phrasings", 3, true, false));
    exams.addAll(stackFaq("StackFAQ among others", 0, false, true));
    for (int phrasings : new int[] {1, 5}) {
      String each = ", " + phrasings + " each";
      exams.add(intents("BANKING77" + each, false, banking, phrasings, 8, unanswered));
      exams.add(intents("CLINC150" + each, false, clinc, phrasings, 4, clincOutside));
      // Greetings, jokes and the weather are intents of HWU64.
      exams.add(intents("HWU64" + each, true, hwu, phrasings, 8, List.of()));
    }
    for (String name : List.of("it", "shop", "hr")) {
      Faq faq = sample(name);
      exams.add(leaveOneOut(faq));
      exams.add(written(faq));
    }
    return exams;
  }

  /**
   * Exams as in the traffic of live bots: few intents have many examples, many have few, 5 to 30.
   */
  List<Exam> unequal() {
    List<Exam> exams = new ArrayList<>();
    exams.addAll(unequal("BANKING77", false, banking, 2, unanswered));
    exams.addAll(unequal("CLINC150", false, clinc, 3, clincOutside));
    // Texts of HWU64 are close to those that no other FAQ answers.
    exams.addAll(unequal("HWU64", true, hwu, 2, List.of()));
    return exams;
  }

  private static List<Exam> unequal(
      String name,
      boolean develop,
      Map<String, List<String>> texts,
      int parts,
      List<String> outside) {
    IntUnaryOperator phrasings = place -> Math.clamp(Math.round(60 / Math.sqrt(place + 1)), 5, 30);
    List<Map<String, List<String>>> split =
        Stream.generate(() -> (Map<String, List<String>>) new LinkedHashMap<String, List<String>>())
            .limit(parts)
            .toList();
    int place = 0;
    for (var intent : texts.entrySet()) {
      split.get(place++ % parts).put(intent.getKey(), intent.getValue());
    }
    return IntStream.range(0, parts)
        .mapToObj(part ->
            intents(
                name + ", unequal " + (part + 1),
                develop,
                split.get(part),
                phrasings,
                8,
                outside,
                1.0 / parts))
        .toList();
  }

  /**
   * The entries of StackFAQ, each with {@code more} of its paraphrases as phrasings and the rest as
   * questions.
   */
  private List<Exam> stackFaq(String name, int more, boolean answers, boolean among)
      throws IOException, FaqException {
    List<Entry> entries = new ArrayList<>();
    List<Ask> learn = new ArrayList<>();
    List<Ask> develop = new ArrayList<>();
    for (Sources.Stack stack : Sources.stackFaq(data)) {
      List<String> phrasings = new ArrayList<>(List.of(stack.question()));
      phrasings.addAll(stack.queries().subList(0, more));
      String id = "stack-" + stack.id();
      entries.add(entry(id, phrasings, answers ? stack.answers().getFirst() : ""));
      for (String query : stack.queries().subList(more, stack.queries().size())) {
        (stack.id() % 3 == 2 ? develop : learn).add(new Ask(query, id));
      }
    }
    if (among) {
      entries.addAll(others());
    }
    Faq faq = new Faq("stack", entries);
    return List.of(
        new Exam(name, false, faq, Exam.withTypos(learn), unanswered, 1),
        new Exam(name, true, faq, Exam.withTypos(develop), unansweredToo, 1));
  }

  /** Entries that have nothing to do with StackFAQ. */
  private List<Entry> others() throws IOException, FaqException {
    List<Entry> others = new ArrayList<>();
    for (String name : List.of("it", "shop", "hr")) {
      for (Entry entry : sample(name).entries()) {
        others.add(entry(name + "-" + entry.id(), entry.phrasings(), entry.answer()));
      }
    }
    List<String> texts = new ArrayList<>();
    for (Map<String, List<String>> set : List.of(banking, clinc, hwu)) {
      set.values().forEach(texts::addAll);
    }
    Collections.shuffle(texts, new Random(SEED));
    for (int i = 0; others.size() < OTHERS; i++) {
      others.add(entry("other-" + i, List.of(texts.get(i)), ""));
    }
    return others;
  }

  /** The first texts of each intent are its phrasings, the next ones are asked. */
  private static Exam intents(
      String name,
      boolean develop,
      Map<String, List<String>> texts,
      int phrasings,
      int asked,
      List<String> outside) {
    double weight = phrasings == 1 ? 0.25 : 0.5;
    return intents(name, develop, texts, place -> phrasings, asked, outside, weight);
  }

  private static Exam intents(
      String name,
      boolean develop,
      Map<String, List<String>> texts,
      IntUnaryOperator phrasings,
      int asked,
      List<String> outside,
      double weight) {
    List<Entry> entries = new ArrayList<>();
    List<Ask> asks = new ArrayList<>();
    texts.forEach((intent, all) -> {
      int own = Math.min(phrasings.applyAsInt(entries.size()), all.size() - 1);
      entries.add(entry(intent, all.subList(0, own), ""));
      all.stream().skip(own).limit(asked).forEach(text -> asks.add(new Ask(text, intent)));
    });
    Faq faq = new Faq("intents", entries);
    return new Exam(name, develop, faq, Exam.withTypos(asks), outside, weight);
  }

  private Exam leaveOneOut(Faq faq) {
    List<Ask> asks = new ArrayList<>();
    int number = 0;
    for (Entry entry : faq.entries()) {
      for (String text : entry.phrasings()) {
        if (entry.phrasings().size() > 1) {
          asks.add(new Ask(text, entry.id(), number, false));
        }
        number++;
      }
    }
    boolean develop = faq.name().equals("hr");
    List<String> outside = develop ? unansweredToo : unanswered;
    return new Exam("sample " + faq.name(), develop, faq, Exam.withTypos(asks), outside, 0.75);
  }

  /** Questions that the project wrote for a sample; without an id they are outside of it. */
  private Exam written(Faq faq) throws FaqException {
    Path file = Path.of("src/test/resources/questions/develop", faq.name() + ".csv");
    List<Ask> asks = new ArrayList<>();
    List<String> outside = new ArrayList<>();
    for (LabelledText row : LabelledText.readTests(file)) {
      if (row.label().isEmpty()) {
        outside.add(row.text());
      } else {
        asks.add(new Ask(row.text(), row.label()));
      }
    }
    return new Exam("written for " + faq.name(), true, faq, Exam.withTypos(asks), outside, 1);
  }

  private static Faq sample(String name) throws FaqException {
    return new Faq(name, FaqFiles.read(Path.of("assets/faqs", name + ".csv"), false).entries());
  }

  private static Entry entry(String id, List<String> phrasings, String answer) {
    return new Entry(id, phrasings, answer, "", List.of(), null, null);
  }

  private static List<String> half(List<String> texts, int first) {
    return IntStream.range(0, texts.size())
        .filter(i -> i % 2 == first)
        .mapToObj(texts::get)
        .toList();
  }

  private static Map<String, List<String>> shuffled(Map<String, List<String>> texts) {
    texts.values().forEach(list -> Collections.shuffle(list, new Random(SEED)));
    return texts;
  }
}

package org.deskbert.learn;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deskbert.eval.LabelledText;
import org.deskbert.faq.FaqException;

/** Reads the public sets; of each only what may be learnt from, never a test split. */
final class Sources {
  private static final Gson GSON = new Gson();

  private Sources() {}

  /** A question of StackFAQ with its paraphrases and answers. */
  record Stack(int id, String question, List<String> queries, List<String> answers) {}

  private record Clinc(List<List<String>> train, List<List<String>> oos_train) {}

  /** Lines 2, 4, 6, …; the others are for tests (StackFaqTest) and are not even parsed. */
  static List<Stack> stackFaq(Path data) throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("stackfaq/stackfaq.jsonl"));
    List<Stack> even = new ArrayList<>();
    for (int i = 1; i < lines.size(); i += 2) {
      even.add(GSON.fromJson(lines.get(i), Stack.class));
    }
    return even;
  }

  /** Texts by intent. */
  static Map<String, List<String>> banking(Path data) throws IOException, FaqException {
    String csv = Files.readString(data.resolve("banking77/train.csv"));
    Path file = Files.createTempFile("banking", ".csv");
    try {
      Files.writeString(file, csv.replaceFirst("text,category", "text,intent"));
      return byLabel(LabelledText.readIntents(file));
    } finally {
      Files.delete(file);
    }
  }

  /** Texts by intent. */
  static Map<String, List<String>> hwu(Path data) throws IOException {
    List<String> texts = Files.readAllLines(data.resolve("hwu64/train/seq.in"));
    List<String> labels = Files.readAllLines(data.resolve("hwu64/train/label"));
    List<LabelledText> rows = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      rows.add(new LabelledText(texts.get(i), labels.get(i)));
    }
    return byLabel(rows);
  }

  /** Texts by intent; those without one have the label {@code oos}. */
  static Map<String, List<String>> clinc(Path data) throws IOException {
    String json = Files.readString(data.resolve("clinc150/data_full.json"));
    Clinc clinc = GSON.fromJson(json, Clinc.class);
    List<List<String>> rows = new ArrayList<>(clinc.train());
    rows.addAll(clinc.oos_train());
    return byLabel(rows.stream().map(row -> new LabelledText(row.get(0), row.get(1))).toList());
  }

  private static Map<String, List<String>> byLabel(List<LabelledText> rows) {
    Map<String, List<String>> byLabel = new LinkedHashMap<>();
    for (LabelledText row : rows) {
      byLabel.computeIfAbsent(row.label(), label -> new ArrayList<>()).add(row.text());
    }
    return byLabel;
  }
}

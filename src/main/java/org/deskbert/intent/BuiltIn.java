package org.deskbert.intent;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The intents that the program ships: small talk, the wish for a person, and texts that no FAQ
 * answers.
 *
 * @param examples texts with their intent
 * @param replies what to say for each intent, at least one each
 * @param outOfScope questions that no FAQ should answer
 * @param wordings texts in other languages with their intent: known as they stand, not learnt from,
 *     because no model is sure to know their language
 * @param moods texts that sound {@code frustrated}, {@code urgent} or {@code neutral}
 */
public record BuiltIn(
    List<Example> examples,
    Map<String, List<String>> replies,
    List<String> outOfScope,
    List<Example> wordings,
    List<Example> moods) {
  /** The intent of somebody who wants a person. */
  public static final String HAND_OFF = "hand_off";

  /** The name under which everything that is no intent is reported: a question for the FAQ. */
  public static final String FAQ = "faq";

  /** No intents at all. */
  public static final BuiltIn NONE = new BuiltIn(List.of(), Map.of(), List.of());

  /** Without wordings and moods. */
  public BuiltIn(
      List<Example> examples, Map<String, List<String>> replies, List<String> outOfScope) {
    this(examples, replies, outOfScope, List.of(), List.of());
  }

  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  /**
   * Reads {@code intents.csv} and {@code wordings.csv} (text,intent), {@code replies.csv}
   * (intent,reply), {@code out-of-scope.txt} (a text a line) and {@code sentiment.csv} (text,label)
   * from {@code folder}.
   *
   * @throws IOException if one of them is missing or can't be read
   */
  public static BuiltIn load(Path folder) throws IOException {
    List<Example> examples = examples(folder.resolve("intents.csv"), "intent");
    Map<String, List<String>> replies = replies(folder.resolve("replies.csv"));
    List<String> outOfScope =
        Files.readAllLines(folder.resolve("out-of-scope.txt"), StandardCharsets.UTF_8).stream()
            .filter(line -> !line.isBlank())
            .toList();
    List<Example> wordings = examples(folder.resolve("wordings.csv"), "intent");
    List<Example> moods = examples(folder.resolve("sentiment.csv"), "label");
    return new BuiltIn(examples, replies, outOfScope, wordings, moods);
  }

  private static List<Example> examples(Path file, String label) throws IOException {
    return rows(file).stream().map(row -> new Example(row.get("text"), row.get(label))).toList();
  }

  /**
   * What is said in another language, by intent: {@code replies_de.csv} and so on; nothing where
   * there is no such file.
   *
   * @throws IOException if there is one, but it can't be read
   */
  public static Map<String, List<String>> replies(Path folder, Locale language) throws IOException {
    Path file = folder.resolve("replies_" + language.getLanguage() + ".csv");
    return Files.exists(file) ? replies(file) : Map.of();
  }

  private static Map<String, List<String>> replies(Path file) throws IOException {
    Map<String, List<String>> replies = new HashMap<>();
    for (CSVRecord row : rows(file)) {
      replies.computeIfAbsent(row.get("intent"), i -> new ArrayList<>()).add(row.get("reply"));
    }
    return Map.copyOf(replies);
  }

  private static List<CSVRecord> rows(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return CSV.parse(reader).getRecords();
    }
  }
}

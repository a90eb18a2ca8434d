package org.deskbert.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the questions and answers of Botpress 12: the export {@code {"qnas":[{"id","data"}],
 * "contentElements":[…]}}, or the file of one question as it lies in a bot.
 */
final class BotpressReader {
  private final String file;
  private final Drafts drafts;
  private final Map<String, String> contents = new HashMap<>();
  private final Set<String> ids = new java.util.HashSet<>();
  private final Slugs slugs = new Slugs();
  private String language = "en";
  private int variants;

  private BotpressReader(String file, Drafts drafts) {
    this.file = file;
    this.drafts = drafts;
  }

  /** Whether the text is such a file: pairs with their texts in a member {@code data}. */
  static boolean fits(String text) {
    return text.contains("\"data\"")
        && text.contains("\"questions\"")
        && JsonTree.hasMember(
            text, name -> name.equals("qnas") || name.equals("data") || name.equals("id"));
  }

  /** Reads all pairs into {@code drafts}. */
  static void read(String file, Tree tree, Drafts drafts) throws FaqException {
    BotpressReader reader = new BotpressReader(file, drafts);
    for (Tree content : tree.get("contentElements").items()) {
      reader.content(content);
    }
    List<Tree> pairs = new ArrayList<>(tree.get("qnas").items());
    pairs.addAll(tree.items());
    if (!tree.get("data").members().isEmpty()) {
      pairs.add(tree);
    }
    reader.chooseLanguage(pairs);
    for (Tree pair : pairs) {
      reader.pair(pair);
    }
    if (pairs.isEmpty()) {
      throw new FaqException(
          file + " has no questions. Export the Q&A module of the bot again, with its entries.");
    }
    if (reader.variants > 0) {
      reader.note(
          0,
          "answer-variants",
          "",
          Sentence.of("answer-variants", reader.variants),
          Sentence.of("answer-variants.todo"));
    }
  }

  private void content(Tree content) {
    Tree form = content.get("formData");
    for (Map.Entry<String, Tree> field : form.members().entrySet()) {
      if (field.getKey().equals("text") || field.getKey().startsWith("text$")) {
        contents.putIfAbsent(content.text("id"), field.getValue().text());
      }
    }
  }

  /** The language that most of the pairs have; English if several do. */
  private void chooseLanguage(List<Tree> pairs) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Tree pair : pairs) {
      for (String each : pair.get("data").get("questions").members().keySet()) {
        counts.merge(each, 1, Integer::sum);
      }
    }
    int best = counts.getOrDefault(language, 0);
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (count.getValue() > best) {
        best = count.getValue();
        language = count.getKey();
      }
    }
    if (counts.size() > 1) {
      note(
          0,
          "other-languages",
          "",
          Sentence.of("other-languages", String.join(", ", counts.keySet()), language),
          Sentence.of("other-languages.todo"));
    }
  }

  private void pair(Tree pair) throws FaqException {
    Tree data = pair.get("data");
    List<String> questions = texts(data.get("questions"));
    List<String> answers = new ArrayList<>(texts(data.get("answers")));
    answers.addAll(data.get("answer").texts());
    String first = questions.isEmpty() ? pair.text("id") : questions.getFirst();
    if (data.text("enabled").equalsIgnoreCase("false")) {
      drafts.countRow(file);
      left(pair, Sentence.of("left-out.off", Text.shorten(first, 60)));
      return;
    }
    if (answers.isEmpty() && data.text("action").startsWith("redirect")) {
      drafts.countRow(file);
      left(pair, Sentence.of("left-out.flow", Text.shorten(first, 60)));
      return;
    }
    variants += Math.max(0, answers.size() - 1);
    String id = Text.line(pair.text("id")).replace('|', '/');
    String category =
        data.get("contexts").texts().stream()
            .filter(c -> !c.equals("global"))
            .findFirst()
            .orElse(data.text("category").equals("global") ? "" : data.text("category"));
    drafts.add(
        new Draft(
            new Draft.Place(file, pair.line()),
            id.isEmpty() || !ids.add(id) ? slugs.next(first) : id,
            questions,
            answers.isEmpty() ? "" : resolve(answers.getFirst()),
            category,
            List.of(),
            "",
            ""));
  }

  /** The texts in the chosen language, else in the first one there is. */
  private List<String> texts(Tree tree) {
    List<String> chosen = tree.get(language).texts();
    if (!chosen.isEmpty()) {
      return chosen;
    }
    for (Tree other : tree.members().values()) {
      if (!other.texts().isEmpty()) {
        return other.texts();
      }
    }
    return tree.texts();
  }

  /** {@code #!builtin_text-…} stands for a text that lies elsewhere in the file. */
  private String resolve(String answer) {
    return answer.startsWith("#!") ? contents.getOrDefault(answer.substring(2), "") : answer;
  }

  private void left(Tree pair, Sentence why) {
    note(pair.line(), "left-out", Text.line(pair.text("id")), why, Sentence.of("left-out.todo"));
  }

  private void note(int line, String kind, String entry, Sentence what, Sentence todo) {
    drafts.note(Problem.Severity.NOTE, kind, new Draft.Place(file, line), 0, entry, what, todo);
  }
}

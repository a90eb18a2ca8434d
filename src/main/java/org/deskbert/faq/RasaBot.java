package org.deskbert.faq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the files of a Rasa bot say, gathered until all are read: the examples of each intent, the
 * texts of each response, and which intent a rule answers with which response.
 */
final class RasaBot {
  // [Berlin](city) and [Berlin]{"entity": "city"} name what is Berlin.
  private static final Pattern ENTITY =
      Pattern.compile("\\[([^\\]\\[]*)](?:\\([^()]*\\)|\\{[^{}]*\\})");

  /** An intent with where it stands and what people say. */
  private record Intent(Draft.Place place, List<String> examples) {}

  private final String file;
  private final Map<String, Intent> intents = new LinkedHashMap<>();
  private final Map<String, Set<String>> responses = new LinkedHashMap<>();
  private final Map<String, Set<String>> rules = new LinkedHashMap<>();

  RasaBot(String file) {
    this.file = file;
  }

  /** Says of an intent what people say; several files may add to it. */
  void intent(String name, Draft.Place place, List<String> examples) {
    List<String> all =
        intents.computeIfAbsent(name, n -> new Intent(place, new ArrayList<>())).examples();
    for (String example : examples) {
      String plain = Text.line(ENTITY.matcher(example).replaceAll("$1"));
      if (!plain.isEmpty()) {
        all.add(plain);
      }
    }
  }

  /** Says of a response, by its name {@code utter_…}, what its wordings are. */
  void response(String name, List<String> texts) {
    responses.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(texts);
  }

  /** Says that a rule answers an intent with a response. */
  void rule(String intent, String response) {
    rules.computeIfAbsent(intent, n -> new LinkedHashSet<>()).add(response);
  }

  /** Makes an entry of each intent that has one answer. */
  void addTo(Drafts drafts) throws FaqException {
    Set<String> groups = new LinkedHashSet<>();
    for (String name : intents.keySet()) {
      if (name.contains("/")) {
        groups.add(name.substring(0, name.indexOf('/')));
      }
    }
    int wordings = 0;
    boolean any = false;
    for (Map.Entry<String, Intent> each : intents.entrySet()) {
      String name = each.getKey();
      Intent intent = each.getValue();
      boolean faq = name.contains("/");
      Set<String> texts = faq ? responses.getOrDefault("utter_" + name, Set.of()) : Set.of();
      if (texts.isEmpty()) {
        texts = ruled(name);
      }
      // Other intents are steps of dialogues; an intent of a FAQ has to have its answer.
      if (!faq && texts.isEmpty()) {
        leftOut(drafts, name, intent);
        continue;
      }
      any = true;
      if (texts.isEmpty()) {
        unanswered(drafts, name, intent);
        continue;
      }
      wordings += texts.size() - 1;
      String category = groups.size() > 1 && faq ? name.substring(0, name.indexOf('/')) : "";
      drafts.add(
          new Draft(
              intent.place(),
              name.replace('|', '/'),
              intent.examples(),
              texts.iterator().next(),
              category,
              List.of(),
              "",
              ""));
    }
    if (!any) {
      throw new FaqException(
          file
              + " has no intent with an answer. Import nlu, responses and rules together: choose"
              + " their folder, or a zip of it.");
    }
    if (wordings > 0) {
      drafts.note(
          Problem.Severity.NOTE,
          "answer-variants",
          new Draft.Place(file, 0),
          0,
          "",
          Sentence.of("answer-variants", wordings),
          Sentence.of("answer-variants.todo"));
    }
  }

  private Set<String> ruled(String intent) {
    Set<String> answers = rules.getOrDefault(intent, Set.of());
    return answers.size() == 1
        ? responses.getOrDefault(answers.iterator().next(), Set.of())
        : Set.of();
  }

  private void unanswered(Drafts drafts, String name, Intent intent) throws FaqException {
    drafts.countRow(file);
    drafts.error(
        "no-answer",
        intent.place(),
        0,
        name,
        Sentence.of("no-answer.response", Text.shorten(name, 60)),
        Sentence.of("no-answer.response.todo", "utter_" + Text.shorten(name, 60)));
  }

  private void leftOut(Drafts drafts, String name, Intent intent) throws FaqException {
    drafts.countRow(file);
    int answers = rules.getOrDefault(name, Set.of()).size();
    drafts.note(
        Problem.Severity.NOTE,
        "left-out",
        intent.place(),
        0,
        name,
        answers > 1
            ? Sentence.of("left-out.several", Text.shorten(name, 60))
            : Sentence.of("left-out.no-rule", Text.shorten(name, 60)),
        Sentence.of("left-out.todo"));
  }
}

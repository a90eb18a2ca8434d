package org.deskbert.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the YAML of a Rasa bot: {@code nlu}, {@code responses}, and {@code rules} or {@code
 * stories} that answer one intent with one response.
 */
final class RasaReader {
  private final RasaBot bot;

  private RasaReader(RasaBot bot) {
    this.bot = bot;
  }

  /** Reads one file into {@code bot}. */
  static void read(String file, String text, RasaBot bot) throws FaqException {
    RasaReader reader = new RasaReader(bot);
    for (Tree document : YamlTree.read(file, text)) {
      for (Tree intent : document.get("nlu").items()) {
        reader.intent(file, intent);
      }
      reader.responses(document.get("responses"));
      reader.responses(document.get("templates"));
      document.get("rules").items().forEach(reader::rule);
      document.get("stories").items().forEach(reader::rule);
    }
  }

  private void intent(String file, Tree intent) {
    String name = intent.text("intent").strip();
    if (name.isEmpty()) {
      return; // A synonym, a lookup table or a pattern.
    }
    List<String> examples = new ArrayList<>();
    Tree given = intent.get("examples");
    for (String line : given.text().lines().toList()) {
      String stripped = line.strip();
      examples.add(stripped.startsWith("-") ? stripped.substring(1) : stripped);
    }
    for (Tree item : given.items()) {
      examples.addAll(item.texts());
      examples.add(item.text("text"));
    }
    bot.intent(name, new Draft.Place(file, intent.line()), examples);
  }

  private void responses(Tree responses) {
    for (Map.Entry<String, Tree> response : responses.members().entrySet()) {
      List<String> texts = new ArrayList<>(response.getValue().texts());
      for (Tree wording : response.getValue().items()) {
        String text = wording.text("text");
        String image = wording.text("image").strip();
        String picture = image.isEmpty() ? "" : "![](" + image.replace(" ", "%20") + ")";
        String both = (text.strip() + "\n\n" + picture).strip();
        if (!both.isEmpty()) {
          texts.add(both);
        }
      }
      bot.response(response.getKey(), texts);
    }
  }

  /** Counts only what is nothing but a question and its answer. */
  private void rule(Tree rule) {
    List<Tree> steps = rule.get("steps").items();
    if (steps.size() == 2
        && rule.get("condition").items().isEmpty()
        && !steps.getFirst().text("intent").isEmpty()
        && steps.getLast().text("action").startsWith("utter_")) {
      bot.rule(steps.getFirst().text("intent").strip(), steps.getLast().text("action").strip());
    }
  }
}

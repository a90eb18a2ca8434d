package org.deskbert.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an agent of Dialogflow ES: {@code intents/NAME.json} with the answers and {@code
 * intents/NAME_usersays_LANGUAGE.json} with the questions.
 */
final class DialogflowReader {
  private static final Pattern INTENT = Pattern.compile("(?:.*/)?intents/([^/]+)\\.json");
  private static final Pattern USERSAYS = Pattern.compile("(.+)_usersays_([A-Za-z-]+)");

  private final String file;
  private final Drafts drafts;
  private String language = "";
  private int spare;
  private int variants;

  private DialogflowReader(String file, Drafts drafts) {
    this.file = file;
    this.drafts = drafts;
  }

  /** Whether a part of this name belongs to an agent. */
  static boolean isPart(String name) {
    return INTENT.matcher(name).matches()
        || name.equals("agent.json")
        || name.endsWith("/agent.json");
  }

  /** Reads all intents into {@code drafts}. */
  static void read(String file, Map<String, byte[]> parts, Drafts drafts) throws FaqException {
    new DialogflowReader(file, drafts).agent(parts);
  }

  private void agent(Map<String, byte[]> parts) throws FaqException {
    Map<String, Tree> intents = new LinkedHashMap<>();
    Map<String, Map<String, List<String>>> phrases = new HashMap<>();
    Map<String, Integer> languages = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      String place = file + ", " + part.getKey();
      Tree tree = JsonTree.read(place, Encodings.utf8(place, part.getValue()));
      Matcher name = INTENT.matcher(part.getKey());
      if (!name.matches()) {
        language = tree.text("language").toLowerCase(Locale.ROOT);
        continue;
      }
      Matcher usersays = USERSAYS.matcher(name.group(1));
      if (usersays.matches()) {
        String spoken = usersays.group(2).toLowerCase(Locale.ROOT);
        languages.merge(spoken, tree.items().size(), Integer::sum);
        phrases
            .computeIfAbsent(usersays.group(1), intent -> new LinkedHashMap<>())
            .put(spoken, phrases(tree));
      } else {
        intents.put(part.getKey(), tree);
      }
    }
    if (!languages.containsKey(language)) {
      language =
          languages.entrySet().stream()
              .max(Map.Entry.comparingByValue())
              .map(Map.Entry::getKey)
              .orElse("");
    }
    if (languages.size() > 1) {
      note(
          new Draft.Place(file, 0),
          "other-languages",
          "",
          Sentence.of("other-languages", String.join(", ", languages.keySet()), language),
          Sentence.of("other-languages.todo"));
    }
    for (Map.Entry<String, Tree> intent : intents.entrySet()) {
      Matcher name = INTENT.matcher(intent.getKey());
      String stem = name.matches() ? name.group(1) : "";
      intent(
          new Draft.Place(file + ", " + intent.getKey(), 1),
          intent.getValue(),
          phrases.getOrDefault(stem, Map.of()).getOrDefault(language, List.of()));
    }
    if (variants > 0) {
      note(
          new Draft.Place(file, 0),
          "answer-variants",
          "",
          Sentence.of("answer-variants", variants),
          Sentence.of("answer-variants.todo"));
    }
  }

  /** A phrase is cut in pieces where it names things. */
  private static List<String> phrases(Tree usersays) {
    List<String> phrases = new ArrayList<>();
    for (Tree phrase : usersays.items()) {
      StringBuilder text = new StringBuilder();
      for (Tree piece : phrase.get("data").items()) {
        text.append(piece.text("text"));
      }
      phrases.add(text.toString());
    }
    return phrases;
  }

  private void intent(Draft.Place place, Tree intent, List<String> phrases) throws FaqException {
    String name = Text.line(intent.text("name")).replace('|', '/');
    String id = Text.line(intent.text("id"));
    String entry = name.isEmpty() ? id : name;
    StringBuilder answer = new StringBuilder();
    spare = 0;
    List<String> asked = phrases.isEmpty() ? phrases(intent.get("userSays")) : phrases;
    for (Tree response : intent.get("responses").items()) {
      answer.append(answer.isEmpty() ? answer(response) : "");
    }
    boolean fallback = intent.isTrue("fallbackIntent");
    if (fallback || asked.isEmpty() || answer.isEmpty()) {
      drafts.countRow(file);
      note(
          place,
          "left-out",
          entry,
          fallback
              ? Sentence.of("left-out.fallback", Text.shorten(entry, 60))
              : asked.isEmpty()
                  ? Sentence.of("left-out.no-phrases", Text.shorten(entry, 60))
                  : Sentence.of("left-out.no-text", Text.shorten(entry, 60)),
          Sentence.of("left-out.todo"));
      return;
    }
    variants += spare;
    drafts.prompts.name(file, id, entry);
    if (!intent.text("parentId").isBlank()) {
      drafts.prompts.add(new Draft.Place(file, 0), intent.text("parentId"), id);
    }
    drafts.add(new Draft(place, entry, asked, answer.toString(), "", List.of(), "", ""));
    filledIn(place, intent, entry, answer.toString());
  }

  /** Notes what the agent put into the answer from what was asked. */
  private void filledIn(Draft.Place place, Tree intent, String entry, String answer) {
    List<String> found = new ArrayList<>();
    for (Tree response : intent.get("responses").items()) {
      for (Tree parameter : response.get("parameters").items()) {
        String name = "$" + parameter.text("name");
        if (name.length() > 1 && answer.contains(name)) {
          found.add(name);
        }
      }
    }
    if (!found.isEmpty()) {
      note(
          place,
          "filled-in",
          entry,
          Sentence.of(
              "filled-in", Text.shorten(entry, 60), Text.shorten(String.join(", ", found), 60)),
          Sentence.of("filled-in.todo"));
    }
  }

  /** What is said everywhere; else what is said on some platform; else the old way to say it. */
  private String answer(Tree response) {
    StringBuilder everywhere = new StringBuilder();
    StringBuilder somewhere = new StringBuilder();
    for (Tree message : response.get("messages").items()) {
      message(message, message.text("platform").isEmpty() ? everywhere : somewhere);
    }
    if (!everywhere.isEmpty()) {
      return everywhere.toString();
    }
    List<String> speech = response.get("speech").texts();
    return somewhere.isEmpty() && !speech.isEmpty() ? speech.getFirst() : somewhere.toString();
  }

  private void message(Tree message, StringBuilder answer) {
    String spoken = message.text("lang").toLowerCase(Locale.ROOT);
    if (!spoken.isEmpty() && !main(spoken).equals(main(language))) {
      return;
    }
    switch (message.text("type")) {
      case "0", "message", "simple_response" -> {
        List<String> speech = new ArrayList<>(message.get("speech").texts());
        speech.addAll(message.get("textToSpeech").texts());
        speech.removeIf(String::isBlank);
        add(answer, speech.isEmpty() ? "" : speech.getFirst());
        spare += Math.max(0, Set.copyOf(speech).size() - 1);
      }
      case "1" -> {
        add(answer, bold(message.text("title")));
        add(answer, message.text("subtitle"));
        for (Tree button : message.get("buttons").items()) {
          String target = button.text("postback");
          add(
              answer,
              target.startsWith("http")
                  ? "[" + button.text("text") + "](" + target + ")"
                  : button.text("text"));
        }
      }
      case "2" -> {
        add(answer, message.text("title"));
        add(
            answer,
            String.join("\n", message.get("replies").texts().stream().map(r -> "- " + r).toList()));
      }
      default -> {
        // Pictures and what only a certain messenger shows.
      }
    }
  }

  /** {@code en} of {@code en-us}. */
  private static String main(String language) {
    return language.substring(0, (language + "-").indexOf('-'));
  }

  private static String bold(String text) {
    return text.isBlank() ? "" : "**" + text.strip() + "**";
  }

  private static void add(StringBuilder answer, String text) {
    if (!text.isBlank()) {
      answer.append(answer.isEmpty() ? "" : "\n\n").append(text.strip());
    }
  }

  private void note(Draft.Place place, String kind, String entry, Sentence what, Sentence todo) {
    drafts.note(Problem.Severity.NOTE, kind, place, 0, entry, what, todo);
  }
}

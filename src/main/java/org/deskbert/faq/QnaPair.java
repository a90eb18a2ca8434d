package org.deskbert.faq;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pair of QnA Maker or of its successor, Custom Question Answering, from whichever of their
 * files.
 *
 * @param id the file's own, empty if it has none
 * @param metadata {@code category}, {@code tags}, {@code until} and {@code id} are the entry's;
 *     what else there is becomes a tag {@code name:value}
 * @param prompts ids of the pairs that are offered below the answer
 */
record QnaPair(
    Draft.Place place,
    String id,
    List<String> questions,
    String answer,
    Map<String, String> metadata,
    List<String> prompts) {

  /** Makes a draft of it. */
  void addTo(Drafts drafts) throws FaqException {
    String entry = id;
    String category = "";
    String until = "";
    List<String> tags = new ArrayList<>();
    for (Map.Entry<String, String> fact : metadata.entrySet()) {
      String value = fact.getValue();
      switch (fact.getKey().strip().toLowerCase(java.util.Locale.ROOT)) {
        case "id" -> entry = Text.line(value);
        case "category" -> category = value;
        case "tags", "tag" -> tags.addAll(List.of(value.split(",", -1)));
        case "until" -> {
          if (isDate(value)) {
            until = value;
          } else {
            tags.add("until:" + value);
          }
        }
        default -> tags.add(fact.getKey().strip() + ":" + value.strip());
      }
    }
    String name = id.isEmpty() ? entry : id;
    if (!name.isEmpty()) {
      drafts.prompts.name(place.file(), name, entry);
      for (String prompt : prompts) {
        drafts.prompts.add(place, name, prompt);
      }
    }
    // A comma would part a tag in two.
    List<String> whole = tags.stream().map(tag -> tag.replace(',', ';')).toList();
    drafts.add(new Draft(place, entry, questions, answer, category, whole, "", until));
  }

  /** The metadata in a cell: {@code name:value|name:value}, or as JSON. */
  static Map<String, String> metadata(String cell) throws FaqException {
    String text = cell.strip();
    if (text.startsWith("[") || text.startsWith("{")) {
      return metadata(JsonTree.read("", text));
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    for (String fact : facts(text)) {
      int colon = fact.indexOf(':');
      if (colon > 0 && colon + 1 < fact.length()) {
        metadata.putIfAbsent(fact.substring(0, colon), fact.substring(colon + 1));
      } else if (!fact.isBlank()) {
        metadata.putIfAbsent("tags", fact);
      }
    }
    return metadata;
  }

  /** The pieces between bars; {@code \\|} is a bar and {@code \\\\} a backslash. */
  private static List<String> facts(String cell) {
    List<String> facts = new ArrayList<>();
    StringBuilder fact = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean escape = c == '\\' && i + 1 < cell.length() && "\\|".indexOf(cell.charAt(i + 1)) >= 0;
      if (escape) {
        fact.append(cell.charAt(++i));
      } else if (c == '|') {
        facts.add(fact.toString());
        fact.setLength(0);
      } else {
        fact.append(c);
      }
    }
    facts.add(fact.toString());
    return facts;
  }

  /** A value that stays one piece. */
  static String escape(String value) {
    return value.replace("\\", "\\\\").replace("|", "\\|");
  }

  /** The metadata of JSON: a list of names and values, or an object. */
  static Map<String, String> metadata(Tree tree) {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Tree fact : tree.items()) {
      metadata.putIfAbsent(fact.text("name"), fact.text("value"));
    }
    tree.members().forEach((name, value) -> metadata.putIfAbsent(name, value.text()));
    metadata.remove("");
    return metadata;
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text.strip());
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}

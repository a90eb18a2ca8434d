package org.deskbert.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Markdown of Rasa 1: {@code ## intent:faq/x} with its examples as a list, and in {@code
 * responses.md} stories {@code * faq/x} with the answer below.
 */
final class RasaMarkdown {
  private static final Pattern INTENT = Pattern.compile("\\s*##\\s*intent\\s*:\\s*(\\S.*)");
  private static final Pattern HEADING = Pattern.compile("\\s*#+.*");
  private static final Pattern ASKED = Pattern.compile("\\s*\\*\\s+([\\w.-]+/[\\w./-]+)\\s*");
  private static final Pattern ITEM = Pattern.compile("\\s*-\\s+(.*)");
  private static final Pattern START =
      Pattern.compile(
          "(?m)^[ \\t]*##[ \\t]*intent[ \\t]*:|^[ \\t]*\\*[ \\t]+faq/[\\w./-]+[ \\t]*$");

  private RasaMarkdown() {}

  /** Whether the text begins as such a file. */
  static boolean fits(String text) {
    return START.matcher(text).find();
  }

  /** Reads one file into {@code bot}. */
  static void read(String file, String text, RasaBot bot) {
    String intent = "";
    String asked = "";
    int start = 0;
    List<String> examples = new ArrayList<>();
    StringBuilder answer = new StringBuilder();
    int number = 0;
    for (String line : (text + "\n# end").lines().toList()) {
      number++;
      Matcher heading = INTENT.matcher(line);
      Matcher question = ASKED.matcher(line);
      Matcher item = ITEM.matcher(line);
      if (HEADING.matcher(line).matches() || question.matches()) {
        if (!intent.isEmpty()) {
          bot.intent(intent, new Draft.Place(file, start), examples);
        }
        if (!asked.isEmpty()) {
          bot.response("utter_" + asked, List.of(answer.toString()));
        }
        intent = heading.matches() ? heading.group(1).strip() : "";
        asked = question.matches() ? question.group(1) : "";
        start = number;
        examples = new ArrayList<>();
        answer = new StringBuilder();
      } else if (!intent.isEmpty() && item.matches()) {
        examples.add(item.group(1));
      } else if (!asked.isEmpty()) {
        // The first item begins the answer; the lines below go on with it.
        answer.append(answer.isEmpty() && item.matches() ? item.group(1) : line).append('\n');
      }
    }
  }
}

package org.deskbert.faq;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a text file is: told by its content, and by its ending where that could be several. */
enum FaqKind {
  TABLE,
  MARKDOWN,
  JSON,
  HTML,
  QNA_JSON,
  QNA_MARKDOWN,
  BOTPRESS,
  RASA,
  RASA_MARKDOWN;

  private static final int START = 100_000;

  private static final Pattern PAGE =
      Pattern.compile(
          "<(!doctype\\s+html|html|head|body|main|article|table|div)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern ANSWER = Pattern.compile("\"answer\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern RASA_KEY =
      Pattern.compile("(?m)^(nlu|responses|templates|rules|stories|intents)[ \\t]*:[ \\t]*(#.*)?$");

  /** Whether the text has the parts of a Rasa bot. */
  static boolean isRasa(String text) {
    return RASA_KEY.matcher(text).find();
  }

  /** The kind of a text; {@code extension} in lower case, without the dot. */
  static FaqKind of(String extension, String text) {
    String start = text.substring(0, Math.min(START, text.length()));
    boolean markdown = extension.equals("md") || extension.equals("markdown");
    if (!markdown && PAGE.matcher(behindComments(start)).lookingAt()) {
      return HTML;
    }
    String stripped = start.stripLeading();
    boolean json = stripped.startsWith("{") || stripped.startsWith("[");
    if (extension.equals("json") || (json && !markdown)) {
      return json(text);
    }
    if (RasaMarkdown.fits(start)) {
      return RASA_MARKDOWN;
    }
    if (extension.equals("qna") || (!markdown && QnaMarkdown.fits(start))) {
      return QNA_MARKDOWN;
    }
    return switch (extension) {
      case "csv", "tsv", "tab" -> TABLE;
      case "md", "markdown" -> MARKDOWN;
      case "html", "htm", "xhtml" -> HTML;
      case "yml", "yaml" -> RASA;
      default ->
          RASA_KEY.matcher(start).find() ? RASA : stripped.startsWith("#") ? MARKDOWN : TABLE;
    };
  }

  /** The text from its first tag on: comments and XML's own line may stand above. */
  private static String behindComments(String text) {
    int at = 0;
    while (true) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      String end = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? "?>" : "";
      int found = end.isEmpty() ? -1 : text.indexOf(end, at);
      if (found < 0) {
        return text.substring(at);
      }
      at = found + end.length();
    }
  }

  private static FaqKind json(String text) {
    if (BotpressReader.fits(text)) {
      return BOTPRESS;
    }
    boolean qna =
        JsonTree.hasMember(
            text,
            name -> {
              String lower = name.toLowerCase(Locale.ROOT);
              return QnaJson.LISTS.contains(lower)
                  || lower.equals("assets")
                  || lower.equals("qnaid")
                  || lower.equals("op");
            });
    return qna && ANSWER.matcher(text).find() ? QNA_JSON : JSON;
  }
}

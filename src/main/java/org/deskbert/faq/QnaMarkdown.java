package org.deskbert.faq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the {@code .qna} files of the Bot Framework: {@code # ? question}, phrasings as a list,
 * filters, an answer in a fence, prompts as links to ids or questions, lists of synonyms.
 */
final class QnaMarkdown {
  private static final Pattern QUESTION = Pattern.compile("\\s*#+\\s*\\?\\s*(.*)");
  private static final Pattern ANCHOR =
      Pattern.compile("\\s*<a\\s+id\\s*=\\s*[\"']?([^\"'>]*)[\"']?\\s*>.*");
  private static final Pattern PART =
      Pattern.compile("\\s*\\*+\\s*(Filters|Prompts)\\s*:?\\s*\\*+.*");
  private static final Pattern ITEM = Pattern.compile("\\s*[-*+]\\s+(.*)");
  private static final Pattern FENCE = Pattern.compile("\\s*(```+|~~~+).*");
  private static final Pattern PROMPT = Pattern.compile("\\[.*]\\(#\\s*(\\??)([^)]*)\\).*");
  private static final Pattern SYNONYMS =
      Pattern.compile("\\s*\\$(.+?)\\s*:\\s*qna-alterations?\\s*=\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern START = Pattern.compile("(?m)^[ \\t]*#+[ \\t]*\\?[^\\n]*\\S");

  private enum Part {
    PHRASINGS,
    FILTERS,
    PROMPTS,
    SYNONYMS
  }

  private final String file;
  private final Drafts drafts;
  private Part part = Part.PHRASINGS;
  private String id = "";
  private int line;
  private List<String> questions = new ArrayList<>();
  private Map<String, String> filters = new LinkedHashMap<>();
  private List<String> prompts = new ArrayList<>();
  private StringBuilder answer = new StringBuilder();
  private List<String> synonyms = new ArrayList<>();
  private final Slugs slugs = new Slugs();
  private boolean any;

  private QnaMarkdown(String file, Drafts drafts) {
    this.file = file;
    this.drafts = drafts;
  }

  /** Whether the text has such questions. */
  static boolean fits(String text) {
    return START.matcher(text).find();
  }

  /** Reads all pairs into {@code drafts}. */
  static void read(String file, String text, Drafts drafts) throws FaqException {
    QnaMarkdown reader = new QnaMarkdown(file, drafts);
    List<String> lines = text.lines().toList();
    String fence = null;
    int opened = 0;
    String next = "";
    for (int i = 0; i < lines.size(); i++) {
      String at = lines.get(i);
      Matcher mark = FENCE.matcher(at);
      if (fence != null) {
        if (mark.matches() && at.strip().equals(fence)) {
          fence = null;
        } else {
          reader.answer.append(at).append('\n');
        }
      } else if (mark.matches()) {
        fence = mark.group(1);
        opened = i + 1;
      } else {
        Matcher anchor = ANCHOR.matcher(at);
        Matcher question = QUESTION.matcher(at);
        if (anchor.matches()) {
          next = anchor.group(1).strip();
        } else if (question.matches()) {
          reader.finish();
          reader.id = next;
          reader.line = i + 1;
          reader.questions.add(question.group(1));
          next = "";
        } else {
          reader.line(at, i + 1);
        }
      }
    }
    if (fence != null) {
      drafts.error(
          "open-fence",
          file,
          opened,
          0,
          Sentence.of("open-fence"),
          Sentence.of("open-fence.todo", Text.shorten(fence, 20)));
    }
    reader.finish();
    if (!reader.any) {
      throw new FaqException(
          file + " has no questions. Write each as \"# ? question\" and its answer in a fence.");
    }
  }

  private void line(String at, int number) {
    Matcher named = PART.matcher(at);
    Matcher item = ITEM.matcher(at);
    Matcher group = SYNONYMS.matcher(at);
    if (named.matches()) {
      part = named.group(1).equals("Filters") ? Part.FILTERS : Part.PROMPTS;
    } else if (group.matches()) {
      flushSynonyms();
      part = Part.SYNONYMS;
      line = questions.isEmpty() ? number : line;
      synonyms.add(group.group(1));
    } else if (item.matches()) {
      item(item.group(1).strip());
    }
  }

  private void item(String text) {
    switch (part) {
      case PHRASINGS -> questions.add(text);
      case SYNONYMS -> synonyms.add(text);
      case FILTERS -> {
        int equals = text.indexOf('=');
        if (equals > 0) {
          filters.putIfAbsent(
              text.substring(0, equals).strip(), text.substring(equals + 1).strip());
        }
      }
      case PROMPTS -> {
        Matcher prompt = PROMPT.matcher(text);
        if (prompt.matches()) {
          String target = prompt.group(2).strip();
          prompts.add(prompt.group(1).isEmpty() ? target : key(target));
        }
      }
    }
  }

  private void flushSynonyms() {
    if (synonyms.size() > 1) {
      drafts.addSynonyms(synonyms, file, line);
    }
    synonyms = new ArrayList<>();
  }

  private void finish() throws FaqException {
    flushSynonyms();
    if (!questions.isEmpty()) {
      any = true;
      // The id may be missing, and a prompt may name the question instead.
      String own = id.isEmpty() ? slugs.next(questions.getFirst()) : id;
      for (String question : questions) {
        drafts.prompts.name(file, key(question), own);
      }
      new QnaPair(
              new Draft.Place(file, line),
              own,
              questions,
              answer.toString().stripTrailing().stripIndent(),
              filters,
              prompts)
          .addTo(drafts);
    }
    part = Part.PHRASINGS;
    id = "";
    questions = new ArrayList<>();
    filters = new LinkedHashMap<>();
    prompts = new ArrayList<>();
    answer = new StringBuilder();
  }

  /** A question as prompts write it: with hyphens between the words. */
  private static String key(String question) {
    return "?" + Normalizer.normalize(question.replace('-', ' '));
  }
}

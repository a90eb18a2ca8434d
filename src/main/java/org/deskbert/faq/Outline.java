package org.deskbert.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the questions in a text of headings and paragraphs. Pairs, headings and bold paragraphs
 * that ask, and what begins with "Q:", are questions; where there is none of these, any paragraph
 * that asks; else bold paragraphs; else every heading with text below it. Headings above are
 * categories.
 */
final class Outline {
  /** A piece of the text, in its order. */
  sealed interface Block {
    /** 1-based, in the file. */
    int line();
  }

  /** A heading of level 1 to 6. */
  record Heading(int line, int level, String text) implements Block {}

  /** A paragraph; bold if all of it is. */
  record Paragraph(int line, String text, String markdown, boolean bold) implements Block {}

  /** A list, a table, a picture: never a question. */
  record Other(int line, String markdown) implements Block {}

  /** A question and its answer, which the file itself sets apart. */
  record Pair(int line, String question, String answer) implements Block {}

  /** Further phrasings of the question above. */
  record Also(int line, List<String> phrasings) implements Block {}

  /** A table with a FAQ's header; the first row is the header. */
  record Grid(int line, List<SheetRow> rows) implements Block {}

  private static final int MAX_QUESTION = 300;
  private static final int BELOW_ALL = 9;
  private static final Pattern ASKS = Pattern.compile(".*[?？؟][\"'”»)\\]]?", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("^(?:\\d{1,3}[.)]){1,4}\\s+");
  private static final Pattern Q =
      Pattern.compile(
          "^(?:Q|Question|F|Frage|Pregunta|Domanda|Vraag)\\s?\\d{0,3}\\s?[:.)–-]\\s+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern A =
      Pattern.compile(
          "^\\**(?:A|Answer|Antwort|R|Réponse|Respuesta|Risposta|Antwoord)\\s?\\d{0,3}\\s?[:.)–-]\\s*"
              + "(\\**)\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RULE_AT_END = Pattern.compile("(?:\n\n---)+$");

  private enum Mode {
    MARKED,
    ASKING,
    BOLD,
    HEADINGS
  }

  private final String file;
  private final List<Block> blocks;
  private final Drafts drafts;
  private final Mode mode;
  private final int title;
  private final Map<Integer, Boolean> askingLevels = new HashMap<>();
  private final NavigableMap<Integer, String> categories = new TreeMap<>();

  // The question that is being answered.
  private final List<String> phrasings = new ArrayList<>();
  private final StringBuilder answer = new StringBuilder();
  private int line;
  private int level;
  private boolean prefixed;
  private boolean any;

  private Outline(String file, List<Block> blocks, Drafts drafts) {
    this.file = file;
    this.blocks = blocks;
    this.drafts = drafts;
    for (int i = 1; i <= 6; i++) {
      askingLevels.put(i, asks(i));
    }
    this.mode = mode();
    this.title = title();
  }

  /** Reads all questions into {@code drafts}; false if there is none. */
  static boolean read(String file, List<Block> blocks, Drafts drafts) throws FaqException {
    return new Outline(file, blocks, drafts).run();
  }

  /** Whether a text is a question by its end. */
  static boolean asks(String text) {
    return text.length() <= MAX_QUESTION && ASKS.matcher(text).matches();
  }

  /** Whether a text says itself that it is a question. */
  static boolean isPrefixed(String text) {
    return text.length() <= MAX_QUESTION && Q.matcher(text).lookingAt();
  }

  private Mode mode() {
    if (blocks.stream().anyMatch(Outline::marks)) {
      return Mode.MARKED;
    }
    int asking = 0;
    int bold = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Paragraph p && hasBody(i)) {
        asking += asks(p.text()) ? 1 : 0;
        bold += p.bold() ? 1 : 0;
      }
    }
    return asking > 0 ? Mode.ASKING : bold > 1 ? Mode.BOLD : Mode.HEADINGS;
  }

  /** Whether a block shows by itself that it is a question. */
  private static boolean marks(Block block) {
    return switch (block) {
      case Pair _, Grid _ -> true;
      case Heading heading -> asks(heading.text());
      case Paragraph p -> isPrefixed(p.text()) || (p.bold() && asks(p.text()));
      default -> false;
    };
  }

  /** Whether at least half of the headings of a level that have text below them ask. */
  private boolean asks(int headingLevel) {
    int asking = 0;
    int all = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Heading h && h.level() == headingLevel && hasBody(i)) {
        all++;
        asking += asks(h.text()) ? 1 : 0;
      }
    }
    return asking > 0 && 2 * asking >= all;
  }

  /** Whether something that can answer follows. */
  private boolean hasBody(int i) {
    if (i + 1 >= blocks.size()) {
      return false;
    }
    return switch (blocks.get(i + 1)) {
      case Other _, Also _ -> true;
      case Paragraph next ->
          blocks.get(i) instanceof Heading
              ? !(next.bold() && asks(next.text()))
              : !next.bold() && !asks(next.text());
      default -> false;
    };
  }

  private boolean run() throws FaqException {
    for (int next = 0; next < blocks.size(); next++) {
      int i = next;
      switch (blocks.get(i)) {
        case Heading heading -> heading(heading, i);
        case Paragraph p when isQuestion(p, i) -> start(p.line(), p.text(), BELOW_ALL);
        case Paragraph p -> body(p.markdown());
        case Other other -> body(other.markdown());
        case Also also -> phrasings.addAll(also.phrasings());
        case Pair pair -> {
          start(pair.line(), pair.question(), BELOW_ALL);
          body(pair.answer());
          finish();
        }
        case Grid grid -> {
          finish();
          any = true;
          Table table = new Table(file, grid.rows().getFirst(), drafts);
          for (SheetRow row : grid.rows().subList(1, grid.rows().size())) {
            table.add(row);
          }
        }
      }
    }
    finish();
    return any;
  }

  private boolean isQuestion(Paragraph p, int i) {
    boolean underQuestion = !phrasings.isEmpty() && level < BELOW_ALL;
    return switch (mode) {
      case MARKED -> isPrefixed(p.text()) || (p.bold() && asks(p.text()) && !underQuestion);
      case ASKING -> asks(p.text()) && hasBody(i);
      case BOLD -> p.bold() && p.text().length() <= MAX_QUESTION && hasBody(i);
      case HEADINGS -> false;
    };
  }

  private void heading(Heading heading, int i) throws FaqException {
    boolean isTitle = i == title;
    boolean question =
        hasBody(i)
            ? asks(heading.text())
                || (!isTitle
                    && (mode == Mode.HEADINGS || askingLevels.getOrDefault(heading.level(), false)))
            : asks(heading.text())
                && !isTitle
                && mode == Mode.MARKED
                && !asksBelow(i, heading.level());
    if (!question && !phrasings.isEmpty() && heading.level() > level) {
      String text = MarkdownText.escape(heading.text());
      body(hasBody(i) && !text.endsWith(".") ? "**" + text + "**" : text);
    } else if (question) {
      start(heading.line(), heading.text(), heading.level());
    } else {
      finish();
      categories.keySet().removeIf(other -> other >= heading.level());
      categories.put(heading.level(), isTitle ? "" : heading.text());
    }
  }

  /** Whether there are questions under a heading, so that it is their category. */
  private boolean asksBelow(int i, int depth) {
    for (Block block : blocks.subList(i + 1, blocks.size())) {
      if (block instanceof Heading h && h.level() <= depth) {
        return false;
      } else if (marks(block)
          || (block instanceof Heading h && askingLevels.getOrDefault(h.level(), false))) {
        return true;
      }
    }
    return false;
  }

  /** The first heading, if it is alone on its level; -1 if there is none. */
  private int title() {
    int first = -1;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Heading heading) {
        if (first >= 0 && heading.level() == 1) {
          return -1;
        }
        first = first < 0 ? i : first;
      }
    }
    return first >= 0 && blocks.get(first) instanceof Heading h && h.level() == 1 ? first : -1;
  }

  private void start(int at, String question, int depth) throws FaqException {
    finish();
    if (depth <= 6) {
      categories.keySet().removeIf(other -> other >= depth);
    }
    Matcher number = NUMBER.matcher(question);
    String text = number.lookingAt() ? question.substring(number.end()) : question;
    Matcher q = Q.matcher(text);
    prefixed = q.lookingAt();
    phrasings.add(prefixed ? text.substring(q.end()) : text);
    line = at;
    level = depth;
  }

  private void body(String markdown) {
    if (phrasings.isEmpty()) {
      return; // An introduction, or what stands around the questions of a page.
    }
    String text = markdown;
    Matcher a = A.matcher(markdown);
    if (prefixed && answer.isEmpty() && a.lookingAt()) {
      text = markdown.substring(a.end());
      text = markdown.startsWith("**") && a.group(1).isEmpty() ? "**" + text : text;
    }
    answer.append(answer.isEmpty() ? "" : "\n\n").append(text);
  }

  private void finish() throws FaqException {
    if (phrasings.isEmpty()) {
      return;
    }
    any = true;
    String category =
        categories.descendingMap().values().stream()
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("");
    drafts.add(
        new Draft(
            new Draft.Place(file, line),
            "",
            List.copyOf(phrasings),
            RULE_AT_END.matcher(answer).replaceFirst(""),
            category,
            List.of(),
            "",
            ""));
    phrasings.clear();
    answer.setLength(0);
  }
}

package org.deskbert.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown: a heading is a question, the text below it the answer, {@code - also: …} another
 * phrasing. A heading without text above deeper ones is their category; the one heading of level 1
 * at the top, unless it is a question, is the document's title. Comments {@code <!-- id: … -->}
 * below a heading (also category, tags, parent, until, notes) hold the rest; an answer that would
 * be mistaken for any of this stands in a fence marked {@code answer}.
 */
final class MarkdownReader {
  /** The word behind the fence around an answer. */
  static final String FENCE_INFO = "answer";

  /** Keeps the memory for the parsed document bounded. */
  private static final int MAX_LINES = 1_000_000;

  private static final Pattern ALSO =
      Pattern.compile(" {0,3}[-*+][ \\t]+also:(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMENT =
      Pattern.compile("<!-- *(id|category|tags|parent|until|notes) *:(.*?)-->");

  // Blocks only: the text of headings is parsed line by line, that of answers not at all.
  private static final Parser PARSER =
      Parser.builder()
          .inlineParserFactory(context -> (text, block) -> {})
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .maxOpenBlockParsers(100)
          .build();

  /** A heading and the blocks below it; lines are 0-based, {@code end} is behind the last. */
  private record Section(Heading heading, int start, int body, int end, List<Node> blocks) {}

  private final String file;
  private final List<String> lines;

  private MarkdownReader(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /** Reads all headings into {@code drafts}. */
  static void read(String file, String text, Drafts drafts) throws FaqException {
    if (text.lines().limit(MAX_LINES + 1L).count() > MAX_LINES) {
      throw new FaqException(
          file
              + " has more than "
              + Text.count(MAX_LINES)
              + " lines, too many for a FAQ. Take out what is not needed, or split it.");
    }
    List<Draft> found = drafts(file, text);
    if (found.isEmpty()) {
      throw new FaqException(
          file + " has no questions. Write each as a heading and its answer below it.");
    }
    for (Draft draft : found) {
      drafts.add(draft);
    }
  }

  /** The headings with what stands below them, not checked. */
  static List<Draft> drafts(String file, String text) {
    String normal = text.replace("\r\n", "\n").replace('\r', '\n');
    MarkdownReader reader = new MarkdownReader(file, normal.lines().toList());
    return reader.drafts(reader.sections(PARSER.parse(normal)));
  }

  private List<Section> sections(Node document) {
    List<Section> sections = new ArrayList<>();
    Heading heading = null;
    List<Node> blocks = new ArrayList<>();
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading next) {
        if (heading != null) {
          sections.add(section(heading, blocks, firstLine(next)));
        }
        heading = next;
        blocks = new ArrayList<>();
      } else {
        blocks.add(node);
      }
    }
    if (heading != null) {
      sections.add(section(heading, blocks, lines.size()));
    }
    return sections;
  }

  private static Section section(Heading heading, List<Node> blocks, int end) {
    int last = heading.getSourceSpans().getLast().getLineIndex();
    return new Section(heading, firstLine(heading), last + 1, end, blocks);
  }

  private List<Draft> drafts(List<Section> sections) {
    List<Draft> drafts = new ArrayList<>();
    // The category of each level above; a deeper heading is gone when a higher one comes.
    Map<Integer, String> categories = new HashMap<>();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      int level = section.heading().getLevel();
      categories.keySet().removeIf(other -> other >= level);
      boolean above = i + 1 < sections.size() && sections.get(i + 1).heading().getLevel() > level;
      String title = MarkdownText.heading(lines.subList(section.start(), section.body()));
      Draft draft = draft(section, title, nearest(categories, level));
      boolean first = i == 0 && level == 1;
      if (above && (draft.answer().isBlank() || (first && isTitle(title, sections)))) {
        // The title of the whole document is no category.
        categories.put(level, first ? "" : title);
      } else {
        drafts.add(draft);
      }
    }
    return drafts;
  }

  /** Whether the first heading names the document: alone on its level, and no question. */
  private static boolean isTitle(String title, List<Section> sections) {
    return !title.endsWith("?")
        && sections.stream().filter(section -> section.heading().getLevel() == 1).count() == 1;
  }

  private static String nearest(Map<Integer, String> categories, int level) {
    for (int above = level - 1; above > 0; above--) {
      String category = categories.get(above);
      if (category != null) {
        return category;
      }
    }
    return "";
  }

  private Draft draft(Section section, String title, String category) {
    Set<Integer> taken = new HashSet<>();
    Map<String, String> values = new HashMap<>();
    List<String> phrasings = new ArrayList<>(List.of(title));
    String fenced = null;
    for (Node block : section.blocks()) {
      if (block instanceof HtmlBlock) {
        comments((Block) block, values, taken);
      } else if (block instanceof BulletList list) {
        phrasings(list, phrasings, taken);
      } else if (block instanceof FencedCodeBlock fence && FENCE_INFO.equals(fence.getInfo())) {
        fenced = fence.getLiteral();
      }
    }
    return new Draft(
        new Draft.Place(file, section.start() + 1),
        values.getOrDefault("id", ""),
        phrasings,
        fenced != null ? fenced : answer(section, taken),
        values.getOrDefault("category", category),
        List.of(values.getOrDefault("tags", "").split(",", -1)),
        values.getOrDefault("parent", ""),
        values.getOrDefault("until", ""),
        values.getOrDefault("notes", ""));
  }

  private String answer(Section section, Set<Integer> taken) {
    StringBuilder answer = new StringBuilder();
    for (int line = section.body(); line < section.end(); line++) {
      if (!taken.contains(line)) {
        answer.append(lines.get(line)).append('\n');
      }
    }
    return answer.toString();
  }

  private void comments(Block block, Map<String, String> values, Set<Integer> taken) {
    for (var span : block.getSourceSpans()) {
      Matcher comment = COMMENT.matcher(lines.get(span.getLineIndex()).strip());
      if (comment.matches()) {
        values.putIfAbsent(comment.group(1), MarkdownText.unescapeComment(comment.group(2)));
        taken.add(span.getLineIndex());
      }
    }
  }

  private void phrasings(BulletList list, List<String> phrasings, Set<Integer> taken) {
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      int line = firstLine((Block) item);
      Matcher also = ALSO.matcher(lines.get(line));
      if (!also.matches()) {
        continue;
      }
      StringBuilder phrasing = new StringBuilder(also.group(1));
      taken.add(line);
      // Indented lines go on with the phrasing; text at the margin is the answer again.
      Node paragraph = item.getFirstChild();
      int end = paragraph == null ? line : lastLine((Block) paragraph);
      for (int next = line + 1; next <= end && indented(lines.get(next)); next++) {
        phrasing.append(' ').append(lines.get(next).strip());
        taken.add(next);
      }
      phrasings.add(MarkdownText.plain(phrasing.toString()));
    }
  }

  private static boolean indented(String line) {
    return line.startsWith("  ") || line.startsWith("\t");
  }

  private static int firstLine(Block block) {
    return block.getSourceSpans().getFirst().getLineIndex();
  }

  private static int lastLine(Block block) {
    return block.getSourceSpans().getLast().getLineIndex();
  }
}

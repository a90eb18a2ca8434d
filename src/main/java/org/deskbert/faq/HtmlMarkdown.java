package org.deskbert.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes a part of a page as Markdown: paragraphs, lists, tables, links, bold, code, pictures. */
final class HtmlMarkdown {
  /** What is never read: no text for people, or not part of what a page says. */
  static final List<String> IGNORED =
      List.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "head",
          "iframe",
          "object",
          "input",
          "select",
          "textarea",
          "nav",
          "footer",
          "aside");

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<&]");
  private static final Pattern LINE_START =
      Pattern.compile("(?m)^( {0,3})([#>]|[-+](?= |$)|=(?==*$)|\\d{1,9}(?=[.)](?: |$)))");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern LINK = Pattern.compile("(?i)(https?:|mailto:|tel:|[^:]*$).*");
  private static final String BREAK = "  \n";

  private HtmlMarkdown() {}

  /** The Markdown of several nodes that stand below each other. */
  static String of(List<? extends Node> nodes) {
    List<String> blocks = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (Node node : nodes) {
      if (node instanceof Element element && isBlock(element)) {
        flush(line, blocks);
        String block = block(element);
        if (!block.isBlank()) {
          blocks.add(block);
        }
      } else {
        inline(node, line);
      }
    }
    flush(line, blocks);
    return String.join("\n\n", blocks);
  }

  /** What people see of a text, on one line. */
  static String plain(List<? extends Node> nodes) {
    StringBuilder out = new StringBuilder();
    for (Node node : nodes) {
      if (node instanceof TextNode text) {
        out.append(text.getWholeText());
      } else if (node instanceof Element element && !IGNORED.contains(element.normalName())) {
        out.append(element.normalName().equals("br") ? " " : element.text());
        out.append(element.isBlock() ? " " : "");
      }
    }
    return Text.line(out.toString());
  }

  private static boolean isBlock(Element element) {
    return element.isBlock() || element.normalName().equals("summary");
  }

  private static void flush(StringBuilder line, List<String> blocks) {
    String text = line.toString().strip();
    if (!text.isEmpty()) {
      String tidy = text.replaceAll("[ \\t]*\\n[ \\t]*", "\n").replace("\n", BREAK);
      blocks.add(LINE_START.matcher(tidy).replaceAll(HtmlMarkdown::escapeStart));
    }
    line.setLength(0);
  }

  /** What would begin a heading, a quote or a list does so no more. */
  private static String escapeStart(java.util.regex.MatchResult match) {
    String what = match.group(2);
    return match.group(1) + (NUMBER.matcher(what).matches() ? what + "\\\\" : "\\\\" + what);
  }

  private static String block(Element element) {
    String name = element.normalName();
    return switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary" -> {
        String text = escape(plain(element.childNodes()));
        yield text.isEmpty() ? "" : "**" + text + "**";
      }
      case "ul", "ol", "menu" -> list(element, name.equals("ol"));
      case "pre" -> code(element);
      case "blockquote" -> "> " + of(element.childNodes()).replace("\n", "\n> ");
      case "table" -> table(element);
      case "hr" -> "---";
      default -> IGNORED.contains(name) ? "" : of(element.childNodes());
    };
  }

  private static String list(Element list, boolean numbered) {
    StringBuilder out = new StringBuilder();
    int number = 1;
    for (Element item : list.children()) {
      boolean nested = item.normalName().equals("ul") || item.normalName().equals("ol");
      String text = nested ? block(item) : of(item.childNodes());
      if (text.isBlank()) {
        continue;
      }
      String mark = nested ? "  " : numbered ? number++ + ". " : "- ";
      String indent = " ".repeat(nested ? 2 : mark.length());
      out.append(mark).append(text.replace("\n", "\n" + indent)).append('\n');
    }
    // An item's own paragraphs stay apart; between items no blank line is needed.
    return out.toString().replaceAll("(?m)^ +$", "").stripTrailing();
  }

  private static String code(Element pre) {
    String text = pre.wholeText().stripTrailing();
    text = text.startsWith("\n") ? text.substring(1) : text;
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return text.isBlank() ? "" : fence + "\n" + text + "\n" + fence;
  }

  /** The rows of a table, those of tables in it left out. */
  static List<Element> rows(Element table) {
    List<Element> rows = new ArrayList<>();
    for (Element child : table.children()) {
      if (child.normalName().equals("tr")) {
        rows.add(child);
      } else if (List.of("thead", "tbody", "tfoot").contains(child.normalName())) {
        child.children().stream().filter(tr -> tr.normalName().equals("tr")).forEach(rows::add);
      }
    }
    return rows;
  }

  private static String table(Element table) {
    StringBuilder out = new StringBuilder();
    int width = 0;
    for (Element row : rows(table)) {
      List<String> cells = row.children().stream().map(HtmlMarkdown::cell).toList();
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      out.append("| ").append(String.join(" | ", cells));
      out.append(" |".repeat(Math.max(1, width - cells.size() + 1))).append('\n');
      if (width == 0) {
        width = cells.size();
        out.append("|").append(" --- |".repeat(width)).append('\n');
      }
    }
    return out.toString().stripTrailing();
  }

  private static String cell(Element cell) {
    List<String> lines = of(cell.childNodes()).lines().map(String::strip).toList();
    return String.join(" ", lines).strip().replace("|", "\\|");
  }

  private static void inline(Node node, StringBuilder out) {
    if (node instanceof TextNode text) {
      String part = SPACE.matcher(text.getWholeText()).replaceAll(" ");
      boolean atSpace = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
      out.append(escape(atSpace ? part.stripLeading() : part));
    } else if (node instanceof Element element) {
      element(element, out);
    }
  }

  private static void element(Element element, StringBuilder out) {
    String name = element.normalName();
    switch (name) {
      case "br" -> out.append('\n');
      case "b", "strong" -> wrap(element, "**", out);
      case "i", "em" -> wrap(element, "*", out);
      case "code", "kbd", "samp", "tt" -> {
        String text = SPACE.matcher(element.text()).replaceAll(" ").strip();
        if (!text.isEmpty()) {
          String tick = text.contains("`") ? "``" : "`";
          out.append(tick).append(tick.length() > 1 ? " " + text + " " : text).append(tick);
        }
      }
      case "a" -> link(element, out);
      case "img" -> {
        String source = element.attr("src").strip();
        if (!source.isEmpty() && !source.regionMatches(true, 0, "data:", 0, 5)) {
          out.append("![").append(escape(Text.line(element.attr("alt")))).append("](");
          out.append(address(source)).append(')');
        }
      }
      default -> {
        if (!IGNORED.contains(name)) {
          element.childNodes().forEach(child -> inline(child, out));
        }
      }
    }
  }

  private static void link(Element element, StringBuilder out) {
    StringBuilder inside = new StringBuilder();
    element.childNodes().forEach(child -> inline(child, inside));
    String text = inside.toString().strip().replace('\n', ' ');
    String target = element.attr("href").strip();
    if (text.isEmpty() || target.isEmpty() || target.startsWith("#") || !safe(target)) {
      out.append(inside);
    } else {
      out.append('[').append(text).append("](").append(address(target)).append(')');
    }
  }

  /** Web, mail and telephone addresses and those within the same site; no script, no file. */
  private static boolean safe(String target) {
    return LINK.matcher(target.replaceAll("[\\s\\p{Cntrl}]", "")).matches();
  }

  private static String address(String target) {
    return SPACE
        .matcher(target)
        .replaceAll("%20")
        .replace("(", "%28")
        .replace(")", "%29")
        .replace("<", "%3C")
        .replace(">", "%3E");
  }

  /** Marks stand at the text: blanks inside go outside. */
  private static void wrap(Element element, String mark, StringBuilder out) {
    StringBuilder inside = new StringBuilder();
    element.childNodes().forEach(child -> inline(child, inside));
    String text = inside.toString();
    String core = text.strip();
    if (core.isEmpty() || core.contains("\n") || core.startsWith("*") || core.endsWith("*")) {
      out.append(text);
      return;
    }
    out.append(text.startsWith(" ") ? " " : "").append(mark).append(core).append(mark);
    out.append(text.endsWith(" ") ? " " : "");
  }

  /** Text that reads as itself; most of it has nothing to escape. */
  private static String escape(String text) {
    return MarkdownText.plain(text).equals(text.strip())
        ? text
        : SPECIAL.matcher(text).replaceAll("\\\\$0");
  }
}

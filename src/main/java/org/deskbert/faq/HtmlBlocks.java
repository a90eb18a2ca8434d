package org.deskbert.faq;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Cuts a page into headings, paragraphs, lists and tables, and finds pairs that it sets apart. */
final class HtmlBlocks {
  /** Where the line of an element is told by whoever made the page. */
  static final String LINE = "data-line";

  private final Element body;
  private final List<Outline.Block> blocks = new ArrayList<>();

  /** Elements with a block somewhere in them. */
  private final Set<Element> holders = new HashSet<>();

  HtmlBlocks(Document page) {
    List<Element> main = page.select("main");
    this.body = main.size() == 1 ? main.getFirst() : page.body();
  }

  /** The blocks in the order of the page. */
  List<Outline.Block> blocks() {
    for (Element element : body.getAllElements()) {
      if (element.isBlock() || element.normalName().equals("button")) {
        Element above = element.parent();
        while (above != null && holders.add(above)) {
          above = above.parent();
        }
      }
    }
    walk(body);
    return blocks;
  }

  /** The blocks of an element's content; text between them is a paragraph. */
  private void walk(Element element) {
    List<Node> run = new ArrayList<>();
    for (Node node : element.childNodes()) {
      if (node instanceof Element child && isApart(child)) {
        paragraph(run, element);
        run = new ArrayList<>();
        block(child);
      } else {
        run.add(node);
      }
    }
    paragraph(run, element);
  }

  private boolean isApart(Element element) {
    return element.isBlock()
        || holders.contains(element)
        || Set.of("button", "details", "dl", "summary").contains(element.normalName());
  }

  private void block(Element element) {
    String name = element.normalName();
    int line = line(element);
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        String text = HtmlMarkdown.plain(element.childNodes());
        if (!text.isEmpty()) {
          blocks.add(new Outline.Heading(line, name.charAt(1) - '0', text));
        }
      }
      case "details" -> details(element, line);
      case "dl" -> definitions(element, line);
      case "table" -> table(element, line);
      case "ul", "ol" -> {
        if (element.hasClass("also")) {
          List<String> also = element.children().stream().map(Element::text).toList();
          blocks.add(new Outline.Also(line, also));
        } else if (hasQuestions(element)) {
          element.children().forEach(this::walk);
        } else {
          other(element, line);
        }
      }
      case "pre", "blockquote", "hr", "figure" -> other(element, line);
      default -> {
        if (!HtmlMarkdown.IGNORED.contains(name)) {
          walk(element);
        }
      }
    }
  }

  private void other(Element element, int line) {
    String markdown = HtmlMarkdown.of(List.of(element));
    if (!markdown.isBlank()) {
      blocks.add(new Outline.Other(line, markdown));
    }
  }

  /** Whether the items of a list are questions with their answers. */
  private static boolean hasQuestions(Element list) {
    for (Element item : list.children()) {
      Element mark = item.selectFirst("b, strong, details, h1, h2, h3, h4, h5, h6, dl, button");
      if (mark != null
          && (mark.normalName().equals("details") || Outline.asks(mark.text()))
          && item.text().length() > mark.text().length() + 1) {
        return true;
      }
    }
    return false;
  }

  private void details(Element details, int line) {
    Element summary = details.selectFirst("> summary");
    if (summary == null) {
      walk(details);
      return;
    }
    // A folded section of questions is a category; its summary a heading.
    boolean section = details.selectFirst("> * details, > details") != null;
    String title = HtmlMarkdown.plain(summary.childNodes());
    if (section) {
      blocks.add(new Outline.Heading(line, 2, title));
      details.children().stream().filter(child -> !child.equals(summary)).forEach(this::block);
      return;
    }
    List<Node> rest =
        details.childNodes().stream().filter(child -> !child.equals(summary)).toList();
    blocks.add(new Outline.Pair(line, title, HtmlMarkdown.of(rest)));
  }

  private void definitions(Element list, int line) {
    List<Element> parts = new ArrayList<>();
    for (Element child : list.children()) {
      // A pair may stand in a group of its own.
      parts.addAll(child.normalName().equals("div") ? child.children() : List.of(child));
    }
    List<Element> terms = parts.stream().filter(p -> p.normalName().equals("dt")).toList();
    long asking = terms.stream().filter(term -> Outline.asks(term.text())).count();
    if (2 * asking < terms.size() || asking == 0) {
      other(list, line);
      return;
    }
    Element term = null;
    List<String> answer = new ArrayList<>();
    for (Element part : parts) {
      if (part.normalName().equals("dt")) {
        pair(term, answer);
        term = part;
        answer = new ArrayList<>();
      } else {
        answer.add(HtmlMarkdown.of(part.childNodes()));
      }
    }
    pair(term, answer);
  }

  private void pair(@org.jspecify.annotations.Nullable Element term, List<String> answer) {
    if (term != null) {
      String question = HtmlMarkdown.plain(term.childNodes());
      blocks.add(new Outline.Pair(line(term), question, String.join("\n\n", answer)));
    }
  }

  private void table(Element table, int line) {
    List<Element> rows = HtmlMarkdown.rows(table);
    List<SheetRow> plain = new ArrayList<>();
    for (Element row : rows) {
      plain.add(new SheetRow(line(row), row.children().stream().map(Element::text).toList()));
    }
    if (!plain.isEmpty() && Table.isHeader(plain.getFirst())) {
      List<SheetRow> grid = new ArrayList<>(List.of(plain.getFirst()));
      int answer = Header.of(plain.getFirst().cells()).answer();
      for (int i = 1; i < plain.size(); i++) {
        List<String> cells = new ArrayList<>(plain.get(i).cells());
        if (answer < cells.size()) {
          cells.set(answer, HtmlMarkdown.of(rows.get(i).child(answer).childNodes()));
        }
        grid.add(new SheetRow(plain.get(i).line(), cells));
      }
      blocks.add(new Outline.Grid(line, grid));
      return;
    }
    long asking =
        plain.stream().filter(row -> row.cells().size() > 1 && Outline.asks(row.cell(0))).count();
    if (asking > 0 && 2 * asking >= plain.size()) {
      for (int i = 0; i < rows.size(); i++) {
        if (Outline.asks(plain.get(i).cell(0)) && rows.get(i).childrenSize() > 1) {
          String answer = HtmlMarkdown.of(rows.get(i).child(1).childNodes());
          blocks.add(new Outline.Pair(plain.get(i).line(), plain.get(i).cell(0), answer));
        }
      }
    } else if (plain.stream().allMatch(row -> row.cells().size() < 2)
        || table.selectFirst("h1, h2, h3, h4, details, dl") != null) {
      // It only arranges the page.
      rows.forEach(row -> row.children().forEach(this::walk));
    } else {
      other(table, line);
    }
  }

  /** A run of text and inline elements, cut where it holds a question and its answer. */
  private void paragraph(List<Node> run, Element parent) {
    List<List<Node>> lines = new ArrayList<>(List.of(new ArrayList<>()));
    for (Node node : run) {
      if (node instanceof Element element && element.normalName().equals("br")) {
        lines.add(new ArrayList<>());
      } else {
        lines.getLast().add(node);
      }
    }
    lines.removeIf(line -> HtmlMarkdown.plain(line).isEmpty() && !hasPicture(line));
    if (lines.isEmpty()) {
      return;
    }
    int start = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String text = HtmlMarkdown.plain(lines.get(i));
      boolean apart =
          Outline.isPrefixed(text) || (HtmlBold.isBold(lines.get(i), parent) && Outline.asks(text));
      if (apart) {
        add(lines.subList(start, i), parent);
        add(lines.subList(i, i + 1), parent);
        start = i + 1;
      }
    }
    List<List<Node>> rest = lines.subList(start, lines.size());
    List<Node> first = rest.getFirst();
    Node lead =
        first.stream().filter(n -> !HtmlBold.isBlank(n)).findFirst().orElse(first.getFirst());
    String text = HtmlMarkdown.plain(List.of(lead));
    if (HtmlBold.isBold(List.of(lead), parent.ownerDocument()) && Outline.asks(text)) {
      // The question in bold, the answer behind it on the same line.
      add(List.of(List.of(lead)), parent);
      List<List<Node>> behind = new ArrayList<>(rest);
      behind.set(0, first.subList(first.indexOf(lead) + 1, first.size()));
      add(behind, parent);
    } else {
      add(rest, parent);
    }
  }

  private void add(List<List<Node>> lines, Element parent) {
    List<Node> nodes = new ArrayList<>();
    for (List<Node> line : lines) {
      if (!nodes.isEmpty()) {
        nodes.add(new Element("br"));
      }
      nodes.addAll(line);
    }
    String markdown = HtmlMarkdown.of(nodes);
    if (!markdown.isBlank()) {
      String text = HtmlMarkdown.plain(nodes);
      boolean bold = HtmlBold.isBold(nodes, parent);
      blocks.add(new Outline.Paragraph(line(nodes, parent), text, markdown, bold));
    }
  }

  private static boolean hasPicture(List<Node> line) {
    return line.stream()
        .anyMatch(n ->
            n instanceof Element e
                && (e.normalName().equals("img") || e.selectFirst("img") != null));
  }

  private static int line(List<Node> nodes, Element parent) {
    for (Node node : nodes) {
      if (!HtmlBold.isBlank(node) && node.sourceRange().isTracked()) {
        return node.sourceRange().start().lineNumber();
      }
    }
    return line(parent);
  }

  private static int line(Element element) {
    for (Element at = element; at != null; at = at.parent()) {
      if (at.hasAttr(LINE)) {
        return Integer.parseInt(at.attr(LINE));
      }
      if (at.sourceRange().isTracked() && !at.sourceRange().isImplicit()) {
        return at.sourceRange().start().lineNumber();
      }
    }
    return 0;
  }
}

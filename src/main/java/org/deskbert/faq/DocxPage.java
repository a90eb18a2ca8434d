package org.deskbert.faq;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Makes a page of the XML of a Word document. */
final class DocxPage {
  /** More than any document with questions has; keeps memory bounded. */
  private static final int MAX_RUNS = 300_000;

  private static final int MAX_TABLES = 20;

  /** Which of the document's lists an element is. */
  private static final String LIST = "data-list";

  private final String file;
  private final DocxStyles styles;
  private final Document page = Document.createShell("");

  /** Where the next paragraph goes: the body, or the innermost cell. */
  private final Deque<Element> places = new ArrayDeque<>();

  /** The lists that are open in each place, by level. */
  private final Map<Element, Deque<Element>> lists = new HashMap<>();

  private int paragraphs;
  private int runs;

  // The paragraph and the run at hand.
  private String style = "";
  private int outline;
  private String list = "";
  private String level = "0";
  private boolean bold;
  private boolean italic;
  private Element paragraph = new Element("p");
  private Element inline = paragraph;

  DocxPage(String file, DocxStyles styles) {
    this.file = file;
    this.styles = styles;
    places.push(page.body());
  }

  /** Reads {@code word/document.xml}. */
  Document read(InputStream in) throws XMLStreamException, FaqException {
    XMLStreamReader xml = Xml.reader(in);
    boolean inText = false;
    boolean inRun = false;
    int fallback = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      String name =
          event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
              ? xml.getLocalName()
              : "";
      // What was deleted, and what older programs show instead, is read once or not at all.
      boolean skipped = name.equals("Fallback") || name.equals("del") || name.equals("txbxContent");
      if (event == XMLStreamConstants.START_ELEMENT) {
        fallback += skipped ? 1 : 0;
        inText = name.equals("t");
        inRun = inRun || name.equals("r");
        if (fallback == 0) {
          start(xml, name, inRun);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        inText = false;
        inRun = inRun && !name.equals("r");
        if (fallback == 0) {
          end(name);
        }
        fallback -= skipped ? 1 : 0;
      } else if (inText && fallback == 0 && xml.hasText()) {
        text(xml.getText());
      }
    }
    return page;
  }

  private void start(XMLStreamReader xml, String name, boolean inRun) throws FaqException {
    switch (name) {
      case "p" -> {
        paragraph = new Element("p").attr(HtmlBlocks.LINE, String.valueOf(++paragraphs));
        inline = paragraph;
        style = "";
        list = "";
        level = "0";
        outline = 0;
        bold = false;
        italic = false;
      }
      case "pStyle" -> style = DocxStyles.attribute(xml, "val");
      case "outlineLvl" -> {
        String value = DocxStyles.attribute(xml, "val");
        outline = value.matches("[0-5]") ? Integer.parseInt(value) + 1 : 0;
      }
      case "numId" -> list = DocxStyles.attribute(xml, "val");
      case "ilvl" -> level = DocxStyles.attribute(xml, "val");
      case "r" -> {
        bold = false;
        italic = false;
        if (++runs > MAX_RUNS) {
          throw new FaqException(
              file + " is too long for a FAQ. Keep only the questions and answers in it.");
        }
      }
      case "b" -> bold = inRun && DocxStyles.isOn(xml);
      case "i" -> italic = inRun && DocxStyles.isOn(xml);
      case "br", "cr" -> inline.appendElement("br");
      case "tab" -> {
        if (inRun) {
          text(" ");
        }
      }
      case "hyperlink" -> {
        String target = styles.link(DocxStyles.attribute(xml, "id"));
        inline = target.isEmpty() ? paragraph : paragraph.appendElement("a").attr("href", target);
      }
      case "tbl" -> {
        if (places.size() > MAX_TABLES) {
          throw new FaqException(file + " has tables in tables without end. Untangle them.");
        }
        places.push(place().appendElement("table").attr(HtmlBlocks.LINE, "" + (paragraphs + 1)));
      }
      case "tr" -> place().appendElement("tr").attr(HtmlBlocks.LINE, "" + (paragraphs + 1));
      case "tc" -> {
        Element row = place().lastElementChild();
        places.push((row == null ? place() : row).appendElement("td"));
      }
      default -> {}
    }
  }

  private void end(String name) {
    switch (name) {
      case "p" -> finish();
      case "hyperlink" -> inline = paragraph;
      case "tbl", "tc" -> {
        if (places.size() > 1) {
          places.pop();
        }
      }
      default -> {}
    }
  }

  private Element place() {
    return places.getFirst();
  }

  private void text(String text) {
    Element target = inline;
    if (bold || styles.isBold(style)) {
      target = last(target, "strong");
    }
    if (italic) {
      target = last(target, "em");
    }
    target.appendText(text);
  }

  /** Word cuts bold text in many pieces; put together they are one. */
  private static Element last(Element parent, String name) {
    return parent.lastChild() instanceof Element last && last.normalName().equals(name)
        ? last
        : parent.appendElement(name);
  }

  private void finish() {
    int heading = outline > 0 ? outline : styles.heading(style);
    if (heading > 0 && !paragraph.text().isBlank()) {
      lists.remove(place());
      Element title = place().appendElement("h" + heading);
      title.attr(HtmlBlocks.LINE, paragraph.attr(HtmlBlocks.LINE)).text(paragraph.text());
    } else if (!list.isEmpty() && !list.equals("0")) {
      item();
    } else if (!paragraph.text().isBlank()) {
      lists.remove(place());
      place().appendChild(paragraph);
    }
  }

  private void item() {
    int depth = level.matches("[0-8]") ? Integer.parseInt(level) : 0;
    Deque<Element> open = lists.computeIfAbsent(place(), p -> new ArrayDeque<>());
    while (open.size() > depth + 1
        || (open.size() == depth + 1 && !open.getFirst().attr(LIST).equals(list))) {
      open.pop();
    }
    while (open.size() <= depth) {
      Element above = open.peek();
      Element item = above == null ? place() : above.lastElementChild();
      Element holder = item == null ? place() : item;
      String kind = styles.isNumbered(list, level) ? "ol" : "ul";
      open.push(holder.appendElement(kind).attr(LIST, list));
    }
    Element item = open.getFirst().appendElement("li");
    item.attr(HtmlBlocks.LINE, paragraph.attr(HtmlBlocks.LINE));
    paragraph.childNodesCopy().forEach(item::appendChild);
  }
}

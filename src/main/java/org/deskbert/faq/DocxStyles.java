package org.deskbert.faq;

import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the paragraphs of a Word document refer to: styles, kinds of lists, targets of links. */
final class DocxStyles {
  private static final Pattern HEADING =
      Pattern.compile("(?:heading|überschrift|titre|título|titolo|kop) ?([1-6])");

  private final Map<String, Integer> headings = new HashMap<>();
  private final Map<String, String> basedOn = new HashMap<>();
  private final Set<String> bold = new HashSet<>();
  private final Map<String, String> abstractOf = new HashMap<>();
  private final Map<String, Boolean> bullets = new HashMap<>();
  private final Map<String, String> links = new HashMap<>();

  /** The level of a heading's style, 0 for other styles. */
  int heading(String style) {
    String at = style;
    for (int depth = 0; depth < 10; depth++) {
      Integer level = headings.get(at);
      if (level != null) {
        return level;
      }
      at = basedOn.getOrDefault(at, "");
    }
    return name(style);
  }

  /** Whether the style makes all of a paragraph bold. */
  boolean isBold(String style) {
    return bold.contains(style);
  }

  /** Whether the list has numbers instead of dots. */
  boolean isNumbered(String list, String level) {
    return !bullets.getOrDefault(abstractOf.getOrDefault(list, "") + " " + level, true);
  }

  /** The target of a link, empty if it is unknown. */
  String link(String id) {
    return links.getOrDefault(id, "");
  }

  void readStyles(InputStream in) throws XMLStreamException {
    XMLStreamReader xml = Xml.reader(in);
    String style = "";
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "style" -> style = attribute(xml, "styleId");
        case "basedOn" -> basedOn.put(style, attribute(xml, "val"));
        case "name" -> {
          int level = name(attribute(xml, "val"));
          if (level > 0) {
            headings.put(style, level);
          }
        }
        case "outlineLvl" -> {
          String level = attribute(xml, "val");
          if (level.matches("[0-5]")) {
            headings.putIfAbsent(style, Integer.parseInt(level) + 1);
          }
        }
        case "b" -> {
          if (isOn(xml)) {
            bold.add(style);
          }
        }
        default -> {}
      }
    }
  }

  /** Styles have English names, but their ids may be in the writer's language. */
  private static int name(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Matcher heading = HEADING.matcher(lower);
    return heading.matches()
        ? Integer.parseInt(heading.group(1))
        : lower.equals("title") || lower.equals("titel") ? 1 : 0;
  }

  void readNumbering(InputStream in) throws XMLStreamException {
    XMLStreamReader xml = Xml.reader(in);
    String kind = "";
    String level = "";
    String list = "";
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "abstractNum" -> kind = attribute(xml, "abstractNumId");
        case "lvl" -> level = attribute(xml, "ilvl");
        case "numFmt" -> bullets.put(kind + " " + level, attribute(xml, "val").equals("bullet"));
        case "num" -> list = attribute(xml, "numId");
        case "abstractNumId" -> abstractOf.put(list, attribute(xml, "val"));
        default -> {}
      }
    }
  }

  void readLinks(InputStream in) throws XMLStreamException {
    XMLStreamReader xml = Xml.reader(in);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("Relationship")
          && attribute(xml, "Type").endsWith("/hyperlink")) {
        links.put(attribute(xml, "Id"), attribute(xml, "Target"));
      }
    }
  }

  /** An attribute, whatever its namespace; empty if there is none. */
  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Whether a switch such as {@code <w:b/>} is on. */
  static boolean isOn(XMLStreamReader xml) {
    String value = attribute(xml, "val");
    return !value.equals("0") && !value.equals("false") && !value.equals("none");
  }
}

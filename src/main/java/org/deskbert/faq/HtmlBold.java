package org.deskbert.faq;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** What stands out in a page, as questions do. */
final class HtmlBold {
  private static final Pattern QUESTION_CLASS =
      Pattern.compile(
          "(?i).*(question|accordion-(header|title|button)|faq[-_]?(q|title|head)\\b).*");
  private static final Set<String> BOLD = Set.of("b", "strong", "button", "summary", "th", "dt");

  private HtmlBold() {}

  /** Whether all text of the nodes stands out: bold, on a button, or named a question. */
  static boolean isBold(List<Node> nodes, @Nullable Element parent) {
    for (Element at = parent; at != null && !at.normalName().equals("body"); at = at.parent()) {
      if (BOLD.contains(at.normalName())
          || QUESTION_CLASS.matcher(at.className() + " " + at.attr("itemprop")).matches()) {
        return true;
      }
      if (at.isBlock()) {
        break;
      }
    }
    boolean any = false;
    for (Node node : nodes) {
      if (isBlank(node)) {
        continue;
      }
      if (!(node instanceof Element element) || !isBold(element)) {
        return false;
      }
      any = true;
    }
    return any;
  }

  private static boolean isBold(Element element) {
    String style = element.attr("style").replace(" ", "");
    return BOLD.contains(element.normalName())
        || style.contains("font-weight:bold")
        || style.contains("font-weight:700")
        || isBold(element.childNodes(), null);
  }

  /** Whether a node shows nothing: white space, a comment. */
  static boolean isBlank(Node node) {
    return node instanceof TextNode text ? text.isBlank() : !(node instanceof Element);
  }
}

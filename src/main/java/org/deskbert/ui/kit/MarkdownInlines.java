package org.deskbert.ui.kit;

import static org.deskbert.ui.kit.Texts.text;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** The text inside a Markdown block: bold, italics, code, links. */
final class MarkdownInlines {
  private final List<Node> nodes = new ArrayList<>();

  private MarkdownInlines() {}

  /** The nodes for everything inside {@code block}. */
  static List<Node> of(org.commonmark.node.Node block) {
    MarkdownInlines inlines = new MarkdownInlines();
    inlines.children(block, List.of());
    return inlines.nodes;
  }

  private void children(org.commonmark.node.Node parent, List<String> styles) {
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      add(node, styles);
    }
  }

  private void add(org.commonmark.node.Node node, List<String> styles) {
    switch (node) {
      case org.commonmark.node.Text text -> words(text.getLiteral(), styles);
      case StrongEmphasis strong -> children(strong, with(styles, "strong"));
      case Emphasis emphasis -> children(emphasis, with(styles, "emphasis"));
      case SoftLineBreak _ -> words(" ", styles);
      case HardLineBreak _ -> words("\n", styles);
      case HtmlInline html -> words(html.getLiteral(), styles);
      case Code code -> nodes.add(code(code.getLiteral()));
      case Link link -> nodes.add(link(MarkdownInlines.words(link), link.getDestination()));
      case Image image -> words("[" + words(image) + "]", with(styles, "emphasis"));
      default -> children(node, styles);
    }
  }

  private void words(String literal, List<String> styles) {
    Text text = new Text(literal);
    text.getStyleClass().addAll(styles);
    nodes.add(text);
  }

  private static Node code(String literal) {
    Label label = new Label(literal);
    label.getStyleClass().add("code");
    label.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    label.setWrapText(true);
    return label;
  }

  private static Node link(String words, String address) {
    Hyperlink link = new Hyperlink(words.isEmpty() ? address : words);
    link.setMnemonicParsing(false);
    Tooltip tooltip = new Tooltip(text("link.copy", address));
    link.setTooltip(tooltip);
    link.setAccessibleText(text("link.name", link.getText(), address));
    link.setOnAction(_ -> {
      Clip.copy(address);
      link.setVisited(false);
      tooltip.setText(text("link.copied", address));
    });
    return link;
  }

  private static String words(org.commonmark.node.Node node) {
    StringBuilder words = new StringBuilder();
    for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
      words.append(
          switch (child) {
            case org.commonmark.node.Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            default -> words(child);
          });
    }
    return words.toString();
  }

  private static List<String> with(List<String> styles, String style) {
    List<String> more = new ArrayList<>(styles);
    more.add(style);
    return more;
  }
}

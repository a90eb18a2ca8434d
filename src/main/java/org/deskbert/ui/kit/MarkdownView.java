package org.deskbert.ui.kit;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Shows Markdown (CommonMark and tables). Nothing is loaded and nothing is opened: HTML is shown as
 * it is written, a picture by its text, and a link copies its address.
 */
public final class MarkdownView extends VBox {
  private static final List<TablesExtension> EXTENSIONS =
      List.of((TablesExtension) TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final TextContentRenderer PLAIN =
      TextContentRenderer.builder()
          .extensions(EXTENSIONS)
          .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
          .build();

  /** Shows {@code markdown}. */
  public MarkdownView(String markdown) {
    getStyleClass().add("markdown");
    setFillWidth(true);
    Direction.follow(this, markdown);
    blocks(PARSER.parse(markdown), this);
  }

  /** The text without the marks, to be copied or read aloud. */
  public static String plain(String markdown) {
    return PLAIN.render(PARSER.parse(markdown)).strip();
  }

  private static void blocks(org.commonmark.node.Node parent, VBox target) {
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      target.getChildren().add(block(node));
    }
  }

  private static Node block(org.commonmark.node.Node node) {
    return switch (node) {
      case Heading heading -> flow(heading, heading.getLevel() <= 2 ? "heading" : "subheading");
      case Paragraph paragraph -> flow(paragraph, "paragraph");
      case FencedCodeBlock code -> code(code.getLiteral());
      case IndentedCodeBlock code -> code(code.getLiteral());
      case HtmlBlock html -> code(html.getLiteral());
      case ThematicBreak _ -> styled(new Region(), "rule");
      case BlockQuote quote -> nested(quote, "quote");
      case TableBlock table -> table(table);
      case org.commonmark.node.ListBlock list -> list(list);
      default -> nested(node, "block");
    };
  }

  private static TextFlow flow(org.commonmark.node.Node node, String style) {
    TextFlow flow = new TextFlow();
    flow.getChildren().addAll(MarkdownInlines.of(node));
    flow.setMinWidth(0);
    return styled(flow, style);
  }

  private static Node nested(org.commonmark.node.Node node, String style) {
    VBox box = styled(new VBox(), style);
    blocks(node, box);
    return box;
  }

  private static Node code(String literal) {
    Label label = Controls.text(literal.stripTrailing(), "code-block");
    label.setMaxWidth(Double.MAX_VALUE);
    label.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    return label;
  }

  private static Node list(org.commonmark.node.ListBlock list) {
    VBox box = styled(new VBox(), list.isTight() ? "tight-list" : "loose-list");
    int number =
        list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
            ? ordered.getMarkerStartNumber()
            : 1;
    for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (item instanceof ListItem) {
        Label marker = new Label(list instanceof OrderedList ? number++ + "." : "•");
        marker.getStyleClass().add("marker");
        marker.setMinWidth(Region.USE_PREF_SIZE);
        VBox content = styled(new VBox(), "item");
        blocks(item, content);
        HBox.setHgrow(content, Priority.ALWAYS);
        box.getChildren().add(styled(new HBox(marker, content), "list-row"));
      }
    }
    return box;
  }

  private static Node table(TableBlock table) {
    GridPane grid = styled(new GridPane(), "table-block");
    int row = 0;
    for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (var line = part.getFirstChild(); line != null; line = line.getNext()) {
        int column = 0;
        for (var cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
          boolean header = cell instanceof TableCell content && content.isHeader();
          VBox box = styled(new VBox(flow(cell, "paragraph")), header ? "head-cell" : "cell");
          GridPane.setValignment(box, VPos.TOP);
          GridPane.setHgrow(box, Priority.SOMETIMES);
          grid.add(box, column++, row);
        }
        row++;
      }
    }
    return grid;
  }

  private static <N extends Node> N styled(N node, String style) {
    node.getStyleClass().add(style);
    return node;
  }
}

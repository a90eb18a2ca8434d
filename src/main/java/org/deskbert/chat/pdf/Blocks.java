package org.deskbert.chat.pdf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Markdown as paragraphs one under the other: what a page of text can show of it. */
final class Blocks extends AbstractVisitor {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private static final double GAP = 0.5;

  /**
   * A paragraph.
   *
   * @param bold the characters that are bold
   * @param depth how many lists or quotes it is in
   * @param marker what stands before it, empty for nothing
   * @param gap space above it, in letters
   */
  record Block(String text, BitSet bold, int depth, String marker, double gap, boolean code) {}

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final BitSet bold = new BitSet();
  private int depth;
  private String marker = "";
  private int number = -1;

  private Blocks() {}

  /** The paragraphs of a text. */
  static List<Block> of(String markdown) {
    Blocks blocks = new Blocks();
    PARSER.parse(markdown).accept(blocks);
    return blocks.blocks;
  }

  private void end(boolean code) {
    if (!text.isEmpty()) {
      double gap = depth > 0 && !blocks.isEmpty() && blocks.getLast().depth() > 0 ? GAP / 2 : GAP;
      BitSet styled = (BitSet) bold.clone();
      blocks.add(new Block(text.toString(), styled, depth, marker, gap, code));
      marker = "";
    }
    text.setLength(0);
    bold.clear();
  }

  private void strong(Runnable content) {
    int from = text.length();
    content.run();
    bold.set(from, text.length());
  }

  @Override
  public void visit(Paragraph paragraph) {
    visitChildren(paragraph);
    end(false);
  }

  @Override
  public void visit(Heading heading) {
    strong(() -> visitChildren(heading));
    end(false);
  }

  @Override
  public void visit(BulletList list) {
    list(list, -1);
  }

  @Override
  public void visit(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    list(list, start == null ? 1 : start);
  }

  private void list(Node list, int start) {
    int outer = number;
    number = start;
    depth++;
    visitChildren(list);
    depth--;
    number = outer;
  }

  @Override
  public void visit(ListItem item) {
    marker = number < 0 ? "•" : number++ + ".";
    visitChildren(item);
    marker = "";
  }

  @Override
  public void visit(BlockQuote quote) {
    depth++;
    visitChildren(quote);
    depth--;
  }

  @Override
  public void visit(FencedCodeBlock code) {
    code(code.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    code(code.getLiteral());
  }

  private void code(String literal) {
    depth++;
    text.append(literal.stripTrailing().replace("\t", "    "));
    end(true);
    depth--;
  }

  @Override
  public void visit(HtmlBlock html) {
    text.append(html.getLiteral());
    end(false);
  }

  @Override
  public void visit(HtmlInline html) {
    text.append(html.getLiteral());
  }

  @Override
  public void visit(StrongEmphasis emphasis) {
    strong(() -> visitChildren(emphasis));
  }

  @Override
  public void visit(Text words) {
    text.append(words.getLiteral());
  }

  @Override
  public void visit(Code code) {
    text.append(code.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak line) {
    text.append(' ');
  }

  @Override
  public void visit(HardLineBreak line) {
    text.append('\n');
  }

  @Override
  public void visit(Link link) {
    int from = text.length();
    visitChildren(link);
    if (!text.substring(from).equals(link.getDestination())) {
      text.append(" (").append(link.getDestination()).append(')');
    }
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      visitChildren(block);
    }
  }

  /** A row of a table is a line, its cells with bars between them. */
  @Override
  public void visit(CustomNode node) {
    switch (node) {
      case TableRow row -> {
        visitChildren(row);
        end(false);
      }
      case TableCell cell -> {
        if (!text.isEmpty()) {
          text.append(" | ");
        }
        int from = text.length();
        visitChildren(cell);
        bold.set(from, cell.isHeader() ? text.length() : from);
      }
      default -> visitChildren(node);
    }
  }
}

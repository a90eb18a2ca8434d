package org.deskbert.faq;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Plain text of single lines of Markdown, and back. */
final class MarkdownText {
  private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}(?:[ \\t]+(.*))?");
  private static final Pattern CLOSING = Pattern.compile("(?:^|[ \\t]+)#+[ \\t]*$");
  private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(?:=+|-+)[ \\t]*");
  private static final Pattern PUNCTUATION = Pattern.compile("([!-/:-@\\[-`{-~])");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<&]");
  private static final Parser PARSER = Parser.builder().maxInlineNesting(100).build();

  private MarkdownText() {}

  /** The text of a heading's source lines, whichever of the two kinds it is. */
  static String heading(List<String> lines) {
    String first = lines.getFirst();
    var atx = HEADING.matcher(first);
    if (lines.size() == 1 && atx.matches()) {
      String text = atx.group(1) == null ? "" : atx.group(1);
      return plain(CLOSING.matcher(text).replaceFirst(""));
    }
    int end = lines.size();
    if (UNDERLINE.matcher(lines.getLast()).matches()) {
      end--;
    }
    return plain(String.join(" ", lines.subList(0, end)));
  }

  /** What a reader sees of one line of Markdown. */
  static String plain(String markdown) {
    // Most questions have nothing to parse; those that are too long anyway aren't worth it.
    if (!SPECIAL.matcher(markdown).find() || markdown.length() > 4 * Drafts.MAX_PHRASING) {
      return markdown.strip().replace('\n', ' ');
    }
    StringBuilder out = new StringBuilder();
    // As a heading, so that nothing at the start makes a list or a quote of it.
    PARSER
        .parse("# " + markdown.strip().replace('\n', ' ') + " #")
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Text text) {
                out.append(text.getLiteral());
              }

              @Override
              public void visit(Code code) {
                out.append(code.getLiteral());
              }

              @Override
              public void visit(SoftLineBreak lineBreak) {
                out.append(' ');
              }

              @Override
              public void visit(HardLineBreak lineBreak) {
                out.append(' ');
              }
            });
    return out.toString();
  }

  /** Markdown of one line that reads as {@code text}; simple text stays as it is. */
  static String escape(String text) {
    return plain(text).equals(text) && !CLOSING.matcher(text).find()
        ? text
        : PUNCTUATION.matcher(text).replaceAll("\\\\$1");
  }

  /** The inside of a comment of one line that can't end it. */
  static String escapeComment(String text) {
    return text.replace("&", "&amp;")
        .replace("-", "&#45;")
        .replace(">", "&gt;")
        .replace("\n", "&#10;");
  }

  /** Back from {@link #escapeComment}. */
  static String unescapeComment(String text) {
    return text.replace("&#10;", "\n")
        .replace("&gt;", ">")
        .replace("&#45;", "-")
        .replace("&amp;", "&");
  }
}

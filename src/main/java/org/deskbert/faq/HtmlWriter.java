package org.deskbert.faq;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Writes a page to read and to print: all in one file, no scripts, nothing loaded. The FAQ itself
 * lies at its end as data, so that {@link HtmlReader} reads the same entries again.
 */
final class HtmlWriter {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .maxOpenBlockParsers(100)
          .build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .escapeHtml(true)
          .sanitizeUrls(true)
          .nodeRendererFactory(Pictures::new)
          .build();

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html>
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Questions and answers</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1c2330; background: #fff; }
      h1, h2, h3 { line-height: 1.25; break-after: avoid; }
      h2 { margin-top: 2.5rem; border-bottom: 1px solid #ccd3dd; }
      nav { columns: 2; margin-bottom: 2rem; }
      nav a { display: block; color: #1d4f91; }
      section { break-inside: avoid; }
      .also, .until { color: #55606f; font-size: .9em; }
      table { border-collapse: collapse; }
      td, th { border: 1px solid #ccd3dd; padding: .25rem .5rem; text-align: left; }
      pre { overflow: auto; background: #f3f5f8; padding: .5rem; }
      @media print { nav { display: none; } body { margin: 0; max-width: none; } }
      @media (prefers-color-scheme: dark) { @media screen { body { color: #e6e9ee; background: #14181f; } nav a, a { color: #8ab8f5; } .also, .until { color: #a5afbd; } pre { background: #1e242d; } } }
      </style>
      </head>
      <body>
      <main>
      <h1>Questions and answers</h1>
      """;

  private HtmlWriter() {}

  /** Writes all entries, those of a category below each other. */
  static void write(Faq faq, Writer out) throws IOException {
    Map<String, List<Entry>> categories = new LinkedHashMap<>();
    Map<Entry, Integer> numbers = new LinkedHashMap<>();
    for (Entry entry : faq.entries()) {
      categories.computeIfAbsent(entry.category(), name -> new ArrayList<>()).add(entry);
      numbers.put(entry, numbers.size() + 1);
    }
    out.write(HEAD);
    out.write("<nav>\n");
    for (Map.Entry<Entry, Integer> each : numbers.entrySet()) {
      String question = escape(each.getKey().question());
      out.write("<a href=\"#q" + each.getValue() + "\">" + question + "</a>\n");
    }
    out.write("</nav>\n");
    for (Map.Entry<String, List<Entry>> category : categories.entrySet()) {
      if (!category.getKey().isEmpty()) {
        out.write("<h2>" + escape(category.getKey()) + "</h2>\n");
      }
      for (Entry entry : category.getValue()) {
        entry(entry, numbers.getOrDefault(entry, 0), out);
      }
    }
    StringWriter data = new StringWriter();
    JsonFormat.write(
        faq.with(faq.entries().stream().map(entry -> entry.withNotes("")).toList()), data);
    out.write("</main>\n<script type=\"application/json\" id=\"" + HtmlReader.DATA + "\">\n");
    // In the texts of JSON a "<" may be written otherwise, so nothing in them ends the script.
    out.write(data.toString().replace("<", "\\u003c"));
    out.write("</script>\n</body>\n</html>\n");
  }

  private static void entry(Entry entry, int number, Writer out) throws IOException {
    out.write("<section id=\"q" + number + "\">\n");
    out.write("<h3>" + escape(entry.question()) + "</h3>\n");
    if (entry.phrasings().size() > 1) {
      out.write("<ul class=\"also\">\n");
      for (String phrasing : entry.phrasings().subList(1, entry.phrasings().size())) {
        out.write("<li>" + escape(phrasing) + "</li>\n");
      }
      out.write("</ul>\n");
    }
    if (entry.until() != null) {
      out.write("<p class=\"until\">Valid until " + entry.until() + "</p>\n");
    }
    out.write(RENDERER.render(PARSER.parse(entry.answer())));
    out.write("</section>\n");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A page loads nothing, so a picture is its text. */
  private record Pictures(HtmlNodeRendererContext context) implements NodeRenderer {
    @Override
    public java.util.Set<Class<? extends Node>> getNodeTypes() {
      return java.util.Set.of(Image.class);
    }

    @Override
    public void render(Node picture) {
      context.getWriter().tag("em");
      for (Node child = picture.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
      context.getWriter().tag("/em");
    }
  }
}

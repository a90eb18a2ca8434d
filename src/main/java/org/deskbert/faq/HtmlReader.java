package org.deskbert.faq;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads the questions of a page: what {@link Outline} finds in its text, else what it tells search
 * engines (schema.org's FAQPage). A page that DeskBERT wrote holds its FAQ whole.
 */
final class HtmlReader {
  /** The element in which {@link HtmlWriter} keeps the FAQ. */
  static final String DATA = "deskbert-faq";

  /** A tag takes some hundred bytes of memory; what lies deep is gone over at every level. */
  private static final int MAX_TAGS = 100_000;

  private static final int MAX_TEXT = 4 << 20;
  private static final int MAX_DEPTH = 100;
  private static final String DATA_START =
      "<script type=\"application/json\" id=\"" + DATA + "\">\n";

  private HtmlReader() {}

  /** Reads all questions into {@code drafts}. */
  static void read(String file, String text, Drafts drafts) throws FaqException {
    int data = text.lastIndexOf(DATA_START);
    int end = text.indexOf("</script>", data);
    if (data >= 0 && end >= 0) {
      String json = text.substring(data + DATA_START.length(), end);
      if (isOwn(file, text, json)) {
        JsonFormat.read(file, json, drafts);
        return;
      }
      drafts.note(
          Problem.Severity.NOTE,
          "changed-page",
          new Draft.Place(file, 0),
          0,
          "",
          Sentence.of("changed-page"),
          Sentence.of("changed-page.todo"));
    }
    if (text.length() > MAX_TEXT) {
      throw new FaqException(
          file + " has more than 4 million characters. Save it without pictures in it.");
    }
    if (text.chars().filter(c -> c == '<').limit(MAX_TAGS + 1L).count() > MAX_TAGS) {
      throw new FaqException(
          file
              + " has more than "
              + Text.count(MAX_TAGS)
              + " tags, too many for a FAQ. Save only the part with the questions.");
    }
    Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(MAX_DEPTH);
    read(file, parser.parseInput(text, ""), drafts);
  }

  /** Reads the questions of a parsed page. */
  static void read(String file, Document page, Drafts drafts) throws FaqException {
    if (Outline.read(file, new HtmlBlocks(page).blocks(), drafts)) {
      return;
    }
    boolean any = false;
    for (Element script : page.select("script[type=application/ld+json]")) {
      try {
        any |= searchData(file, JsonTree.read(file, script.data()), drafts);
      } catch (FaqException e) {
        // Broken or foreign: the page has no questions then.
      }
    }
    if (!any) {
      throw new FaqException(
          file
              + " has no questions. Write each as a heading, in bold, or with a question mark, and"
              + " its answer below it.");
    }
  }

  /** Whether nobody has changed the text that people see. */
  private static boolean isOwn(String file, String text, String json) {
    try {
      Drafts drafts = new Drafts();
      JsonFormat.read(file, json, drafts);
      Faq faq = drafts.finish(file, true).as(file);
      StringWriter again = new StringWriter();
      HtmlWriter.write(faq, again);
      return again.toString().equals(text.replace("\r\n", "\n"));
    } catch (FaqException | IOException e) {
      return false;
    }
  }

  private static boolean searchData(String file, Tree tree, Drafts drafts) throws FaqException {
    boolean any = false;
    for (Tree item : tree.items()) {
      any |= searchData(file, item, drafts);
    }
    for (Tree item : tree.get("@graph").items()) {
      any |= searchData(file, item, drafts);
    }
    if (!tree.get("@type").texts().contains("FAQPage")) {
      return any;
    }
    Tree main = tree.get("mainEntity");
    List<Tree> questions = main.items().isEmpty() ? List.of(main) : main.items();
    for (Tree question : questions) {
      Tree answers = question.get("acceptedAnswer");
      Tree answer = answers.items().isEmpty() ? answers : answers.items().getFirst();
      drafts.add(
          new Draft(
              new Draft.Place(file, 0),
              "",
              List.of(plain(question.text("name"))),
              HtmlMarkdown.of(fragment(answer.text("text")).childNodes()),
              "",
              List.of(),
              "",
              ""));
      any = true;
    }
    return any;
  }

  private static String plain(String html) {
    return HtmlMarkdown.plain(fragment(html).childNodes());
  }

  private static Element fragment(String html) {
    return Parser.htmlParser().parseInput(html, "").body();
  }
}

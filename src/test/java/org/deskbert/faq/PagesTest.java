package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTML pages and Word documents. */
class PagesTest {
  @TempDir Path folder;

  private FaqFile read(String name, byte[] bytes) throws Exception {
    return FaqFiles.read(Files.write(folder.resolve(name), bytes), false);
  }

  private List<String> lines(String page) throws Exception {
    return lines(read("page.html", FormatSamples.bytes(page)));
  }

  /** Question, category and answer of each entry. */
  private static List<String> lines(FaqFile file) {
    List<String> lines = new ArrayList<>();
    for (Entry e : file.entries()) {
      lines.add(String.join("/", e.phrasings()) + " [" + e.category() + "] " + e.answer());
    }
    return lines;
  }

  @Test
  void readsHeadingsPairsAndTables() throws Exception {
    FaqFile read = read("page.html", FormatSamples.bytes(FormatSamples.PAGE));
    assertEquals(
        List.of(
            "Where is my order? [Orders] See [the tracker](https://example.org/track) or this.\n\n"
                + "- by **number**\n- by name\n\n  - first",
            "Can I cancel? [Orders] Yes, within 2 * 3 hours.  \n"
                + "Call `us`.\n\n"
                + "**Abroad**\n\n"
                + "Within one day.",
            "Which cards do you take? [Payment] All of them.",
            "Do you send invoices? [Payment] By mail.",
            "Is there a fee? [Money] No *fee*."),
        lines(read));
    assertEquals(8, read.lines().get("where-is-my-order"));
    assertEquals(21, read.lines().get("is-there-a-fee"));
  }

  @Test
  void aHeadingUnderAQuestionCanBeItsAnswer() throws Exception {
    assertEquals(
        List.of(
            "What do I bring? [] Pen and paper.",
            "Who may come? [] **Guests**\n\nOnly with a badge.\n\n**Staff**\n\nAlways.",
            "Can I park? [More?] Yes."),
        lines(
            """
            <h1>Questions</h1>
            <h2>What do I bring?</h2><h3>Pen and paper.</h3>
            <h2>Who may come?</h2><h3>Guests</h3><p>Only with a badge.</p><h3>Staff</h3><p>Always.</p>
            <h2>More?</h2><h3>Can I park?</h3><p>Yes.</p><hr>
            """));
  }

  @Test
  void readsBoldQuestionsPrefixesAndButtons() throws Exception {
    assertEquals(
        List.of(
            "Who books? [Travel] The *desk*.",
            "Who pays? [Travel] The firm.\n\nMore on that: ask.",
            "May I fly? [Travel] Yes.",
            "By train? [Travel] Of course."),
        lines(FormatSamples.BOLD_PAGE));
  }

  @Test
  void withoutMarksAnyParagraphThatAsksIsAQuestion() throws Exception {
    assertEquals(
        List.of("Who? [] Me.\n\nOr you.", "When? [] Now."),
        lines("<html><p>Hello.<p>Who?<p>Me.<p>Or you.<p>When?<p>Now."));
    assertEquals(
        List.of("Getting in [] By the door.", "Getting out [] By the window."),
        lines("<html><p><b>Getting in</b><p>By the door.<p><b>Getting out</b><p>By the window."));
    assertEquals(
        List.of("Getting in [House] By the door.", "Getting out [House] By the window."),
        lines(
            "<html><h1>All</h1><h2>House</h2><h3>Getting in</h3>By the door.<h3>Getting out</h3>By"
                + " the window."));
  }

  @Test
  void readsWhatAPageTellsSearchEngines() throws Exception {
    assertEquals(
        List.of("Who? [] **Me**"),
        lines(
            "<html><script"
                + " type='application/ld+json'>{\"@type\":\"FAQPage\",\"mainEntity\":[{\"@type\":"
                + "\"Question\",\"name\":\"Who?\",\"acceptedAnswer\":{\"text\":\"<p><b>Me</b></p>\"}}]}</script><div"
                + " id=app></div>"));
  }

  @Test
  void textThatLooksLikeMarkdownStaysText() throws Exception {
    assertEquals(
        List.of("Who? [] \\# a \\*b\\* \\[c\\](d) \\<e> 1\\. `f`"),
        lines("<html><h2>Who?</h2><p># a *b* [c](d) &lt;e> 1\\. <code>f</code></p>").stream()
            .map(line -> line.replace("\\\\", "\\"))
            .toList());
    assertEquals(List.of("Who? [] 1\\. one"), lines("<html><h2>Who?</h2><p>1. one</p>"));
  }

  @Test
  void questionsWithoutAnswersAreNamed() throws Exception {
    FaqException e =
        assertThrows(
            FaqException.class, () -> lines("<html>\n<h2>Who?</h2>\n<h2>When?</h2>\n<p>Now.</p>"));
    assertTrue(
        e.getMessage().startsWith("page.html, line 2: \"Who?\" has no answer."), e.getMessage());
    e = assertThrows(FaqException.class, () -> lines("<html><p>Hello.</p>"));
    assertTrue(e.getMessage().startsWith("page.html has no questions. Write each as a heading"));
  }

  @Test
  void readsWordDocuments() throws Exception {
    FaqFile read = read("letter.docx", FormatSamples.docx(FormatSamples.DOCUMENT));
    assertEquals(
        List.of(
            "How much leave do I get? [Leave] 30 **days**, see [the"
                + " rules](https://example.org/rules)\n\n"
                + "- for all\n\n"
                + "  - also trainees\n\n"
                + "1. first\n\n"
                + "**Who approves it?**\n\n"
                + "Your lead.",
            "Can I carry it over? [Table] Until March.",
            "Is it paid? [Table] Yes."),
        lines(read));
    assertEquals(3, read.lines().get("how-much-leave-do-i-get"));
  }

  @Test
  void hostileDocumentsAreRefused() throws Exception {
    String entities =
        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x SYSTEM"
            + " \"file:///etc/passwd\">]><d>&b;&x;</d>";
    FaqException e =
        assertThrows(FaqException.class, () -> read("xxe.docx", FormatSamples.docx(entities)));
    assertFalse(e.getMessage().contains("root:"), e.getMessage());
    String deep = "<w:d xmlns:w='w'>" + "<w:tbl><w:tr><w:tc>".repeat(5_000);
    assertThrows(FaqException.class, () -> read("deep.docx", FormatSamples.docx(deep)));
    assertThrows(
        FaqException.class, () -> read("bomb.docx", FormatSamples.docx(" ".repeat(65 << 20))));
    e =
        assertThrows(
            FaqException.class, () -> lines("<html>" + "<p><font color=a><b>".repeat(110_000)));
    assertTrue(e.getMessage().contains("too many"), e.getMessage());
    assertThrows(FaqException.class, () -> lines("<html>" + "<div><b>".repeat(40_000)));
  }

  @Test
  void theExportedPageLoadsNothingAndRunsNothing() throws Exception {
    Path file = folder.resolve("out.html");
    Entry entry =
        new Entry(
            "1",
            List.of("<script>alert(1)</script>"),
            "<script>alert(2)</script> ![pic](https://example.org/p.png) [x](javascript:alert(3))",
            "",
            List.of(),
            null,
            null);
    FaqWriter.write(new Faq("x", List.of(entry)), file, FaqFormat.HTML);
    String page = Files.readString(file, StandardCharsets.UTF_8);
    assertFalse(page.contains("<script>"), page);
    assertFalse(page.contains("<img"), page);
    assertFalse(page.contains("href=\"javascript"), page);
    assertEquals(List.of(entry), FaqFiles.read(file, false).entries());
  }

  @Test
  void anExportedPageThatWasChangedIsReadAsItLooks() throws Exception {
    byte[] own = FormatSamples.all().get("own.html");
    String page = new String(own, StandardCharsets.UTF_8).replaceFirst("49 1234", "49 5678");
    FaqFile read = read("changed.html", FormatSamples.bytes(page));
    assertEquals(List.of("changed-page"), read.problems().stream().map(Problem::kind).toList());
    assertEquals("+49 5678", read.entries().getLast().answer());
    assertEquals(
        FormatSamples.ENTRIES.getFirst().phrasings(), read.entries().getFirst().phrasings());
  }
}

package org.deskbert.faq;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small file of each kind that can be read, in the layouts in which other programs export. */
final class FormatSamples {
  /** Entries with everything that an entry can hold. */
  static final List<Entry> ENTRIES =
      List.of(
          new Entry(
              "pw",
              List.of("How do I reset my password?", "I forgot my | password"),
              "Open **Settings**:\n\n"
                  + "1. Click *Reset*.\n"
                  + "2. Wait.\n\n"
                  + "| a | b |\n"
                  + "| --- | --- |\n"
                  + "| 1 | 2 |",
              "Accounts",
              List.of("login", "self-service"),
              null,
              LocalDate.of(2027, 12, 31)),
          new Entry(
              "pw-mail",
              List.of("Which mail address is used?"),
              "=the one on file, \"quoted\", C:\\new\ttabbed <b>",
              "Accounts",
              List.of(),
              "pw",
              null),
          new Entry("vpn", List.of("-Wie geht VPN?"), "+49 1234", "", List.of(), null, null));

  private FormatSamples() {}

  /** File names and contents. */
  static Map<String, byte[]> all() throws Exception {
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (FaqFormat format : FaqFormat.values()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      FaqWriter.write(new Faq("x", ENTRIES), out, format);
      String ending =
          format == FaqFormat.QNAMAKER ? "tsv" : format.name().toLowerCase(java.util.Locale.ROOT);
      all.put("own." + ending, out.toByteArray());
    }
    all.put("page.html", bytes(PAGE));
    all.put("bold.html", bytes(BOLD_PAGE));
    all.put("letter.docx", docx(DOCUMENT));
    all.put("knowledge.tsv", bytes(QNA_TSV));
    all.put("knowledge.json", bytes(QNA_JSON));
    all.put("project.json", bytes(PROJECT_JSON));
    all.put("knowledge.qna", bytes(QNA_MARKDOWN));
    all.put("rasa.zip", BotSamples.rasa());
    all.put("nlu.yml", bytes(BotSamples.RASA_NLU + BotSamples.RASA_DOMAIN));
    all.put(
        "rasa1.zip",
        zip("data/nlu.md", BotSamples.RASA1_NLU, "data/responses.md", BotSamples.RASA1_RESPONSES));
    all.put("agent.zip", BotSamples.dialogflow());
    all.put("qna.json", bytes(BotSamples.BOTPRESS));
    all.put("botpress.zip", zip("qnas.json", BotSamples.BOTPRESS));
    return all;
  }

  static final String PAGE =
      """
      <!doctype html>
      <html><head><title>Help</title><style>p { color: red }</style></head>
      <body>
      <nav><ul><li><a href="#a">Is this a menu?</a></li></ul></nav>
      <h1>Help centre</h1>
      <p>Welcome.</p>
      <h2>Orders</h2>
      <h3>Where is my order?</h3>
      <p>See <a href="https://example.org/track">the tracker</a> or
         <a href="javascript:alert(1)">this</a>.</p>
      <ul><li>by <b>number</b></li><li>by name<ul><li>first</li></ul></li></ul>
      <h3>Can I cancel?</h3>
      <p>Yes, within 2 * 3 hours.<br>Call <code>us</code>.</p>
      <h4>Abroad</h4>
      <p>Within one day.</p>
      <h2>Payment</h2>
      <dl><dt>Which cards do you take?</dt><dd>All of them.</dd></dl>
      <details><summary>Do you send invoices?</summary><p>By mail.</p></details>
      <table>
      <tr><th>Question</th><th>Answer</th><th>Category</th></tr>
      <tr><td>Is there a fee?</td><td>No <i>fee</i>.</td><td>Money</td></tr>
      </table>
      <footer><p>Imprint</p></footer>
      <script>alert("?")</script>
      </body></html>
      """;

  static final String BOLD_PAGE =
      """
      <div><h2>Travel</h2>
      <p><b>Who books?</b><br>The <em>desk</em>.</p>
      <p><strong>1. Who pays?</strong> The firm.</p>
      <p>More on that: ask.</p>
      <p>Q: May I fly?</p>
      <p>A: Yes.</p>
      <button class="accordion">By train?</button><div class="panel"><p>Of course.</p></div>
      </div>
      """;

  private static final String W =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>";

  static final String DOCUMENT =
      W
          + par("Title", "Staff handbook")
          + par("Heading1", "Leave")
          + par("berschrift2", "How much leave do I get?")
          + "<w:p><w:r><w:t xml:space=\"preserve\">30"
          + " </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>da</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ys</w:t></w:r><w:r><w:t>,"
          + " see </w:t></w:r><w:hyperlink r:id=\"rId1\"><w:r><w:t>the"
          + " rules</w:t></w:r></w:hyperlink></w:p>"
          + item("0", "1", "for all")
          + item("1", "1", "also trainees")
          + item("0", "2", "first")
          + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Who approves it?</w:t></w:r></w:p>"
          + par("", "Your lead.")
          + par("Heading1", "Table")
          + "<w:tbl><w:tr>"
          + cell("Can I carry it over?")
          + cell("Until March.")
          + "</w:tr>"
          + "<w:tr>"
          + cell("Is it paid?")
          + cell("Yes.")
          + "</w:tr></w:tbl>"
          + "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
          + "</w:body></w:document>";

  private static String par(String style, String text) {
    String properties = style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
    return "<w:p>" + properties + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static String item(String level, String list, String text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\""
        + level
        + "\"/><w:numId w:val=\""
        + list
        + "\"/></w:numPr></w:pPr><w:r><w:t>"
        + text
        + "</w:t></w:r></w:p>";
  }

  private static String cell(String text) {
    return "<w:tc><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
  }

  /** A Word document with this {@code document.xml}. */
  static byte[] docx(String document) throws IOException {
    return zip(
        "[Content_Types].xml",
        "<Types/>",
        "word/document.xml",
        document,
        "word/styles.xml",
        "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"berschrift2\"><w:name w:val=\"heading"
            + " 2\"/></w:style><w:style w:styleId=\"Heading1\"><w:name w:val=\"heading"
            + " 1\"/></w:style></w:styles>",
        "word/numbering.xml",
        "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\"><w:lvl"
            + " w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum><w:abstractNum"
            + " w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt"
            + " w:val=\"decimal\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId"
            + " w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId"
            + " w:val=\"8\"/></w:num></w:numbering>",
        "word/_rels/document.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/hyperlink\""
            + " Target=\"https://example.org/rules\"/></Relationships>");
  }

  static final String QNA_TSV =
      "Question\tAnswer\tSource\tMetadata\tSuggestedQuestions\tIsContextOnly\tPrompts\tQnaId"
          + "\tSourceDisplayName\n"
          + "When are you open?\t**Daily**\\nfrom 9 to 5\tEditorial\tcategory:hours|region:north"
          + "\t[]\tFalse\t[{\"displayOrder\":0,\"qnaId\":2,\"displayText\":\"Sunday\"}]\t1"
          + "\tEditorial\n"
          + "Opening hours\t**Daily**\\nfrom 9 to 5\tEditorial\tcategory:hours|region:north\t[]"
          + "\tFalse\t[{\"displayOrder\":0,\"qnaId\":2,\"displayText\":\"Sunday\"}]\t1\tEditorial\n"
          + "And on \"Sunday\"?\tClosed.\tEditorial\t\t[]\tTrue\t[]\t2\tEditorial\n";

  static final String QNA_JSON =
      """
      {"qnaDocuments": [
        {"id": 1, "answer": "Daily.", "source": "Editorial", "questions": ["When are you open?", "Opening hours"],
         "metadata": [{"name": "category", "value": "hours"}],
         "context": {"isContextOnly": false, "prompts": [
           {"displayOrder": 0, "qnaId": 2, "qna": null, "displayText": "Sunday"},
           {"displayOrder": 1, "qnaId": 0, "displayText": "Monday", "qna":
             {"id": 0, "answer": "Late.", "questions": ["And on Monday?"], "metadata": []}}]}},
        {"id": 2, "answer": "Closed.", "questions": ["And on Sunday?"], "metadata": [],
         "context": {"isContextOnly": true, "prompts": [{"qnaId": 1, "displayText": "Back"}]}}
      ], "wordAlterations": [{"alterations": ["PC", "computer"]}]}
      """;

  static final String PROJECT_JSON =
      """
      {"Metadata": {"ProjectName": "x", "Language": "en"},
       "Assets": {"Synonyms": [{"Alterations": ["PC", "computer"]}],
        "Qnas": [{"Id": 1, "Answer": "Daily.", "Source": "s", "Questions": ["When are you open?"],
          "Metadata": {"category": "hours"}, "Dialog": {"IsContextOnly": false, "Prompts": [{"QnaId": 2}]}},
         {"Id": 2, "Answer": "Closed.", "Questions": ["And on Sunday?"], "Metadata": {}, "Dialog": {}}]}}
      """;

  static final String QNA_MARKDOWN =
      """
      > !# @qna.pair.source = editorial
      # ? When are you open?
      - Opening hours

      **Filters:**
      - category = hours

      ```markdown
      Daily.

      # not a question
      ```

      **Prompts:**
      - [Sunday](#7) `context-only`
      - [Monday](#?and-on-monday?)

      <a id = "7"></a>
      ## ? And on Sunday?
      ```
      Closed.
      ```
      ## ? And on Monday?
      ```
      Late.
      ```
      $PC:qna-alterations=
      - computer
      """;

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A zip of these names and texts by turns. */
  static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        ZipEntry entry = new ZipEntry(namesAndTexts[i]);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes(namesAndTexts[i + 1]));
      }
    }
    return bytes.toByteArray();
  }
}

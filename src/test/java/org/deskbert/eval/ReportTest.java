package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page, read back as a document. */
class ReportTest {
  private static final String EVIL =
      "<script>alert(\"1\")</script> & <!-- ]]> 'quoted' \u00e9\u4e2d\ud83d\ude00";

  private static final List<Evaluation.Row> ROWS =
      List.of(
          LabTest.row("all well", "a", "answered", 0.95, "a"),
          LabTest.row("which?", "a", "did_you_mean", 0.5, "b", "c"),
          LabTest.row(EVIL, "a", "answered", 0.8, "b"),
          LabTest.row("hi", "a", "small_talk", 0.1, "b"),
          LabTest.row("worst of all", "", "answered", 0.9, "b"));

  private static String html(List<Evaluation.Row> rows, double wrongPercent) {
    List<Long> nanos = Collections.nCopies(rows.size(), 2_000_000L);
    Report.Setup setup =
        new Report.Setup(
            "desk " + EVIL,
            "from tests.csv",
            wrongPercent,
            0.75,
            0.25,
            "small",
            "cafe",
            LocalDate.of(2026, 11, 24));
    Evaluation evaluation = new Evaluation(Evaluation.metrics(rows, nanos), rows);
    return Report.html(evaluation, setup, Map.of("b", EVIL));
  }

  private static Document document(String html) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  private static List<Element> all(Document document, String tag) {
    List<Element> elements = new ArrayList<>();
    NodeList found = document.getElementsByTagName(tag);
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<String> texts(Document document, String tag) {
    return all(document, tag).stream().map(Element::getTextContent).toList();
  }

  @Test
  void textsComeThroughAsTheyAreAndRunNothing() throws Exception {
    Document document = document(html(ROWS, 5));
    assertEquals("Evaluation of desk " + EVIL, texts(document, "h1").getFirst());
    assertTrue(texts(document, "td").contains(EVIL), "the question");
    assertTrue(texts(document, "small").contains(EVIL), "the title of an entry");
    assertTrue(all(document, "script").isEmpty());
  }

  @Test
  void thePageNeedsNothingButItself() throws Exception {
    String html = html(ROWS, 5);
    assertFalse(html.contains("://"), "an address");
    assertFalse(html.contains("url("), "a file");
    Document document = document(html);
    for (String tag : List.of("link", "img", "iframe", "object", "use", "a", "base")) {
      assertTrue(all(document, tag).isEmpty(), tag);
    }
    // In a browser the text of a style is not unescaped.
    assertFalse(texts(document, "style").getFirst().matches("(?s).*[<>&].*"));
  }

  @Test
  void whatCannotBeInADocumentIsReplaced() throws Exception {
    Evaluation.Row odd = LabTest.row("a\u0000b\u001bc\ud800d\uffffe\nf", "a", "answered", 1, "a");
    assertTrue(
        texts(document(html(List.of(odd), 5)), "td").contains("a\ufffdb\ufffdc\ufffdd\ufffde\nf"));
  }

  @Test
  void whatWentWrongStandsFirstAndTheSurestOfItAtTheTop() throws Exception {
    Element table = all(document(html(ROWS, 5)), "tbody").getLast();
    List<List<String>> rows = new ArrayList<>();
    NodeList lines = table.getElementsByTagName("tr");
    for (int i = 0; i < lines.getLength(); i++) {
      NodeList cells = ((Element) lines.item(i)).getElementsByTagName("td");
      List<String> row = new ArrayList<>();
      for (int cell = 0; cell < cells.getLength(); cell++) {
        row.add(cells.item(cell).getTextContent().strip().replaceAll("\n.*", ""));
      }
      rows.add(row);
    }
    assertEquals(
        List.of(
            List.of("worst of all", "wrong answer", "none", "b", "90.0 %"),
            List.of(EVIL, "wrong answer", "a", "b", "80.0 %"),
            List.of(
                "which?", "asked back without the right entry", "a", "suggested: b, c", "50.0 %"),
            List.of("hi", "declined, but there is an answer", "a", "none", "10.0 %"),
            List.of("all well", "right answer", "a", "a", "95.0 %")),
        rows);
  }

  @Test
  void everyTableAndPlotSaysWhatItIs() throws Exception {
    Document document = document(html(ROWS, 5));
    assertEquals("en", document.getDocumentElement().getAttribute("lang"));
    List<Element> tables = all(document, "table");
    assertEquals(6, tables.size());
    assertEquals(6, all(document, "caption").size());
    for (Element head : all(document, "th")) {
      assertFalse(head.getAttribute("scope").isEmpty(), head.getTextContent());
    }
    List<Element> plots = all(document, "svg");
    assertEquals(2, plots.size());
    Set<String> ids = new HashSet<>();
    for (String tag : List.of("title", "desc")) {
      all(document, tag).forEach(e -> ids.add(e.getAttribute("id")));
    }
    for (Element plot : plots) {
      assertEquals("img", plot.getAttribute("role"));
      assertTrue(ids.containsAll(List.of(plot.getAttribute("aria-labelledby").split(" "))));
    }
  }

  @Test
  void thePlotsShowTheFigures() throws Exception {
    Document document = document(html(ROWS, 5));
    List<String> hints =
        all(document, "circle").stream().map(c -> c.getTextContent().strip()).toList();
    assertEquals(
        List.of(
            "1 questions: promised 10.0 %, right 0.0 %",
            "1 questions: promised 50.0 %, right 0.0 %",
            "1 questions: promised 80.0 %, right 0.0 %",
            "2 questions: promised 92.5 %, right 50.0 %",
            "60.0 % of the questions were answered, 66.7 % of these answers were wrong"),
        hints);
    // Three fifths of the width from 60 to 454, two thirds of the height from 288 to 14.
    Element now = all(document, "circle").getLast();
    assertEquals("296.4", now.getAttribute("cx"));
    assertEquals("105.3", now.getAttribute("cy"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 2.5, 100})
  void anyToleranceAndNothingAtAllMakeAPage(double wrongPercent) throws Exception {
    assertFalse(html(List.of(), wrongPercent).contains("NaN"));
    document(html(List.of(), wrongPercent));
    Evaluation.Row declined = LabTest.row("q", "", "unknown", 0);
    assertFalse(html(List.of(declined), wrongPercent).contains("NaN"));
  }

  @Test
  void aPlotIsAsHighAsItHasToBe() {
    assertEquals(0.05, Plot.height(0));
    assertEquals(0.2, Plot.height(0.11));
    assertEquals(1, Plot.height(0.51));
  }
}

package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadTest {
  @TempDir Path folder;

  private FaqFile read(String text) throws Exception {
    return read("faq.csv", text.getBytes(StandardCharsets.UTF_8), false);
  }

  private FaqFile read(String name, byte[] bytes, boolean skipBad) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    return FaqFiles.read(file, skipBad);
  }

  @Test
  void readsAllColumnsAndKeepsTheOrder() throws Exception {
    FaqFile file =
        read(
            """
            id,question,answer,category,tags,parent,until
            b,"First, with comma","Line one

            - line ""two""\",Mail,"x, y",,2026-12-31
            a,Second|and \\| other,Answer,,,b,
            """);
    assertEquals(
        List.of(
            new Entry(
                "b",
                List.of("First, with comma"),
                "Line one\n\n- line \"two\"",
                "Mail",
                List.of("x", "y"),
                null,
                LocalDate.of(2026, 12, 31)),
            new Entry("a", List.of("Second", "and | other"), "Answer", "", List.of(), "b", null)),
        file.entries());
    assertEquals(2, file.lines().get("b"));
    assertEquals(5, file.lines().get("a"));
    assertEquals(List.of(), file.problems());
  }

  @Test
  void furtherRowsWithAnIdAreOtherPhrasings() throws Exception {
    FaqFile file = read("id,question,answer\n1,A,x\n2,B,y\n1,C,\n1,D|A,x\n");
    assertEquals(List.of("A", "C", "D"), file.entries().getFirst().phrasings());
    Problem note = file.problems().getFirst();
    assertEquals("repeated-phrasing", note.kind());
    assertEquals(Problem.Severity.NOTE, note.severity());
    assertEquals(5, note.line());
  }

  @Test
  void onlyGivenIdsClash() throws Exception {
    FaqException e =
        assertThrows(FaqException.class, () -> read("id,question,answer\n1,A,x\n\n1,B,y\n"));
    assertEquals("duplicate-id", e.problems().getFirst().kind());
    assertTrue(e.getMessage().contains("faq.csv, line 4"), e.getMessage());
    assertTrue(e.getMessage().contains("line 2"), e.getMessage());

    List<Entry> made = read("question,answer\nHow so?,x\nHow so!,y\nhow-so,z\n???,w\n").entries();
    assertEquals(
        List.of("how-so", "how-so-2", "how-so-3", "entry"), made.stream().map(Entry::id).toList());
    List<Entry> mixed = read("id,question,answer\n,How so?,x\nhow-so,B,y\n").entries();
    assertEquals(List.of("how-so-2", "how-so"), mixed.stream().map(Entry::id).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Q,A",
        "Frage;Antwort",
        "FRAGE(N);Antwort(en)",
        "Question(s)\tAnswer",
        "sep=;\nfrage;antwort",
        " \"Question\" , Answer ",
        "Fragen,Antworten",
        "Вопрос;Ответ",
        "שאלה,תשובה",
        "Întrebare,Răspuns",
        "question_text,answer_text"
      })
  void understandsSloppyHeaders(String header) throws Exception {
    char separator = header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
    List<Entry> entries = read(header + "\nWhy?" + separator + "Because.\n").entries();
    assertEquals("Why?", entries.getFirst().question());
    assertEquals("Because.", entries.getFirst().answer());
  }

  @Test
  void aHeaderAmongTheRowsIsLeftOutAndNamed() throws Exception {
    FaqFile file = read("Question,Answer\nWhy?,Because.\nQuestion,Answer\nWho?,Me.\n");
    assertEquals(List.of("Why?", "Who?"), file.entries().stream().map(Entry::question).toList());
    assertEquals("repeated-header", file.problems().getFirst().kind());
    assertEquals(3, file.problems().getFirst().line());
  }

  @Test
  void whatIsCalledLikeANumberedColumnIsAnEntry() throws Exception {
    FaqFile file = read("Question,Answer\nQuestion 1,Answer 2\n");
    assertEquals("Question 1", file.entries().getFirst().question());
  }

  @Test
  void joinsSeveralQuestionColumns() throws Exception {
    List<Entry> entries =
        read("Alternate questions,Category,Question,Answer\nb|c,K,a,x\n").entries();
    assertEquals(List.of("a", "b", "c"), entries.getFirst().phrasings());
    assertEquals("K", entries.getFirst().category());
  }

  static List<Charset> charsets() {
    return List.of(
        StandardCharsets.UTF_8,
        StandardCharsets.UTF_16LE,
        StandardCharsets.UTF_16BE,
        Charset.forName("windows-1252"));
  }

  @ParameterizedTest
  @MethodSource("charsets")
  void recognisesEncodings(Charset charset) throws Exception {
    String text = "Frage;Antwort\nWo ist die Küche für Gäste?;Geöffnet – „täglich“ für 5 €\n";
    for (String mark : charset.name().startsWith("UTF") ? List.of("", "\uFEFF") : List.of("")) {
      FaqFile file = read("faq.csv", (mark + text).getBytes(charset), false);
      assertEquals("Wo ist die Küche für Gäste?", file.entries().getFirst().question());
      assertEquals("Geöffnet – „täglich“ für 5 €", file.entries().getFirst().answer());
      assertEquals("wo-ist-die-küche-für-gäste", file.entries().getFirst().id());
    }
  }

  static List<List<String>> badFiles() {
    return List.of(
        List.of("", "faq.csv is empty", ""),
        List.of(" \n\n", "is empty", ""),
        List.of("id,question,answer\n", "only a header", ""),
        List.of("id,text,answer\n1,a,b\n", "line 1", "no-question-column"),
        List.of("\nid,question,text\n1,a,b\n", "line 2", "no-answer-column"),
        List.of("question,answer\na,b\n\"c,d\ne,f\n", "line 3: A quote opens", "unclosed-quote"),
        List.of("question,answer\na,b\n\"c\nd,\"e\",f\n", "line 3", "stray-quote"),
        List.of("question,answer\na,\n", "line 2, column 2", "no-answer"),
        List.of("question,answer\n,b\n", "line 2, column 1", "no-question"),
        List.of("id,question,answer\n1,,b\n", "line 2, column 2", "no-question"),
        List.of("question,answer\na,b,c\n", "line 2, column 3", "too-many-cells"),
        List.of("question,answer,until\na,b,31.12.2026\n", "line 2, column 3", "bad-date"),
        List.of("question,answer,until\na,b,2026-02-30\n", "line 2, column 3", "bad-date"),
        List.of("question,answer,parent\na,b,zz\n", "line 2, column 3", "unknown-parent"),
        List.of("id,question,answer,parent\n1,a,b,2\n2,c,d,1\n", "line 2, column 4", "bad-parent"),
        List.of("id,question,answer\na|b,q,a\n", "line 2", "bad-id"),
        List.of(
            "question,answer\na,\"" + "x".repeat(10 << 20) + "\"\n", "line 2", "answer-too-long"),
        List.of("question,answer\n" + "a,b\n".repeat(200_001), "more than 200,000 rows", ""),
        List.of("question,answer\n" + "x".repeat(2001) + ",b\n", "line 2", "phrasing-too-long"));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void badFilesNamePlaceAndKind(List<String> example) {
    FaqException e = assertThrows(FaqException.class, () -> read(example.get(0)));
    assertTrue(e.getMessage().contains(example.get(1)), e.getMessage());
    assertTrue(e.getMessage().contains("faq.csv"), e.getMessage());
    assertTrue(e.getMessage().length() < 400, e.getMessage());
    assertEquals(example.get(2), e.problems().isEmpty() ? "" : e.problems().getFirst().kind());
  }

  @Test
  void skipsBadRowsOnRequest() throws Exception {
    byte[] text =
        """
        id,question,answer,parent
        1,a,,
        2,b,x,
        3,c,y,1
        4,d,z,3
        2,e,other,
        5,f,w,2
        """
            .getBytes(StandardCharsets.UTF_8);
    FaqException e = assertThrows(FaqException.class, () -> read("faq.csv", text, false));
    assertEquals(4, e.problems().size());
    assertTrue(e.getMessage().endsWith("(and 3 more)"), e.getMessage());
    FaqFile file = read("faq.csv", text, true);
    assertEquals(List.of("2", "5"), file.entries().stream().map(Entry::id).toList());
    assertEquals(List.of(2, 4, 5, 6), file.problems().stream().map(Problem::line).toList());
  }

  @Test
  void refusesWhatIsNoReadableText() throws Exception {
    assertFails("not a text file", "a.csv", new byte[] {1, 2, 3, 0, 5, 6});
    byte[] utf8 = "question,answer\nä,ö\nü,x".getBytes(StandardCharsets.UTF_8);
    utf8[utf8.length - 4] = (byte) 0xFF;
    FaqException e = assertFails("UTF-8", "a.csv", utf8);
    assertEquals(3, e.problems().getFirst().line());
    byte[] cut = "question,answer\nä,ö".getBytes(StandardCharsets.UTF_16LE);
    assertFails("UTF-16LE", "a.csv", java.util.Arrays.copyOf(cut, cut.length - 1));
    assertFails("Windows-1252", "a.csv", new byte[] {'q', ',', 'a', '\n', (byte) 0x81, ',', 'b'});
  }

  @Test
  void notesThatAnEncodingWasGuessed() throws Exception {
    String chinese = "question,answer\n打印机在哪里？,在大厅里。\n";
    for (String charset : List.of("windows-1252", "GB18030")) {
      String text = charset.startsWith("w") ? "question,answer\nWo ist das Büro?,Hier\n" : chinese;
      Problem note = read("a.csv", text.getBytes(charset), false).problems().getFirst();
      assertEquals("guessed-encoding", note.kind());
      assertTrue(note.sentence().contains("Windows-1252"), note.sentence());
      assertTrue(note.sentence().contains("save it as UTF-8"), note.sentence());
      assertEquals(charset.startsWith("w"), note.sentence().contains("\"Büro?\""));
    }
    assertEquals(List.of(), read("a.csv", chinese.getBytes("UTF-8"), false).problems());
  }

  @Test
  void refusesUtf8ThatIsHalfBroken() throws Exception {
    byte[] utf8 = "question,answer\nWo ist die Tür?,Im Büro\n".getBytes("UTF-8");
    utf8[utf8.length - 4] = 'x'; // the second half of the last ü
    FaqException e = assertFails("UTF-8", "a.csv", utf8);
    assertEquals(2, e.problems().getFirst().line());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-32LE", "UTF-32BE"})
  void namesUtf32(String charset) throws Exception {
    for (String mark : List.of("", "\uFEFF")) {
      byte[] bytes = (mark + "question,answer\nWo?,Im Büro\n").getBytes(charset);
      assertFails("is in UTF-32", "a.csv", bytes);
    }
  }

  @Test
  void namesWhatIsNoFile() {
    Path missing = folder.resolve("missing.csv");
    FaqException e = assertThrows(FaqException.class, () -> FaqFiles.read(missing, false));
    assertTrue(e.getMessage().contains("missing.csv does not exist"), e.getMessage());
    e = assertThrows(FaqException.class, () -> FaqFiles.read(folder, false));
    assertTrue(e.getMessage().contains("is a folder"), e.getMessage());
  }

  @Test
  void makesLibraryNamesFromFileNames() {
    assertEquals("Our FAQ 2", FaqFiles.nameFor(Path.of("x", "Our FAQ (2).csv")));
    assertEquals("faq", FaqFiles.nameFor(Path.of("!!.csv")));
    assertEquals(60, FaqFiles.nameFor(Path.of("x".repeat(100) + ".csv")).length());
  }

  private FaqException assertFails(String word, String name, byte[] bytes) {
    FaqException e = assertThrows(FaqException.class, () -> read(name, bytes, false));
    assertTrue(e.getMessage().contains(word), e.getMessage());
    assertTrue(e.getMessage().contains(name), e.getMessage());
    return e;
  }

  @Test
  void noCellOfAnExportIsAFormulaAndAllComeBack() throws Exception {
    List<String> answers =
        List.of(
            "=1+1", "@x", "-2+cmd|' /C calc'!A0", "'=1", "''+1", "- one\n- two", "'tis", "- f(x)");
    List<Entry> entries = new ArrayList<>();
    for (String answer : answers) {
      String id = "e" + entries.size();
      entries.add(new Entry(id, List.of("q " + id), answer, "", List.of(), null, null));
    }
    Path file = folder.resolve("out.csv");
    FaqWriter.write(new Faq("f", entries), file, FaqFormat.CSV);
    String text = Files.readString(file);
    assertTrue(text.contains(",'=1+1,"), text);
    assertTrue(text.contains("\"- one"), text);
    for (String line : text.split("\n")) {
      assertFalse(line.matches(".*,[=@].*|.*,-2.*"), line);
    }
    assertEquals(entries, FaqFiles.read(file, false).entries());
  }

  @Test
  void textCannotBeTurnedRound() throws Exception {
    Path file =
        Files.writeString(folder.resolve("t.csv"), "question,answer\nq,see \u202Egpj.exe\n");
    assertEquals("see gpj.exe", FaqFiles.read(file, false).entries().getFirst().answer());
  }
}

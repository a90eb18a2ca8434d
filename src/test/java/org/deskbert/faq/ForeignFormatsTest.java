package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of other programs: QnA Maker, Rasa, Dialogflow, Botpress. Pages are in PagesTest. */
class ForeignFormatsTest {
  @TempDir Path folder;

  private FaqFile read(String name) throws Exception {
    return read(name, FormatSamples.all().get(name));
  }

  private FaqFile read(String name, byte[] bytes) throws Exception {
    return FaqFiles.read(Files.write(folder.resolve(name), bytes), false);
  }

  private static Entry entry(
      String id, String answer, String category, String parent, String... q) {
    return new Entry(id, List.of(q), answer, category, List.of(), parent, null);
  }

  private static List<String> kinds(FaqFile file) {
    return file.problems().stream().map(Problem::kind).toList();
  }

  @Test
  void readsTheTableOfQnaMaker() throws Exception {
    FaqFile read = read("knowledge.tsv");
    assertEquals(
        List.of(
            new Entry(
                "1",
                List.of("When are you open?", "Opening hours"),
                "**Daily**\nfrom 9 to 5",
                "hours",
                List.of("region:north"),
                null,
                null),
            entry("2", "Closed.", "", "1", "And on \"Sunday\"?")),
        read.entries());
    assertEquals(List.of(), read.problems());
    assertEquals(Map.of("1", 2, "2", 4), read.lines());
  }

  @Test
  void readsTheTableAsASpreadsheetProgramSavesIt() throws Exception {
    String saved =
        FormatSamples.QNA_TSV
            .replace(
                "[{\"displayOrder\":0,\"qnaId\":2,\"displayText\":\"Sunday\"}]",
                "\"[{\"\"displayOrder\"\":0,\"\"qnaId\"\":2,\"\"displayText\"\":\"\"Sunday\"\"}]\"")
            .replace("And on \"Sunday\"?", "\"And on \"\"Sunday\"\"?\"");
    assertEquals(
        read("knowledge.tsv").entries(), read("saved.tsv", FormatSamples.bytes(saved)).entries());
  }

  @Test
  void readsTheTableFromAWorkbook() throws Exception {
    Path file = folder.resolve("knowledge.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", null)) {
      Worksheet sheet = workbook.newWorksheet("QnAs");
      List<String> lines = FormatSamples.QNA_TSV.lines().toList();
      for (int row = 0; row < lines.size(); row++) {
        String[] cells = lines.get(row).split("\t", -1);
        for (int column = 0; column < cells.length; column++) {
          sheet.value(row, column, cells[column]);
        }
      }
      workbook.newWorksheet("Synonyms").value(0, 0, "Synonyms");
    }
    FaqFile read = FaqFiles.read(file, false);
    assertEquals(read("knowledge.tsv").entries(), read.entries());
    assertEquals(List.of("skipped-sheet"), kinds(read));
  }

  @Test
  void oldTablesWithoutIdsAreJoinedByAnswer() throws Exception {
    String old =
        "Question\tAnswer\tSource\tMetadata\nHi?\tHello.\tx\t\nHey?\tHello.\tx\t\nHi?\tBye.\tx\t\n";
    assertEquals(
        List.of(
            entry("hi", "Hello.", "", null, "Hi?", "Hey?"), entry("hi-2", "Bye.", "", null, "Hi?")),
        read("old.txt", FormatSamples.bytes(old)).entries());
  }

  @Test
  void damagedPromptsAreNamed() throws Exception {
    String cut = FormatSamples.QNA_TSV.replace("\"displayText\":\"Sunday\"}]", "\"disp");
    FaqException e =
        assertThrows(FaqException.class, () -> read("cut.tsv", FormatSamples.bytes(cut)));
    assertTrue(e.getMessage().startsWith("cut.tsv, line 2, column 7: The prompts"), e.getMessage());
  }

  @Test
  void readsTheJsonOfQnaMaker() throws Exception {
    FaqFile read = read("knowledge.json");
    assertEquals(
        List.of(
            entry("1-2", "Late.", "", "1", "And on Monday?"),
            entry("1", "Daily.", "hours", null, "When are you open?", "Opening hours"),
            entry("2", "Closed.", "", "1", "And on Sunday?")),
        read.entries());
    assertEquals(List.of("lost-follow-up"), kinds(read));
    assertEquals(List.of(List.of("PC", "computer")), read.synonyms().groups());
  }

  @Test
  void readsTheJsonOfCustomQuestionAnswering() throws Exception {
    FaqFile read = read("project.json");
    assertEquals(
        List.of(
            entry("1", "Daily.", "hours", null, "When are you open?"),
            entry("2", "Closed.", "", "1", "And on Sunday?")),
        read.entries());
    assertEquals(List.of(List.of("PC", "computer")), read.synonyms().groups());
  }

  @Test
  void readsTheFilesOfTheBotFramework() throws Exception {
    FaqFile read = read("knowledge.qna");
    assertEquals(
        List.of(
            entry(
                "when-are-you-open",
                "Daily.\n\n# not a question",
                "hours",
                null,
                "When are you open?",
                "Opening hours"),
            entry("7", "Closed.", "", "when-are-you-open", "And on Sunday?"),
            entry("and-on-monday", "Late.", "", "when-are-you-open", "And on Monday?")),
        read.entries());
    assertEquals(List.of(), read.problems());
    assertEquals(List.of(List.of("PC", "computer")), read.synonyms().groups());
  }

  @Test
  void anIndentedAnswerOfTheBotFrameworkIsTextAndNoCode() throws Exception {
    Path file = folder.resolve("ceo.qna");
    Files.writeString(
        file, "### ? who is the ceo?\n\t```\n\tAda.\n\tSee [this](a).\n\t  - so\n\t```\n");
    assertEquals(
        "Ada.\nSee [this](a).\n  - so", FaqFiles.read(file, false).entries().getFirst().answer());
  }

  @Test
  void readsRasaFromAZipAFolderAndOneFile() throws Exception {
    List<Entry> expected =
        List.of(
            entry(
                "faq/ask_hours",
                "Daily.\n\nFrom 9 to 5.",
                "",
                null,
                "When are you open in Berlin?",
                "opening hours today"),
            entry(
                "ask_parking",
                "In the yard.\n\n![](https://example.org/a%20b.png)",
                "",
                null,
                "Can I park?"));
    FaqFile zip = read("rasa.zip");
    assertEquals(expected, zip.entries());
    assertEquals(List.of("answer-variants", "left-out"), kinds(zip));
    assertEquals(expected, read("nlu.yml").entries());

    Path bot = Files.createDirectories(folder.resolve("bot/data"));
    Files.writeString(bot.resolve("nlu.yml"), BotSamples.RASA_NLU);
    Files.writeString(folder.resolve("bot/domain.yml"), BotSamples.RASA_DOMAIN);
    Files.writeString(folder.resolve("bot/again.yml"), BotSamples.RASA_DOMAIN);
    Files.writeString(folder.resolve("bot/docker.yml"), "{{ not yaml");
    FaqFile read = FaqFiles.read(folder.resolve("bot"), false);
    assertEquals(expected, read.entries());
    assertEquals(zip.problems().getFirst().text(), read.problems().getFirst().text());
  }

  @Test
  void readsTheMarkdownOfRasa1() throws Exception {
    String answer = "Daily.\n    From 9 to 5.";
    assertEquals(
        List.of(entry("faq/ask_hours", answer, "", null, "When are you open?", "opening hours")),
        read("rasa1.zip").entries());
  }

  @Test
  void anIntentWithoutItsAnswerIsNamed() throws Exception {
    byte[] nlu = FormatSamples.bytes(BotSamples.RASA_NLU);
    FaqException e = assertThrows(FaqException.class, () -> read("nlu.yml", nlu));
    assertTrue(e.getMessage().contains("nlu.yml, line 3"), e.getMessage());
    assertTrue(e.getMessage().contains("utter_faq/ask_hours"), e.getMessage());
    FaqException broken =
        assertThrows(
            FaqException.class,
            () -> read("nlu.yml", FormatSamples.bytes("nlu:\n- intent: \"x\n  examples: y\n")));
    assertTrue(broken.getMessage().startsWith("nlu.yml, line "), broken.getMessage());
  }

  @Test
  void yamlBombsAreHarmless() throws Exception {
    StringBuilder bomb = new StringBuilder("nlu:\n- intent: a\n  examples: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("- intent: a\n  examples: &a").append(i).append(" [*a").append(i - 1);
      bomb.append(", *a").append(i - 1).append("]\n");
    }
    assertThrows(FaqException.class, () -> read("bomb.yml", FormatSamples.bytes(bomb.toString())));
    String deep = "nlu:\n" + "[".repeat(100_000);
    assertThrows(FaqException.class, () -> read("deep.yml", FormatSamples.bytes(deep)));
    String wide = "nlu: [" + "x,\n".repeat(Tree.MAX_VALUES) + "]";
    FaqException e =
        assertThrows(FaqException.class, () -> read("wide.yml", FormatSamples.bytes(wide)));
    assertTrue(e.getMessage().contains("holds more"), e.getMessage());
    String line = "nlu: " + "a".repeat(1_000_001);
    e = assertThrows(FaqException.class, () -> read("line.yml", FormatSamples.bytes(line)));
    assertTrue(e.getMessage().contains("a line of more than 1,000,000"), e.getMessage());
  }

  @Test
  void anAnswerThatNeverEndsIsNamedInASentence() throws Exception {
    String qna = "# ? How?\n" + "`".repeat(2000) + "\nSo.\n";
    FaqException e =
        assertThrows(FaqException.class, () -> read("open.qna", FormatSamples.bytes(qna)));
    assertTrue(e.getMessage().contains("open.qna, line 2"), e.getMessage());
    assertTrue(e.getMessage().length() < 200, e.getMessage());
  }

  @Test
  void readsAnAgentOfDialogflow() throws Exception {
    FaqFile read = read("agent.zip");
    assertEquals(
        List.of(
            entry("hours - sunday", "Closed.", "", "hours", "And on Sunday?"),
            entry(
                "hours",
                "Daily.\n\nMore?\n\n- Sunday",
                "",
                null,
                "When are you open in Berlin?",
                "opening hours"),
            entry("old", "Me, $person.", "", null, "Who?")),
        read.entries());
    assertTrue(kinds(read).contains("answer-variants"), kinds(read)::toString);
    assertEquals(4, kinds(read).size());
  }

  @Test
  void readsTheQuestionsOfBotpress() throws Exception {
    for (String name : List.of("qna.json", "botpress.zip")) {
      FaqFile read = read(name);
      assertEquals(
          List.of(
              entry("k1_hours", "Daily.", "", null, "When are you open?", "Opening hours"),
              entry("k2_park", "In the yard.", "parking", null, "Can I park?")),
          read.entries());
      assertEquals(
          List.of("other-languages", "answer-variants", "left-out", "left-out"), kinds(read));
    }
  }

  @Test
  void theKindIsToldByTheContent() throws Exception {
    Map<String, byte[]> all = FormatSamples.all();
    for (Map.Entry<String, byte[]> sample : all.entrySet()) {
      // Markdown may hold any of the others, so it has to say that it is Markdown.
      if (!sample.getKey().equals("own.md")) {
        List<Entry> entries = read(sample.getKey(), sample.getValue()).entries();
        assertEquals(entries, read("file.txt", sample.getValue()).entries(), sample.getKey());
      }
    }
  }

  @Test
  void otherZipsAndFoldersAreRefused() throws Exception {
    byte[] zip = FormatSamples.zip("settings.json", "{}", "readme.md", "# Hi");
    FaqException e = assertThrows(FaqException.class, () -> read("any.zip", zip));
    assertTrue(
        e.getMessage().startsWith("any.zip holds no FAQ. Choose one as CSV"), e.getMessage());
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThrows(FaqException.class, () -> FaqFiles.read(empty, true));
    byte[] bomb = FormatSamples.zip("nlu.yml", " ".repeat(65 << 20));
    e = assertThrows(FaqException.class, () -> read("bomb.zip", bomb));
    assertTrue(e.getMessage().contains("unpacks to more"), e.getMessage());
  }
}

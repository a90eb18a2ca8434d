package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deskbert.faq.Column;
import org.deskbert.faq.Entry;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Mapping;
import org.deskbert.faq.TableImport;
import org.deskbert.trace.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImportsTest {
  private static final String BANK =
      """
      Topic words,What to say,What they ask
      Cards,Ring 4444.,Where do I block my card?
      Loans,Bring two payslips.,Which papers does a loan need?
      """;

  @TempDir private Path folder;
  private DeskBert program;
  private FileImports imports;

  @BeforeEach
  void open() throws FaqException {
    program = DeskBert.open(folder.resolve("data"));
    imports = program.imports();
  }

  @AfterEach
  void close() {
    program.close();
  }

  private TableImport mapped(Path file) throws FaqException {
    TableImport table = imports.table(file, Progress.NONE).orElseThrow();
    Mapping mapping =
        table.mapping(0).with(0, Column.CATEGORY).with(1, Column.ANSWER).with(2, Column.QUESTION);
    return table.with(0, mapping);
  }

  private List<String> questions(String faq) throws FaqException {
    return program.library().load(faq).entries().stream().map(Entry::question).toList();
  }

  @Test
  void columnsThatWereNamedOnceAreKnownAgain() throws Exception {
    Path file = Files.writeString(folder.resolve("bank.csv"), BANK);
    assertThrows(
        FaqException.class,
        () -> imports.file(file, "before", ImportMode.NEW, false, Progress.NONE));
    TableImport table = mapped(file);
    imports.table(table, "bank", ImportMode.NEW, false);
    assertEquals(table.mapping(0), imports.table(file, Progress.NONE).orElseThrow().mapping(0));
    ImportReport again = imports.file(file, "again", ImportMode.NEW, false, Progress.NONE);
    assertEquals(2, again.added());
    assertEquals(questions("bank"), questions("again"));
  }

  @Test
  void otherColumnsUnderTheSameNameAreLookedAtAnew() throws Exception {
    Path file = Files.writeString(folder.resolve("bank.csv"), BANK);
    imports.table(mapped(file), "bank", ImportMode.NEW, false);
    Files.writeString(file, "question,answer,category\nWho pays?,We do.,Fees\n");
    assertEquals(
        List.of(Column.QUESTION, Column.ANSWER, Column.CATEGORY),
        imports.table(file, Progress.NONE).orElseThrow().mapping(0).columns());
  }

  @Test
  void aDamagedMemoryIsForgotten() throws Exception {
    Path file = Files.writeString(folder.resolve("bank.csv"), BANK);
    imports.table(mapped(file), "bank", ImportMode.NEW, false);
    for (String damage : List.of("{", "{\"bank.csv\":{}}", "{\"bank.csv\":null}", "[]")) {
      Files.writeString(folder.resolve("data/columns.json"), damage);
      assertEquals(1, imports.table(file, Progress.NONE).orElseThrow().sheets().size());
    }
  }

  @Test
  void aNewerVersionTakesAwayWhatIsGoneAndASecondPasteDoesNot() throws Exception {
    Path file = Files.writeString(folder.resolve("bank.csv"), BANK);
    imports.table(mapped(file), "bank", ImportMode.NEW, false);
    Files.writeString(file, BANK.substring(0, BANK.indexOf("Loans")));
    imports.table(mapped(file), "bank", ImportMode.MERGE, false);
    assertEquals(List.of("Where do I block my card?"), questions("bank"));
    for (String row : List.of("Who pays?\tWe do.", "Who signs?\tYou do.")) {
      TableImport pasted = imports.table("question\tanswer\n" + row).orElseThrow();
      imports.incoming(pasted, "bank", false).take(Map.of());
    }
    assertEquals(
        Set.of("Where do I block my card?", "Who pays?", "Who signs?"),
        Set.copyOf(questions("bank")));
  }
}

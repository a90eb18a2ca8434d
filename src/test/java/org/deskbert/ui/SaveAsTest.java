package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaveAsTest {
  private static final List<String> ENDINGS = List.of(".md", ".html", ".pdf");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "talk.md, .md, talk.md",
    "talk.md, .pdf, talk.pdf",
    "talk.PDF, .md, talk.PDF",
    "talk.html, .pdf, talk.html",
    "talk, .pdf, talk.pdf",
    "v1.2, .md, v1.2.md"
  })
  void theFormThatWasChosenOrTypedIsWritten(String name, String form, String written) {
    assertEquals(folder.resolve(written), SaveAs.as(folder.resolve(name), ENDINGS, form));
  }

  @Test
  void whatIsThereAlreadyIsNotWrittenOver() throws Exception {
    Files.createFile(folder.resolve("talk.pdf"));
    Path other = SaveAs.as(folder.resolve("talk.md"), ENDINGS, ".pdf");
    assertEquals(folder.resolve("talk 2.pdf"), other);
  }
}

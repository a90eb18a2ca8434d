package org.deskbert.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deskbert.faq.Entry;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Library;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportArchiveTest {
  @TempDir Path folder;
  private SupportArchive archive;

  @BeforeEach
  void gather() throws FaqException {
    DataFolder data = DataFolder.open(folder.resolve("data"));
    try (Library library = Library.open(data.library())) {
      library.add(
          "Payroll",
          List.of(
              new Entry("p-1", List.of("Who is paid?"), "Everybody.", "", List.of(), null, null)));
    }
    new SettingsFile(data.settings()).save(Settings.defaults().withContact("ask@me.example"));
    archive =
        SupportArchive.gather(
            data,
            List.of(
                new Doctor.Finding("data folder", true, data.path() + " is writable"),
                new Doctor.Finding(Doctor.PACKS, false, "Payroll never came from payroll.faqpack."),
                new Doctor.Finding(Doctor.POLICY, false, "The policy names Payroll."),
                new Doctor.Finding(Doctor.PACKS, true, "none")));
  }

  @Test
  void holdsNumbersAndNoWordOfTheOwners() {
    String all = String.join("\n", archive.parts().values());
    for (String word :
        List.of("Payroll", "payroll", "paid", "Everybody", "ask@me.example", folder.toString())) {
      assertFalse(all.contains(word), word);
    }
    assertTrue(all.contains("\"entries\": 1"), all);
    assertTrue(all.contains("DATA is writable"), all);
    assertTrue(all.contains("\"detail\": \"none\""), all);
    assertTrue(all.contains("library.db"), all);
  }

  @Test
  void writesExactlyWhatItShows() throws Exception {
    Path file = folder.resolve("support.zip");
    archive.write(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<String> names = new ArrayList<>();
      for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
        String text = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
        assertEquals(archive.parts().get(entry.getName()), text);
        names.add(entry.getName());
      }
      assertEquals(List.copyOf(archive.parts().keySet()), names);
    }
  }

  @Test
  void aPlaceThatIsNotThereIsNamed() {
    Path file = folder.resolve("nowhere/support.zip");
    FaqException e = assertThrows(FaqException.class, () -> archive.write(file));
    assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    assertFalse(Files.exists(file));
  }
}

package org.deskbert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.deskbert.app.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor mends. */
class DoctorCommandTest {
  @TempDir private Path data;

  private CliRun run(String... words) {
    return CliRun.of(data, "", words);
  }

  private void addFaq(String name) throws Exception {
    Path sheet = data.resolve(name + ".csv");
    Files.writeString(sheet, "id,question,answer\n1,Where is " + name + "?,Here\n");
    assertEquals(0, run("faq", "import", sheet.toString(), "--into", name).code());
  }

  @Test
  void restoresWhatTheLastUpdateKept() throws Exception {
    addFaq("old");
    DataFolder folder = DataFolder.open(data);
    Files.createDirectories(folder.backups());
    Files.copy(folder.library(), folder.backups().resolve("library-before-update.db"));
    addFaq("new");
    CliRun restored = run("doctor", "--restore", "before-update");
    assertEquals(0, restored.code(), restored.err());
    String faqs = run("faq", "list").out();
    assertTrue(faqs.contains("old"), faqs);
    assertFalse(faqs.contains("new"), faqs);
  }

  @Test
  void saysThatNoUpdateHasKeptAnything() throws Exception {
    addFaq("old");
    CliRun restored = run("doctor", "--restore", "before-update");
    assertEquals(1, restored.code());
    assertTrue(restored.err().contains("There is no backup in"), restored.err());
    assertTrue(run("faq", "list").out().contains("old"));
  }
}

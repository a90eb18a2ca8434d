package org.deskbert.ui.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deskbert.app.Tasks;
import org.deskbert.ui.FakeDesk;
import org.deskbert.ui.kit.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineModelTest {
  private final FakeDesk desk = new FakeDesk();
  private final MachineModel model = new MachineModel(desk, Tasks.immediate());

  @BeforeEach
  void speakEnglish() {
    Texts.use("en");
  }

  @Test
  void tellsWhatWasFoundAndHowManyAreNotGood() {
    model.examine();
    assertEquals(desk.examine(), model.findings());
    assertEquals("2 checks, 1 with a finding.", model.toldProperty().get());
    assertFalse(model.busyProperty().get());
  }

  @Test
  void savesWhatIsShown(@TempDir Path folder) throws Exception {
    model.examine();
    Path file = folder.resolve("support.zip");
    model.save(file);
    assertFalse(Files.exists(file), "nothing was shown yet");
    model.gather();
    model.save(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry part = zip.getEntry("findings.json");
      String text = new String(zip.getInputStream(part).readAllBytes(), UTF_8);
      assertEquals("findings.json\n" + text, model.archiveProperty().get());
    }
  }
}

package org.deskbert.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import org.deskbert.app.Tasks;
import org.deskbert.ui.FakeDesk;
import org.deskbert.ui.kit.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
  void savesWhatIsShown() {
    model.examine();
    Path file = Path.of("support.zip");
    model.save(file);
    assertEquals(model.findings(), desk.saved.get(file));
  }
}

package org.deskbert.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import org.deskbert.app.DataFolder;
import org.deskbert.app.Encryption;
import org.deskbert.app.Tasks;
import org.deskbert.ui.settings.EncryptionModel.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionModelTest {
  private static final String FIRST = "correct horse battery";
  private static final String SECOND = "staple of another kind";

  @TempDir Path folder;

  private EncryptionModel model(Encryption encryption) {
    return new EncryptionModel(encryption, Tasks.immediate());
  }

  @Test
  void isDecidedInTheWindowAndCarriedOutAfterIt() throws Exception {
    DataFolder data = DataFolder.open(folder);
    Encryption encryption = new Encryption(data);
    EncryptionModel model = model(encryption);
    assertEquals(State.OFF, model.stateProperty().get());
    model.turnOn(FIRST, FIRST);
    assertEquals(State.STARTING, model.stateProperty().get());
    encryption.finish();

    EncryptionModel next = model(new Encryption(encryption.folder()));
    assertEquals(State.ON, next.stateProperty().get());
    next.change(FIRST, SECOND, SECOND);
    assertEquals("The passphrase is changed.", next.toldProperty().get());
    next.turnOff(SECOND);
    assertEquals(State.ENDING, next.stateProperty().get());
    assertFalse(next.busyProperty().get());
  }

  @Test
  void saysWhatIsWrongAndChangesNothing() throws Exception {
    Encryption encryption = new Encryption(DataFolder.open(folder));
    EncryptionModel model = model(encryption);
    model.turnOn("too short", "too short");
    assertEquals("The passphrase needs at least 12 letters.", model.toldProperty().get());
    model.turnOn(FIRST, SECOND);
    assertEquals(
        "The two are not the same; type the passphrase twice.", model.toldProperty().get());
    assertFalse(encryption.isOn());
    model.turnOn(FIRST, FIRST);
    model.turnOff(SECOND);
    assertEquals("That is not the passphrase.", model.toldProperty().get());
    assertEquals(State.STARTING, model.stateProperty().get());
  }
}

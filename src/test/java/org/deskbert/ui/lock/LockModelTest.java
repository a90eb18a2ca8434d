package org.deskbert.ui.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deskbert.app.OwnerLock;
import org.deskbert.app.Tasks;
import org.deskbert.ui.kit.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockModelTest {
  private static final String RIGHT = "a blue door";

  @TempDir private Path folder;
  private final List<String> done = new ArrayList<>();
  private LockModel model;

  @BeforeEach
  void open() {
    Texts.use("en");
    Path file = folder.resolve("owner-lock.json");
    model = new LockModel(new OwnerLock(file, () -> Instant.EPOCH), Tasks.immediate());
  }

  @Test
  void withoutAPassphraseNothingIsAskedFor() {
    model.guard(() -> done.add("import"));
    assertEquals(List.of("import"), done);
    assertFalse(model.setProperty().get());
  }

  @Test
  void whatIsLockedIsDoneAfterThePassphrase() {
    model.set(RIGHT, RIGHT);
    assertEquals(
        "The passphrase is set. This window stays unlocked until you lock it or close it.",
        model.toldProperty().get());
    model.lock();
    model.guard(() -> done.add("import"));
    assertEquals(List.of(), done);
    assertNotNull(model.wantedProperty().get());
    model.unlock("a red door");
    assertEquals("That is not the passphrase.", model.toldProperty().get());
    model.unlock(RIGHT);
    assertEquals(List.of("import"), done);
    assertNull(model.wantedProperty().get());
    assertTrue(model.openProperty().get());
  }

  @Test
  void whatWasCancelledIsNotDone() {
    model.set(RIGHT, RIGHT);
    model.lock();
    model.guard(() -> done.add("import"));
    model.cancel();
    model.unlock(RIGHT);
    assertEquals(List.of(), done);
  }

  @Test
  void theWaitIsTold() {
    model.set(RIGHT, RIGHT);
    model.lock();
    for (int i = 0; i < 3; i++) {
      model.unlock("a red door");
    }
    assertEquals("That is not the passphrase. Try again in 5 seconds.", model.toldProperty().get());
    model.unlock(RIGHT);
    assertEquals("Wait 5 seconds before you try again.", model.toldProperty().get());
    assertFalse(model.openProperty().get());
    assertEquals("1 second", LockModel.wait(Duration.ofMillis(10)));
    assertEquals("3 minutes", LockModel.wait(Duration.ofSeconds(121)));
  }

  @Test
  void aTypingErrorOrAShortPassphraseSetsNothing() {
    model.set(RIGHT, "a blue dorr");
    assertEquals(
        "The two are not the same; type the passphrase twice.", model.toldProperty().get());
    model.set("short", "short");
    assertEquals("The passphrase needs at least 8 letters.", model.toldProperty().get());
    assertFalse(model.setProperty().get());
  }

  @Test
  void itIsRemovedByWhoHasUnlocked() {
    model.set(RIGHT, RIGHT);
    model.lock();
    model.remove();
    assertTrue(model.setProperty().get(), "locked");
    model.unlock(RIGHT);
    model.remove();
    assertFalse(model.setProperty().get());
    assertEquals("The lock is gone; everybody can change everything.", model.toldProperty().get());
  }
}

package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.deskbert.faq.FaqException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
  private static final Wish KIOSK = new Wish(null, null, true);
  private static final Wish NOTHING = new Wish(null, null, false);

  @TempDir private Path data;

  @Test
  void aKioskThatNobodyCouldLeaveIsRefused() throws Exception {
    try (Opening opening = Opening.of(data)) {
      opening.checkKiosk(NOTHING);
      FaqException e = assertThrows(FaqException.class, () -> opening.checkKiosk(KIOSK));
      assertTrue(e.getMessage().contains("owner-lock.json"), e.getMessage());
      new OwnerLock(opening.folder().ownerLock(), InstantSource.system()).set("a blue door");
      opening.checkKiosk(KIOSK);
    }
  }

  @Test
  void alsoOneOfTheSettings() throws Exception {
    Files.writeString(data.resolve("settings.json"), "{\"kiosk\": {\"on\": true}}");
    try (Opening opening = Opening.of(data)) {
      assertThrows(FaqException.class, () -> opening.checkKiosk(NOTHING));
    }
  }
}

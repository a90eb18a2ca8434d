package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.deskbert.app.OwnerLock.Attempt;
import org.deskbert.faq.FaqException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerLockTest {
  private static final String RIGHT = "a blue door";

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-11-24T10:00:00Z");
  private OwnerLock lock;

  @BeforeEach
  void open() {
    lock = new OwnerLock(folder.resolve("owner-lock.json"), () -> now);
  }

  private Duration wrong() throws FaqException {
    return assertInstanceOf(Attempt.Wrong.class, lock.unlock("a red door")).left();
  }

  @Test
  void theLibraryGivesTheReferenceImplementationsHash() {
    Argon2Function argon = Argon2Function.getInstance(65536, 2, 1, 32, Argon2.ID, 19);
    byte[] word = "password".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        argon.hash(word, "somesalt".getBytes(StandardCharsets.UTF_8)).getResult());
  }

  @Test
  void withoutAPassphraseEverythingIsOpen() throws Exception {
    assertTrue(lock.isOpen());
    assertFalse(lock.isSet());
    assertInstanceOf(Attempt.Unlocked.class, lock.unlock("anything"));
  }

  @Test
  void onlyThePassphraseUnlocksAndOnlyThisRun() throws Exception {
    lock.set(RIGHT);
    assertTrue(lock.isOpen());
    lock.lock();
    assertFalse(lock.isOpen());
    wrong();
    assertFalse(lock.isOpen());
    assertInstanceOf(Attempt.Unlocked.class, lock.unlock(RIGHT));
    assertTrue(lock.isOpen());
    open(); // the program started again
    assertFalse(lock.isOpen());
  }

  @Test
  void thePassphraseIsKeptAsArgon2idWithASaltOfItsOwn() throws Exception {
    lock.set(RIGHT);
    String first = Files.readString(lock.file());
    lock.set(RIGHT);
    String second = Files.readString(lock.file());
    assertTrue(first.contains("$argon2id$v\\u003d19$m\\u003d19456,t\\u003d2,p\\u003d1$"), first);
    assertFalse(first.contains(RIGHT));
    assertFalse(first.equals(second));
  }

  @Test
  void whoHasNotUnlockedCanNeitherChangeNorRemoveIt() throws Exception {
    lock.set(RIGHT);
    lock.lock();
    assertThrows(FaqException.class, () -> lock.set("another door"));
    assertThrows(FaqException.class, lock::remove);
    lock.unlock(RIGHT);
    lock.set("another door");
    lock.lock();
    assertInstanceOf(Attempt.Wrong.class, lock.unlock(RIGHT));
    lock.unlock("another door");
    lock.remove();
    assertFalse(Files.exists(lock.file()));
    assertTrue(lock.isOpen());
  }

  @Test
  void failuresHaveToWaitLongerAndLongerAlsoAfterARestart() throws Exception {
    lock.set(RIGHT);
    lock.lock();
    assertEquals(Duration.ZERO, wrong());
    assertEquals(Duration.ZERO, wrong());
    assertEquals(Duration.ofSeconds(5), wrong());
    open();
    assertEquals(Duration.ofSeconds(5), lock.waiting());
    assertEquals(new Attempt.TooSoon(Duration.ofSeconds(5)), lock.unlock(RIGHT), "not even right");
    now = now.plusSeconds(3);
    assertEquals(Duration.ofSeconds(2), lock.waiting());
    now = now.plusSeconds(2);
    assertEquals(Duration.ofSeconds(10), wrong());
    for (int i = 0; i < 30; i++) {
      now = now.plus(OwnerLock.LONGEST_WAIT);
      wrong();
    }
    assertEquals(OwnerLock.LONGEST_WAIT, lock.waiting());
    now = now.minusSeconds(1_000_000);
    assertEquals(OwnerLock.LONGEST_WAIT, lock.waiting(), "the clock was set back");
    now = now.plusSeconds(2_000_000);
    lock.unlock(RIGHT);
    lock.lock();
    assertEquals(Duration.ZERO, wrong(), "counted from the beginning");
  }

  @Test
  void aShortPassphraseIsRefused() {
    FaqException e = assertThrows(FaqException.class, () -> lock.set("seven77"));
    assertTrue(e.getMessage().contains("8"), e.getMessage());
    assertFalse(lock.isSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[", "{\"hash\": \"$argon2id$v=19$m=1\"}", "{\"hash\": \"x\"}"})
  void aDamagedFileStaysShutAndNamesTheRemedy(String content) throws Exception {
    Files.writeString(lock.file(), content);
    assertFalse(lock.isOpen());
    FaqException e = assertThrows(FaqException.class, () -> lock.unlock(RIGHT));
    assertTrue(e.getMessage().contains(lock.file() + " can't be read"), e.getMessage());
    assertFalse(lock.isOpen());
  }
}

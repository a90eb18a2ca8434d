package org.deskbert.app;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * The passphrase that keeps askers from changing what the FAQ's owner has made: one small file in
 * the data folder, which who may write there can delete. It is unlocked for this run of the program
 * only. {@code docs/roles.md} says what it is for and what it can't do.
 */
public final class OwnerLock {
  /** The fewest letters of a passphrase. */
  public static final int SHORTEST = 8;

  /** So many wrong ones cost no waiting: people mistype. */
  static final int FREE = 3;

  /** Waited after the first failure that is not free; each further one doubles it. */
  static final Duration FIRST_WAIT = Duration.ofSeconds(5);

  /** The longest that is waited. */
  static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  /**
   * 19 MiB, two passes, one lane: what OWASP's password storage cheat sheet asks of Argon2id at
   * least; some thirty milliseconds on a laptop.
   */
  private static final int MEMORY_KIB = 19 * 1024;

  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** What became of an attempt to unlock. */
  public sealed interface Attempt {
    /** It is unlocked. */
    record Unlocked() implements Attempt {}

    /** That was not the passphrase; the next attempt has to wait this long, perhaps not at all. */
    record Wrong(Duration left) implements Attempt {}

    /** Nothing was tried: the waiting is not over yet. */
    record TooSoon(Duration left) implements Attempt {}
  }

  /**
   * The file.
   *
   * @param hash as the reference implementation of Argon2 writes it, with its parameters and salt
   * @param failures wrong attempts since the last right one
   * @param lastFailure when the last of them was, in seconds since 1970
   */
  private record Stored(String hash, int failures, long lastFailure) {}

  private final Path file;
  private final InstantSource clock;
  private boolean open;

  /** The lock that is kept in {@code file}; without that file there is none. */
  public OwnerLock(Path file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Where the passphrase's hash is kept. */
  public Path file() {
    return file;
  }

  /** Whether there is a passphrase. */
  public boolean isSet() {
    return Files.exists(file);
  }

  /** Whether everything may be changed: there is no passphrase, or it was given. */
  public synchronized boolean isOpen() {
    return open || !isSet();
  }

  /**
   * Sets or changes the passphrase; it stays unlocked. Some hundredths of a second.
   *
   * @throws FaqException if it is too short, the lock is not open or the file can't be written
   */
  public synchronized void set(String passphrase) throws FaqException {
    checkOpen();
    if (passphrase.codePointCount(0, passphrase.length()) < SHORTEST) {
      throw new FaqException("A passphrase needs at least " + SHORTEST + " letters.");
    }
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    Argon2Function argon =
        Argon2Function.getInstance(
            MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID, Argon2Function.ARGON2_VERSION_13);
    byte[] bytes = passphrase.getBytes(StandardCharsets.UTF_8);
    String hash = argon.hash(bytes, salt).getResult();
    Arrays.fill(bytes, (byte) 0);
    write(new Stored(hash, 0, 0));
    open = true;
  }

  /**
   * Takes the passphrase away.
   *
   * @throws FaqException if the lock is not open or the file can't be deleted
   */
  public synchronized void remove() throws FaqException {
    checkOpen();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new FaqException(
          file + " can't be deleted (" + WholeFile.reason(e) + "); check its rights.", e);
    }
    open = false;
  }

  /** Locks again. */
  public synchronized void lock() {
    open = false;
  }

  /** How long the next attempt has to wait; zero if it has not. */
  public synchronized Duration waiting() throws FaqException {
    Stored stored = read();
    return stored == null ? Duration.ZERO : waiting(stored);
  }

  /**
   * Tries a passphrase. The attempt is written down as a failure before it is looked at, so that a
   * program which is killed meanwhile has not forgotten it. Some hundredths of a second.
   *
   * @throws FaqException if the file can't be read or written, with a sentence on the remedy
   */
  public synchronized Attempt unlock(String passphrase) throws FaqException {
    Stored stored = read();
    if (stored == null) {
      return new Attempt.Unlocked();
    }
    Duration wait = waiting(stored);
    if (wait.isPositive()) {
      return new Attempt.TooSoon(wait);
    }
    long now = clock.instant().getEpochSecond();
    Stored failed =
        new Stored(stored.hash(), Math.min(stored.failures() + 1, Integer.MAX_VALUE - 1), now);
    write(failed);
    if (!matches(passphrase, stored.hash())) {
      return new Attempt.Wrong(waiting(failed));
    }
    write(new Stored(stored.hash(), 0, 0));
    open = true;
    return new Attempt.Unlocked();
  }

  private boolean matches(String passphrase, String hash) throws FaqException {
    try {
      return Argon2Function.getInstanceFromHash(hash).check(passphrase, hash);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw damaged(e);
    }
  }

  private Duration waiting(Stored stored) {
    int doublings = stored.failures() - FREE;
    if (doublings < 0) {
      return Duration.ZERO;
    }
    Duration whole = FIRST_WAIT.multipliedBy(1L << Math.min(doublings, 20));
    if (whole.compareTo(LONGEST_WAIT) > 0) {
      whole = LONGEST_WAIT;
    }
    Duration left =
        Duration.between(clock.instant(), Instant.ofEpochSecond(stored.lastFailure()).plus(whole));
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(whole) > 0 ? whole : left; // a clock that was set back
  }

  private @Nullable Stored read() throws FaqException {
    if (!isSet()) {
      return null;
    }
    try {
      Stored stored = new Gson().fromJson(Files.readString(file), Stored.class);
      if (stored == null || stored.hash() == null) {
        throw damaged(null);
      }
      return stored;
    } catch (IOException | JsonParseException e) {
      throw damaged(e);
    }
  }

  /** A lock that can't be read stays shut: else it would be opened by damaging it. */
  private FaqException damaged(@Nullable Exception cause) {
    String sentence = file + " can't be read, so nothing is unlocked. Delete it to have no lock.";
    return cause == null ? new FaqException(sentence) : new FaqException(sentence, cause);
  }

  private void write(Stored stored) throws FaqException {
    byte[] json = (new Gson().toJson(stored) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      WholeFile.<RuntimeException>write(file, out -> out.write(json));
    } catch (IOException e) {
      throw new FaqException(
          file + " can't be written (" + WholeFile.reason(e) + "); check the disk and its rights.",
          e);
    }
  }

  /**
   * Nothing where everything may be changed.
   *
   * @throws FaqException where it is locked
   */
  public void checkOpen() throws FaqException {
    if (!isOpen()) {
      throw new FaqException("This is locked. Unlock it with the passphrase first.");
    }
  }
}

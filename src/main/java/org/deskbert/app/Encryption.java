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
import java.util.Arrays;
import java.util.Base64;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Seal;
import org.deskbert.faq.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * The key of an encrypted data folder: random, and itself encrypted with what Argon2id makes of a
 * passphrase, in one small file. So the passphrase can be changed without writing the data again.
 * Whoever has lost passphrase or file has lost the data; {@code docs/encryption.md} says so.
 */
public final class Encryption {
  /** The fewest letters of a passphrase: it may be guessed on a stolen disk, without waiting. */
  public static final int SHORTEST = 12;

  /** RFC 9106, second recommended choice: 64 MiB, three passes, four lanes; about a second. */
  private static final int MEMORY_KIB = 64 * 1024;

  private static final int PASSES = 3;
  private static final int LANES = 4;
  private static final int SALT_BYTES = 16;

  /**
   * The file.
   *
   * @param ending whether the data is to be written without encryption again
   */
  private record Stored(
      int version, int memoryKib, int passes, int lanes, String salt, String key, boolean ending) {}

  private final DataFolder folder;
  private final Path file;

  /** The key that was made or opened last. */
  private @Nullable Seal seal;

  private boolean decided;

  /** The encryption of a data folder. */
  public Encryption(DataFolder folder) {
    this.folder = folder;
    this.file = folder.encryption();
    this.seal = folder.seal();
  }

  /** Where the key is kept. */
  public Path file() {
    return file;
  }

  /** Whether the folder can be opened only with a passphrase. */
  public boolean isOn() {
    return Files.exists(file);
  }

  /** Whether the files are encrypted already, not only when the program has ended. */
  public boolean isInUse() {
    return folder.seal() != null;
  }

  /** Whether it is to be taken away when the program ends. */
  public boolean isEnding() {
    try {
      return isOn() && read().ending();
    } catch (FaqException e) {
      return false;
    }
  }

  /**
   * Nothing where the folder can be opened as it is.
   *
   * @throws FaqException if it needs a passphrase
   */
  void checkOpen() throws FaqException {
    if (isOn() && folder.seal() == null) {
      throw new FaqException(
          "The data in "
              + folder.path()
              + " is encrypted; it opens with its passphrase only (--passphrase-file).");
    }
  }

  /**
   * Tries a passphrase; about a second.
   *
   * @throws FaqException if that is not the passphrase, or the file can't be used
   */
  public void unlock(String passphrase) throws FaqException {
    seal = new Seal(key(read(), passphrase));
  }

  /** The folder as it can be opened now. */
  public DataFolder folder() {
    return seal != null && isOn() ? folder.with(seal) : folder;
  }

  /**
   * Makes a key. The data is converted by {@link #finish}, when nothing has it open.
   *
   * @throws FaqException if the passphrase is too short, or the key can't be stored
   */
  public void turnOn(String passphrase) throws FaqException {
    if (isOn()) {
      throw new FaqException("The data in " + folder.path() + " is encrypted already.");
    }
    byte[] key = new byte[Seal.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    write(wrap(key, passphrase));
    seal = new Seal(key);
    decided = true;
  }

  /**
   * Changes the passphrase; the data stays as it is, and so do the backups.
   *
   * @throws FaqException if {@code old} is not the passphrase or {@code fresh} is too short
   */
  public void change(String old, String fresh) throws FaqException {
    write(wrap(key(read(), old), fresh));
  }

  /**
   * Takes the encryption away: {@link #finish} then writes the data in the clear.
   *
   * @throws FaqException if that is not the passphrase
   */
  public void turnOff(String passphrase) throws FaqException {
    Stored stored = read();
    seal = new Seal(key(stored, passphrase));
    write(
        new Stored(
            stored.version(),
            stored.memoryKib(),
            stored.passes(),
            stored.lanes(),
            stored.salt(),
            stored.key(),
            true));
    decided = true;
  }

  /** As {@link #finish}, if it was decided here: by the program that ends now. */
  void finishDecided() throws FaqException {
    if (decided) {
      finish();
    }
  }

  /**
   * Brings all files to what was decided, also where a program was killed over it; quick where they
   * are. No window may have them open.
   *
   * @throws FaqException if a file is in use or can't be written; what was done stays done
   */
  public void finish() throws FaqException {
    Seal known = seal;
    if (known == null || !isOn()) {
      return;
    }
    boolean off = isEnding();
    new Conversion(folder, known).run(!off);
    if (off) {
      delete(folder.backups().resolve(file.getFileName()));
      delete(file);
    } else {
      keepCopy();
    }
  }

  private static Stored wrap(byte[] key, String passphrase) throws FaqException {
    if (passphrase.codePointCount(0, passphrase.length()) < SHORTEST) {
      throw new FaqException("The passphrase needs at least " + SHORTEST + " letters.");
    }
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    Stored open = new Stored(1, MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), "", false);
    String wrapped = base64.encodeToString(seal(open, passphrase).seal(key));
    return new Stored(1, MEMORY_KIB, PASSES, LANES, open.salt(), wrapped, false);
  }

  private byte[] key(Stored stored, String passphrase) throws FaqException {
    try {
      byte[] key = seal(stored, passphrase).unseal(Base64.getDecoder().decode(stored.key()));
      if (key == null) {
        throw new WrongPassphraseException("That is not the passphrase of " + folder.path() + ".");
      }
      return key;
    } catch (IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  /** What Argon2id makes of a passphrase. */
  private static Seal seal(Stored stored, String passphrase) {
    byte[] bytes = passphrase.getBytes(StandardCharsets.UTF_8);
    try {
      return new Seal(
          Argon2Function.getInstance(
                  stored.memoryKib(),
                  stored.passes(),
                  stored.lanes(),
                  Seal.KEY_BYTES,
                  Argon2.ID,
                  Argon2Function.ARGON2_VERSION_13)
              .hash(bytes, Base64.getDecoder().decode(stored.salt()))
              .getBytes());
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private Stored read() throws FaqException {
    try {
      Stored stored = new Gson().fromJson(Files.readString(file), Stored.class);
      if (stored == null || stored.key() == null || stored.salt() == null) {
        throw damaged(null);
      }
      if (stored.version() > 1) {
        throw new FaqException(
            file + " was written by a newer DeskBERT; install the newer program.");
      }
      return stored;
    } catch (IOException | JsonParseException e) {
      throw damaged(e);
    }
  }

  private FaqException damaged(@Nullable Exception cause) {
    String sentence =
        file + " is damaged. Without it nothing opens: put back its copy from " + folder.backups();
    return cause == null ? new FaqException(sentence) : new FaqException(sentence, cause);
  }

  private void write(Stored stored) throws FaqException {
    try {
      WholeFile.writeThrough(
          file, (new Gson().toJson(stored) + "\n").getBytes(StandardCharsets.UTF_8));
      keepCopy();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Backups open with nothing but what lies beside them, and the passphrase. */
  private void keepCopy() throws FaqException {
    try {
      Path copy = folder.backups().resolve(file.getFileName());
      if (Files.isDirectory(folder.backups())
          && (!Files.exists(copy) || Files.mismatch(file, copy) >= 0)) {
        WholeFile.writeThrough(copy, Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static void delete(Path gone) throws FaqException {
    try {
      Files.deleteIfExists(gone);
    } catch (IOException e) {
      throw new FaqException(
          gone + " can't be deleted (" + WholeFile.reason(e) + "); check its rights.", e);
    }
  }

  private FaqException unwritable(IOException e) {
    return new FaqException(
        file + " can't be written (" + WholeFile.reason(e) + "); check the disk and its rights.",
        e);
  }
}

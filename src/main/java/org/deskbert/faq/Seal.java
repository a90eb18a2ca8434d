package org.deskbert.faq;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what lies on the disk: AES with 256 bits in Galois/Counter Mode (NIST SP 800-38D), a
 * fresh random nonce for every content. Without the key it can neither be read nor be changed
 * unnoticed. Thread-safe.
 */
public final class Seal {
  /** Length of a key in bytes. */
  public static final int KEY_BYTES = 32;

  private static final byte[] MAGIC = "DeskBERT sealed 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** What a sealed content begins with; no two have the same. */
  static final int HEAD_BYTES = MAGIC.length + NONCE_BYTES;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /** A seal with a key of {@link #KEY_BYTES} bytes. */
  public Seal(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  /** Encrypts {@code content}. */
  public byte[] seal(byte[] content) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
      byte[] sealed = Arrays.copyOf(MAGIC, HEAD_BYTES + cipher.getOutputSize(content.length));
      System.arraycopy(nonce, 0, sealed, MAGIC.length, NONCE_BYTES);
      cipher.doFinal(content, 0, content.length, sealed, HEAD_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK has this cipher
    }
  }

  /** The content again; null where it was sealed with another key, or changed since. */
  public byte @Nullable [] unseal(byte[] sealed) {
    if (!begins(sealed)) {
      return null;
    }
    try {
      byte[] nonce = Arrays.copyOfRange(sealed, MAGIC.length, HEAD_BYTES);
      return cipher(Cipher.DECRYPT_MODE, nonce)
          .doFinal(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES);
    } catch (AEADBadTagException e) {
      return null;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(MAGIC);
    return cipher;
  }

  /** Whether a file is sealed, with whatever key. */
  public static boolean isSealed(Path file) throws IOException {
    return begins(head(file));
  }

  private static boolean begins(byte[] content) {
    return content.length >= HEAD_BYTES
        && Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** The first bytes of a file, at most {@link #HEAD_BYTES}. */
  static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD_BYTES);
    }
  }
}

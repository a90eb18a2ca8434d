package org.deskbert.faq;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The owner's Ed25519 key, with which packs are signed; it never leaves the data folder. */
public final class SigningKey {
  private static final String ALGORITHM = "Ed25519";

  /** As it is stored: Base64 of the encodings that Java has for them, PKCS#8 and X.509. */
  private record Stored(String privateKey, String publicKey) {}

  private final PrivateKey secret;
  private final String key;

  private SigningKey(PrivateKey secret, String key) {
    this.secret = secret;
    this.key = key;
  }

  /**
   * Reads the key, or makes one where there is none; only its owner may read the file.
   *
   * @throws FaqException if it is damaged or can't be written
   */
  public static SigningKey open(Path file) throws FaqException {
    try {
      if (!Files.exists(file)) {
        write(file);
      }
      Stored stored = EntryJson.GSON.fromJson(Files.readString(file), Stored.class);
      byte[] secret = Base64.getDecoder().decode(stored.privateKey());
      SigningKey key =
          new SigningKey(
              KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret)),
              stored.publicKey());
      byte[] trial = {1};
      if (!verifies(key.key, trial, key.sign(trial))) {
        throw new GeneralSecurityException("its halves do not belong together");
      }
      return key;
    } catch (IOException e) {
      throw new FaqException(
          "The key for packs, "
              + file
              + ", can't be read or written ("
              + WholeFile.reason(e)
              + "); check the rights of the data folder.",
          e);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new FaqException(
          "The key for packs, "
              + file
              + ", is damaged. Put a copy in its place, or move it away: then a new one is made,"
              + " and those who take your packs have to trust it anew.",
          e);
    }
  }

  private static void write(Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    Base64.Encoder base64 = Base64.getEncoder();
    Stored stored =
        new Stored(
            base64.encodeToString(pair.getPrivate().getEncoded()),
            base64.encodeToString(pair.getPublic().getEncoded()));
    Path part = Files.createTempFile(file.toAbsolutePath().getParent(), ".key", null, ownersOnly());
    try {
      Files.write(part, EntryJson.GSON.toJson(stored).getBytes(StandardCharsets.UTF_8));
      // Never over a key that another program has just made.
      Files.createLink(file, part);
    } catch (UnsupportedOperationException e) {
      Files.move(part, file);
    } catch (FileAlreadyExistsException e) {
      return; // that one it is
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static FileAttribute<?>[] ownersOnly() {
    // On Windows the user's own folder is closed to others already.
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** The public half, Base64. */
  String key() {
    return key;
  }

  /** The digits to read out to whom a pack is given. */
  public String fingerprint() {
    return Fingerprint.of(key);
  }

  byte[] sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  /** Whether the owner of this public key has signed the text. */
  static boolean verifies(String key, byte[] text, byte[] signature) {
    try {
      byte[] encoded = Base64.getDecoder().decode(key);
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
      check.update(text);
      return check.verify(signature);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}

package org.deskbert.faq;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/**
 * Who has signed a file that is no pack, said in a file beside it with {@code .sig} at its end: two
 * lines in Base64, the signer's public key (X.509) and an Ed25519 signature of the SHA-256 of a
 * mark and all bytes of the file.
 */
public final class FileSignature {
  /** So that no signature under something else passes for one under a file. */
  private static final byte[] MARK = "DeskBERT file\n".getBytes(StandardCharsets.US_ASCII);

  private FileSignature() {}

  /** Where the signature of a file lies. */
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".sig");
  }

  /**
   * Signs a file.
   *
   * @return where the signature lies
   * @throws FaqException if the signature can't be written
   * @throws IOException if the file can't be read
   */
  public static Path sign(Path file, SigningKey key) throws FaqException, IOException {
    String signature = Base64.getEncoder().encodeToString(key.sign(digest(file)));
    byte[] text = (key.key() + "\n" + signature + "\n").getBytes(StandardCharsets.US_ASCII);
    Path beside = beside(file);
    WholeFile.writeNamed(beside, out -> out.write(text));
    return beside;
  }

  /**
   * Copies a file and checks the copy against the signature, so that nobody can change it between
   * the check and its use.
   *
   * @return fingerprint of the signer, who is still to be trusted
   * @throws FaqException if there is no signature, or the file was changed since
   * @throws IOException if the copy can't be written
   */
  public static String copyChecked(Path file, Path copy) throws FaqException, IOException {
    Path beside = beside(file);
    if (!Files.isRegularFile(file)) {
      throw new FaqException("There is no file " + file + ".");
    }
    if (!Files.isRegularFile(beside)) {
      throw new FaqException(
          "%s is not signed: %s is missing. Get both from where you have it; nothing was changed."
              .formatted(file, beside));
    }
    List<String> lines = Files.readAllLines(beside, StandardCharsets.ISO_8859_1);
    Files.copy(file, copy);
    if (lines.size() != 2
        || !SigningKey.verifies(lines.get(0), digest(copy), bytes(lines.get(1)))) {
      throw new FaqException(
          "%s does not fit its signature %s: one of them was changed, by an error on its way or by somebody. Get both again; nothing was changed here."
              .formatted(file, beside));
    }
    return Fingerprint.of(lines.get(0));
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0]; // no signature
    }
  }

  private static byte[] digest(Path file) throws IOException {
    MessageDigest digest = FaqJson.sha256();
    digest.update(MARK);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] part = new byte[1 << 16];
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        digest.update(part, 0, n);
      }
      return digest.digest();
    }
  }
}

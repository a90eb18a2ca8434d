package org.deskbert.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * A model bundle whose files are what its description says. {@link #open} is the only way to one,
 * so whoever holds a bundle may load it.
 *
 * @param folder where it lives
 * @param info its description
 * @param hash hexadecimal sha256 over all that shapes a vector: the files' hashes and the fields
 *     that steer the tokenizer
 */
public record Bundle(Path folder, BundleInfo info, String hash) {
  static final String MODEL = "model.onnx";
  static final String VOCABULARY = "vocab.txt";

  /** The bundle's name. */
  public String name() {
    return info.name();
  }

  /** The graph. */
  public Path model() {
    return folder.resolve(MODEL);
  }

  /** The word pieces. */
  public Path vocabulary() {
    return folder.resolve(VOCABULARY);
  }

  /**
   * Reads a bundle's description and verifies size and sha256 of every file that it lists; loads
   * nothing.
   *
   * @throws BundleException with one sentence for the user if anything is not as described
   */
  public static Bundle open(Path folder) throws BundleException {
    BundleInfo info = BundleInfo.read(folder);
    for (BundleInfo.BundleFile listed : info.files()) {
      verify(folder.resolve(listed.name()), listed);
    }
    return new Bundle(folder, info, hash(info));
  }

  private static void verify(Path file, BundleInfo.BundleFile listed) throws BundleException {
    if (!Files.isRegularFile(file)) {
      throw new BundleException(
          "%s is missing: copy the bundle again from where you got it.".formatted(file));
    }
    try {
      long size = Files.size(file);
      if (size != listed.size()) {
        throw new BundleException(
            "%s has %d bytes instead of %d: copy the bundle again from where you got it."
                .formatted(file, size, listed.size()));
      }
      if (!sha256(file).equals(listed.sha256())) {
        throw new BundleException(
            "%s is damaged or was changed (its sha256 differs): copy the bundle again from where you got it."
                .formatted(file));
      }
    } catch (IOException e) {
      throw new BundleException("%s can't be read: check that you may open it.".formatted(file), e);
    }
  }

  private static String hash(BundleInfo info) {
    MessageDigest digest = digest();
    info.files().stream()
        .sorted(Comparator.comparing(BundleInfo.BundleFile::name))
        .forEach(file -> update(digest, file.name() + " " + file.sha256()));
    update(digest, "max_tokens " + info.maxTokens());
    update(digest, "lowercase " + info.lowercase());
    update(digest, "prefix " + info.prefix());
    update(digest, "output " + info.output());
    if (info.tokenOutput()) {
      update(digest, "pooling " + info.pooling());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Hexadecimal sha256 of a file. */
  static String sha256(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      int read;
      while ((read = in.read(buffer)) >= 0) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}

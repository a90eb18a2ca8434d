package org.deskbert.faq;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Packs as files: a zip whose comment at the very end holds the signer's public key and an Ed25519
 * signature over everything before it, down to the last bit. The same content and key give the same
 * bytes.
 */
public final class PackFile {
  /** The version of the format that this program writes, and the newest that it reads. */
  private static final int FORMAT = 1;

  private static final String MARK = "DeskBERT pack\n";
  private static final int KEY = 60; // Base64 of the 44 bytes of an Ed25519 key in X.509
  private static final int SIGNATURE = 88; // Base64 of 64 bytes
  private static final int TRAILER = MARK.length() + KEY + SIGNATURE;

  private static final long MAX_FILE = 256L << 20;
  private static final long MAX_UNPACKED = 512L << 20;
  private static final int MAX_PARTS = 10_000;
  private static final String MANIFEST = "manifest.json";
  private static final String FAQ = "faq.json";
  private static final String TESTS = "tests.json";

  /** The same on every system: no way out of the folder, no drive, no hidden file. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?:[\\p{L}\\p{N}_-][\\p{L}\\p{M}\\p{N} ._-]{0,100}/)*[\\p{L}\\p{N}_-][\\p{L}\\p{M}\\p{N}"
              + " ._-]{0,100}");

  private PackFile() {}

  /** Whether a file's name says that it is a pack. */
  public static boolean isPack(Path file) {
    return file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".faqpack");
  }

  /** Whether a part of a pack may have this path. */
  public static boolean isSafe(String path) {
    return PATH.matcher(path).matches() && !path.contains("..");
  }

  /**
   * Writes a pack.
   *
   * @param files what goes with the FAQ, by path
   * @throws FaqException if it can't be written; an older file stays as it is then
   */
  public static void write(
      Path file, Shared shared, SortedMap<String, byte[]> files, SigningKey key)
      throws FaqException {
    byte[] bytes = bytes(shared, files, key);
    WholeFile.writeNamed(file, out -> out.write(bytes));
  }

  static byte[] bytes(Shared shared, SortedMap<String, byte[]> files, SigningKey key) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, MANIFEST, utf8(EntryJson.GSON.toJson(manifest(shared)) + "\n"));
      put(zip, FAQ, utf8(FaqJson.write(shared.faq())));
      if (!shared.tests().isEmpty()) {
        put(zip, TESTS, utf8(TestsJson.write(shared.tests())));
      }
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        put(zip, each.getKey(), each.getValue());
      }
      zip.setComment(MARK + key.key() + "0".repeat(SIGNATURE));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // no disk is touched
    }
    byte[] all = bytes.toByteArray();
    byte[] signature = Base64.getEncoder().encode(key.sign(signed(all)));
    System.arraycopy(signature, 0, all, all.length - SIGNATURE, SIGNATURE);
    return all;
  }

  private static byte[] signed(byte[] all) {
    java.security.MessageDigest digest = FaqJson.sha256();
    digest.update(all, 0, all.length - SIGNATURE);
    return digest.digest();
  }

  private static void put(ZipOutputStream zip, String path, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static JsonObject manifest(Shared shared) {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("name", shared.faq().name());
    json.addProperty("faq", shared.version().content());
    json.addProperty("version", shared.version().id());
    JsonArray lineage = new JsonArray();
    for (Version version : shared.lineage()) {
      JsonObject one = new JsonObject();
      one.addProperty("id", version.id());
      one.addProperty("content", version.content());
      JsonArray parents = new JsonArray();
      version.parents().forEach(parents::add);
      one.add("parents", parents);
      one.addProperty("created", version.at().toString());
      lineage.add(one);
    }
    json.add("lineage", lineage);
    return json;
  }

  /**
   * Reads a pack and checks it in every bit; whether the signer is to be trusted is for the caller
   * to find out.
   *
   * @throws FaqException if it is no pack, damaged, changed by somebody, or of a newer program
   */
  public static Pack read(Path file) throws FaqException {
    byte[] all = content(file);
    String end =
        all.length < TRAILER
            ? ""
            : new String(all, all.length - TRAILER, TRAILER, StandardCharsets.ISO_8859_1);
    if (!end.startsWith(MARK)) {
      throw new FaqException(
          file + " is no pack of DeskBERT, or was cut short on its way. Ask for it again.");
    }
    String key = end.substring(MARK.length(), MARK.length() + KEY);
    String signature = end.substring(MARK.length() + KEY);
    if (!genuine(key, signature, all)) {
      throw new FaqException(
          file
              + " was changed after it was signed, by an error on its way or by somebody; nothing"
              + " was imported. Ask its owner for it again.");
    }
    try {
      SortedMap<String, byte[]> parts = unpack(file, all);
      return pack(file, parts, Fingerprint.of(key));
    } catch (IOException | RuntimeException e) {
      throw new FaqException(
          file + " has something in it that no pack has; nothing was imported. Ask for it again.",
          e);
    }
  }

  private static byte[] content(Path file) throws FaqException {
    try {
      if (Files.size(file) > MAX_FILE) {
        throw new FaqException(file + " is larger than a pack can be; nothing was imported.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new FaqException(
          file + " can't be read (" + WholeFile.reason(e) + "). Check the name and the rights.", e);
    }
  }

  private static boolean genuine(String key, String signature, byte[] all) {
    try {
      byte[] bytes = Base64.getDecoder().decode(signature);
      // One way to write it, so that not a bit can differ.
      return Base64.getEncoder().encodeToString(bytes).equals(signature)
          && SigningKey.verifies(key, signed(all), bytes);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static SortedMap<String, byte[]> unpack(Path file, byte[] all)
      throws IOException, FaqException {
    SortedMap<String, byte[]> parts = new TreeMap<>();
    long left = MAX_UNPACKED;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(all))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes((int) left);
        left -= content.length;
        if (left <= 0 || parts.size() >= MAX_PARTS) {
          throw new FaqException(
              file + " unpacks to more than a pack can hold; nothing was imported.");
        }
        if (!isSafe(entry.getName()) || parts.put(entry.getName(), content) != null) {
          throw new IOException("unsafe or twice: " + entry.getName());
        }
      }
    }
    return parts;
  }

  private static Pack pack(Path file, SortedMap<String, byte[]> parts, String signer)
      throws IOException, FaqException {
    JsonObject manifest = JsonParser.parseString(text(parts.remove(MANIFEST))).getAsJsonObject();
    if (manifest.get("format").getAsInt() > FORMAT) {
      throw new FaqException(
          file
              + " was packed by a newer DeskBERT; nothing was imported. Install the newer"
              + " program.");
    }
    String name = manifest.get("name").getAsString();
    String text = text(parts.remove(FAQ));
    List<Version> lineage = new ArrayList<>();
    for (JsonElement each : manifest.getAsJsonArray("lineage")) {
      lineage.add(version(each.getAsJsonObject()));
    }
    String id = manifest.get("version").getAsString();
    Version version = lineage.stream().filter(v -> v.id().equals(id)).findFirst().orElseThrow();
    if (!Library.isValidName(name)
        || !FaqJson.hash(text).equals(version.content())
        || !lineage.stream().allMatch(Version::isGenuine)) {
      throw new IOException("the manifest does not fit the content");
    }
    byte[] tests = parts.remove(TESTS); // packs of older programs have none
    Shared shared =
        new Shared(
            FaqJson.read(name, text),
            version,
            lineage,
            tests == null ? List.of() : TestsJson.read(text(tests)));
    return new Pack(shared, parts, signer);
  }

  private static Version version(JsonObject json) {
    List<String> parents = new ArrayList<>();
    json.getAsJsonArray("parents").forEach(parent -> parents.add(parent.getAsString()));
    return new Version(
        json.get("id").getAsString(),
        json.get("content").getAsString(),
        parents,
        Instant.parse(json.get("created").getAsString()));
  }

  private static String text(byte @Nullable [] bytes) throws IOException {
    if (bytes == null) {
      throw new IOException("a part is missing");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

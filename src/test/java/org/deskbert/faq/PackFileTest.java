package org.deskbert.faq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PackFileTest {
  @TempDir Path folder;
  private SigningKey key;
  private Shared shared;
  private final TreeMap<String, byte[]> files = new TreeMap<>();

  @BeforeEach
  void make() throws Exception {
    key = SigningKey.open(folder.resolve("key.json"));
    Entry entry = new Entry("1", List.of("How?"), "So: Ä", "C", List.of("t"), null, null);
    Faq faq =
        new Faq(
            "it",
            List.of(entry),
            Synonyms.of(List.of(List.of("VPN", "tunnel"))),
            Intents.of(List.of(new Intent("canteen", List.of("menu"), "None.", null))));
    Version version =
        Version.of(
            FaqJson.hash(FaqJson.write(faq)), List.of(), Instant.parse("2026-11-24T09:00:00Z"));
    TestQuestion test = new TestQuestion("how?", "1", "answered", "1", TestQuestion.Origin.LIKED);
    shared = new Shared(faq, version, List.of(version), List.of(test));
    files.put("pictures/a b.png", new byte[] {1, 2, 3});
  }

  private Path write(byte[] bytes) throws Exception {
    return Files.write(folder.resolve("it.faqpack"), bytes);
  }

  private void assertRefused(byte[] bytes, String word) throws Exception {
    FaqException e = assertThrows(FaqException.class, () -> PackFile.read(write(bytes)));
    assertTrue(e.getMessage().contains(word), e.getMessage());
    assertTrue(e.getMessage().contains("it.faqpack"), e.getMessage());
  }

  @Test
  void whatIsPackedComesOutAgain() throws Exception {
    Path file = folder.resolve("it.faqpack");
    PackFile.write(file, shared, files, key);
    Pack pack = PackFile.read(file);
    assertEquals(shared, pack.shared());
    assertArrayEquals(new byte[] {1, 2, 3}, pack.files().get("pictures/a b.png"));
    assertEquals(key.fingerprint(), pack.signer());
    assertTrue(pack.signer().matches("([0-9]{5} ){5}[0-9]{5}"), pack.signer());
  }

  @Test
  void theSameContentAndKeyGiveTheSameBytes() throws Exception {
    SigningKey again = SigningKey.open(folder.resolve("key.json"));
    assertArrayEquals(
        PackFile.bytes(shared, files, key), PackFile.bytes(shared, new TreeMap<>(files), again));
  }

  @Test
  void notABitCanBeChanged() throws Exception {
    byte[] whole = PackFile.bytes(shared, files, key);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      FaqException e =
          assertThrows(FaqException.class, () -> PackFile.read(write(changed)), "byte " + at);
      assertTrue(
          e.getMessage().contains("was changed") || e.getMessage().contains("is no pack"),
          e.getMessage());
    }
  }

  @Test
  void nothingCanBeCutOffOrAdded() throws Exception {
    byte[] whole = PackFile.bytes(shared, files, key);
    assertRefused(new byte[0], "no pack");
    assertRefused(Arrays.copyOf(whole, whole.length / 2), "no pack");
    assertRefused(Arrays.copyOf(whole, whole.length - 1), "no pack");
    assertRefused(Arrays.copyOf(whole, whole.length + 1), "no pack");
    assertRefused(Arrays.copyOfRange(whole, 1, whole.length), "was changed");
    assertRefused("PK, but not really".repeat(50).getBytes(UTF_8), "no pack");
  }

  @Test
  void pathsThatLeadOutAreRefusedThoughTheyAreSigned() throws Exception {
    for (String bad :
        List.of("../x", "pictures/../../x", "/etc/x", "C:/x", "a\\b", "pictures/.x", "con:")) {
      TreeMap<String, byte[]> evil = new TreeMap<>();
      evil.put(bad, new byte[] {1});
      assertRefused(PackFile.bytes(shared, evil, key), "no pack has");
    }
  }

  @Test
  void aBombIsRefused() throws Exception {
    TreeMap<String, byte[]> bomb = new TreeMap<>();
    byte[] zeros = new byte[64 << 20];
    for (int i = 0; i < 9; i++) {
      bomb.put("pictures/" + i, zeros);
    }
    assertRefused(PackFile.bytes(shared, bomb, key), "more than a pack can hold");
  }

  @Test
  void aContentThatIsNotThatOfItsVersionIsRefused() throws Exception {
    Shared other =
        new Shared(shared.faq().with(List.of()), shared.version(), shared.lineage(), List.of());
    assertRefused(PackFile.bytes(other, files, key), "no pack has");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void onlyTheOwnerReadsTheKey() throws Exception {
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key.json"))));
    try (var all = Files.list(folder)) {
      assertEquals(1, all.count());
    }
  }

  @Test
  void aDamagedKeyIsSaidSo() throws Exception {
    Path file = folder.resolve("key.json");
    String other = Files.readString(file);
    Files.delete(file);
    SigningKey.open(file);
    String mixed =
        other.substring(0, other.indexOf("publicKey"))
            + Files.readString(file).substring(Files.readString(file).indexOf("publicKey"));
    for (String bad : List.of("", "{}", "{\"privateKey\":\"x\"}", "nonsense", mixed)) {
      Files.writeString(file, bad);
      FaqException e = assertThrows(FaqException.class, () -> SigningKey.open(file), bad);
      assertTrue(e.getMessage().contains("key.json"), e.getMessage());
    }
  }

  @Test
  void digitsAreTheSameHoweverTheyAreTyped() {
    String digits = key.fingerprint();
    assertTrue(Fingerprint.same(digits, digits.replace(" ", "-")));
    assertTrue(Fingerprint.same(digits, digits.replace(" ", "")));
    assertFalse(Fingerprint.same(digits, digits.substring(1)));
  }
}

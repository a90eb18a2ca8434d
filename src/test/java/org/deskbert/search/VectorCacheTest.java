package org.deskbert.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deskbert.faq.Seal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorCacheTest {
  @TempDir Path folder;

  @Test
  void givesTheSameBitsWhetherStoredOrNotAndByModel() {
    float[] vector = {0.1f, -1e-3f, Float.MIN_VALUE, -0.7f};
    Path file = folder.resolve("cache.db");
    float[] fresh;
    try (VectorCache cache = VectorCache.open(file);
        VectorCache memory = VectorCache.inMemory()) {
      cache.put("m1", Map.of("a", vector));
      memory.put("m1", Map.of("a", vector));
      fresh = memory.get("m1", List.of("a")).get("a");
    }
    assertArrayEquals(vector, fresh, 0.7f / Short.MAX_VALUE / 2);
    try (VectorCache cache = VectorCache.open(file)) {
      Map<String, float[]> found = cache.get("m1", List.of("a", "b"));
      assertEquals(Set.of("a"), found.keySet());
      assertArrayEquals(fresh, found.get("a"));
      assertTrue(cache.get("m2", List.of("a")).isEmpty());
    }
  }

  @Test
  void findsSomeOfManyAndTakesTheLastThatWasPut() {
    Path file = folder.resolve("cache.db");
    Map<String, float[]> many = new HashMap<>();
    for (int i = 0; i < 2_500; i++) {
      many.put("text " + i, new float[] {i, 1});
    }
    try (VectorCache cache = VectorCache.open(file)) {
      cache.put("m", many);
      cache.put("m", Map.of("text 7", new float[] {1, 2}));
    }
    try (VectorCache cache = VectorCache.open(file)) {
      Map<String, float[]> found = cache.get("m", List.of("text 2499", "text 7", "none"));
      assertEquals(Set.of("text 2499", "text 7"), found.keySet());
      assertArrayEquals(new float[] {2499, 1}, found.get("text 2499"), 0.1f);
      assertArrayEquals(new float[] {1, 2}, found.get("text 7"), 0.001f);
    }
  }

  @Test
  void anEncryptedOneOpensWithItsKeyAndHoldsNothingInTheClear() throws IOException {
    byte[] key = new byte[Seal.KEY_BYTES];
    Path file = folder.resolve("cache.db");
    float[] vector = {0.5f, 0.25f};
    try (VectorCache cache = VectorCache.open(file, new Seal(key))) {
      cache.put("m", Map.of("a", vector));
    }
    String codes = new String(new char[] {0xff, 0x7f, 0x00, 0x40}); // 32767, 16384
    assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(codes));
    try (VectorCache cache = VectorCache.open(file, new Seal(key))) {
      assertArrayEquals(vector, cache.get("m", List.of("a")).get("a"), 1e-4f);
    }
    key[0] = 1;
    try (VectorCache cache = VectorCache.open(file, new Seal(key))) {
      assertTrue(cache.get("m", List.of("a")).isEmpty());
    }
  }

  @Test
  void aChangedVectorIsNotTaken() throws IOException {
    Path file = folder.resolve("cache.db");
    try (VectorCache cache = VectorCache.open(file)) {
      cache.put("m", Map.of("a", new float[] {0.5f, 0.25f}));
    }
    byte[] stored = {-1, 127, 0, 64}; // 32767 and 16384, the lower byte first
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i + stored.length <= bytes.length; i++) {
      if (Arrays.equals(stored, 0, 4, bytes, i, i + 4)) {
        bytes[i] = 0;
      }
    }
    Files.write(file, bytes);
    try (VectorCache cache = VectorCache.open(file)) {
      assertTrue(cache.get("m", List.of("a")).isEmpty());
    }
    assertFalse(Files.exists(file), "it is built anew");
  }

  @Test
  void aDamagedFileIsBuiltAnew() throws IOException {
    Path file = folder.resolve("cache.db");
    Files.writeString(file, "this is no database ".repeat(500));
    try (VectorCache cache = VectorCache.open(file)) {
      cache.put("m", Map.of("a", new float[] {1}));
    }
    try (VectorCache cache = VectorCache.open(file)) {
      assertEquals(1, cache.get("m", List.of("a")).size());
    }
  }

  @Test
  void worksInMemoryWhereNoFileCanBe() throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("file"), "x");
    try (VectorCache cache = VectorCache.open(notAFolder.resolve("cache.db"))) {
      cache.put("m", Map.of("a", new float[] {1}));
      assertEquals(1, cache.get("m", List.of("a")).size());
    }
  }
}

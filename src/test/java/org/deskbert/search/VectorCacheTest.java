package org.deskbert.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorCacheTest {
  @TempDir Path folder;

  @Test
  void keepsVectorsToTheLastBitAndByModel() {
    float[] vector = {0.1f, -1e-30f, Float.MIN_VALUE};
    Path file = folder.resolve("cache.db");
    try (VectorCache cache = VectorCache.open(file)) {
      cache.put("m1", Map.of("a", vector));
    }
    try (VectorCache cache = VectorCache.open(file)) {
      Map<String, float[]> found = cache.get("m1", List.of("a", "b"));
      assertEquals(Set.of("a"), found.keySet());
      assertArrayEquals(vector, found.get("a"));
      assertTrue(cache.get("m2", List.of("a")).isEmpty());
    }
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

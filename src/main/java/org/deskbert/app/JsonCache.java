package org.deskbert.app;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.deskbert.faq.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what can be computed again, a JSON file each. What is lost or damaged is computed anew, so
 * no failure here is one for the user.
 */
final class JsonCache<T> {
  private static final int KEPT = 40;
  private static final Gson GSON = new Gson();

  private final Path folder;
  private final Class<T> type;

  JsonCache(Path folder, Class<T> type) {
    this.folder = folder;
    this.type = type;
  }

  /** What was stored under that name, null if nothing that can be read. */
  @Nullable T read(String name) {
    return read(file(name));
  }

  /** What was stored last under a name that begins so, null if nothing that can be read. */
  @Nullable T newest(String prefix) {
    try {
      return newestFirst().stream()
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .findFirst()
          .map(this::read)
          .orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  /** Stores; the oldest files go. */
  void write(String name, T value) {
    try {
      Files.createDirectories(folder);
      byte[] json = GSON.toJson(value).getBytes(StandardCharsets.UTF_8);
      WholeFile.<RuntimeException>write(file(name), out -> out.write(json));
      for (Path old : newestFirst().stream().skip(KEPT).toList()) {
        Files.deleteIfExists(old);
      }
    } catch (IOException e) {
      // A cache that can't be written costs time later, nothing else.
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".json");
  }

  private @Nullable T read(Path file) {
    try {
      return Files.exists(file) ? GSON.fromJson(Files.readString(file), type) : null;
    } catch (IOException | JsonParseException e) {
      return null;
    }
  }

  private List<Path> newestFirst() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted(Comparator.comparingLong((Path f) -> f.toFile().lastModified()).reversed())
          .toList();
    }
  }
}

package org.deskbert.app;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deskbert.chat.Confidence;
import org.deskbert.faq.WholeFile;
import org.deskbert.intent.IntentModel;
import org.deskbert.search.FaqIndex;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was fitted to FAQs by the content that they were fitted to. What is lost or damaged is
 * fitted again, so no failure here is one for the user.
 */
final class FittedFiles {
  /** Raised when the way of fitting changes, so that older results are not used. */
  private static final int VERSION = 8;

  private static final int KEPT = 40;
  private static final Gson GSON = new Gson();

  private final Path folder;

  FittedFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * What is fitted to an index.
   *
   * @param smallTalk null without a model
   */
  record Fitted(Confidence confidence, IntentModel.@Nullable Curve smallTalk) {}

  /** What is fitted to this index: the stored, or {@code fit}'s, which is then stored. */
  Fitted get(FaqIndex index, Supplier<Fitted> fit) {
    String model = index.model() == null ? "words" : index.model();
    Path file = folder.resolve(VERSION + "-" + index.hash() + "-" + model + ".json");
    Fitted stored = read(file);
    if (stored != null) {
      return stored;
    }
    Fitted fresh = fit.get();
    write(file, fresh);
    return fresh;
  }

  private static @Nullable Fitted read(Path file) {
    try {
      return Files.exists(file) ? GSON.fromJson(Files.readString(file), Fitted.class) : null;
    } catch (IOException | JsonParseException e) {
      return null;
    }
  }

  private void write(Path file, Fitted fitted) {
    try {
      Files.createDirectories(folder);
      byte[] json = GSON.toJson(fitted).getBytes(StandardCharsets.UTF_8);
      WholeFile.<RuntimeException>write(file, out -> out.write(json));
      prune();
    } catch (IOException e) {
      // A cache that can't be written costs time at the next start, nothing else.
    }
  }

  private void prune() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> newestFirst =
          files
              .sorted(Comparator.comparingLong((Path f) -> f.toFile().lastModified()).reversed())
              .toList();
      for (Path old : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
        Files.deleteIfExists(old);
      }
    }
  }
}

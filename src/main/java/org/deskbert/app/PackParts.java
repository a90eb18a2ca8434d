package org.deskbert.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqHash;
import org.deskbert.faq.Pack;
import org.deskbert.faq.PackFile;
import org.deskbert.faq.WholeFile;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;

/**
 * What goes with a FAQ in a pack: pictures under {@code pictures/}, the fitted confidence under
 * {@code fitted/}, and under {@code vectors/MODEL} the model's vectors of its phrasings as float32,
 * little endian, in the order of the texts.
 */
final class PackParts {
  private static final String FITTED = "fitted/";
  private static final String VECTORS = "vectors/";
  private static final Pattern PICTURE =
      Pattern.compile(
          "!\\[[^\\]]*\\]\\(<?(" + DataFolder.PICTURES + "/[^)>\"]+?)>?(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern FITTED_NAME =
      Pattern.compile(FITTED + "[0-9]+-[0-9a-f]{16}-[0-9A-Za-z]+\\.json");

  private final DataFolder folder;
  private final Models models;
  private final Engines engines;

  PackParts(DataFolder folder, Models models, Engines engines) {
    this.folder = folder;
    this.models = models;
    this.engines = engines;
  }

  SortedMap<String, byte[]> collect(Faq faq, boolean vectors, Progress progress)
      throws FaqException, BundleException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try {
      for (Entry entry : faq.entries()) {
        for (MatchResult match : PICTURE.matcher(entry.answer()).results().toList()) {
          String path = match.group(1);
          Path picture = folder.path().resolve(path);
          if (PackFile.isSafe(path) && Files.isRegularFile(picture)) {
            files.put(path, Files.readAllBytes(picture));
          }
        }
      }
      String hash = FaqHash.of(List.of(faq), LocalDate.now(ZoneId.systemDefault()));
      if (Files.isDirectory(folder.fitted())) {
        try (Stream<Path> all = Files.list(folder.fitted())) {
          for (Path each : all.filter(f -> f.toString().contains("-" + hash + "-")).toList()) {
            files.put(FITTED + each.getFileName(), Files.readAllBytes(each));
          }
        }
      }
    } catch (IOException e) {
      throw new FaqException(
          "A part of the pack can't be read (" + WholeFile.reason(e) + "); check its rights.", e);
    }
    if (vectors) {
      try (Encoder encoder = models.encoder(null)) {
        files.put(VECTORS + encoder.hash(), vectors(faq, encoder, progress));
      }
    }
    return files;
  }

  private byte[] vectors(Faq faq, Encoder encoder, Progress progress) throws FaqException {
    SortedSet<String> texts = texts(faq);
    Map<String, float[]> vectors = engines.vectors().encode(texts, encoder, 1, progress);
    ByteBuffer bytes =
        ByteBuffer.allocate(4 * vectors.values().stream().mapToInt(v -> v.length).sum())
            .order(ByteOrder.LITTLE_ENDIAN);
    for (String text : texts) {
      for (float value : vectors.getOrDefault(text, new float[0])) {
        bytes.putFloat(value);
      }
    }
    return bytes.array();
  }

  /** The texts that the index asks vectors of, sorted. */
  private static SortedSet<String> texts(Faq faq) {
    TreeSet<String> texts = new TreeSet<>();
    faq.entries()
        .forEach(
            entry -> entry.phrasings().forEach(text -> texts.add(faq.synonyms().rewrite(text))));
    return texts;
  }

  /** Puts what came with a FAQ into its places; what is there already stays. */
  void spread(Pack pack) throws FaqException {
    for (Map.Entry<String, byte[]> each : pack.files().entrySet()) {
      String path = each.getKey();
      boolean kept =
          path.startsWith(DataFolder.PICTURES + "/") || FITTED_NAME.matcher(path).matches();
      if (kept) {
        keep(path, each.getValue());
      } else if (path.startsWith(VECTORS)) {
        vectors(pack.shared().faq(), path.substring(VECTORS.length()), each.getValue());
      }
    }
  }

  private void keep(String path, byte[] content) throws FaqException {
    Path file = folder.path().resolve(path);
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) {
        WholeFile.<RuntimeException>write(file, out -> out.write(content));
      }
    } catch (IOException e) {
      throw new FaqException(
          file
              + " can't be written ("
              + WholeFile.reason(e)
              + "); the FAQ itself is in the library. Free some space and unpack it again.",
          e);
    }
  }

  private void vectors(Faq faq, String model, byte[] bytes) throws FaqException {
    SortedSet<String> texts = texts(faq);
    int dimension = texts.isEmpty() ? 0 : bytes.length / 4 / texts.size();
    if (dimension == 0 || bytes.length != 4 * texts.size() * dimension) {
      return; // they can be computed again
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Map<String, float[]> vectors = new HashMap<>();
    for (String text : texts) {
      float[] vector = new float[dimension];
      for (int i = 0; i < dimension; i++) {
        vector[i] = buffer.getFloat();
      }
      vectors.put(text, vector);
    }
    VectorCache cache = engines.vectors();
    cache.put(model, vectors);
  }
}

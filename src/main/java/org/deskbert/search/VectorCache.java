package org.deskbert.search;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.Encoding;
import org.deskbert.faq.Seal;
import org.deskbert.faq.SqliteFiles;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of the FAQ's own texts, stored under the hashes of model and text, so that no phrasing is
 * encoded twice; in {@link Codes}, so they are the same to the last bit whether they were stored or
 * not. Only a cache: a damaged file is deleted and built anew, and where none can be written the
 * vectors live in memory. Never give it a question that somebody asked. Thread-safe.
 */
public final class VectorCache implements AutoCloseable {
  /** Vectors in one block. */
  private static final int AT_ONCE = 10_000;

  /**
   * An index of fewer phrasings is made in a moment. It is better made than read: then all that an
   * edit needs is compiled, and the first one is live sooner.
   */
  private static final int WORTH_KEEPING = 20_000;

  private final @Nullable Path file;
  private final int worthKeeping;
  private final Map<String, Map<TextKey, Codes>> memory = new HashMap<>();
  private @Nullable VectorFile stored;

  private VectorCache(@Nullable Path file, @Nullable VectorFile stored, int worthKeeping) {
    this.file = file;
    this.worthKeeping = worthKeeping;
    this.stored = stored;
  }

  /** A cache that forgets everything when it is closed. */
  public static VectorCache inMemory() {
    return new VectorCache(null, null, WORTH_KEEPING);
  }

  /** Opens {@code file} or creates it. Never fails: the worst case is a cache in memory. */
  public static VectorCache open(Path file) {
    return open(file, null);
  }

  /** The same of a file whose content is encrypted, where {@code seal} is not null. */
  public static VectorCache open(Path file, @Nullable Seal seal) {
    return open(file, seal, WORTH_KEEPING);
  }

  /** The same that keeps indexes of at least {@code worthKeeping} phrasings. */
  static VectorCache open(Path file, @Nullable Seal seal, int worthKeeping) {
    try {
      return new VectorCache(file, VectorFile.open(file, seal), worthKeeping);
    } catch (SQLException damaged) {
      try {
        SqliteFiles.delete(file);
        return new VectorCache(file, VectorFile.open(file, seal), worthKeeping);
      } catch (IOException | SQLException e) {
        return inMemory();
      }
    }
  }

  /**
   * The vectors of {@code texts}, by text: from here or else from the encoder, and then stored.
   *
   * @throws java.util.concurrent.CancellationException if {@code progress} says stop
   */
  public Map<String, float[]> encode(
      Collection<String> texts, Encoder encoder, int threads, Progress progress) {
    Map<String, Codes> known = HashMap.newHashMap(texts.size());
    find(encoder.hash(), texts, known);
    List<String> missing = texts.stream().distinct().filter(t -> !known.containsKey(t)).toList();
    known.putAll(encodeNew(missing, encoder, threads, progress));
    return vectors(known);
  }

  /** Encodes texts that are not here, and stores them. */
  Map<String, Codes> encodeNew(
      List<String> missing, Encoder encoder, int threads, Progress progress) {
    Map<String, Codes> fresh = new HashMap<>();
    if (!missing.isEmpty()) {
      List<Encoding> encodings = encoder.encodeAll(missing, threads, progress);
      List<Codes> codes = Codes.of(encodings.stream().map(Encoding::vector).toList());
      for (int i = 0; i < missing.size(); i++) {
        fresh.put(missing.get(i), codes.get(i));
      }
      store(encoder.hash(), fresh);
    }
    return fresh;
  }

  /** The cached vectors of {@code texts} under the model with hash {@code model}, by text. */
  public Map<String, float[]> get(String model, Collection<String> texts) {
    Map<String, Codes> found = HashMap.newHashMap(texts.size());
    find(model, texts, found);
    return vectors(found);
  }

  private static Map<String, float[]> vectors(Map<String, Codes> codes) {
    Map<String, float[]> vectors = HashMap.newHashMap(codes.size());
    codes.forEach((text, each) -> vectors.put(text, each.vector()));
    return vectors;
  }

  /** Puts them into {@code found} as they are stored. */
  synchronized void find(String model, Collection<String> texts, Map<String, Codes> found) {
    Map<TextKey, String> wanted = HashMap.newHashMap(texts.size());
    Map<TextKey, Codes> remembered = memory.getOrDefault(model, Map.of());
    List<TextKey> keys = texts.parallelStream().map(TextKey::of).toList();
    int at = 0;
    for (String text : texts) {
      TextKey key = keys.get(at++);
      Codes codes = remembered.get(key);
      if (codes != null) {
        found.put(text, codes);
      } else {
        wanted.put(key, text);
      }
    }
    if (stored != null && !wanted.isEmpty()) {
      try {
        stored.select(model, wanted, found);
      } catch (SQLException e) {
        giveUp(true);
      }
    }
  }

  /** Stores vectors by text, all or none. */
  public void put(String model, Map<String, float[]> vectors) {
    forgetKept(); // it knows where the old ones lie
    List<String> texts = List.copyOf(vectors.keySet());
    Map<String, Codes> codes = HashMap.newHashMap(texts.size());
    for (int from = 0; from < texts.size(); from += AT_ONCE) {
      List<String> some = texts.subList(from, Math.min(from + AT_ONCE, texts.size()));
      List<Codes> made = Codes.of(some.stream().map(vectors::get).toList());
      for (int i = 0; i < some.size(); i++) {
        codes.put(some.get(i), made.get(i));
      }
    }
    store(model, codes);
  }

  private synchronized void store(String model, Map<String, Codes> codes) {
    Map<TextKey, Codes> rows = LinkedHashMap.newLinkedHashMap(codes.size());
    codes.forEach((text, each) -> rows.put(TextKey.of(text), each));
    if (stored != null) {
      try {
        stored.insert(model, rows);
        return;
      } catch (SQLException e) {
        giveUp(false);
      }
    }
    memory.computeIfAbsent(model, m -> new HashMap<>()).putAll(rows);
  }

  /** Phrasings that an index must have to be kept. */
  int worthKeeping() {
    return worthKeeping;
  }

  /** What was kept under a key; null if it is not there, or damaged, or {@code reading} says so. */
  synchronized <T> @Nullable T kept(String key, Pieces.Reading<T> reading) {
    VectorFile open = stored;
    if (open == null) {
      return null;
    }
    try {
      return open.kept().read(key, reading);
    } catch (SQLDataException e) {
      forget(open, key);
    } catch (SQLException e) {
      giveUp(true);
    }
    return null;
  }

  /** Keeps something under a key, unless it is there. What writes nothing keeps nothing. */
  void keep(String key, Pieces.Writing writing) {
    try {
      if (!has(key)) {
        int[] parts = {1};
        writing.write(content -> write(key, parts[0]++, content));
        if (parts[0] > 1) {
          Pieces.Out head = content -> write(key, 0, content);
          head.put(parts);
          prune();
        }
      }
    } catch (SQLException e) {
      // A full disk: the next start takes longer.
    }
  }

  private synchronized boolean has(String key) throws SQLException {
    return stored == null || stored.kept().has(key);
  }

  private synchronized void write(String key, int part, byte[] content) throws SQLException {
    if (stored != null) {
      stored.kept().write(key, part, content);
    }
  }

  private synchronized void prune() throws SQLException {
    if (stored != null) {
      stored.kept().prune();
    }
  }

  private synchronized void forgetKept() {
    try {
      if (stored != null) {
        stored.kept().clear();
      }
    } catch (SQLException e) {
      giveUp(false);
    }
  }

  private static void forget(VectorFile open, String key) {
    try {
      open.kept().delete(key);
    } catch (SQLException e) {
      // It is not taken the next time either.
    }
  }

  /** Where the vectors of some texts lie; null if one of them is not in the file. */
  @Nullable Places places(String model, List<String> texts) throws SQLException {
    List<TextKey> keys = texts.parallelStream().map(TextKey::of).toList();
    synchronized (this) {
      return stored == null ? null : stored.places(model, keys);
    }
  }

  /** The vectors at some places, in their order; null if they are not there any more. */
  synchronized @Nullable List<Codes> codes(Places places) throws SQLException {
    return stored == null ? null : stored.codes(places);
  }

  /** A full disk or a file damaged while open: go on in memory; the damaged one is built anew. */
  private void giveUp(boolean damaged) {
    close();
    if (damaged && file != null) {
      try {
        SqliteFiles.delete(file);
      } catch (IOException e) {
        // The next start tries again.
      }
    }
  }

  @Override
  public synchronized void close() {
    VectorFile open = stored;
    stored = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        // Nothing is lost but cached work.
        memory.clear();
      }
    }
  }
}

package org.deskbert.encoder;

import java.util.List;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Trace;

/**
 * Turns texts into unit vectors. Thread-safe; the same text gives the same bits whatever runs
 * beside it.
 */
public interface Encoder extends AutoCloseable {
  /** Content hash of the model: the same hash gives the same vectors on the same machine. */
  String hash();

  /** The bundle's name. */
  String name();

  /** Length of a vector. */
  int dimension();

  /** Codes of the languages that the model knows, such as {@code en}; none if that isn't said. */
  default List<String> languages() {
    return List.of();
  }

  /** Knows the words that the model knows whole, to put typing errors right; may know none. */
  default Spelling spelling() {
    return Spelling.NONE;
  }

  /** Encodes one question on the calling thread; times go to {@code trace}. */
  Encoding encode(String text, Trace trace);

  /**
   * Encodes many texts on {@code threads} threads, longest first.
   *
   * @return encodings in the order of {@code texts}
   * @throws java.util.concurrent.CancellationException when {@code progress} says stop
   */
  List<Encoding> encodeAll(List<String> texts, int threads, Progress progress);

  @Override
  void close();
}

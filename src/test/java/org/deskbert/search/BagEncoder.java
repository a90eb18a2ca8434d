package org.deskbert.search;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.Encoding;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Stage;
import org.deskbert.trace.Trace;

/** An encoder without a model: texts that share words are near. Counts the texts it encodes. */
public final class BagEncoder implements Encoder {
  private static final int DIMENSION = 256;
  private final AtomicInteger encoded = new AtomicInteger();

  private final List<String> languages;

  /** An encoder that knows these languages; none to say nothing about them. */
  public BagEncoder(String... languages) {
    this.languages = List.of(languages);
  }

  @Override
  public List<String> languages() {
    return languages;
  }

  public int encoded() {
    return encoded.get();
  }

  @Override
  public String hash() {
    return "bag";
  }

  @Override
  public String name() {
    return "bag";
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  @Override
  public Encoding encode(String text, Trace trace) {
    encoded.incrementAndGet();
    float[] vector = new float[DIMENSION];
    vector[0] = 0.1f;
    for (String word : text.toLowerCase(java.util.Locale.ROOT).split("\\W+")) {
      vector[1 + Math.floorMod(word.hashCode() * 31, DIMENSION - 1)] += 1;
    }
    double sum = 0;
    for (float v : vector) {
      sum += v * v;
    }
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] /= (float) Math.sqrt(sum);
    }
    trace.add(Stage.ENCODE, 1);
    return new Encoding(vector, 1, text.length() > 500);
  }

  @Override
  public List<Encoding> encodeAll(List<String> texts, int threads, Progress progress) {
    return texts.stream().map(t -> encode(t, new Trace())).toList();
  }

  @Override
  public void close() {}
}

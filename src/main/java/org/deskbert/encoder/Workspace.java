package org.deskbert.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one run: buffers outside the heap that ONNX Runtime reads and writes in place, used
 * again by the next run. Not thread-safe: one run at a time.
 */
final class Workspace implements AutoCloseable {
  static final String IDS = "input_ids";
  static final String ATTENTION = "attention_mask";
  static final String TYPES = "token_type_ids";
  static final Set<String> INPUTS = Set.of(IDS, ATTENTION, TYPES);

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final BundleInfo info;
  private final Map<String, LongBuffer> inputs = new HashMap<>();
  private final @Nullable Pooling pooling;

  /** The vector; where pooling is left to do, the states of all tokens. */
  private final FloatBuffer numbers;

  /** Takes the vector; empty where pooling is left to do, as the shape then follows the text. */
  private final Map<String, OnnxTensor> output;

  Workspace(OrtEnvironment environment, OrtSession session, BundleInfo info) throws OrtException {
    this.environment = environment;
    this.session = session;
    this.info = info;
    for (String name : session.getInputNames()) {
      LongBuffer buffer = direct(info.maxTokens() * Long.BYTES).asLongBuffer();
      for (int i = 0; i < buffer.capacity(); i++) {
        buffer.put(i, content(name, 0));
      }
      inputs.put(name, buffer);
    }
    pooling = info.outside();
    int rows = pooling == null ? 1 : info.maxTokens();
    numbers = direct(rows * info.dimension() * Float.BYTES).asFloatBuffer();
    output =
        pooling == null
            ? Map.of(
                info.output(),
                OnnxTensor.createTensor(environment, numbers, new long[] {1, info.dimension()}))
            : Map.of();
  }

  /** What an input says of a token. Nothing is padded, and a single text is all of type 0. */
  static long content(String input, int id) {
    return switch (input) {
      case IDS -> id;
      case ATTENTION -> 1;
      default -> 0;
    };
  }

  /**
   * Runs the graph on one text.
   *
   * @param ids tokens, at most as many as the model reads
   * @return the unit vector, shape (dimension)
   */
  float[] run(int[] ids) throws OrtException {
    LongBuffer target = inputs.get(IDS);
    if (target != null) {
      for (int i = 0; i < ids.length; i++) {
        target.put(i, ids[i]);
      }
    }
    long[] shape = {1, ids.length};
    Map<String, OnnxTensor> feed = new HashMap<>();
    try {
      for (Map.Entry<String, LongBuffer> input : inputs.entrySet()) {
        LongBuffer view = input.getValue().limit(ids.length);
        feed.put(input.getKey(), OnnxTensor.createTensor(environment, view, shape));
      }
      run(feed, ids.length);
    } finally {
      feed.values().forEach(OnnxTensor::close);
      inputs.values().forEach(LongBuffer::clear);
    }
    float[] result = new float[info.dimension()];
    if (pooling == null) {
      numbers.get(0, result);
    } else {
      pooling.pool(numbers, ids.length, result);
    }
    if (!info.normalized()) {
      normalize(result);
    }
    return result;
  }

  private void run(Map<String, OnnxTensor> feed, int tokens) throws OrtException {
    if (pooling == null) {
      session.run(feed, Set.of(), output).close();
      return;
    }
    FloatBuffer room = numbers.slice(0, tokens * info.dimension());
    long[] shape = {1, tokens, info.dimension()};
    try (OnnxTensor states = OnnxTensor.createTensor(environment, room, shape)) {
      session.run(feed, Set.of(), Map.of(info.output(), states)).close();
    }
  }

  private static void normalize(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += (double) x * x;
    }
    double length = Math.sqrt(square);
    for (int i = 0; i < vector.length && length > 0; i++) {
      vector[i] = (float) (vector[i] / length);
    }
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() {
    output.values().forEach(OnnxTensor::close);
  }
}

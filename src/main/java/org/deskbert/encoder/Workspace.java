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

/**
 * The memory of one run: buffers outside the heap that ONNX Runtime reads and writes in place, used
 * again by the next run. Not thread-safe: one run at a time.
 */
final class Workspace implements AutoCloseable {
  static final String IDS = "input_ids";
  static final String ATTENTION = "attention_mask";
  static final String TYPES = "token_type_ids";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final BundleInfo info;
  private final Map<String, LongBuffer> inputs = new HashMap<>();
  private final FloatBuffer vector;
  private final Map<String, OnnxTensor> output;

  Workspace(OrtEnvironment environment, OrtSession session, BundleInfo info) throws OrtException {
    this.environment = environment;
    this.session = session;
    this.info = info;
    for (String name : session.getInputNames()) {
      LongBuffer buffer = direct(info.maxTokens() * Long.BYTES).asLongBuffer();
      // Nothing is padded, so every token is attended to; a single text is all of type 0.
      long content = name.equals(ATTENTION) ? 1 : 0;
      for (int i = 0; i < buffer.capacity(); i++) {
        buffer.put(i, content);
      }
      inputs.put(name, buffer);
    }
    vector = direct(info.dimension() * Float.BYTES).asFloatBuffer();
    output =
        Map.of(
            info.output(),
            OnnxTensor.createTensor(environment, vector, new long[] {1, info.dimension()}));
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
      session.run(feed, Set.of(), output).close();
    } finally {
      feed.values().forEach(OnnxTensor::close);
      inputs.values().forEach(LongBuffer::clear);
    }
    float[] result = new float[info.dimension()];
    vector.get(0, result);
    if (!info.normalized()) {
      normalize(result);
    }
    return result;
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

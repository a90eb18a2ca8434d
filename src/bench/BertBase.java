import com.google.gson.Gson;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deskbert.encoder.Bundle;

/**
 * Writes the graph of a BERT-base (12 layers, 768 wide, fp32) with random weights, which takes as
 * long as a trained one. It has what exporters write, without dropout and mask, so that ONNX
 * Runtime fuses what it can.
 */
final class BertBase {
  private static final int LAYERS = 12;
  private static final int HIDDEN = 768;
  private static final int HEADS = 12;
  private static final int INNER = 3072;
  private static final int VOCABULARY = 30522;
  private static final int POSITIONS = 512;

  private final SplittableRandom random = new SplittableRandom(1);
  private final ByteArrayOutputStream nodes = new ByteArrayOutputStream();
  private final List<byte[]> tensors = new ArrayList<>();
  private int count;

  /**
   * A bundle of it with the vocabulary of {@code ours}, in a folder under {@code work}; made once.
   */
  static Path bundle(Path work, Bundle ours) throws Exception {
    Path folder = work.resolve("bert-base");
    if (!Files.exists(folder.resolve("bundle.json"))) {
      Files.createDirectories(folder);
      new BertBase().graph(folder.resolve("model.onnx"));
      Files.write(folder.resolve("vocab.txt"), Files.readAllBytes(ours.vocabulary()));
      Map<String, Object> info =
          Map.of(
              "format",
              1,
              "name",
              "bert-base",
              "dimension",
              HIDDEN,
              "max_tokens",
              ours.info().maxTokens(),
              "lowercase",
              true,
              "output",
              "last_hidden_state",
              "token_output",
              true,
              "pooling",
              "mean",
              "files",
              List.of(entry(folder, "model.onnx"), entry(folder, "vocab.txt")));
      Files.writeString(folder.resolve("bundle.json"), new Gson().toJson(info));
    }
    return folder;
  }

  private static Map<String, Object> entry(Path folder, String name) throws Exception {
    byte[] content = Files.readAllBytes(folder.resolve(name));
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    return Map.of("name", name, "size", content.length, "sha256", hash);
  }

  private void graph(Path file) throws IOException {
    longs("zero", 0);
    longs("split", 0, 0, HEADS, HIDDEN / HEADS);
    longs("join", 0, 0, HIDDEN);
    scalar("scale", (float) Math.sqrt(HIDDEN / HEADS));
    weights("words", VOCABULARY, HIDDEN);
    weights("places", POSITIONS, HIDDEN);
    String words = node("Gather", "words", "input_ids");
    // The first positions, as many as there are tokens.
    String tokens = node("Shape", List.of("input_ids"), integer("start", 1), integer("end", 2));
    String places = node("Slice", "places", longs("from", 0), tokens, "zero");
    String states = norm(node("Add", words, places));
    for (int layer = 0; layer < LAYERS; layer++) {
      states = layer(states);
    }
    node("Identity", List.of(states), "last_hidden_state");
    write(file);
  }

  private String layer(String states) throws IOException {
    String query = heads(dense(states, HIDDEN, HIDDEN), 0, 2, 1, 3);
    String key = heads(dense(states, HIDDEN, HIDDEN), 0, 2, 3, 1);
    String value = heads(dense(states, HIDDEN, HIDDEN), 0, 2, 1, 3);
    String scores = node("Div", node("MatMul", query, key), "scale");
    String chances = node("Softmax", List.of(scores), integer("axis", -1));
    String mixed = node("MatMul", chances, value);
    String joined =
        node("Reshape", node("Transpose", List.of(mixed), integers("perm", 0, 2, 1, 3)), "join");
    states = norm(node("Add", dense(joined, HIDDEN, HIDDEN), states));
    String inner = node("Gelu", dense(states, HIDDEN, INNER));
    return norm(node("Add", dense(inner, INNER, HIDDEN), states));
  }

  private String heads(String states, long... order) throws IOException {
    return node("Transpose", List.of(node("Reshape", states, "split")), integers("perm", order));
  }

  private String dense(String from, int in, int out) throws IOException {
    String name = "w" + count;
    weights(name, in, out);
    weights(name + "b", out);
    return node("Add", node("MatMul", from, name), name + "b");
  }

  private String norm(String from) throws IOException {
    String name = "n" + count;
    weights(name, HIDDEN);
    weights(name + "b", HIDDEN);
    return node("LayerNormalization", List.of(from, name, name + "b"), integer("axis", -1));
  }

  // What follows writes the fields of onnx.proto by their numbers.

  private String node(String operator, String... inputs) throws IOException {
    return node(operator, List.of(inputs), "t" + count);
  }

  private String node(String operator, List<String> inputs, byte[]... attributes)
      throws IOException {
    return node(operator, inputs, "t" + count, attributes);
  }

  private String node(String operator, List<String> inputs, String output, byte[]... attributes)
      throws IOException {
    ByteArrayOutputStream node = new ByteArrayOutputStream();
    for (String input : inputs) {
      field(node, 1, text(input));
    }
    field(node, 2, text(output));
    field(node, 4, text(operator));
    for (byte[] attribute : attributes) {
      field(node, 5, attribute);
    }
    field(nodes, 1, node.toByteArray());
    count++;
    return output;
  }

  private static byte[] integer(String name, long value) throws IOException {
    ByteArrayOutputStream attribute = new ByteArrayOutputStream();
    field(attribute, 1, text(name));
    number(attribute, 3, value);
    number(attribute, 20, 2);
    return attribute.toByteArray();
  }

  private static byte[] integers(String name, long... values) throws IOException {
    ByteArrayOutputStream attribute = new ByteArrayOutputStream();
    field(attribute, 1, text(name));
    for (long value : values) {
      number(attribute, 8, value);
    }
    number(attribute, 20, 7);
    return attribute.toByteArray();
  }

  private void weights(String name, int... shape) throws IOException {
    int size = 1;
    for (int length : shape) {
      size *= length;
    }
    ByteBuffer raw = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < size; i++) {
      raw.putFloat((float) random.nextDouble(-0.05, 0.05));
    }
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    for (int length : shape) {
      number(tensor, 1, length);
    }
    tensor(tensor, name, 1, raw.array());
  }

  private void scalar(String name, float value) throws IOException {
    byte[] raw = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
    tensor(new ByteArrayOutputStream(), name, 1, raw);
  }

  private String longs(String name, long... values) throws IOException {
    ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      raw.putLong(value);
    }
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, values.length);
    tensor(tensor, name, 7, raw.array());
    return name;
  }

  private void tensor(ByteArrayOutputStream dims, String name, int type, byte[] raw)
      throws IOException {
    number(dims, 2, type);
    field(dims, 8, text(name));
    field(dims, 9, raw);
    tensors.add(dims.toByteArray());
  }

  private void write(Path file) throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    field(rest, 2, text("bert-base"));
    field(rest, 11, info("input_ids", 7, 0));
    field(rest, 12, info("last_hidden_state", 1, HIDDEN));
    long size = nodes.size() + rest.size();
    for (byte[] tensor : tensors) {
      size += 1 + varint(tensor.length).length + tensor.length;
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      number(out, 1, 10);
      ByteArrayOutputStream operators = new ByteArrayOutputStream();
      number(operators, 2, 20);
      field(out, 8, operators.toByteArray());
      out.write(varint(7L << 3 | 2));
      out.write(varint(size));
      nodes.writeTo(out);
      rest.writeTo(out);
      for (byte[] tensor : tensors) {
        field(out, 5, tensor);
      }
    }
  }

  private static byte[] info(String name, int type, int width) throws IOException {
    ByteArrayOutputStream shape = new ByteArrayOutputStream();
    for (String dimension : List.of("batch", "tokens")) {
      ByteArrayOutputStream one = new ByteArrayOutputStream();
      field(one, 2, text(dimension));
      field(shape, 1, one.toByteArray());
    }
    if (width > 0) {
      ByteArrayOutputStream one = new ByteArrayOutputStream();
      number(one, 1, width);
      field(shape, 1, one.toByteArray());
    }
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, type);
    field(tensor, 2, shape.toByteArray());
    ByteArrayOutputStream wrapped = new ByteArrayOutputStream();
    field(wrapped, 1, tensor.toByteArray());
    ByteArrayOutputStream info = new ByteArrayOutputStream();
    field(info, 1, text(name));
    field(info, 2, wrapped.toByteArray());
    return info.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void field(OutputStream out, int number, byte[] content) throws IOException {
    out.write(varint((long) number << 3 | 2));
    out.write(varint(content.length));
    out.write(content);
  }

  private static void number(OutputStream out, int number, long value) throws IOException {
    out.write(varint((long) number << 3));
    out.write(varint(value));
  }

  private static byte[] varint(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return out.toByteArray();
  }
}

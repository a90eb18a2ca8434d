package org.deskbert.encoder;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Texts with known results, and bundles of a few bytes. */
final class Fixtures {
  /** The bundle that the program ships with. */
  static final Path SHIPPED = Path.of("models", "deskbert-small");

  private static final List<String> VOCABULARY =
      List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "hello", "world", "good", "day", "##s", "!");

  private Fixtures() {}

  /** A text and its ids by the reference tokenizer. */
  record Tokenized(String text, int[] ids) {}

  /** A text and its vector by the reference model in fp32. */
  record Encoded(String text, float[] vector) {}

  static List<Tokenized> tokenized() {
    return lines("wordpiece.jsonl", Tokenized.class);
  }

  /** What Hugging Face's SqueezeBertModel makes of the checkpoint of the shipped bundle. */
  static List<Encoded> encoded() {
    try (BufferedReader reader =
        Files.newBufferedReader(Path.of("models", "recipe", "checkpoint", "vectors.jsonl"))) {
      return lines(reader, Encoded.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file with a JSON object a line. */
  static <T> List<T> lines(BufferedReader reader, Class<T> type) {
    Gson gson = new Gson();
    return reader.lines().map(line -> gson.fromJson(line, type)).toList();
  }

  private static <T> List<T> lines(String resource, Class<T> type) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Fixtures.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return lines(reader, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a good bundle around a graph of this package, except for what {@code change} does. */
  static Path bundle(Path folder, String graph, Consumer<JsonObject> change) throws IOException {
    Files.createDirectories(folder);
    try (InputStream in = Fixtures.class.getResourceAsStream(graph)) {
      Files.copy(in, folder.resolve(Bundle.MODEL));
    }
    Files.write(folder.resolve(Bundle.VOCABULARY), VOCABULARY);
    return describe(folder, change);
  }

  /** Writes the description of the files that lie in a folder. */
  static Path describe(Path folder, Consumer<JsonObject> change) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("name", folder.getFileName().toString());
    json.addProperty("format", 1);
    json.addProperty("dimension", 4);
    json.addProperty("max_tokens", 8);
    json.addProperty("normalized", true);
    json.addProperty("lowercase", true);
    json.addProperty("output", "sentence_embedding");
    json.add("files", new JsonArray());
    list(json, folder, Bundle.MODEL);
    list(json, folder, Bundle.VOCABULARY);
    change.accept(json);
    Files.writeString(
        folder.resolve(BundleInfo.FILE),
        new GsonBuilder().setPrettyPrinting().create().toJson(json));
    return folder;
  }

  static Path bundle(Path folder) throws IOException {
    return bundle(folder, "tiny.onnx", json -> {});
  }

  private static void list(JsonObject json, Path folder, String name) throws IOException {
    JsonObject file = new JsonObject();
    file.addProperty("name", name);
    file.addProperty("size", Files.size(folder.resolve(name)));
    file.addProperty("sha256", Bundle.sha256(folder.resolve(name)));
    json.getAsJsonArray("files").add(file);
  }
}

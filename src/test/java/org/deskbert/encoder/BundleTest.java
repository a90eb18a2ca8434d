package org.deskbert.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
  @TempDir private Path temp;

  @Test
  void theShippedBundleIsWhatItSays() throws Exception {
    Bundle bundle = Bundle.open(Fixtures.SHIPPED);
    assertEquals("deskbert-small", bundle.name());
    assertEquals("squeezebert", bundle.info().architecture().type());
    assertEquals(1, bundle.info().architecture().groups().get("q"));
    assertEquals(List.of("en"), bundle.info().languages());
    assertEquals(64, bundle.hash().length());
    assertFalse(bundle.info().provenance().isEmpty());
  }

  @Test
  void theHashFollowsWhatShapesAVector() throws Exception {
    String plain = Bundle.open(Fixtures.bundle(temp.resolve("a"))).hash();
    assertEquals(plain, Bundle.open(Fixtures.bundle(temp.resolve("b"))).hash());
    Path prefixed =
        Fixtures.bundle(temp.resolve("c"), "tiny.onnx", json -> json.addProperty("prefix", "q: "));
    assertNotEquals(plain, Bundle.open(prefixed).hash());
    Path other = Fixtures.bundle(temp.resolve("d"), "tiny-other.onnx", json -> {});
    assertNotEquals(plain, Bundle.open(other).hash());
  }

  @Test
  void aMissingFolderIsNamed() {
    refused(temp.resolve("nowhere"), temp.resolve("nowhere").toString(), "give the folder");
  }

  @Test
  void aFileIsNoBundle() throws Exception {
    refused(Files.writeString(temp.resolve("model.onnx"), "x"), "model.onnx is a file", "give");
  }

  @Test
  void aFolderWithoutADescriptionIsNoBundle() {
    refused(temp, temp + " has no bundle.json", "give");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "{", "[1]", "{\"name\": {}}", "nonsense", "{\"format\": \"x\"}"})
  void brokenJsonIsRefused(String json) throws Exception {
    Path folder = Fixtures.bundle(temp.resolve("m"));
    Files.writeString(folder.resolve("bundle.json"), json);
    refused(folder, folder.resolve("bundle.json").toString(), "copy the bundle again");
  }

  @Test
  void aBinaryDescriptionIsRefused() throws Exception {
    Path folder = Fixtures.bundle(temp.resolve("m"));
    Files.write(folder.resolve("bundle.json"), new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1});
    refused(folder, "bundle.json is not a UTF-8 text", "copy the bundle again");
  }

  @Test
  void brokenJsonSaysWhere() throws Exception {
    Path folder = Fixtures.bundle(temp.resolve("m"));
    Files.writeString(folder.resolve("bundle.json"), "{\n \"name\": \"m\",\n \"format\" 1\n}");
    refused(folder, "line 3", "copy the bundle again");
  }

  static List<Arguments> badFields() {
    return List.of(
        bad("format 2", json -> json.addProperty("format", 2)),
        bad("no usable \"name\"", json -> json.addProperty("name", "../up")),
        bad("no usable \"name\"", json -> json.remove("name")),
        bad("no usable \"dimension\"", json -> json.addProperty("dimension", 0)),
        bad("no usable \"max_tokens\"", json -> json.addProperty("max_tokens", 1)),
        bad("no usable \"output\"", json -> json.remove("output")),
        bad("does not list model.onnx", json -> json.remove("files")),
        bad("does not list vocab.txt", json -> json.getAsJsonArray("files").remove(1)),
        bad("no usable \"files\"", json -> first(json).addProperty("name", "../model.onnx")),
        bad("no usable \"files\"", json -> first(json).addProperty("sha256", "abc")),
        bad("does not list model.onnx", json -> json.add("files", new JsonArray())));
  }

  private static Arguments bad(String message, Consumer<JsonObject> change) {
    return Arguments.of(message, change);
  }

  private static JsonObject first(JsonObject json) {
    return json.getAsJsonArray("files").get(0).getAsJsonObject();
  }

  @ParameterizedTest
  @MethodSource("badFields")
  void aFieldThatMakesNoSenseIsNamed(String message, Consumer<JsonObject> change)
      throws IOException {
    Path folder = Fixtures.bundle(temp.resolve("m"), "tiny.onnx", change);
    refused(folder, message, "bundle");
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    Path folder = Fixtures.bundle(temp.resolve("m"));
    Files.delete(folder.resolve("vocab.txt"));
    refused(folder, folder.resolve("vocab.txt") + " is missing", "copy the bundle again");
  }

  @Test
  void aFlippedByteIsFound() throws Exception {
    Path folder = Fixtures.bundle(temp.resolve("m"));
    Path model = folder.resolve("model.onnx");
    byte[] bytes = Files.readAllBytes(model);
    bytes[bytes.length / 2] ^= 1;
    Files.write(model, bytes);
    refused(folder, model + " is damaged", "copy the bundle again");
  }

  @Test
  void aTruncatedFileIsFound() throws Exception {
    Path folder = Fixtures.bundle(temp.resolve("m"));
    Path model = folder.resolve("model.onnx");
    byte[] bytes = Files.readAllBytes(model);
    Files.write(model, Arrays.copyOf(bytes, 100));
    refused(folder, model + " has 100 bytes instead of " + bytes.length, "copy the bundle again");
  }

  private static void refused(Path folder, String what, String remedy) {
    String message = assertThrows(BundleException.class, () -> Bundle.open(folder)).getMessage();
    assertTrue(message.contains(what), message);
    assertTrue(message.contains(remedy), message);
    assertFalse(message.contains("\n"), message);
  }
}

package org.deskbert.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Stage;
import org.deskbert.trace.Trace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEncoderTest {
  private static OnnxEncoder encoder;
  @TempDir private Path temp;

  @BeforeAll
  static void load() throws BundleException {
    encoder = OnnxEncoder.load(Bundle.open(Fixtures.SHIPPED));
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  private static float[] vector(Encoder encoder, String text) {
    return encoder.encode(text, new Trace()).vector();
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  @Test
  void agreesWithTheReferenceModel() {
    double mean =
        Fixtures.encoded().stream()
            .mapToDouble(known -> cosine(known.vector(), vector(encoder, known.text())))
            .average()
            .orElseThrow();
    assertTrue(mean >= 0.99, "mean cosine " + mean);
  }

  @Test
  void aVectorIsTheSameToTheLastBitWhateverRunsBesideIt() {
    List<String> texts = new ArrayList<>();
    Fixtures.tokenized().stream().limit(40).forEach(known -> texts.add(known.text()));
    texts.add("");
    texts.add("word ".repeat(500));
    texts.add(texts.getFirst());
    List<float[]> alone = texts.stream().map(text -> vector(encoder, text)).toList();

    for (int threads : new int[] {1, 2, 3}) {
      List<Encoding> together = encoder.encodeAll(texts, threads, Progress.NONE);
      for (int i = 0; i < alone.size(); i++) {
        assertArrayEquals(bits(alone.get(i)), bits(together.get(i).vector()), texts.get(i));
      }
    }
    List<String> reversed = new ArrayList<>(texts);
    Collections.reverse(reversed);
    List<Encoding> backwards = encoder.encodeAll(reversed.subList(5, 20), 2, Progress.NONE);
    for (int i = 0; i < backwards.size(); i++) {
      assertArrayEquals(
          bits(alone.get(texts.size() - 6 - i)),
          bits(backwards.get(i).vector()),
          reversed.get(5 + i));
    }
  }

  private static int[] bits(float[] vector) {
    int[] bits = new int[vector.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(vector[i]));
    return bits;
  }

  @Test
  void aQuestionLeavesItsTimesAndTokens() {
    Trace trace = new Trace();
    Encoding encoding = encoder.encode("hello world", trace);
    assertEquals(4, encoding.tokens());
    assertFalse(encoding.cut());
    assertEquals(encoder.dimension(), encoding.vector().length);
    assertEquals(Set.of(Stage.TOKENIZE, Stage.ENCODE), trace.timings().nanos().keySet());
  }

  @Test
  void aLongTextIsCutAndSaysSo() {
    Encoding encoding = encoder.encode("word ".repeat(200_000), new Trace());
    assertEquals(128, encoding.tokens());
    assertTrue(encoding.cut());
    assertArrayEquals(vector(encoder, "word ".repeat(126)), encoding.vector());
  }

  @Test
  void nothingToEncodeIsNoTrouble() {
    assertEquals(List.of(), encoder.encodeAll(List.of(), 2, Progress.NONE));
  }

  @Test
  void progressCountsToTheEnd() {
    List<Integer> seen = new ArrayList<>();
    encoder.encodeAll(
        List.of("a", "b", "c"),
        1,
        (phase, done, total) -> {
          assertEquals(3, total);
          return seen.add(done);
        });
    assertEquals(List.of(0, 1, 2, 3, 3), seen);
  }

  @Test
  void aStopEndsTheBatch() {
    List<String> texts = Collections.nCopies(1000, "hello");
    List<Integer> seen = new ArrayList<>();
    assertThrows(
        CancellationException.class,
        () -> encoder.encodeAll(texts, 2, (phase, done, total) -> seen.add(done) && done < 3));
    assertTrue(seen.getLast() < 1000);
  }

  @Test
  void anInterruptEndsTheBatch() {
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class, () -> encoder.encodeAll(List.of("a", "b"), 2, Progress.NONE));
    assertTrue(Thread.interrupted());
  }

  @Test
  void aGraphWithMaskAndTypesIsFedAndMadeUnit() throws Exception {
    try (Encoder tiny =
        OnnxEncoder.load(
            tiny("masked", "tiny-masked.onnx", json -> json.addProperty("normalized", false)))) {
      float[] vector = vector(tiny, "hello world");
      assertEquals(1, cosine(vector, vector), 1e-6);
      // The mask of ones is added to each number before the mean, so the direction differs.
      try (Encoder plain = OnnxEncoder.load(tiny("plain", "tiny.onnx", json -> {}))) {
        assertTrue(cosine(vector, vector(plain, "hello world")) < 0.999);
      }
    }
  }

  @Test
  void thePrefixIsPutBeforeTheText() throws Exception {
    try (Encoder plain = OnnxEncoder.load(tiny("plain", "tiny.onnx", json -> {}));
        Encoder prefixed =
            OnnxEncoder.load(
                tiny("pre", "tiny.onnx", json -> json.addProperty("prefix", "good day ")))) {
      assertArrayEquals(vector(plain, "good day world"), vector(prefixed, "world"));
      assertNotEquals(plain.hash(), prefixed.hash());
    }
  }

  @Test
  void aClosedEncoderSaysSo() throws Exception {
    Encoder tiny = OnnxEncoder.load(tiny("plain", "tiny.onnx", json -> {}));
    tiny.close();
    tiny.close();
    String message =
        assertThrows(IllegalStateException.class, () -> vector(tiny, "hello")).getMessage();
    assertTrue(message.contains("plain is closed"), message);
  }

  @Test
  void aGraphThatIsNoneIsRefused() throws Exception {
    Path folder = Fixtures.bundle(temp.resolve("junk"));
    Files.writeString(folder.resolve("model.onnx"), "this is no graph");
    Path described = Fixtures.describe(folder, json -> {});
    refused(Bundle.open(described), "model.onnx can't be loaded");
  }

  @Test
  void aGraphThatBreaksItsPromiseIsRefused() throws Exception {
    refused(tiny("other", "tiny-other.onnx", json -> {}), "wants the input \"pixels\"");
    refused(tiny("none", "tiny.onnx", json -> json.addProperty("output", "x")), "no output \"x\"");
    refused(
        tiny("long", "tiny.onnx", json -> json.addProperty("dimension", 5)),
        "one vector of 5 numbers");
    refused(tiny("unit", "tiny-masked.onnx", json -> {}), "does not give vectors of length 1");
    refused(
        tiny("rows", "tiny.onnx", json -> json.add("architecture", rows(7))),
        "has 10 tokens, the model only 7");
  }

  private static JsonObject rows(int count) {
    JsonObject architecture = new JsonObject();
    architecture.addProperty("vocabulary", count);
    return architecture;
  }

  private Bundle tiny(String name, String graph, Consumer<JsonObject> change)
      throws IOException, BundleException {
    return Bundle.open(Fixtures.bundle(temp.resolve(name), graph, change));
  }

  private static void refused(Bundle bundle, String what) {
    String message =
        assertThrows(BundleException.class, () -> OnnxEncoder.load(bundle)).getMessage();
    assertTrue(message.contains(what), message);
    assertTrue(message.startsWith(bundle.folder().toString()), message);
    assertFalse(message.contains("\n"), message);
  }
}

package org.deskbert.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deskbert.trace.Trace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of others that fit; {@link MisfitTest} has those that don't. */
class ModelImportTest {
  private static final String TEXT = "I forgot my password!";

  @TempDir private Path temp;
  private Path added;
  private Bundles bundles;

  @BeforeEach
  void start() {
    added = temp.resolve("data").resolve("models");
    bundles = new Bundles(temp.resolve("shipped"), added);
  }

  private Bundle add(Path source) throws BundleException {
    return bundles.add(source, ImportChoices.NONE);
  }

  private static ImportChoices choose(
      @Nullable Pooling pooling, @Nullable String prefix, @Nullable Integer maxTokens) {
    return new ImportChoices(null, pooling, prefix, maxTokens);
  }

  private static float[] vector(Bundle bundle, String text) throws BundleException {
    try (Encoder encoder = OnnxEncoder.load(bundle)) {
      return encoder.encode(text, new Trace()).vector();
    }
  }

  @Test
  void itsOwnFilesSayHowItIsUsed() throws Exception {
    Path source = ForeignModel.write(temp.resolve("mini lm"));
    ForeignModel.text(
        source.resolve("config.json"),
        """
        {"model_type": "bert", "num_hidden_layers": 2, "hidden_size": 8, "max_position_embeddings": 64}
        """);
    ForeignModel.text(source.resolve("tokenizer_config.json"), "{\"model_max_length\": 1e30}");
    ForeignModel.text(
        source.resolve("config_sentence_transformers.json"),
        "{\"prompts\": {\"query\": \"need: \", \"document\": \"\"}, \"default_prompt_name\":"
            + " null}");
    ForeignModel.text(
        source.resolve("README.md"), "---\nlanguage: en\nlicense: mit\n---\n# MiniLM\n");

    Bundle bundle = add(source);

    BundleInfo info = bundle.info();
    assertEquals("mini-lm", bundle.name());
    assertEquals(
        List.of("mean", "need: ", 64, 8, "mit", List.of("en"), true),
        List.of(
            info.pooling(),
            info.prefix(),
            info.maxTokens(),
            info.dimension(),
            info.licence(),
            info.languages(),
            info.lowercase()));
    assertEquals(
        new BundleInfo.Architecture("bert", 2, 8, 0, 0, info.architecture().groups(), 29),
        info.architecture());
    assertEquals(List.of("attention_mask", "input_ids", "token_type_ids"), info.inputs());
    assertEquals(source.resolve("model.onnx").toString(), info.provenance().get("imported_from"));
    assertEquals(Bundle.sha256(source.resolve("model.onnx")), info.files().getFirst().sha256());
    assertEquals(
        List.of("MODEL_CARD.md", "bundle.json", "model.onnx", "vocab.txt"),
        files(added.resolve("mini-lm")));
    String card = Files.readString(bundle.folder().resolve("MODEL_CARD.md"));
    assertTrue(card.contains("| pooling | mean | 1_Pooling/config.json |"), card);
    assertTrue(card.contains("| before each text | \"need: \" |"), card);
    assertFalse(card.contains(temp.toString()), card);
    assertEquals(bundle, bundles.find("mini-lm"));
    assertEquals(1, length(vector(bundle, TEXT)), 1e-6);
  }

  private static double length(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += (double) x * x;
    }
    return Math.sqrt(square);
  }

  @Test
  void theMeanOfTheStatesIsWhatAGraphWithPoolingGives() throws Exception {
    Bundle pooled = add(ForeignModel.write(temp.resolve("pooled"), "foreign-sentence.onnx"));
    Bundle states = add(ForeignModel.write(temp.resolve("states")));
    assertEquals("", pooled.info().pooling());
    for (String text : List.of(TEXT, "", "how long ".repeat(300))) {
      assertArrayEquals(vector(pooled, text), vector(states, text), 1e-6f);
    }
  }

  @Test
  void choicesComeBeforeFiles() throws Exception {
    Path source = ForeignModel.write(temp.resolve("model"));
    Bundle plain = add(source);
    Bundle chosen = bundles.add(source, new ImportChoices("mine", Pooling.CLS, "reset ", 12));
    assertEquals(
        List.of("mine", "cls", "reset ", 12),
        List.of(
            chosen.name(),
            chosen.info().pooling(),
            chosen.info().prefix(),
            chosen.info().maxTokens()));
    assertEquals(128, plain.info().maxTokens());
    assertTrue(length(difference(vector(plain, "reset " + TEXT), vector(chosen, TEXT))) > 0.01);
    try (Encoder encoder = OnnxEncoder.load(chosen)) {
      assertEquals(12, encoder.encode("how ".repeat(30), new Trace()).tokens());
    }
  }

  private static float[] difference(float[] a, float[] b) {
    float[] difference = a.clone();
    for (int i = 0; i < b.length; i++) {
      difference[i] -= b[i];
    }
    return difference;
  }

  @Test
  void thePoolingIsPartOfTheHash() throws Exception {
    Path source = ForeignModel.write(temp.resolve("model"));
    Bundle mean = bundles.add(source, choose(Pooling.MEAN, null, null));
    bundles.remove("model");
    Bundle again = bundles.add(source, choose(Pooling.MEAN, null, null));
    bundles.remove("model");
    Bundle cls = bundles.add(source, choose(Pooling.CLS, null, null));
    assertEquals(mean.hash(), again.hash());
    assertNotEquals(mean.hash(), cls.hash());
  }

  @Test
  void aTokenizerFileGivesTheSameWords() throws Exception {
    Bundle lines = add(ForeignModel.write(temp.resolve("lines")));
    Path source = ForeignModel.write(temp.resolve("json"));
    Files.delete(source.resolve("vocab.txt"));
    ForeignModel.text(source.resolve("tokenizer.json"), ForeignModel.tokenizer().toString());
    Bundle json = add(source);
    assertArrayEquals(vector(lines, TEXT), vector(json, TEXT));
    assertEquals(Files.readString(lines.vocabulary()), Files.readString(json.vocabulary()));
  }

  @Test
  void filesAreFoundWherePublishersPutThem() throws Exception {
    Path usual = ForeignModel.write(temp.resolve("usual"));
    ForeignModel.graph(usual.resolve("onnx").resolve("model_quantized.onnx"), "foreign.onnx");
    Files.delete(usual.resolve("model.onnx"));
    assertEquals("usual", add(usual).name());
    bundles.remove("usual");
    assertEquals("usual", add(usual.resolve("onnx").resolve("model_quantized.onnx")).name());

    Path named = ForeignModel.graph(temp.resolve("jar").resolve("bge-q.onnx"), "foreign.onnx");
    ForeignModel.text(
        named.resolveSibling("bge-q-tokenizer.json"), ForeignModel.tokenizer().toString());
    assertEquals("bge-q", bundles.add(named, choose(Pooling.MEAN, null, null)).name());
    assertEquals("jar", bundles.add(named.getParent(), choose(Pooling.MEAN, null, null)).name());
  }

  @Test
  void capitalsInTheWordsMeanThatTextsKeepTheirs() throws Exception {
    Path source = ForeignModel.write(temp.resolve("cased"));
    Files.write(
        source.resolve("vocab.txt"),
        ForeignModel.WORDS.stream().map(word -> word.equals("i") ? "I" : word).toList());
    assertFalse(Pieces.read(ModelFiles.find(source)).lowercase());
    ForeignModel.text(source.resolve("tokenizer_config.json"), "{\"do_lower_case\": true}");
    assertTrue(Pieces.read(ModelFiles.find(source)).lowercase());
  }

  @Test
  void theHeadOfAReadmeIsReadAndItsBodyIsNot() throws Exception {
    Path source = ForeignModel.write(temp.resolve("model"));
    Path readme = source.resolve("README.md");
    for (List<String> known :
        List.of(
            List.of(
                "---\nlicense: apache-2.0\nlanguage:\n- en\n- de\ntags:\n- x\n---\n",
                "apache-2.0 [en, de]"),
            List.of("---\nlanguage: [fr, zh]\n---\n", "unknown [fr, zh]"),
            List.of("# Model\n\nlicense: mit\n", "unknown []"),
            List.of("", "unknown []"))) {
      ForeignModel.text(readme, known.getFirst());
      Readme read = Readme.read(ModelFiles.find(source));
      assertEquals(known.getLast(), read.licence() + " " + read.languages());
    }
  }

  @Test
  void aGraphBesideADescriptionIsABundle() throws Exception {
    Path source = Fixtures.bundle(temp.resolve("mine"));
    assertEquals("mine", add(source.resolve("model.onnx")).name());
  }

  static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

package org.deskbert.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Models of others that don't fit: one sentence that says why, and nothing is left behind. */
class MisfitTest {
  @TempDir private Path temp;

  @AfterEach
  void nothingIsHalfImported() throws IOException {
    Path models = temp.resolve("models");
    assertEquals(List.of(), Files.exists(models) ? ModelImportTest.files(models) : List.of());
  }

  private void refused(Path source, ImportChoices choices, String what, String remedy) {
    Bundles bundles = new Bundles(temp.resolve("shipped"), temp.resolve("models"));
    String message =
        assertThrows(BundleException.class, () -> bundles.add(source, choices)).getMessage();
    assertTrue(message.contains(what), message);
    assertTrue(message.contains(remedy), message);
    assertFalse(message.contains("\n"), message);
  }

  private void refused(Path source, String what, String remedy) {
    refused(source, ImportChoices.NONE, what, remedy);
  }

  private static ImportChoices choose(@Nullable Pooling pooling, @Nullable Integer maxTokens) {
    return new ImportChoices(null, pooling, null, maxTokens);
  }

  @ParameterizedTest
  @CsvSource({
    "tiny-other, has no input \"input_ids\"",
    "foreign-int32, not as 64-bit numbers",
    "foreign-fixed, takes only texts of 16 tokens",
    "foreign-logits, 'gives logits, but neither sentence_embedding nor last_hidden_state'",
    "foreign-nan, no usable vector",
    "foreign-noise, another vector when the same text is read again",
    "foreign-rows, has only 29 tokens",
    "foreign-short, can't read texts of 128 tokens",
  })
  void aGraphOfAnotherKindIsNamed(String graph, String what) throws Exception {
    Path source = ForeignModel.write(temp.resolve("model"), graph + ".onnx");
    refused(source, what, source.resolve("model.onnx").toString());
  }

  @Test
  void aShorterTextFits() throws Exception {
    Path source = ForeignModel.write(temp.resolve("model"), "foreign-short.onnx");
    ModelImport.read(source, choose(null, 16));
    refused(source, choose(null, 17), "texts of 17 tokens", "--max-tokens");
  }

  @Test
  void aFileThatIsNoGraphIsNamed() throws Exception {
    Path source = ForeignModel.write(temp.resolve("model"));
    Files.writeString(source.resolve("model.onnx"), "this is no graph");
    refused(source, "model.onnx can't be loaded", "copy it again");
  }

  @Test
  void whatIsNoModelIsNamed() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("empty"));
    refused(temp.resolve("nowhere"), "There is no folder or file", "give the folder");
    refused(folder, "no bundle.json and no .onnx file", "give the folder");
    refused(Files.writeString(folder.resolve("a.txt"), "x"), "a.txt is no .onnx file", "give");
    Files.writeString(folder.resolve("model.safetensors"), "x");
    refused(folder, "only model.safetensors", "models/recipe/export.py");
    ForeignModel.graph(folder.resolve("a.onnx"), "foreign.onnx");
    refused(folder, "neither tokenizer.json nor vocab.txt", "put the one");
    ForeignModel.graph(folder.resolve("b.onnx"), "foreign.onnx");
    refused(folder, "2 .onnx files", "give the file that you want");
  }

  @Test
  void poolingIsAskedForWhereNothingSaysIt() throws Exception {
    Path source = ForeignModel.write(temp.resolve("model"));
    Files.delete(source.resolve("1_Pooling/config.json"));
    refused(source, "no 1_Pooling/config.json says", "--pooling cls or --pooling mean");
    Path pooled = ForeignModel.write(temp.resolve("pooled"), "foreign-sentence.onnx");
    refused(pooled, choose(Pooling.CLS, null), "pools by itself", "leave --pooling out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1_Pooling/config.json | {\"pooling_mode_max_tokens\": true} | pooling \"max_tokens\"",
        "1_Pooling/config.json | {\"pooling_mode_cls_token\": true, \"pooling_mode_mean_tokens\":"
            + " true} | cls_token and mean_tokens",
        "1_Pooling/config.json | {} | asks for the pooling \"\"",
        "1_Pooling/config.json | {\"x\" | 1_Pooling/config.json is not valid JSON",
        "modules.json | [{\"type\": \"sentence_transformers.models.Dense\", \"path\": \"2_Dense\"}]"
            + " | a layer after the pooling",
        "tokenizer_config.json | {\"do_lower_case\": true, \"strip_accents\": false} | keeps"
            + " accents",
        "tokenizer_config.json | {\"tokenize_chinese_chars\": false} | leaves Chinese words whole",
        "tokenizer.json | {\"model\": {\"type\": \"Unigram\"}} | the type Unigram",
        "vocab.txt | hello | lacks the token [CLS]",
      })
  void aFileThatAsksForMoreThanThereIsIsNamed(String file, String content, String what)
      throws Exception {
    Path source = ForeignModel.write(temp.resolve("model"));
    ForeignModel.text(source.resolve(file), content);
    refused(source, what, Path.of(file).getFileName().toString());
  }

  @Test
  void theOlderAndTheNewerSpellingOfPoolingAreRead() throws Exception {
    Path source = ForeignModel.write(temp.resolve("model"));
    for (List<String> known :
        List.of(
            List.of("{\"pooling_mode_cls_token\": true, \"include_prompt\": true}", "CLS"),
            List.of("{\"pooling_mode_mean_sqrt_len_tokens\": true}", "MEAN"),
            List.of("{\"pooling_mode\": \"cls\"}", "CLS"))) {
      ForeignModel.text(source.resolve("1_Pooling/config.json"), known.getFirst());
      Pooling read =
          SentenceSettings.read(ModelFiles.find(source), ImportChoices.NONE, true).pooling();
      assertEquals(known.getLast(), String.valueOf(read));
    }
  }

  static List<Arguments> tokenizers() {
    return List.of(
        odd("lacks BertNormalizer", root -> root.remove("normalizer")),
        odd("lacks BertPreTokenizer", root -> root.add("pre_tokenizer", new JsonArray())),
        odd("lacks [UNK]", root -> model(root).addProperty("unk_token", "<unk>")),
        odd("lacks ##", root -> model(root).addProperty("continuing_subword_prefix", "@")),
        odd("another length", root -> model(root).remove("max_input_chars_per_word")),
        odd("doesn't clean", root -> normalizer(root).addProperty("clean_text", false)),
        odd("accents off only", root -> normalizer(root).addProperty("lowercase", false)),
        odd("no token with the id 5", root -> words(root).remove("parcel")),
        odd("with the id 999", root -> words(root).addProperty("parcel", 999)),
        odd("can't be a line", root -> words(root).addProperty("a\nb", 5)));
  }

  private static Arguments odd(String what, Consumer<JsonObject> change) {
    return Arguments.of(what, change);
  }

  private static JsonObject model(JsonObject root) {
    return root.getAsJsonObject("model");
  }

  private static JsonObject words(JsonObject root) {
    return model(root).getAsJsonObject("vocab");
  }

  private static JsonObject normalizer(JsonObject root) {
    JsonObject normalizer = root.getAsJsonObject("normalizer");
    normalizer.addProperty("strip_accents", true);
    return normalizer;
  }

  @ParameterizedTest
  @MethodSource("tokenizers")
  void aTokenizerOfAnotherKindIsNamed(String what, Consumer<JsonObject> change) throws Exception {
    Path source = ForeignModel.write(temp.resolve("model"));
    JsonObject root = ForeignModel.tokenizer();
    change.accept(root);
    ForeignModel.text(source.resolve("tokenizer.json"), root.toString());
    refused(source, what, source.resolve("tokenizer.json").toString());
  }

  @Test
  void wordsOfAnotherModelAreFound() throws Exception {
    Path source = ForeignModel.write(temp.resolve("model"));
    List<String> words = new ArrayList<>(ForeignModel.WORDS);
    words.add("printer");
    Files.write(source.resolve("vocab.txt"), words);
    refused(source, "vocab.txt has 30 tokens, more than", "that belongs to the model");
  }

  @Test
  void aModelThatCannotTellMeaningApartIsRefused() throws Exception {
    Path source = ForeignModel.write(temp.resolve("model"));
    // The same ids, but other words: all test sentences become unknown words.
    Files.write(
        source.resolve("vocab.txt"),
        ForeignModel.WORDS.stream().map(word -> word.startsWith("[") ? word : "q" + word).toList());
    refused(source, "finds sentences that mean the same no nearer", "take a sentence encoder");
  }

  @Test
  void optionsThatCannotBeAreNamed() throws Exception {
    Path source = ForeignModel.write(temp.resolve("model"));
    refused(source, new ImportChoices("a/b", null, null, null), "\"a/b\" can't be", "use letters");
    refused(source, choose(null, 1), "can't have 1 tokens", "--max-tokens");
    Path bundle = Fixtures.bundle(temp.resolve("bundle"));
    refused(bundle, choose(Pooling.CLS, null), "bundle.json says how", "leave the options out");
  }

  @Test
  void aTakenNameIsRefused() throws Exception {
    Fixtures.bundle(temp.resolve("shipped").resolve("model"));
    Path source = ForeignModel.write(temp.resolve("model"));
    refused(source, "\"model\" is there already", "--name");
  }
}

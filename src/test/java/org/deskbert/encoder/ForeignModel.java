package org.deskbert.encoder;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A sentence encoder of a few numbers as others publish theirs: no bundle, only files. */
public final class ForeignModel {
  /** The tokens of the graphs; make_fixtures.py has the same list. */
  static final List<String> WORDS =
      List.of(
          ("[PAD] [UNK] [CLS] [SEP] password parcel how do i reset my ? forgot and need a new one ."
                  + " when will arrive ##s long does it take until the")
              .split(" "));

  private ForeignModel() {}

  /** Writes a graph of this package's resources as {@code file}. */
  static Path graph(Path file, String resource) throws IOException {
    Files.createDirectories(file.getParent());
    try (InputStream in = ForeignModel.class.getResourceAsStream(resource)) {
      Files.copy(in, file);
    }
    return file;
  }

  /** Writes a model that needs nothing more said: a graph, its words, and mean pooling. */
  static Path write(Path folder, String resource) throws IOException {
    graph(folder.resolve("model.onnx"), resource);
    Files.write(folder.resolve("vocab.txt"), WORDS);
    text(folder.resolve("1_Pooling/config.json"), "{\"pooling_mode_mean_tokens\": true}");
    return folder;
  }

  /** Writes the good model. */
  public static Path write(Path folder) throws IOException {
    return write(folder, "foreign.onnx");
  }

  static void text(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  /** The same words as tokenizer.json; the last one is an added token. */
  static JsonObject tokenizer() {
    JsonObject vocabulary = new JsonObject();
    for (int id = 0; id < WORDS.size() - 1; id++) {
      vocabulary.addProperty(WORDS.get(id), id);
    }
    JsonObject root =
        new Gson()
            .fromJson(
                """
                {"added_tokens": [{"id": 2, "content": "[CLS]"}, {"id": 28, "content": "the"}],
                 "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
                   "strip_accents": null, "lowercase": true},
                 "pre_tokenizer": {"type": "BertPreTokenizer"},
                 "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                   "max_input_chars_per_word": 100}}
                """,
                JsonObject.class);
    root.getAsJsonObject("model").add("vocab", vocabulary);
    return root;
  }
}

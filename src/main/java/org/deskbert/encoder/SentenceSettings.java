package org.deskbert.encoder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody else's model wants texts to be given and read: by the user's choice, else by the
 * files that sentence-transformers writes beside a model.
 *
 * @param pooling null where the graph pools
 * @param prefix what is put before each text
 * @param maxTokens the most tokens of a text, with [CLS] and [SEP]
 * @param origins for the card: where pooling, prefix and length come from
 */
record SentenceSettings(
    @Nullable Pooling pooling, String prefix, int maxTokens, List<String> origins) {
  /** As long as the program's own bundle reads; questions are far shorter. */
  static final int USUAL_TOKENS = 128;

  /** The longest text of BERT; longer ones would make a question slow and no better. */
  private static final int MOST_TOKENS = 512;

  private static final String OPTION = "chosen at the import";
  private static final String NOTHING = "no file says more";
  private static final String POOLING = "sentence_transformers.models.Pooling";

  /**
   * Reads the settings.
   *
   * @param states true if the graph gives a state for each token, so that pooling must be known
   */
  static SentenceSettings read(ModelFiles files, ImportChoices choices, boolean states)
      throws BundleException {
    List<String> origins = new ArrayList<>();
    Pooling pooling = null;
    if (states) {
      pooling = pooling(files, choices, origins);
    } else if (choices.pooling() != null) {
      throw new BundleException(
          "%s pools by itself: leave --pooling out.".formatted(files.graph()));
    } else {
      origins.add("the graph");
    }
    String prefix = prefix(files, choices, origins);
    return new SentenceSettings(
        pooling, prefix, maxTokens(files, choices, origins), List.copyOf(origins));
  }

  private static Pooling pooling(ModelFiles files, ImportChoices choices, List<String> origins)
      throws BundleException {
    Json modules = files.json("modules.json");
    String folder = "1_Pooling";
    for (Json module : modules.list()) {
      String type = String.valueOf(module.at("type").text());
      String path = module.at("path").text();
      if (type.equals(POOLING) && path != null) {
        folder = path;
      } else if (type.endsWith(".Dense") || type.endsWith(".CNN") || type.endsWith(".LSTM")) {
        throw new BundleException(
            "%s names a layer after the pooling (%s) that %s lacks: save the model as ONNX with all its layers."
                .formatted(modules.file(), type, files.graph()));
      }
    }
    Json config = files.json(folder + "/config.json");
    if (choices.pooling() != null) {
      origins.add(OPTION);
      return choices.pooling();
    }
    Path file = config.file();
    if (file == null) {
      throw new BundleException(
          "%s gives a state for each token, and no 1_Pooling/config.json says how they become one vector: add it again with --pooling cls or --pooling mean, whichever the model's documentation names."
              .formatted(files.graph()));
    }
    origins.add(folder + "/config.json");
    return pooling(file, config);
  }

  private static Pooling pooling(Path file, Json config) throws BundleException {
    List<String> modes = new ArrayList<>();
    for (String key : config.keys()) {
      if (key.startsWith("pooling_mode_") && config.at(key).is(true)) {
        modes.add(key.substring("pooling_mode_".length()));
      }
    }
    String mode = config.at("pooling_mode").text();
    if (modes.isEmpty() && mode != null) {
      modes.add(mode);
    }
    return switch (String.join(" and ", modes)) {
      case "cls_token", "cls" -> Pooling.CLS;
      // Divided by a length once more or not: it is the same direction.
      case "mean_tokens", "mean", "mean_sqrt_len_tokens" -> Pooling.MEAN;
      default ->
          throw new BundleException(
              "%s asks for the pooling \"%s\": only models that pool by the first token (cls) or the mean can be imported."
                  .formatted(file, String.join(" and ", modes)));
    };
  }

  private static String prefix(ModelFiles files, ImportChoices choices, List<String> origins)
      throws BundleException {
    if (choices.prefix() != null) {
      origins.add(OPTION);
      return choices.prefix();
    }
    // A FAQ's own texts are questions, too, so all texts are given as queries.
    Json config = files.json("config_sentence_transformers.json");
    String chosen = config.at("default_prompt_name").text();
    String prompt = config.at("prompts").at(chosen == null ? "query" : chosen).text();
    origins.add(prompt == null ? NOTHING : "config_sentence_transformers.json");
    return prompt == null ? "" : prompt;
  }

  private static int maxTokens(ModelFiles files, ImportChoices choices, List<String> origins)
      throws BundleException {
    if (choices.maxTokens() != null) {
      origins.add(OPTION);
      return choices.maxTokens();
    }
    List<Json> limits =
        List.of(
            files.json("sentence_bert_config.json").at("max_seq_length"),
            files.json("tokenizer_config.json").at("model_max_length"),
            files.json("config.json").at("max_position_embeddings"),
            files.json("tokenizer.json").at("truncation").at("max_length"));
    for (Json limit : limits) {
      int tokens = limit.number();
      Path file = limit.file();
      if (tokens >= 2 && file != null) {
        origins.add(String.valueOf(file.getFileName()));
        return Math.min(tokens, MOST_TOKENS);
      }
    }
    origins.add(NOTHING);
    return USUAL_TOKENS;
  }
}

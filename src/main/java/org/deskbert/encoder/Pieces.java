package org.deskbert.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The word pieces of somebody else's model, as {@link WordPiece} can use them. A tokenizer that
 * would cut texts in another way is refused: its model would understand less, and nobody would know
 * why.
 *
 * @param file where they stand
 * @param tokens id to token
 * @param lowercase whether letters are lowered and accents taken off
 */
record Pieces(Path file, List<String> tokens, boolean lowercase) {
  private static final String TOKENIZER = "tokenizer.json";
  private static final String CONFIG = "tokenizer_config.json";
  private static final List<String> SPECIAL = List.of("[CLS]", "[SEP]", "[UNK]");

  /** Reads {@code tokenizer.json}, or {@code vocab.txt} where there is none. */
  static Pieces read(ModelFiles files) throws BundleException {
    Path tokenizer = files.file(TOKENIZER);
    if (tokenizer != null) {
      return checked(fromTokenizer(tokenizer, ModelFiles.json(tokenizer)));
    }
    Path vocabulary = files.file(Bundle.VOCABULARY);
    if (vocabulary == null) {
      throw new BundleException(
          "%s has neither tokenizer.json nor vocab.txt: put the one that belongs to the model beside it."
              .formatted(files.folder()));
    }
    return checked(fromLines(vocabulary, files.json(CONFIG)));
  }

  private static Pieces checked(Pieces pieces) throws BundleException {
    for (String token : SPECIAL) {
      if (!pieces.tokens.contains(token)) {
        throw new BundleException(
            "%s lacks the token %s, so it is no vocabulary of BERT's kind: only such models can be imported."
                .formatted(pieces.file, token));
      }
    }
    return pieces;
  }

  private static Pieces fromLines(Path file, Json config) throws BundleException {
    List<String> tokens;
    try {
      tokens = Files.readAllLines(file);
    } catch (IOException e) {
      throw new BundleException(
          file + " is not a UTF-8 text with one token a line: copy the model again.", e);
    }
    Boolean lowercase = config.at("do_lower_case").flag();
    if (lowercase == null) {
      // A vocabulary with capitals outside [CLS] and its like was made for texts with capitals.
      lowercase =
          tokens.stream()
              .filter(token -> !token.startsWith("["))
              .noneMatch(token -> token.chars().anyMatch(Character::isUpperCase));
    }
    checkLetters(config, "strip_accents", "tokenize_chinese_chars", lowercase);
    return new Pieces(file, tokens, lowercase);
  }

  private static Pieces fromTokenizer(Path file, Json root) throws BundleException {
    Json model = root.at("model");
    String type = Objects.requireNonNullElse(model.at("type").text(), "unknown");
    if (!type.equals("WordPiece")) {
      throw unfit(file, "is a tokenizer of the type %s, not WordPiece".formatted(type));
    }
    require(file, model.at("unk_token"), "[UNK]");
    require(file, model.at("continuing_subword_prefix"), "##");
    require(file, root.at("normalizer").at("type"), "BertNormalizer");
    require(file, root.at("pre_tokenizer").at("type"), "BertPreTokenizer");
    if (model.at("max_input_chars_per_word").number() != 100) {
      throw unfit(file, "limits words to another length than 100 characters");
    }
    Json normalizer = root.at("normalizer");
    if (!normalizer.at("clean_text").is(true)) {
      throw unfit(file, "doesn't clean texts");
    }
    boolean lowercase = normalizer.at("lowercase").is(true);
    checkLetters(normalizer, "strip_accents", "handle_chinese_chars", lowercase);
    return new Pieces(file, tokens(file, root), lowercase);
  }

  private static void checkLetters(Json json, String accents, String ideographs, boolean lowercase)
      throws BundleException {
    if (json.at(accents).is(!lowercase)) {
      throw unfit(
          json.file(), lowercase ? "lowers letters but keeps accents" : "takes accents off only");
    }
    if (json.at(ideographs).is(false)) {
      throw unfit(json.file(), "leaves Chinese words whole");
    }
  }

  private static List<String> tokens(Path file, Json root) throws BundleException {
    Json vocabulary = root.at("model").at("vocab");
    List<Json> added = root.at("added_tokens").list();
    String[] tokens = new String[vocabulary.keys().size() + added.size()];
    for (String token : vocabulary.keys()) {
      put(file, tokens, vocabulary.at(token).number(), token);
    }
    for (Json token : added) {
      put(file, tokens, token.at("id").number(), String.valueOf(token.at("content").text()));
    }
    int size = tokens.length;
    while (size > 0 && tokens[size - 1] == null) {
      size--;
    }
    List<String> list = Arrays.asList(tokens).subList(0, size);
    int gap = list.indexOf(null);
    if (gap >= 0 || size == 0) {
      throw new BundleException(
          "%s has no token with the id %d: take the tokenizer.json that belongs to the model."
              .formatted(file, Math.max(0, gap)));
    }
    return list;
  }

  private static void put(Path file, String[] tokens, int id, String token) throws BundleException {
    if (id >= tokens.length || token.contains("\n") || token.contains("\r")) {
      throw new BundleException(
          "%s has the token \"%s\" with the id %d, which can't be a line of vocab.txt: take the tokenizer.json that belongs to the model."
              .formatted(file, token.replaceAll("\\R", " "), id));
    }
    tokens[id] = token;
  }

  private static void require(Path file, Json found, String wanted) throws BundleException {
    if (!wanted.equals(found.text())) {
      throw unfit(file, "lacks " + wanted);
    }
  }

  private static BundleException unfit(@Nullable Path file, String what) {
    return new BundleException(
        "%s %s: only models with BERT's usual WordPiece tokenizer can be imported."
            .formatted(file, what));
  }
}

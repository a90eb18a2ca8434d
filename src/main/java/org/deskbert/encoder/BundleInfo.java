package org.deskbert.encoder;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bundle.json} says about a model. Fields that the file leaves out are empty or 0.
 *
 * @param name short name, also the name of the bundle's folder: letters, digits, {@code . _ -}
 * @param format number of the file's format, {@value #FORMAT} today
 * @param description one or two sentences for the settings panel
 * @param architecture the network's sizes
 * @param pooling {@code cls} or {@code mean}; the graph does it unless {@code tokenOutput}
 * @param normalized whether the graph already gives unit vectors
 * @param dimension length of a vector
 * @param maxTokens the most tokens of a text, with [CLS] and [SEP]
 * @param precision {@code fp32} or {@code int8}
 * @param languages codes of the languages that the model knows, such as {@code en}
 * @param lowercase whether the tokenizer lowers letters and takes accents off
 * @param prefix what is put before each text
 * @param inputs names of the graph's inputs
 * @param output name of the graph's output, shape (1, dimension)
 * @param tokenOutput true if the output has a state for each token instead, shape (1, tokens,
 *     dimension), which are pooled after the run
 * @param licence licence of the weights
 * @param files every other file of the bundle
 * @param provenance where the weights come from: data, parameters, date, scores
 */
public record BundleInfo(
    String name,
    int format,
    String description,
    Architecture architecture,
    String pooling,
    boolean normalized,
    int dimension,
    int maxTokens,
    String precision,
    List<String> languages,
    boolean lowercase,
    String prefix,
    List<String> inputs,
    String output,
    boolean tokenOutput,
    String licence,
    List<BundleFile> files,
    Map<String, Object> provenance) {
  /** The format that this program reads. */
  public static final int FORMAT = 1;

  static final String FILE = "bundle.json";

  /** What a name must look like, so that it can be a folder's. */
  static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  /** The longest text that a bundle may promise to read. */
  static final int MOST_TOKENS = 65_536;

  private static final Gson GSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .create();

  /** Fills what the file leaves out, which Gson hands over as null. */
  public BundleInfo {
    name = text(name);
    description = text(description);
    architecture =
        Objects.requireNonNullElse(architecture, new Architecture("", 0, 0, 0, 0, Map.of(), 0));
    pooling = text(pooling);
    precision = text(precision);
    languages = list(languages);
    prefix = text(prefix);
    inputs = list(inputs);
    output = text(output);
    licence = text(licence);
    files = list(files);
    provenance = provenance == null ? Map.of() : provenance;
  }

  /**
   * The network's sizes.
   *
   * @param type such as {@code squeezebert}
   * @param layers encoder layers
   * @param hidden width of a token's state
   * @param heads attention heads
   * @param intermediate width inside the feed-forward part
   * @param groups groups of each position-wise layer
   * @param vocabulary rows of the word embeddings; may be more than the tokens in vocab.txt
   */
  public record Architecture(
      String type,
      int layers,
      int hidden,
      int heads,
      int intermediate,
      Map<String, Integer> groups,
      int vocabulary) {
    /** Fills what the file leaves out. */
    public Architecture {
      type = text(type);
      groups = groups == null ? Map.of() : Map.copyOf(groups);
    }
  }

  /**
   * A file of the bundle.
   *
   * @param name plain name, without folders
   * @param size bytes
   * @param sha256 hexadecimal, lower case
   */
  public record BundleFile(String name, long size, String sha256) {
    /** Fills what the file leaves out. */
    public BundleFile {
      name = text(name);
      sha256 = text(sha256);
    }
  }

  /**
   * Reads {@code bundle.json} without looking at the files that it lists.
   *
   * @param folder the bundle's folder
   * @throws BundleException if there is no readable description of this format
   */
  public static BundleInfo read(Path folder) throws BundleException {
    if (!Files.exists(folder)) {
      throw new BundleException(
          "There is no folder %s: give the folder of a model bundle.".formatted(folder));
    }
    if (!Files.isDirectory(folder)) {
      throw new BundleException(
          "%s is a file: give the folder that holds bundle.json and model.onnx.".formatted(folder));
    }
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new BundleException(
          "%s has no bundle.json, so it is no model bundle: give a folder that has one, or add a sentence encoder in ONNX form with \"deskbert model add\"."
              .formatted(folder));
    }
    BundleInfo info = parse(file);
    info.check(file);
    return info;
  }

  private static BundleInfo parse(Path file) throws BundleException {
    try {
      BundleInfo info = GSON.fromJson(Files.readString(file), BundleInfo.class);
      if (info == null) {
        throw new BundleException(
            "%s is empty: copy the bundle again from where you got it.".formatted(file));
      }
      return info;
    } catch (CharacterCodingException e) {
      throw new BundleException(
          "%s is not a UTF-8 text: copy the bundle again from where you got it.".formatted(file),
          e);
    } catch (IOException e) {
      throw new BundleException("%s can't be read: check that you may open it.".formatted(file), e);
    } catch (JsonParseException e) {
      throw new BundleException(
          "%s is not valid JSON of a bundle (%s): copy the bundle again from where you got it."
              .formatted(file, place(e)),
          e);
    }
  }

  /** The part of Gson's message that says where: "line 3 column 5 path $.files". */
  private static String place(JsonParseException e) {
    String message = e.getMessage();
    int at = message == null ? -1 : message.indexOf("line ");
    if (message == null || at < 0) {
      return "at its end";
    }
    return message.substring(at).lines().findFirst().orElse("");
  }

  private void check(Path file) throws BundleException {
    if (format != FORMAT) {
      throw new BundleException(
          "%s has format %d, this program reads format %d: get a bundle made for this version."
              .formatted(file, format, FORMAT));
    }
    require(name.matches(NAME), file, "name");
    require(dimension > 0 && dimension <= 65_536, file, "dimension");
    require(maxTokens >= 2 && maxTokens <= MOST_TOKENS, file, "max_tokens");
    require(!output.isBlank(), file, "output");
    require(!tokenOutput || outside() != null, file, "pooling");
    for (BundleFile listed : files) {
      require(listed.name().matches("[A-Za-z0-9][A-Za-z0-9._-]*"), file, "files");
      require(listed.size() >= 0 && listed.sha256().matches("[0-9a-f]{64}"), file, "files");
    }
    for (String needed : List.of(Bundle.MODEL, Bundle.VOCABULARY)) {
      if (files.stream().noneMatch(listed -> listed.name().equals(needed))) {
        throw new BundleException(
            "%s does not list %s, so it can't be verified: make the bundle again with export.py."
                .formatted(file, needed));
      }
    }
  }

  private static void require(boolean good, Path file, String field) throws BundleException {
    if (!good) {
      throw new BundleException(
          "%s has no usable \"%s\": make the bundle again with export.py.".formatted(file, field));
    }
  }

  /** The pooling that is left to do after a run, null where the graph does it. */
  @Nullable Pooling outside() {
    for (Pooling one : Pooling.values()) {
      if (tokenOutput && one.word().equals(pooling)) {
        return one;
      }
    }
    return null;
  }

  /** The same description with other files and provenance. */
  BundleInfo with(List<BundleFile> otherFiles, Map<String, Object> otherProvenance) {
    return new BundleInfo(
        name,
        format,
        description,
        architecture,
        pooling,
        normalized,
        dimension,
        maxTokens,
        precision,
        languages,
        lowercase,
        prefix,
        inputs,
        output,
        tokenOutput,
        licence,
        otherFiles,
        otherProvenance);
  }

  /** Writes {@code bundle.json}. */
  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(FILE), GSON.toJson(this) + "\n");
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static <T> List<T> list(@Nullable List<T> values) {
    return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
  }
}

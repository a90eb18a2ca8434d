package org.deskbert.encoder;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a bundle of somebody else's sentence encoder: a BERT as ONNX file with its WordPiece
 * vocabulary, as MiniLM, bge, e5 and gte are published. All checks come before anything is written.
 */
final class ModelImport {
  private static final String CARD = "MODEL_CARD.md";

  private final ModelFiles files;
  private final Pieces pieces;
  private final SentenceSettings settings;
  private final Readme readme;
  private final BundleInfo info;
  private final Trial.Meaning meaning;

  private ModelImport(
      ModelFiles files,
      Pieces pieces,
      SentenceSettings settings,
      Readme readme,
      BundleInfo info,
      Trial.Meaning meaning) {
    this.files = files;
    this.pieces = pieces;
    this.settings = settings;
    this.readme = readme;
    this.info = info;
    this.meaning = meaning;
  }

  /**
   * Reads a model and tries it out; writes nothing.
   *
   * @param source an ONNX file, or a folder that holds one
   * @throws BundleException with one sentence on what does not fit
   */
  static ModelImport read(Path source, ImportChoices choices) throws BundleException {
    choices.check();
    ModelFiles files = ModelFiles.find(source);
    Pieces pieces = Pieces.read(files);
    try (Graph graph = Graph.open(files.graph())) {
      int[] ids = {pieces.tokens().indexOf("[CLS]"), 0, pieces.tokens().indexOf("[SEP]")};
      Graph.Output output = graph.output(ids);
      SentenceSettings settings = SentenceSettings.read(files, choices, output.states());
      Readme readme = Readme.read(files);
      String name = choices.name() == null ? files.name() : choices.name();
      BundleInfo info = info(name, files, pieces, settings, readme, graph.inputs(), output);
      try (Workspace workspace = graph.workspace(info)) {
        Trial.Meaning meaning = new Trial(files.graph(), pieces, info, workspace).run();
        return new ModelImport(files, pieces, settings, readme, info, meaning);
      }
    } catch (OrtException e) {
      throw new BundleException(
          files.graph() + " needs more memory than there is: take a smaller model.", e);
    }
  }

  /** The name that the bundle gets. */
  String name() {
    return info.name();
  }

  /** The bytes to be copied, 0 if the file vanished meanwhile. */
  long size() {
    return files.graph().toFile().length() + pieces.file().toFile().length();
  }

  /** Writes the bundle's files into an empty folder, the description last. */
  void write(Path folder) throws IOException {
    Files.copy(files.graph(), folder.resolve(Bundle.MODEL));
    Files.writeString(folder.resolve(Bundle.VOCABULARY), String.join("\n", pieces.tokens()) + "\n");
    Files.writeString(folder.resolve(CARD), card());
    List<BundleInfo.BundleFile> listed = new ArrayList<>();
    for (String name : List.of(Bundle.MODEL, Bundle.VOCABULARY, CARD)) {
      Path file = folder.resolve(name);
      listed.add(new BundleInfo.BundleFile(name, Files.size(file), Bundle.sha256(file)));
    }
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("imported_from", files.graph().toString());
    provenance.put("vocabulary_from", pieces.file().toString());
    provenance.put("date", LocalDate.now(ZoneId.systemDefault()).toString());
    info.with(listed, provenance).write(folder);
  }

  private static BundleInfo info(
      String name,
      ModelFiles files,
      Pieces pieces,
      SentenceSettings settings,
      Readme readme,
      List<String> inputs,
      Graph.Output output)
      throws BundleException {
    Json config = files.json("config.json");
    String type = config.at("model_type").text();
    return new BundleInfo(
        name,
        BundleInfo.FORMAT,
        "Sentence encoder imported from %s.".formatted(files.graph().getFileName()),
        new BundleInfo.Architecture(
            type == null ? "bert" : type,
            config.at("num_hidden_layers").number(),
            config.at("hidden_size").number(),
            config.at("num_attention_heads").number(),
            config.at("intermediate_size").number(),
            Map.of(),
            pieces.tokens().size()),
        settings.pooling() == null ? "" : settings.pooling().word(),
        false,
        output.dimension(),
        settings.maxTokens(),
        "",
        readme.languages(),
        pieces.lowercase(),
        settings.prefix(),
        inputs,
        output.name(),
        output.states(),
        readme.licence(),
        List.of(),
        Map.of());
  }

  /** The card says nothing that changes from one import of the same files to the next. */
  private String card() {
    String layers =
        "%d layers, %d wide".formatted(info.architecture().layers(), info.architecture().hidden());
    List<List<String>> rows =
        List.of(
            List.of(
                "network",
                info.architecture().type()
                    + (info.architecture().layers() > 0 ? ", " + layers : ""),
                info.architecture().layers() > 0 ? "config.json" : "its inputs"),
            List.of("vector", info.dimension() + " numbers", "the graph, " + info.output()),
            List.of(
                "pooling",
                info.tokenOutput() ? info.pooling() : "built in",
                settings.origins().get(0)),
            List.of(
                "before each text",
                info.prefix().isEmpty() ? "nothing" : "\"" + info.prefix() + "\"",
                settings.origins().get(1)),
            List.of("longest text", info.maxTokens() + " tokens", settings.origins().get(2)),
            List.of(
                "letters",
                pieces.lowercase() ? "lowered, accents taken off" : "as they are",
                String.valueOf(pieces.file().getFileName())),
            List.of("licence", info.licence(), readme.found() ? Readme.FILE : "not stated"));
    StringBuilder table = new StringBuilder();
    rows.forEach(row -> table.append("| ").append(String.join(" | ", row)).append(" |\n"));
    return String.format(
        Locale.ROOT,
        """
        # %s

        A sentence encoder that was imported into DeskBERT from %s. It is the work of others and stands under their
        licence.

        | what | is | by |
        |---|---|---|
        %s
        Tried out at the import: sentences that mean the same have a mean cosine of %.3f, others of %.3f; the longest
        text can be read; the vocabulary fits the word vectors. How well it answers from your FAQ, say:

        ```
        deskbert eval -f FAQ --leave-one-out -m %s
        ```
        """,
        info.name(),
        files.graph().getFileName(),
        table,
        meaning.alike(),
        meaning.unlike(),
        info.name());
  }
}

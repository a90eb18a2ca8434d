package org.deskbert.encoder;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of somebody else's sentence encoder: an ONNX file, and what lies beside it. A graph in
 * a folder {@code onnx} has its neighbours one folder up; neighbours may bear the graph's name in
 * front, as in {@code minilm.onnx} and {@code minilm-tokenizer.json}.
 *
 * @param graph the ONNX file
 * @param folders where neighbours are looked for, the first one that has a file counts
 * @param name what the model may be called
 */
record ModelFiles(Path graph, List<Path> folders, String name) {
  private static final String SUFFIX = ".onnx";
  private static final String ONNX_FOLDER = "onnx";
  private static final List<String> WEIGHTS = List.of("model.safetensors", "pytorch_model.bin");

  /**
   * Finds the files.
   *
   * @param source an ONNX file, or a folder that holds one, itself or in its folder {@code onnx}
   */
  static ModelFiles find(Path source) throws BundleException {
    Path start = source.toAbsolutePath().normalize();
    if (!Files.exists(start)) {
      throw new BundleException(
          "There is no folder or file %s: give the folder of a model.".formatted(source));
    }
    if (!Files.isDirectory(start)) {
      if (!fileName(start).endsWith(SUFFIX)) {
        throw new BundleException(
            "%s is no .onnx file: give the folder of a model bundle, or a sentence encoder in ONNX form."
                .formatted(source));
      }
      return of(start, fileName(start).startsWith("model") ? null : stem(start));
    }
    return of(graphIn(start), fileName(start));
  }

  private static ModelFiles of(Path graph, @Nullable String name) {
    List<Path> folders = new ArrayList<>();
    Path folder = graph.getParent();
    while (folder != null && folders.size() < 2) {
      folders.add(folder);
      folder = fileName(folder).equals(ONNX_FOLDER) ? folder.getParent() : null;
    }
    String raw = name == null ? fileName(folders.getLast()) : name;
    String clean = raw.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[._-]+", "");
    return new ModelFiles(
        graph,
        List.copyOf(folders),
        clean.isEmpty() ? "imported" : clean.substring(0, Math.min(64, clean.length())));
  }

  private static Path graphIn(Path folder) throws BundleException {
    for (Path place : List.of(folder, folder.resolve(ONNX_FOLDER))) {
      List<Path> graphs = graphs(place);
      Path usual = place.resolve(Bundle.MODEL);
      if (graphs.contains(usual)) {
        return usual;
      }
      if (graphs.size() == 1) {
        return graphs.getFirst();
      }
      if (!graphs.isEmpty()) {
        throw new BundleException(
            "%s has %d .onnx files and none is called %s: give the file that you want, such as %s."
                .formatted(place, graphs.size(), Bundle.MODEL, graphs.getFirst()));
      }
    }
    for (String weights : WEIGHTS) {
      if (Files.exists(folder.resolve(weights))) {
        throw new BundleException(
            "%s has no bundle.json and no .onnx file, only %s: turn it into one first, a SqueezeBERT with models/recipe/export.py, others with their own exporter."
                .formatted(folder, weights));
      }
    }
    throw new BundleException(
        "%s has no bundle.json and no .onnx file, so it is no model: give the folder of a model bundle, or of a sentence encoder in ONNX form."
            .formatted(folder));
  }

  private static List<Path> graphs(Path folder) throws BundleException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> fileName(file).endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new BundleException(folder + " can't be read: check that you may open it.", e);
    }
  }

  private static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  private static String stem(Path file) {
    String name = fileName(file);
    return name.substring(0, name.length() - SUFFIX.length());
  }

  /** The folder that holds the model, for messages. */
  Path folder() {
    return folders.getLast();
  }

  /** A neighbour, null if there is none. */
  @Nullable Path file(String name) {
    for (Path folder : folders) {
      for (String spelling : List.of(name, stem(graph) + "-" + name)) {
        Path file = folder.resolve(spelling);
        if (Files.isRegularFile(file)) {
          return file;
        }
      }
    }
    return null;
  }

  /** A neighbour that holds JSON, {@link Json#NONE} if there is none. */
  Json json(String name) throws BundleException {
    Path file = file(name);
    return file == null ? Json.NONE : json(file);
  }

  /** Reads a JSON file. */
  static Json json(Path file) throws BundleException {
    try {
      JsonElement root = JsonParser.parseString(Files.readString(file));
      return new Json(file, root);
    } catch (IOException e) {
      throw new BundleException(
          file + " can't be read as UTF-8 text: copy the model again from where you got it.", e);
    } catch (JsonParseException e) {
      throw new BundleException(
          file + " is not valid JSON: copy the model again from where you got it.", e);
    }
  }
}

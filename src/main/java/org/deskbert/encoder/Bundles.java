package org.deskbert.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bundles that the program knows: those it ships with and those that the user added. */
public final class Bundles {
  private final Path shipped;
  private final Path added;

  /**
   * @param shipped folder of the program's own bundles, never written to
   * @param added folder of the user's bundles; made when the first one is added
   */
  public Bundles(Path shipped, Path added) {
    this.shipped = shipped;
    this.added = added;
  }

  /**
   * A folder that holds a bundle, or what is left of one. Its files are not verified.
   *
   * @param name the folder's name, which is the bundle's
   * @param shipped true if it came with the program
   * @param info its description, null if that can't be read
   * @param problem why the description can't be read, empty if it can
   */
  public record Entry(
      String name, Path folder, boolean shipped, @Nullable BundleInfo info, String problem) {}

  /** All bundles, the shipped ones first, each sorted by name. */
  public List<Entry> list() {
    return Stream.concat(
            folders(shipped).map(folder -> entry(folder, true)),
            folders(added).map(folder -> entry(folder, false)))
        .toList();
  }

  private static Entry entry(Path folder, boolean shipped) {
    String name = folder.getFileName().toString();
    try {
      return new Entry(name, folder, shipped, BundleInfo.read(folder), "");
    } catch (BundleException e) {
      return new Entry(name, folder, shipped, null, String.valueOf(e.getMessage()));
    }
  }

  /** Folders with a description, without the hidden ones, which are half made or half removed. */
  private static Stream<Path> folders(Path parent) {
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(child -> Files.exists(child.resolve(BundleInfo.FILE)))
          .filter(child -> !child.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparing(child -> child.getFileName().toString()))
          .toList()
          .stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  /**
   * Finds and verifies a bundle.
   *
   * @param nameOrFolder a name of {@link #list}, else a folder
   * @throws BundleException if there is none, or it is not as described
   */
  public Bundle find(String nameOrFolder) throws BundleException {
    for (Entry entry : list()) {
      if (entry.name().equals(nameOrFolder)) {
        return Bundle.open(entry.folder());
      }
    }
    Path folder = folder(nameOrFolder);
    if (folder == null || !Files.exists(folder)) {
      throw unknown(nameOrFolder, ", or the folder of a bundle");
    }
    return Bundle.open(folder);
  }

  private static @Nullable Path folder(String text) {
    try {
      return text.isBlank() ? null : Path.of(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private BundleException unknown(String name, String orElse) {
    String names = list().stream().map(Entry::name).collect(Collectors.joining(", "));
    return new BundleException(
        "There is no model \"%s\": give one of %s%s."
            .formatted(name, names.isEmpty() ? "(none)" : names, orElse));
  }

  /**
   * Verifies a bundle, or somebody else's sentence encoder in ONNX form, tries it out, and copies
   * it to the user's bundles; all of it or nothing.
   *
   * @param source the folder where it lies now, or its ONNX file
   * @param choices what the files of somebody else's model don't say
   * @return the copy
   * @throws BundleException if it does not fit, its name is taken, or it can't be written
   */
  public Bundle add(Path source, ImportChoices choices) throws BundleException {
    Path parent = source.toAbsolutePath().getParent();
    if (isBundle(source)) {
      return addBundle(source, choices);
    }
    if (Files.isRegularFile(source) && parent != null && isBundle(parent)) {
      return addBundle(parent, choices);
    }
    ModelImport model = ModelImport.read(source, choices);
    checkFree(model.name(), "give another one with --name");
    return copy(model.name(), model.size(), model::write);
  }

  private static boolean isBundle(Path folder) {
    return Files.exists(folder.resolve(BundleInfo.FILE));
  }

  private Bundle addBundle(Path folder, ImportChoices choices) throws BundleException {
    Path description = folder.resolve(BundleInfo.FILE);
    if (!choices.equals(ImportChoices.NONE)) {
      throw new BundleException(
          "%s says how the model is to be used: leave the options out.".formatted(description));
    }
    Bundle bundle = Bundle.open(folder);
    checkFree(bundle.name(), "change \"name\" in " + description);
    OnnxEncoder.load(bundle).close();
    List<String> names = new ArrayList<>();
    bundle.info().files().forEach(file -> names.add(file.name()));
    names.add(BundleInfo.FILE);
    long bytes = bundle.info().files().stream().mapToLong(BundleInfo.BundleFile::size).sum();
    return copy(
        bundle.name(),
        bytes,
        draft -> {
          for (String name : names) {
            Files.copy(folder.resolve(name), draft.resolve(name));
          }
        });
  }

  private void checkFree(String name, String remedy) throws BundleException {
    for (Entry entry : list()) {
      if (entry.name().equalsIgnoreCase(name)) {
        throw new BundleException(
            "A model with the name \"%s\" is there already: remove it first, or %s."
                .formatted(entry.name(), remedy));
      }
    }
  }

  private interface Fill {
    void into(Path folder) throws IOException;
  }

  private Bundle copy(String name, long bytes, Fill fill) throws BundleException {
    Path target = added.resolve(name);
    // Hidden until it is complete. The same name each time, so that a killed copy is no litter.
    Path draft = added.resolve(".adding-" + name);
    try {
      Files.createDirectories(added);
      delete(draft);
      Files.createDirectory(draft);
      fill.into(draft);
      Bundle bundle = Bundle.open(draft);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      return new Bundle(target, bundle.info(), bundle.hash());
    } catch (IOException e) {
      throw new BundleException(
          "The model could not be copied to %s: check that the folder can be written and has %d MB free."
              .formatted(added, bytes / 1_000_000 + 1),
          e);
    } finally {
      clear(draft);
    }
  }

  /**
   * Removes a bundle that the user added.
   *
   * @throws BundleException if there is none of this name, it came with the program, or its folder
   *     can't be changed
   */
  public void remove(String name) throws BundleException {
    Entry entry =
        list().stream()
            .filter(known -> known.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(name, ""));
    if (entry.shipped()) {
      throw new BundleException(
          "The model \"%s\" came with the program and stays: use another one instead."
              .formatted(name));
    }
    Path doomed = added.resolve(".removing-" + name);
    try {
      delete(doomed);
      Files.move(entry.folder(), doomed, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new BundleException(
          "%s could not be removed: check that the folder can be written and that nothing uses it."
              .formatted(entry.folder()),
          e);
    }
    clear(doomed);
  }

  /** Deletes what can be deleted; the rest is hidden, and tried again when the name comes back. */
  private static void clear(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      // Nothing depends on it.
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}

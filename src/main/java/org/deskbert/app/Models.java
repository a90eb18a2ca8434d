package org.deskbert.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.BundleInfo;
import org.deskbert.encoder.Bundles;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.ImportChoices;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.faq.Library;
import org.jspecify.annotations.Nullable;

/** The model bundles, and which of them the settings have chosen. */
public final class Models {
  private static final String SHIPPED = "deskbert-small";

  private final Bundles bundles;
  private final Measurements measurements;
  private final Supplier<Settings> settings;
  private final Consumer<Settings> change;

  Models(
      DataFolder folder,
      Library library,
      Engines engines,
      Supplier<Settings> settings,
      Consumer<Settings> change) {
    this.bundles = new Bundles(Program.models(), folder.models());
    this.measurements = new Measurements(library, engines, folder, settings);
    this.settings = settings;
    this.change = change;
  }

  /** What the bundles do on this machine. */
  public Measurements measurements() {
    return measurements;
  }

  /** The name of the bundle in use. */
  public String inUse() {
    return inUse(settings.get());
  }

  static String inUse(Settings settings) {
    return settings.model().isEmpty() ? SHIPPED : settings.model();
  }

  /** All bundles, shipped ones first. Reads every file to verify its hash. */
  public List<ModelInfo> list() {
    return bundles.list().stream().map(this::verified).toList();
  }

  /** Verifies a bundle by name or folder and loads it once; long. */
  public ModelInfo check(String nameOrFolder) throws BundleException {
    Bundle bundle = bundle(nameOrFolder);
    OnnxEncoder.load(bundle).close();
    return info(bundle);
  }

  /**
   * Verifies a bundle, loads it once and chooses it; long.
   *
   * @throws BundleException if it is no good, or its name is not in the {@link #list}
   */
  public void use(String name) throws BundleException {
    check(known(name));
    change.accept(settings.get().withModel(name));
    if (!inUse().equals(name)) {
      throw new BundleException(
          "The model is set for all users of this machine, by its policy; " + inUse() + " stays.");
    }
  }

  /**
   * Verifies a bundle, or somebody else's sentence encoder in ONNX form, and adds it to the user's
   * own; long.
   *
   * @param source its folder, or its ONNX file
   * @param choices what the files of somebody else's model don't say
   */
  public ModelInfo add(Path source, ImportChoices choices) throws BundleException {
    return info(bundles.add(source, choices));
  }

  /** Removes one of the user's own bundles; the shipped one takes over if it was in use. */
  public void remove(String name) throws BundleException {
    bundles.remove(name);
    if (settings.get().model().equals(name)) {
      change.accept(settings.get().withModel(""));
    }
  }

  /**
   * An encoder, to be closed by the caller; long. {@code model} is a name, a folder, or null for
   * the one in use.
   */
  public Encoder encoder(@Nullable String model) throws BundleException {
    return OnnxEncoder.load(bundle(model));
  }

  /** The verified bundle of that name or folder, or the one in use. */
  Bundle bundle(@Nullable String nameOrFolder) throws BundleException {
    String chosen = nameOrFolder == null ? settings.get().model() : nameOrFolder;
    return bundles.find(chosen.isEmpty() ? SHIPPED : chosen);
  }

  /** The name itself, if it is in the list: a folder may be gone tomorrow. */
  private String known(String name) throws BundleException {
    List<String> names = bundles.list().stream().map(Bundles.Entry::name).toList();
    if (names.contains(name)) {
      return name;
    }
    Path folder = Path.of(name);
    throw new BundleException(
        Files.isDirectory(folder)
            ? "%1$s is a folder: add it first with \"deskbert model add %1$s\", then use its name."
                .formatted(name)
            : "There is no model \"%s\": give one of %s, or add yours first with \"deskbert model add FOLDER\"."
                .formatted(name, String.join(", ", names)));
  }

  private ModelInfo info(Bundle bundle) {
    boolean shipped = bundle.folder().toAbsolutePath().startsWith(Program.models());
    return info(bundle.name(), bundle.folder(), shipped, bundle.info(), bundle.hash(), "");
  }

  private ModelInfo verified(Bundles.Entry entry) {
    String hash = "";
    String problem = entry.problem();
    if (problem.isEmpty()) {
      try {
        hash = Bundle.open(entry.folder()).hash();
      } catch (BundleException e) {
        problem = String.valueOf(e.getMessage());
      }
    }
    return info(entry.name(), entry.folder(), entry.shipped(), entry.info(), hash, problem);
  }

  private ModelInfo info(
      String name,
      Path folder,
      boolean shipped,
      @Nullable BundleInfo info,
      String hash,
      String problem) {
    return new ModelInfo(
        name,
        info == null ? "" : info.description(),
        folder,
        info == null ? "" : info.licence(),
        info == null ? List.of() : info.languages(),
        info == null ? 0 : info.files().stream().mapToLong(BundleInfo.BundleFile::size).sum(),
        hash,
        shipped,
        name.equals(inUse()),
        problem);
  }
}

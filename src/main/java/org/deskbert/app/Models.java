package org.deskbert.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.BundleInfo;
import org.deskbert.encoder.Bundles;
import org.deskbert.encoder.ImportChoices;
import org.deskbert.encoder.OnnxEncoder;
import org.jspecify.annotations.Nullable;

/** The model bundles as the settings see them. */
final class Models {
  private static final String SHIPPED = "deskbert-small";

  private final Bundles bundles;

  Models(Bundles bundles) {
    this.bundles = bundles;
  }

  /** The verified bundle of that name or folder; an empty name means the shipped one. */
  Bundle bundle(String nameOrFolder) throws BundleException {
    return bundles.find(nameOrFolder.isEmpty() ? SHIPPED : nameOrFolder);
  }

  /** The name itself, if it is in the list: a folder may be gone tomorrow. */
  String known(String name) throws BundleException {
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

  static String inUse(Settings settings) {
    return settings.model().isEmpty() ? SHIPPED : settings.model();
  }

  List<ModelInfo> list(Settings settings) {
    return bundles.list().stream().map(entry -> verified(entry, settings)).toList();
  }

  ModelInfo check(String nameOrFolder, Settings settings) throws BundleException {
    Bundle bundle = bundle(nameOrFolder);
    OnnxEncoder.load(bundle).close();
    return info(bundle, settings);
  }

  ModelInfo add(Path source, ImportChoices choices, Settings settings) throws BundleException {
    return info(bundles.add(source, choices), settings);
  }

  void remove(String name) throws BundleException {
    bundles.remove(name);
  }

  private ModelInfo info(Bundle bundle, Settings settings) {
    boolean shipped = bundle.folder().toAbsolutePath().startsWith(Program.models());
    return info(
        bundle.name(), bundle.folder(), shipped, bundle.info(), bundle.hash(), "", settings);
  }

  private static ModelInfo verified(Bundles.Entry entry, Settings settings) {
    String hash = "";
    String problem = entry.problem();
    if (problem.isEmpty()) {
      try {
        hash = Bundle.open(entry.folder()).hash();
      } catch (BundleException e) {
        problem = String.valueOf(e.getMessage());
      }
    }
    return info(
        entry.name(), entry.folder(), entry.shipped(), entry.info(), hash, problem, settings);
  }

  private static ModelInfo info(
      String name,
      Path folder,
      boolean shipped,
      @Nullable BundleInfo info,
      String hash,
      String problem,
      Settings settings) {
    return new ModelInfo(
        name,
        info == null ? "" : info.description(),
        folder,
        info == null ? "" : info.licence(),
        info == null ? List.of() : info.languages(),
        info == null ? 0 : info.files().stream().mapToLong(BundleInfo.BundleFile::size).sum(),
        hash,
        shipped,
        name.equals(inUse(settings)),
        problem);
  }
}

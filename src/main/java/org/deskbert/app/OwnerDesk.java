package org.deskbert.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.Encoder;
import org.deskbert.eval.Checks;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqFile;
import org.deskbert.faq.FaqFiles;
import org.deskbert.faq.FaqInfo;
import org.deskbert.faq.Finding;
import org.deskbert.faq.Library;
import org.deskbert.faq.Problem;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/** What a FAQ's owner works with to make it better. Safe to call from any thread. */
public final class OwnerDesk {
  private final Library library;
  private final Engines engines;
  private final Models models;
  private final Supplier<Settings> settings;

  OwnerDesk(Library library, Models models, Engines engines, Supplier<Settings> settings) {
    this.library = library;
    this.models = models;
    this.engines = engines;
    this.settings = settings;
  }

  /**
   * Runs all checks on a FAQ, without what its owner has decided to ignore, or on a file, with the
   * problems of its rows; long. Of the form alone where the model is switched off.
   *
   * @param nameOrFile name of a FAQ in the library, or a file
   * @param model a bundle's name or folder, or null for the one in use
   * @throws FaqException if there is neither, or nothing of the file can be read
   */
  public Checks check(String nameOrFile, @Nullable String model, Progress progress)
      throws FaqException, BundleException {
    if (settings.get().wordsOnly() && model == null) {
      return check(nameOrFile, (Encoder) null, progress);
    }
    try (Encoder encoder = models.encoder(model)) {
      return check(nameOrFile, encoder, progress);
    }
  }

  private Checks check(String nameOrFile, @Nullable Encoder encoder, Progress progress)
      throws FaqException {
    List<String> names = library.list().stream().map(FaqInfo::name).toList();
    Path file = Path.of(nameOrFile);
    if (names.contains(nameOrFile) || !Files.exists(file)) {
      Faq faq = library.load(nameOrFile);
      return engines.check(faq, encoder, Map.of(), null, settings.get(), progress);
    }
    FaqFile read = FaqFiles.read(file, true);
    Faq faq = read.as(String.valueOf(file.getFileName()));
    Path folder = file.toAbsolutePath().getParent();
    Checks checks = engines.check(faq, encoder, read.lines(), folder, settings.get(), progress);
    List<Finding> findings = new ArrayList<>(read.problems().stream().map(Finding::of).toList());
    checks.findings().stream()
        .filter(found -> !known(read.problems(), found.problem()))
        .forEach(findings::add);
    return new Checks(List.copyOf(findings), checks.robustness());
  }

  /** Whether the reader of the file has told the same. */
  private static boolean known(List<Problem> told, Problem problem) {
    return told.stream()
        .anyMatch(p -> p.kind().equals(problem.kind()) && p.entry().equals(problem.entry()));
  }
}

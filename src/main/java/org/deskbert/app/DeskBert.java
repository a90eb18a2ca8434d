package org.deskbert.app;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.deskbert.chat.Reply;
import org.deskbert.encoder.BundleException;
import org.deskbert.faq.FaqException;
import org.deskbert.trace.LatencyStats;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The program behind the window: library, settings, models and the engine that answers. Everything
 * is safe to call from any thread; what may take long says so.
 */
public final class DeskBert implements AutoCloseable {
  private DeskBert() {}

  /**
   * Opens the data folder, the settings and the library; on first start the library gets the
   * samples. Quick; no model is touched.
   *
   * @param folder the data folder, or null for the usual place
   * @throws FaqException if the folder or the library can't be used, with a sentence for the user
   */
  public static DeskBert open(@Nullable Path folder) throws FaqException {
    throw new FaqException("Not yet.");
  }

  /** Starts indexing and loading in the background; the status tells how far it is. */
  public void start() {}

  /** How far the program is. */
  public Status status() {
    return new Status(Status.Phase.STARTING, "", -1, "", "");
  }

  /** Calls {@code listener} with each new status, on any thread. */
  public void onStatus(Consumer<Status> listener) {}

  /**
   * Answers with what is there now: model, words, or nothing yet. A few milliseconds; never on the
   * window's thread.
   */
  public Reply ask(String question) {
    throw new IllegalStateException();
  }

  /** Latency of the answers since the program started, Enter to painted. */
  public LatencyStats latency() {
    throw new IllegalStateException();
  }

  /** The settings as they are. */
  public Settings settings() {
    return Settings.defaults();
  }

  /**
   * Takes over and stores new settings; loads another model or another index in the background if
   * needed.
   */
  public void change(Settings settings) {}

  /** The FAQs of the library, by name. */
  public List<FaqSummary> faqs() throws FaqException {
    return List.of();
  }

  /** Sets which FAQs answer; the index follows in the background. */
  public void useFaqs(Collection<String> names) throws FaqException {}

  /**
   * Imports a file; long. The index follows in the background.
   *
   * @param name name of the FAQ, or null to make one from the file's name
   * @param skipBad true to leave out bad rows; else any bad row stops the import
   */
  public ImportReport importFile(
      Path file, @Nullable String name, ImportMode mode, boolean skipBad, Progress progress)
      throws FaqException {
    throw new FaqException("Not yet.");
  }

  /** The model bundles, shipped ones first. Reads every file to verify its hash. */
  public List<ModelInfo> models() {
    return List.of();
  }

  /** Verifies the bundle in {@code folder} and adds it to the user's own; long. */
  public ModelInfo addModel(Path folder) throws BundleException {
    throw new BundleException("Not yet.");
  }

  /** Removes one of the user's own bundles. */
  public void removeModel(String name) throws BundleException {}

  @Override
  public void close() {}
}

package org.deskbert.app;

import java.nio.file.Path;
import java.util.List;

/**
 * A model bundle as the settings panel and {@code model list} show it.
 *
 * @param name the bundle's name
 * @param description what it is, one sentence
 * @param folder where it lies
 * @param licence its licence
 * @param languages what it knows, as language codes
 * @param bytes size of all its files
 * @param hash content hash, empty if it does not verify
 * @param shipped true if it came with the program and can't be removed
 * @param active true if it is the one in use
 * @param problem why it can't be used, empty if it is verified
 */
public record ModelInfo(
    String name,
    String description,
    Path folder,
    String licence,
    List<String> languages,
    long bytes,
    String hash,
    boolean shipped,
    boolean active,
    String problem) {
  public ModelInfo {
    languages = List.copyOf(languages);
  }

  /** The bundle's model card, Markdown. */
  public Path card() {
    return folder.resolve("MODEL_CARD.md");
  }
}

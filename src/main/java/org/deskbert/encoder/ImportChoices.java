package org.deskbert.encoder;

import org.jspecify.annotations.Nullable;

/**
 * What the user says about a model that is imported; null leaves it to the model's own files.
 *
 * @param name the name it gets
 * @param pooling how the states of its tokens become one vector
 * @param prefix what is put before each text, such as {@code "query: "}
 * @param maxTokens the most tokens of a text, with [CLS] and [SEP]
 */
public record ImportChoices(
    @Nullable String name,
    @Nullable Pooling pooling,
    @Nullable String prefix,
    @Nullable Integer maxTokens) {
  /** Leaves all to the model's files. */
  public static final ImportChoices NONE = new ImportChoices(null, null, null, null);

  /**
   * Checks what can be checked without the model.
   *
   * @throws BundleException if the name or the length can't be
   */
  void check() throws BundleException {
    if (name != null && !name.matches(BundleInfo.NAME)) {
      throw new BundleException(
          "\"%s\" can't be a model's name: use letters, digits, dots, dashes and underscores, at most 64, with a letter or digit first."
              .formatted(name));
    }
    if (maxTokens != null && (maxTokens < 2 || maxTokens > BundleInfo.MOST_TOKENS)) {
      throw new BundleException(
          "A text can't have %d tokens at most: give --max-tokens a number from 2 to %d, such as 128."
              .formatted(maxTokens, BundleInfo.MOST_TOKENS));
    }
  }
}

package org.deskbert.faq;

/** Makes ids from questions. */
final class Slug {
  private static final int MAX = 60;

  private Slug() {}

  /** The words of the question with hyphens between them, cut at a word. */
  static String of(String question) {
    String[] words = Normalizer.normalize(question).split("[^\\p{L}\\p{N}\\p{M}]+", -1);
    StringBuilder slug = new StringBuilder();
    for (String word : words) {
      if (word.isEmpty()) {
        continue;
      }
      if (!slug.isEmpty() && slug.length() + 1 + word.length() > MAX) {
        break;
      }
      slug.append(slug.isEmpty() ? "" : "-").append(word);
    }
    if (slug.length() > MAX) {
      slug.setLength(slug.offsetByCodePoints(0, slug.codePointCount(0, MAX)));
    }
    return slug.isEmpty() ? "entry" : slug.toString();
  }
}

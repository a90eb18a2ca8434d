package org.deskbert.faq;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Marks of a FAQ that name what it came from. */
final class Bases {
  /** The last version of an imported file: mark {@code source/FILE} to the hash of its content. */
  static final String SOURCE = "source/";

  /** The versions exchanged in packs that the FAQ builds upon: their numbers. */
  static final String HEADS = "heads";

  private Bases() {}

  /** The marks of then, but for what was exchanged since. */
  static Map<String, String> restored(Map<String, String> then, @Nullable FaqState now) {
    Map<String, String> marks = new TreeMap<>(then);
    String heads = now == null ? null : now.marks().get(HEADS);
    if (heads != null) {
      marks.put(HEADS, heads);
    }
    return marks;
  }
}

package org.deskbert.faq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The intents that the owner of a FAQ has defined. Immutable.
 *
 * @param all in the owner's order, with different names
 */
public record Intents(List<Intent> all) {
  /** No intents. */
  public static final Intents NONE = new Intents(List.of());

  public Intents {
    all = List.copyOf(all);
  }

  /**
   * Checks and takes intents.
   *
   * @throws FaqException if one has no name or example, both or neither of reply and entry, or the
   *     name of another; the sentence names it and the remedy
   */
  public static Intents of(List<Intent> intents) throws FaqException {
    IntentBuilder builder = new IntentBuilder();
    for (Intent intent : intents) {
      builder.add(intent);
    }
    return builder.build();
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * With an intent more, or with more examples, another reply or another entry of the one that has
   * its name.
   *
   * @throws FaqException see {@link #of}
   */
  public Intents add(Intent intent) throws FaqException {
    List<Intent> more = new ArrayList<>(all);
    int at = indexOf(intent.name());
    if (at < 0) {
      more.add(intent);
    } else {
      more.set(at, all.get(at).with(intent));
    }
    return of(more);
  }

  /**
   * Without the intent {@code name}.
   *
   * @throws FaqException if there is none
   */
  public Intents remove(String name) throws FaqException {
    int at = indexOf(name);
    if (at < 0) {
      throw new FaqException(
          "There is no intent "
              + Intent.quote(name)
              + ", so it can't be removed. List them to see which there are.");
    }
    List<Intent> left = new ArrayList<>(all);
    left.remove(at);
    return new Intents(left);
  }

  /** These, where {@code others} has one of the same name that one, and then its others. */
  Intents merge(Intents others) {
    Map<String, Intent> merged = new LinkedHashMap<>();
    all.forEach(intent -> merged.put(intent.key(), intent));
    others.all.forEach(intent -> merged.put(intent.key(), intent));
    return new Intents(List.copyOf(merged.values()));
  }

  private int indexOf(String name) {
    return all.stream().map(Intent::key).toList().indexOf(Normalizer.normalize(name));
  }
}

package org.deskbert.faq;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks intents one after the other. */
final class IntentBuilder {
  private static final int MAX_EXAMPLES = 100_000;

  private final Map<String, Intent> intents = new LinkedHashMap<>();
  private int examples;

  /**
   * Takes one intent; a refused one leaves the others as they are.
   *
   * @throws FaqException with a sentence on what is wrong with it
   */
  void add(Intent intent) throws FaqException {
    intent.check();
    if (examples + intent.examples().size() > MAX_EXAMPLES) {
      throw new FaqException(
          "The intents have more than "
              + Text.count(MAX_EXAMPLES)
              + " examples. A hundred for an intent are plenty.");
    }
    if (intents.putIfAbsent(intent.key(), intent) != null) {
      throw new FaqException(
          "There are two intents " + Intent.quote(intent.name()) + ". Make one of them.");
    }
    examples += intent.examples().size();
  }

  /** Takes an intent of a file; a refused one is noted in {@code problems}. */
  void add(Intent intent, String file, int line, List<Problem> problems) {
    try {
      add(intent);
    } catch (FaqException e) {
      problems.add(Problem.refused("bad-intent", file, line, String.valueOf(e.getMessage())));
    }
  }

  /** What was taken. */
  Intents build() {
    return intents.isEmpty() ? Intents.NONE : new Intents(List.copyOf(intents.values()));
  }
}

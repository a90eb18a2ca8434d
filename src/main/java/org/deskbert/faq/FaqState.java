package org.deskbert.faq;

import java.util.Map;

/**
 * All that the library holds of a FAQ at one moment.
 *
 * @param active whether it answers; no part of its history
 * @param rows by id, in order
 * @param marks what else is remembered of it, such as the files that it came from
 */
record FaqState(
    String name,
    boolean active,
    Map<String, Row> rows,
    Synonyms synonyms,
    Intents intents,
    Map<String, String> marks) {

  /** A FAQ without anything, not active. */
  static FaqState empty(String name) {
    return new FaqState(name, false, Map.of(), Synonyms.NONE, Intents.NONE, Map.of());
  }

  Faq faq() {
    return new Faq(name, rows.values().stream().map(Row::entry).toList(), synonyms, intents);
  }

  /** The same with another content. */
  FaqState with(Faq faq) throws FaqException {
    return new FaqState(
        faq.name(), active, Row.place(faq.entries(), rows), faq.synonyms(), faq.intents(), marks);
  }

  /** The same with other entries. */
  FaqState withRows(Map<String, Row> others) {
    return new FaqState(name, active, Row.sorted(others), synonyms, intents, marks);
  }

  /** The same with other marks. */
  FaqState with(Map<String, String> others) {
    return new FaqState(name, active, rows, synonyms, intents, Map.copyOf(others));
  }
}

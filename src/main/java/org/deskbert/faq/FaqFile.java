package org.deskbert.faq;

import java.util.List;
import java.util.Map;

/**
 * What a FAQ file holds.
 *
 * @param entries in file order, ids unique, each with a phrasing and an answer
 * @param synonyms those that the file brings along; only JSON can
 * @param intents those that the file brings along; only JSON can
 * @param problems notes and warnings; errors too if bad rows were skipped
 * @param lines where each entry starts: id to 1-based line (row of a sheet)
 */
public record FaqFile(
    List<Entry> entries,
    Synonyms synonyms,
    Intents intents,
    List<Problem> problems,
    Map<String, Integer> lines) {
  public FaqFile {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
    lines = Map.copyOf(lines);
  }

  /** What it holds, as a FAQ. */
  public Faq as(String name) {
    return new Faq(name, entries, synonyms, intents);
  }
}

package org.deskbert.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks groups of synonyms one after the other. */
final class SynonymBuilder {
  private static final int MAX_TERM = 100;
  private static final int MAX_GROUPS = 10_000;

  private final List<List<Term>> groups = new ArrayList<>();
  private final Map<String, String> groupOf = new HashMap<>();

  /**
   * Takes one group; a refused one leaves the others as they are.
   *
   * @throws FaqException with a sentence on what is wrong with it
   */
  void add(List<String> texts) throws FaqException {
    if (groups.size() == MAX_GROUPS) {
      throw new FaqException(
          "There are more than "
              + Text.count(MAX_GROUPS)
              + " groups of synonyms. Take out what nobody asks.");
    }
    Map<String, Term> terms = new LinkedHashMap<>();
    for (String text : texts) {
      Term term = checked(text);
      String other = groupOf.get(term.key());
      if (other != null) {
        throw new FaqException(
            quote(term.text())
                + " already belongs to the group "
                + quote(other)
                + ". A term can stand in one group only; take it out of one of them.");
      }
      terms.putIfAbsent(term.key(), term);
    }
    if (terms.size() < 2) {
      throw new FaqException(
          (terms.isEmpty()
                  ? "A group"
                  : quote(terms.values().iterator().next().text()) + " stands alone: a group")
              + " of synonyms needs at least two different terms. Add another way to say it.");
    }
    List<Term> group = List.copyOf(terms.values());
    if (Rewriter.target(group) == null) {
      throw new FaqException(
          quote(group.getFirst().text())
              + " and its synonyms are all ordinary words. Add the full name, for example"
              + " \"IT=information technology\".");
    }
    groups.add(group);
    terms.keySet().forEach(key -> groupOf.put(key, group.getFirst().text()));
  }

  /** Takes the group of a file's row; a refused one is noted in {@code problems}. */
  void add(List<String> texts, String file, int line, List<Problem> problems) {
    try {
      add(texts);
    } catch (FaqException e) {
      problems.add(Problem.refused("bad-synonym", file, line, String.valueOf(e.getMessage())));
    }
  }

  /** What was taken. */
  Synonyms build() {
    return groups.isEmpty() ? Synonyms.NONE : new Synonyms(groups);
  }

  private static Term checked(String text) throws FaqException {
    String line = Text.line(text);
    Term term = Term.of(line);
    if (term.words().isEmpty()) {
      throw new FaqException(
          line.isEmpty()
              ? "A term is empty. Write a word on each side of = and |, or take the sign out."
              : quote(line) + " has no letters or digits. Write a word.");
    }
    if (line.length() > MAX_TERM) {
      throw new FaqException(
          quote(line)
              + " is longer than "
              + MAX_TERM
              + " characters. A synonym is a word or a few; make it another phrasing instead.");
    }
    if (line.indexOf('|') >= 0 || line.indexOf('=') >= 0) {
      throw new FaqException(
          quote(line) + " contains | or =, which part the terms. Write it without.");
    }
    if (term.ordinary() && !Term.capitals(line)) {
      throw new FaqException(
          quote(line)
              + " is an ordinary word that stands in many sentences. If it is an abbreviation,"
              + " write it in capitals: "
              + quote(line.toUpperCase(Locale.ROOT))
              + ".");
    }
    return term;
  }

  private static String quote(String term) {
    return "\"" + Text.shorten(term, 60) + "\"";
  }
}

package org.deskbert.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what the synonyms of a FAQ do to its phrasings: entries that can't be told apart with them,
 * and groups with a word that stands in every other sentence.
 */
final class SynonymCheck {
  private final Faq faq;
  private final List<Problem> problems = new ArrayList<>();

  private SynonymCheck(Faq faq) {
    this.faq = faq;
  }

  /** Problems: stop words in the order of the groups, then phrasings in that of the entries. */
  static List<Problem> check(Faq faq) {
    SynonymCheck check = new SynonymCheck(faq);
    if (!faq.synonyms().isEmpty()) {
      faq.synonyms().groups().forEach(check::stopWords);
      check.phrasings();
    }
    return check.problems;
  }

  /** Groups of an older program, or of a file, may have what would be refused today. */
  private void stopWords(List<String> group) {
    for (String text : group) {
      if (Term.of(text).ordinary() && !Term.capitals(text)) {
        add(
            "stop-word-synonym",
            "",
            Sentence.of(
                "stop-word-synonym", Text.shorten(text, 60), Text.shorten(group.getFirst(), 60)),
            Sentence.of("stop-word-synonym.todo"));
      }
    }
  }

  private void phrasings() {
    Map<String, Entry> owners = new HashMap<>();
    Map<String, String> texts = new HashMap<>();
    for (Entry entry : faq.entries()) {
      for (String phrasing : entry.phrasings()) {
        String same = Normalizer.normalize(faq.synonyms().rewrite(phrasing));
        Entry owner = owners.putIfAbsent(same, entry);
        String other = texts.putIfAbsent(same, phrasing);
        boolean merged =
            owner != null
                && other != null
                && !owner.id().equals(entry.id())
                && !Normalizer.normalize(other).equals(Normalizer.normalize(phrasing));
        if (merged) {
          add(
              "synonyms-merge",
              entry.id(),
              Sentence.of(
                  "synonyms-merge",
                  Text.shorten(phrasing, 60),
                  Text.shorten(other, 60),
                  owner.id(),
                  groups(phrasing, other)),
              Sentence.of("synonyms-merge.todo"));
        }
      }
    }
  }

  /** The first terms of the groups that change either text. */
  private String groups(String one, String other) {
    Set<String> names = new LinkedHashSet<>();
    for (List<String> group : faq.synonyms().groups()) {
      Synonyms alone = Synonyms.joined(List.of(group));
      if (!alone.rewrite(one).equals(one) || !alone.rewrite(other).equals(other)) {
        names.add(Intent.quote(group.getFirst()));
      }
    }
    return String.join(", ", names);
  }

  private void add(String kind, String entry, Sentence what, Sentence todo) {
    problems.add(new Problem(Problem.Severity.WARNING, kind, entry, faq.name(), 0, 0, what, todo));
  }
}

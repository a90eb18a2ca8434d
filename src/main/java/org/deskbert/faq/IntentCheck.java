package org.deskbert.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what is weak in the intents of a FAQ. */
final class IntentCheck {
  private final Faq faq;
  private final List<Problem> problems = new ArrayList<>();

  private IntentCheck(Faq faq) {
    this.faq = faq;
  }

  /** Problems in the order of the intents. */
  static List<Problem> check(Faq faq) {
    IntentCheck check = new IntentCheck(faq);
    check.run();
    return check.problems;
  }

  private void run() {
    Map<String, Entry> entries = new HashMap<>();
    Map<String, Entry> owners = new HashMap<>();
    for (Entry entry : faq.entries()) {
      entries.put(entry.id(), entry);
      entry.phrasings().forEach(text -> owners.putIfAbsent(Normalizer.normalize(text), entry));
    }
    Map<String, Intent> others = new HashMap<>();
    for (Intent intent : faq.intents().all()) {
      if (intent.entry() != null && !entries.containsKey(intent.entry())) {
        add(
            Problem.Severity.ERROR,
            "unknown-entry",
            intent.entry(),
            Sentence.of("unknown-entry", shorten(intent.name()), intent.entry()),
            Sentence.of("unknown-entry.todo"));
      }
      if (intent.entry() == null && entries.containsKey(intent.id())) {
        add(
            Problem.Severity.WARNING,
            "same-id",
            intent.id(),
            Sentence.of("same-id", intent.id()),
            Sentence.of("same-id.todo"));
      }
      for (String example : intent.examples()) {
        String normal = Normalizer.normalize(example);
        Entry owner = owners.get(normal);
        Intent other = others.putIfAbsent(normal, intent);
        if (owner != null) {
          add(
              Problem.Severity.WARNING,
              "example-is-phrasing",
              owner.id(),
              Sentence.of(
                  "example-is-phrasing", shorten(example), shorten(intent.name()), owner.id()),
              Sentence.of("same-example.todo"));
        } else if (other != null) {
          add(
              Problem.Severity.WARNING,
              "same-example",
              "",
              Sentence.of(
                  "same-example", shorten(example), shorten(other.name()), shorten(intent.name())),
              Sentence.of("same-example.todo"));
        }
      }
    }
  }

  private void add(
      Problem.Severity severity, String kind, String entry, Sentence what, Sentence todo) {
    problems.add(new Problem(severity, kind, entry, faq.name(), 0, 0, what, todo));
  }

  private static String shorten(String text) {
    return Text.shorten(text, 60);
  }
}

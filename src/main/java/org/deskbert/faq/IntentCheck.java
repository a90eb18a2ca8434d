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
            "The intent "
                + Intent.quote(intent.name())
                + " is answered by the entry \""
                + intent.entry()
                + "\", which is not in this FAQ.",
            "Name another entry, or give the intent a reply.");
      }
      if (intent.entry() == null && entries.containsKey(intent.id())) {
        add(
            Problem.Severity.WARNING,
            "same-id",
            intent.id(),
            "The entry \"" + intent.id() + "\" stands in the way of the intent with this name.",
            "Give one of them another name.");
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
              "The example "
                  + Intent.quote(example)
                  + " of the intent "
                  + Intent.quote(intent.name())
                  + " is a phrasing of entry "
                  + owner.id()
                  + ", which comes first.",
              "Take it out of one of them.");
        } else if (other != null) {
          add(
              Problem.Severity.WARNING,
              "same-example",
              "",
              "The example "
                  + Intent.quote(example)
                  + " stands in the intents "
                  + Intent.quote(other.name())
                  + " and "
                  + Intent.quote(intent.name())
                  + ", so whoever writes it gets both to choose from.",
              "Take it out of one of them.");
        }
      }
    }
  }

  private void add(
      Problem.Severity severity, String kind, String entry, String text, String remedy) {
    problems.add(new Problem(severity, kind, entry, faq.name(), 0, 0, text, remedy));
  }
}

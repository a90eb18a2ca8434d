package org.deskbert.faq;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is weak in the form of a FAQ; needs no model. Kinds: {@code no-answer}, {@code
 * unknown-parent}, {@code unknown-entry} (errors), {@code same-phrasing}, {@code dead-link}, {@code
 * answer-too-long}, {@code phrasing-too-long}, {@code same-id}, {@code stop-word-synonym}, {@code
 * synonyms-merge}, {@code example-is-phrasing}, {@code same-example} (warnings), {@code
 * repeated-phrasing}, {@code single-phrasing}, {@code expired}, {@code expires-soon} (notes).
 */
public final class FormCheck {
  /** Longer answers are not read in a chat window. */
  private static final int LONG_ANSWER = 4_000;

  /** Longer questions than the model reads, about 128 tokens. */
  private static final int LONG_PHRASING = 500;

  private static final int SOON_DAYS = 30;

  private final Faq faq;
  private final Map<String, Integer> lines;
  private final @Nullable Path folder;
  private final List<Finding> findings = new ArrayList<>();

  private FormCheck(Faq faq, Map<String, Integer> lines, @Nullable Path folder) {
    this.faq = faq;
    this.lines = lines;
    this.folder = folder;
  }

  /**
   * Checks a FAQ.
   *
   * @param lines where entries stand in their file, see {@link FaqFile#lines}; empty for none
   * @param folder where relative links start; null to leave them unchecked
   * @param day the day that counts as today
   * @return findings in the order of the entries, the worst first within one, then those of the
   *     synonyms and intents
   */
  public static List<Finding> check(
      Faq faq, Map<String, Integer> lines, @Nullable Path folder, LocalDate day) {
    return new FormCheck(faq, lines, folder).run(day);
  }

  private List<Finding> run(LocalDate day) {
    Set<String> ids = new HashSet<>();
    faq.entries().forEach(entry -> ids.add(entry.id()));
    Map<String, Entry> owners = new HashMap<>();
    for (Entry entry : faq.entries()) {
      int first = findings.size();
      answer(entry);
      if (entry.parent() != null && !ids.contains(entry.parent())) {
        add(
            Problem.Severity.ERROR,
            "unknown-parent",
            entry,
            Sentence.of("unknown-parent.here", entry.parent()),
            Sentence.of("bad-parent.todo"));
      }
      phrasings(entry, owners);
      until(entry, day);
      findings
          .subList(first, findings.size())
          .sort(Comparator.comparing(finding -> finding.problem().severity()));
    }
    SynonymCheck.check(faq).forEach(problem -> findings.add(Finding.of(problem)));
    IntentCheck.check(faq).forEach(problem -> findings.add(Finding.of(problem)));
    return List.copyOf(findings);
  }

  private void answer(Entry entry) {
    if (entry.answer().isBlank()) {
      add(
          Problem.Severity.ERROR,
          "no-answer",
          entry,
          Sentence.of("no-answer", shorten(entry.question())),
          Sentence.of("no-answer.here.todo"));
    } else if (entry.answer().length() > LONG_ANSWER) {
      add(
          Problem.Severity.WARNING,
          "answer-too-long",
          entry,
          Sentence.of("answer-too-long.here", shorten(entry.question()), entry.answer().length()),
          Sentence.of("answer-too-long.here.todo"));
    }
    for (String link : LocalLinks.dead(entry.answer(), folder)) {
      add(
          Problem.Severity.WARNING,
          "dead-link",
          entry,
          Sentence.of("dead-link", shorten(link)),
          Sentence.of("dead-link.todo"));
    }
  }

  private void phrasings(Entry entry, Map<String, Entry> owners) {
    Set<String> own = new HashSet<>();
    for (String phrasing : entry.phrasings()) {
      if (phrasing.length() > LONG_PHRASING) {
        add(
            Problem.Severity.WARNING,
            "phrasing-too-long",
            entry,
            Sentence.of("phrasing-too-long.here", shorten(phrasing), phrasing.length()),
            Sentence.of("phrasing-too-long.here.todo"));
      }
      String normal = Normalizer.normalize(phrasing);
      if (normal.isEmpty()) {
        continue;
      }
      if (!own.add(normal)) {
        add(
            Problem.Severity.NOTE,
            "repeated-phrasing",
            entry,
            Sentence.of("repeated-phrasing", shorten(phrasing)),
            Sentence.of("repeated-phrasing.here.todo"));
        continue;
      }
      Entry owner = owners.putIfAbsent(normal, entry);
      if (owner != null) {
        samePhrasing(entry, phrasing, owner);
      }
    }
    if (own.size() < 2) {
      add(
          Problem.Severity.NOTE,
          "single-phrasing",
          entry,
          Sentence.of("single-phrasing", shorten(entry.question())),
          Sentence.of("single-phrasing.todo"));
    }
  }

  private void samePhrasing(Entry entry, String phrasing, Entry owner) {
    int line = line(owner);
    Problem problem =
        problem(
            Problem.Severity.WARNING,
            "same-phrasing",
            entry,
            line > 0
                ? Sentence.of("same-phrasing.line", shorten(phrasing), owner.id(), line)
                : Sentence.of("same-phrasing", shorten(phrasing), owner.id()),
            Sentence.of("same-phrasing.todo"));
    findings.add(new Finding(problem, phrasing, owner.id(), phrasing));
  }

  private void until(Entry entry, LocalDate day) {
    if (entry.until() == null) {
      return;
    }
    if (!entry.validOn(day)) {
      add(
          Problem.Severity.NOTE,
          "expired",
          entry,
          Sentence.of("expired", entry.until().toString()),
          Sentence.of("expired.todo"));
    } else if (!entry.validOn(day.plusDays(SOON_DAYS))) {
      add(
          Problem.Severity.NOTE,
          "expires-soon",
          entry,
          Sentence.of("expires-soon", entry.until().toString()),
          Sentence.of("expires-soon.todo"));
    }
  }

  private int line(Entry entry) {
    return lines.getOrDefault(entry.id(), 0);
  }

  private void add(
      Problem.Severity severity, String kind, Entry entry, Sentence what, Sentence todo) {
    findings.add(Finding.of(problem(severity, kind, entry, what, todo)));
  }

  private Problem problem(
      Problem.Severity severity, String kind, Entry entry, Sentence what, Sentence todo) {
    return new Problem(severity, kind, entry.id(), faq.name(), line(entry), 0, what, todo);
  }

  private static String shorten(String text) {
    return Text.shorten(text, 60);
  }
}

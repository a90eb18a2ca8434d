package org.deskbert.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Finding;
import org.deskbert.faq.Normalizer;
import org.deskbert.faq.Problem;
import org.deskbert.faq.Problem.Severity;
import org.deskbert.faq.Sentence;
import org.deskbert.faq.Text;
import org.deskbert.search.Candidate;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.Phrasing;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is weak in the meaning of a FAQ. Kinds: {@code near-entries}, {@code near-phrasings},
 * {@code contradicting-answers}, {@code wins-nothing} (warnings), {@code overlapping-categories},
 * {@code similar-categories}, {@code fragile} (notes). What FormCheck tells already, the same
 * phrasing in two entries, is not told again.
 */
public final class MeaningCheck {
  private final String name;
  private final FaqIndex index;
  private final Map<String, Integer> lines;
  private final List<Phrasing> phrasings;
  private final List<Entry> entries = new ArrayList<>();
  private final int[] owners;
  private final int[] firsts;
  private final List<Finding> findings = new ArrayList<>();

  private MeaningCheck(String name, FaqIndex index, Map<String, Integer> lines) {
    this.name = name;
    this.index = index;
    this.lines = lines;
    this.phrasings = index.phrasings();
    this.owners = new int[phrasings.size()];
    this.firsts = new int[phrasings.size()];
    for (int i = 0; i < owners.length; i++) {
      Entry entry = phrasings.get(i).entry();
      if (entries.isEmpty() || !entries.getLast().id().equals(entry.id())) {
        firsts[entries.size()] = i;
        entries.add(entry);
      }
      owners[i] = entries.size() - 1;
    }
  }

  /**
   * Checks the entries of one FAQ that answer today.
   *
   * @param name of the FAQ or its file
   * @param index of that FAQ alone, with a model
   * @param lines where entries stand in their file; empty for none
   * @throws CancellationException if {@code progress} says stop
   */
  public static List<Finding> check(
      String name, FaqIndex index, Map<String, Integer> lines, int threads, Progress progress) {
    return new MeaningCheck(name, index, lines).run(threads, progress);
  }

  /** The entries that break too easily, as findings; the most fragile first. */
  public static List<Finding> fragile(
      String name, List<Robustness> robustness, Map<String, Integer> lines) {
    List<Finding> findings = new ArrayList<>();
    for (Robustness one : robustness) {
      Robustness.Broken broken = one.broken();
      if (broken != null && one.fragile()) {
        String question = Text.shorten(one.entry().question(), 60);
        String spoilt = Text.shorten(broken.question(), 60);
        Sentence how = broken.how().words();
        Sentence what =
            broken.winner().isEmpty()
                ? Sentence.of("fragile", question, one.found(), one.asked(), spoilt, how)
                : Sentence.of(
                    "fragile.other",
                    question,
                    one.found(),
                    one.asked(),
                    spoilt,
                    how,
                    broken.winner());
        findings.add(
            new Finding(
                new Problem(
                    Severity.NOTE,
                    "fragile",
                    one.entry().id(),
                    name,
                    lines.getOrDefault(one.entry().id(), 0),
                    0,
                    what,
                    Sentence.of("fragile.todo")),
                "",
                broken.winner(),
                ""));
      }
    }
    return findings;
  }

  private List<Finding> run(int threads, Progress progress) {
    float[][] vectors = phrasings.stream().map(index::vectorOf).toArray(float[][]::new);
    NearPairs.Result near = NearPairs.find(vectors, owners, threads, progress);
    near.pairs().forEach(this::pair);
    winNothing(threads, progress);
    new CategoryCheck(name, entries, near.neighbours()).run(findings);
    return List.copyOf(findings);
  }

  private void pair(NearPairs.Pair pair) {
    Entry one = entries.get(pair.one());
    Entry two = entries.get(pair.two());
    if (samePhrasing(one, two)) {
      return;
    }
    String first = phrasings.get(pair.phrasing()).text();
    String second = phrasings.get(pair.otherPhrasing()).text();
    String here = Text.shorten(first, 60);
    String there = Text.shorten(second, 60);
    List<String> clash = Facts.clash(one.answer(), two.answer());
    if (clash != null) {
      add(
          "contradicting-answers",
          one,
          Sentence.of(
              "contradicting-answers",
              here,
              there,
              two.id(),
              Text.shorten(clash.getFirst(), 60),
              Text.shorten(clash.getLast(), 60)),
          Sentence.of("contradicting-answers.todo"),
          first,
          two.id(),
          second);
    } else if (pair.whole()) {
      add(
          "near-entries",
          one,
          Sentence.of("near-entries", here, there, two.id()),
          Sentence.of("near-entries.todo"),
          first,
          two.id(),
          second);
    } else {
      add(
          "near-phrasings",
          one,
          Sentence.of("near-phrasings", here, there, two.id()),
          Sentence.of("near-phrasings.todo"),
          first,
          two.id(),
          second);
    }
  }

  private static boolean samePhrasing(Entry one, Entry two) {
    Set<String> texts = new HashSet<>();
    one.phrasings().forEach(text -> texts.add(Normalizer.normalize(text)));
    return two.phrasings().stream().map(Normalizer::normalize).anyMatch(texts::contains);
  }

  /** What came first instead of each entry that none of its own phrasings finds. */
  private void winNothing(int threads, Progress progress) {
    @Nullable Candidate[] winners = new Candidate[entries.size()];
    AtomicInteger next = new AtomicInteger();
    Work.each(
        threads,
        thread -> {
          for (int i = next.getAndIncrement(); i < winners.length; i = next.getAndIncrement()) {
            if (!progress.report("asking each entry", i, winners.length)) {
              throw new CancellationException();
            }
            winners[i] = winner(i);
          }
        });
    for (int i = 0; i < winners.length; i++) {
      Candidate winner = winners[i];
      if (winner != null) {
        Entry entry = entries.get(i);
        add(
            "wins-nothing",
            entry,
            Sentence.of(
                "wins-nothing",
                Text.shorten(entry.question(), 60),
                Text.shorten(winner.matched(), 60),
                winner.entry().id()),
            Sentence.of("wins-nothing.todo"),
            "",
            winner.entry().id(),
            "");
      }
    }
  }

  /** Null if one of the entry's phrasings, left out, still finds it, or if there is but one. */
  private @Nullable Candidate winner(int entry) {
    int count = entries.get(entry).phrasings().size();
    Map<String, Integer> wins = new HashMap<>();
    Candidate most = null;
    for (int i = firsts[entry]; i < firsts[entry] + count && count > 1; i++) {
      Phrasing phrasing = phrasings.get(i);
      List<Candidate> found = index.search(phrasing.text(), index.vectorOf(phrasing), 1, i);
      if (found.isEmpty()) {
        continue;
      }
      Candidate first = found.getFirst();
      String id = first.entry().id();
      if (id.equals(entries.get(entry).id())) {
        return null;
      }
      int times = wins.merge(id, 1, Integer::sum);
      if (most == null || times > wins.getOrDefault(most.entry().id(), 0)) {
        most = first;
      }
    }
    return most;
  }

  private void add(
      String kind,
      Entry entry,
      Sentence what,
      Sentence todo,
      String phrasing,
      String other,
      String otherPhrasing) {
    int line = lines.getOrDefault(entry.id(), 0);
    findings.add(
        new Finding(
            new Problem(Severity.WARNING, kind, entry.id(), name, line, 0, what, todo),
            phrasing,
            other,
            otherPhrasing));
  }
}

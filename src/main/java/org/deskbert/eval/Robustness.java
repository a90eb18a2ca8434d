package org.deskbert.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Entry;
import org.deskbert.search.Candidate;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.Phrasing;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * How well an entry is found when its phrasings are spoilt in the ways that askers spoil them.
 *
 * @param entry the entry
 * @param asked how many spoilt phrasings were asked
 * @param found to how many of them the entry comes first
 * @param broken the first that breaks, null if all hold
 */
public record Robustness(Entry entry, int asked, int found, @Nullable Broken broken) {
  /** More questions than this only take time; each entry is asked for at least one phrasing. */
  private static final int MOST_ASKED = 8_000;

  private static final int CANDIDATES = 1;

  /** Entries below this share of spoilt phrasings that find them are fragile. */
  private static final double FRAGILE = 0.7;

  /**
   * A spoilt phrasing that finds something else.
   *
   * @param question as it was asked
   * @param how what was done to it
   * @param winner id of the entry that comes first, empty if none does
   */
  public record Broken(String question, Disturbance how, String winner) {}

  private record Asked(Phrasing phrasing, Disturbance how, String question) {}

  /** From 0 to 1, 1 if every question holds. */
  public double score() {
    return asked == 0 ? 1 : found / (double) asked;
  }

  /** Whether so many questions break that somebody should look at the entry. */
  public boolean fragile() {
    return broken != null && score() < FRAGILE;
  }

  /**
   * Asks for every entry, the fragile ones first.
   *
   * @param encoder the one that the index was built with, null for words only
   * @throws CancellationException if {@code progress} says stop
   */
  public static List<Robustness> of(
      FaqIndex index,
      @Nullable Encoder encoder,
      VectorCache cache,
      int threads,
      Progress progress) {
    List<Asked> questions = questions(index);
    Map<String, float[]> vectors = new HashMap<>();
    if (encoder != null) {
      List<String> texts = questions.stream().map(q -> index.rewrite(q.question())).toList();
      vectors.putAll(cache.encode(texts, encoder, threads, progress));
    }
    String[] winners = new String[questions.size()];
    AtomicInteger next = new AtomicInteger();
    Work.each(
        threads,
        thread -> {
          for (int i = next.getAndIncrement(); i < winners.length; i = next.getAndIncrement()) {
            if (!progress.report("asking spoilt questions", i, winners.length)) {
              throw new CancellationException();
            }
            String question = questions.get(i).question();
            List<Candidate> found =
                index.search(question, vectors.get(index.rewrite(question)), CANDIDATES);
            winners[i] = found.isEmpty() ? "" : found.getFirst().entry().id();
          }
        });
    Map<Entry, Robustness> entries = new LinkedHashMap<>();
    for (int i = 0; i < winners.length; i++) {
      entries.merge(
          questions.get(i).phrasing().entry(), one(questions.get(i), winners[i]), Robustness::plus);
    }
    return entries.values().stream().sorted(Comparator.comparingDouble(Robustness::score)).toList();
  }

  private static List<Asked> questions(FaqIndex index) {
    int each = Math.max(1, MOST_ASKED / Disturbance.values().length / Math.max(1, index.size()));
    List<Asked> questions = new ArrayList<>();
    Map<Entry, Integer> taken = new HashMap<>();
    for (Phrasing phrasing : index.phrasings()) {
      if (taken.merge(phrasing.entry(), 1, Integer::sum) > each) {
        continue;
      }
      for (Disturbance how : Disturbance.values()) {
        questions.add(new Asked(phrasing, how, how.apply(phrasing.text())));
      }
    }
    return questions;
  }

  private static Robustness one(Asked asked, String winner) {
    boolean held = winner.equals(asked.phrasing().entry().id());
    return new Robustness(
        asked.phrasing().entry(),
        1,
        held ? 1 : 0,
        held ? null : new Broken(asked.question(), asked.how(), winner));
  }

  private Robustness plus(Robustness other) {
    return new Robustness(
        entry, asked + other.asked, found + other.found, broken == null ? other.broken : broken);
  }
}

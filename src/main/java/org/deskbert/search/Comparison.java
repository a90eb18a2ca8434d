package org.deskbert.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a question with single entries in detail. Immutable. */
final class Comparison {
  /** How many phrasings the mean cosine of an entry is taken over. */
  private static final int TOP = 3;

  private final Lexicon stems;
  private final Lexicon grams;
  private final List<Range> ranges;
  private final Lexicon.Bag[] stemBags;
  private final Lexicon.Bag[] gramBags;
  private final Lexicon.Bag[] aroundBags;

  /**
   * An entry.
   *
   * @param first number of its first phrasing
   * @param count number of its phrasings
   * @param around stems of answer, category and tags
   */
  record Range(int first, int count, Set<String> around) {}

  /** A question, cut into terms. */
  record Query(Set<String> stems, Set<String> grams, Lexicon.Bag stemBag, Lexicon.Bag gramBag) {}

  /** The signals of an entry and the number of its phrasing that is nearest. */
  record Result(Signals signals, int best) {}

  Comparison(List<Set<String>> stemSets, List<Set<String>> gramSets, List<Range> ranges) {
    this.ranges = ranges;
    List<Set<String>> entryStems = new ArrayList<>();
    List<Set<String>> entryGrams = new ArrayList<>();
    for (Range range : ranges) {
      Set<String> stemSet = new LinkedHashSet<>();
      Set<String> gramSet = new LinkedHashSet<>();
      for (int i = range.first(); i < range.first() + range.count(); i++) {
        stemSet.addAll(stemSets.get(i));
        gramSet.addAll(gramSets.get(i));
      }
      entryStems.add(stemSet);
      entryGrams.add(gramSet);
    }
    this.stems = new Lexicon(entryStems);
    this.grams = new Lexicon(entryGrams);
    this.stemBags = stemSets.stream().map(stems::bag).toArray(Lexicon.Bag[]::new);
    this.gramBags = gramSets.stream().map(grams::bag).toArray(Lexicon.Bag[]::new);
    this.aroundBags = ranges.stream().map(r -> stems.bag(r.around())).toArray(Lexicon.Bag[]::new);
  }

  Query query(List<String> words) {
    Set<String> stemSet = Terms.stems(words);
    Set<String> gramSet = Terms.grams(words);
    return new Query(stemSet, gramSet, stems.bag(stemSet), grams.bag(gramSet));
  }

  /**
   * Compares with the entry {@code number}, as if the phrasing {@code without} were not there.
   *
   * @param cosines of all phrasings, null for words only
   * @return null if nothing of the entry is left
   */
  @Nullable Result compare(Query query, int number, float @Nullable [] cosines, int without) {
    Range range = ranges.get(number);
    double stemCosine = 0;
    double covered = 0;
    double covering = 0;
    double gramCosine = 0;
    double meaning = -1;
    double[] top = new double[TOP];
    int counted = 0;
    int best = -1;
    double bestSum = -1;
    long found = 0;
    for (int i = range.first(); i < range.first() + range.count(); i++) {
      if (i == without) {
        continue;
      }
      Shared stem = shared(query.stemBag(), stemBags[i], stems);
      Shared gram = shared(query.gramBag(), gramBags[i], grams);
      found |= stem.which();
      double cosine = cosines == null ? 0 : cosines[i];
      stemCosine = Math.max(stemCosine, stem.cosine());
      covered = Math.max(covered, stem.ofQuery());
      covering = Math.max(covering, stem.ofOther());
      gramCosine = Math.max(gramCosine, gram.cosine());
      meaning = Math.max(meaning, cosine);
      double sum = 2 * cosine + Math.max(stem.cosine(), gram.cosine());
      if (sum > bestSum) {
        bestSum = sum;
        best = i;
      }
      insert(top, counted++, cosine);
    }
    if (best < 0) {
      return null;
    }
    Shared answer = shared(query.stemBag(), aroundBags[number], stems);
    return new Result(
        new Signals(
            stemCosine,
            covered,
            covering,
            gramCosine,
            share(query.stemBag(), found, stems),
            answer.ofQuery(),
            cosines == null ? 0 : meaning,
            mean(top, counted)),
        best);
  }

  /** Keeps the highest values, highest first. */
  private static void insert(double[] top, int counted, double value) {
    int at = Math.min(counted, TOP);
    if (at == TOP && value <= top[TOP - 1]) {
      return;
    }
    at = Math.min(at, TOP - 1);
    while (at > 0 && top[at - 1] < value) {
      top[at] = top[at - 1];
      at--;
    }
    top[at] = value;
  }

  private static double mean(double[] top, int counted) {
    int n = Math.min(counted, TOP);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += top[i];
    }
    return sum / n;
  }

  /** Which of the query's terms are shared (bit by place) and how much that is. */
  private record Shared(long which, double cosine, double ofQuery, double ofOther) {}

  private static Shared shared(Lexicon.Bag query, Lexicon.Bag other, Lexicon lexicon) {
    int[] a = query.ids();
    int[] b = other.ids();
    double sum = 0;
    double squares = 0;
    long which = 0;
    int j = 0;
    for (int i = 0; i < a.length; i++) {
      while (j < b.length && b[j] < a[i]) {
        j++;
      }
      if (j < b.length && b[j] == a[i]) {
        double weight = lexicon.weight(a[i]);
        sum += weight;
        squares += weight * weight;
        which |= 1L << i; // a question has at most 64 stems; grams don't use this
      }
    }
    return new Shared(
        which,
        squares == 0 ? 0 : squares / (query.norm() * other.norm()),
        sum == 0 ? 0 : sum / query.sum(),
        sum == 0 ? 0 : sum / other.sum());
  }

  private static double share(Lexicon.Bag query, long which, Lexicon lexicon) {
    double sum = 0;
    for (int i = 0; i < query.ids().length; i++) {
      if ((which >>> i & 1) != 0) {
        sum += lexicon.weight(query.ids()[i]);
      }
    }
    return sum == 0 ? 0 : sum / query.sum();
  }
}

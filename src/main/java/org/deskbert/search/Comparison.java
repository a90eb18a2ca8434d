package org.deskbert.search;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares a question with single entries in detail. Immutable. */
final class Comparison {
  /** How many phrasings the mean cosine of an entry is taken over. */
  private static final int TOP = 3;

  private final Lexicon stems;
  private final Lexicon grams;
  private final TermSets stemSets;
  private final TermSets gramSets;

  /** By entry: stems of answer, category and tags, as far as the phrasings of the FAQ have them. */
  private final PackedLists around;

  /** By entry: the number of its first phrasing; then the number of all phrasings. */
  private final int[] firsts;

  /** A question, cut into terms. */
  record Query(Lexicon.Bag stemBag, Lexicon.Bag gramBag) {}

  /** The signals of an entry and the number of its phrasing that is nearest. */
  record Result(Signals signals, int best) {}

  /**
   * Compares by the terms of the phrasings; {@code around} gives the words of an entry's answer.
   */
  Comparison(TermSets stems, TermSets grams, int[] firsts, IntFunction<List<String>> around) {
    this(stems, grams, firsts, around(stems, firsts.length - 1, around));
  }

  /** The same where the numbers of the stems of an entry's answer are known. */
  Comparison(TermSets stems, TermSets grams, int[] firsts, PackedLists around) {
    this.stems = new Lexicon(stems.terms(), stems.counts(), firsts.length - 1);
    this.grams = new Lexicon(grams.terms(), grams.counts(), firsts.length - 1);
    this.stemSets = stems;
    this.gramSets = grams;
    this.firsts = firsts;
    this.around = around;
  }

  /** What the constructor takes, but for the contents. */
  void write(Pieces.Out out) throws SQLException {
    out.put(stemSets);
    out.put(gramSets);
    out.put(around);
  }

  private static PackedLists around(TermSets sets, int entries, IntFunction<List<String>> around) {
    Lexicon stems = new Lexicon(sets.terms(), sets.counts(), entries);
    PackedLists.Builder lists = new PackedLists.Builder();
    Map<String, Integer> known = new ConcurrentHashMap<>();
    IntStream.range(0, entries)
        .parallel()
        .mapToObj(entry -> numbers(stems, around.apply(entry), known))
        .forEachOrdered(numbers -> lists.add(numbers, numbers.length));
    return lists.build();
  }

  /** The known stems of words, ascending; {@code known} keeps that of each word, or -1. */
  private static int[] numbers(Lexicon stems, List<String> words, Map<String, Integer> known) {
    int[] numbers = new int[words.size()];
    int n = 0;
    for (String word : words) {
      Integer number = known.get(word);
      if (number == null) {
        number = stems.number(Terms.stem(word));
        known.put(word, number);
      }
      if (number >= 0) {
        numbers[n++] = number;
      }
    }
    return Arrays.stream(numbers, 0, n).sorted().distinct().toArray();
  }

  Query query(List<String> words) {
    return new Query(stems.bag(Terms.stems(words)), grams.bag(Terms.grams(words)));
  }

  /**
   * Compares with the entry {@code number}, as if the phrasing {@code without} were not there.
   *
   * @param vectors of the phrasings, null for words only
   * @param vector of the question, null for words only
   * @param poll of all phrasings about the question, null where they don't vote
   * @return null if nothing of the entry is left
   */
  @Nullable Result compare(
      Query query,
      int number,
      @Nullable Vectors vectors,
      float @Nullable [] vector,
      Votes.@Nullable Poll poll,
      int without) {
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
    int first = firsts[number];
    int end = firsts[number + 1];
    float[] cosines =
        vectors == null || vector == null
            ? new float[end - first]
            : vectors.cosines(vector, first, end);
    for (int i = first; i < end; i++) {
      if (i == without) {
        continue;
      }
      Shared stem = shared(query.stemBag(), stems.bag(stemSets.lists().get(i), 0), stems);
      Shared gram = shared(query.gramBag(), grams.bag(gramSets.lists().get(i), 0), grams);
      found |= stem.which();
      double cosine = cosines[i - first];
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
    Shared answer = shared(query.stemBag(), stems.bag(around.get(number), 0), stems);
    return new Result(
        new Signals(
            stemCosine,
            covered,
            covering,
            gramCosine,
            share(query.stemBag(), found, stems),
            answer.ofQuery(),
            vector == null ? 0 : meaning,
            mean(top, counted),
            poll == null ? 0 : poll.of(number)),
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

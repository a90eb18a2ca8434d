package org.deskbert.search;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Normalizer;
import org.deskbert.faq.Synonyms;

/**
 * Finds the phrasings that a question equals: as it was written or, if there is none, after both
 * were rewritten with the synonyms.
 */
final class ExactPhrasings {
  private final Synonyms synonyms;
  private final List<Phrasing> phrasings;
  private final long[] written;
  private final long[] rewritten;

  ExactPhrasings(List<Phrasing> phrasings, Synonyms synonyms) {
    this.synonyms = synonyms;
    this.phrasings = phrasings;
    this.written = keys(UnaryOperator.identity());
    this.rewritten = synonyms.isEmpty() ? new long[0] : keys(synonyms::rewrite);
  }

  /** What {@link #write} wrote of the same phrasings. */
  ExactPhrasings(List<Phrasing> phrasings, Synonyms synonyms, long[] written, long[] rewritten) {
    this.synonyms = synonyms;
    this.phrasings = phrasings;
    this.written = written;
    this.rewritten = rewritten;
  }

  void write(Pieces.Out out) throws SQLException {
    out.put(written);
    out.put(rewritten);
  }

  /** Hashes of all normalised texts, each with the number of its phrasing, ascending. */
  private long[] keys(UnaryOperator<String> change) {
    long[] keys = new long[phrasings.size()];
    Arrays.parallelSetAll(
        keys, i -> key(Normalizer.normalize(change.apply(phrasings.get(i).text())), i));
    Arrays.parallelSort(keys);
    return keys;
  }

  private static long key(String normalized, int number) {
    return (long) normalized.hashCode() << 32 | number;
  }

  /** The numbers of the phrasings that a question equals; {@code asked}: the question rewritten. */
  int[] numbers(String question, String asked) {
    int[] same = find(written, question, UnaryOperator.identity());
    return same.length == 0 && !synonyms.isEmpty()
        ? find(rewritten, asked, synonyms::rewrite)
        : same;
  }

  private int[] find(long[] keys, String question, UnaryOperator<String> change) {
    String normalized = Normalizer.normalize(question);
    int from = Arrays.binarySearch(keys, key(normalized, 0));
    from = from < 0 ? -from - 1 : from;
    int to = from;
    while (to < keys.length && keys[to] >> 32 == normalized.hashCode()) {
      to++;
    }
    return normalized.isEmpty()
        ? new int[0]
        : Arrays.stream(keys, from, to)
            .mapToInt(key -> (int) key)
            .filter(i -> same(change.apply(phrasings.get(i).text()), normalized))
            .toArray();
  }

  private static boolean same(String text, String normalized) {
    return Normalizer.normalize(text).equals(normalized);
  }

  /** The phrasing by which {@code entry} was found. */
  String phrasing(Entry entry, String question, String asked) {
    List<String> texts = entry.phrasings();
    String normalized = Normalizer.normalize(question);
    for (String text : texts) {
      if (Normalizer.normalize(text).equals(normalized)) {
        return text;
      }
    }
    String same = Normalizer.normalize(asked);
    return texts.stream()
        .filter(text -> Normalizer.normalize(synonyms.rewrite(text)).equals(same))
        .findFirst()
        .orElse(entry.question());
  }
}

package org.deskbert.faq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups of terms that mean the same, the owner's preferred one first. Immutable.
 *
 * <p>An abbreviation that is an ordinary English word in lower case ("IT", "US") is found only
 * where the text has it in capitals and is not in capitals altogether.
 */
public final class Synonyms {
  /** No groups. */
  public static final Synonyms NONE = new Synonyms(List.of());

  private final List<List<String>> groups;
  private final @Nullable Rewriter rewriter;

  Synonyms(List<List<Term>> groups) {
    this.groups = groups.stream().map(g -> g.stream().map(Term::text).toList()).toList();
    this.rewriter = groups.isEmpty() ? null : new Rewriter(groups);
  }

  /**
   * Checks and takes groups.
   *
   * @throws FaqException if a term is empty or an ordinary word, stands in two groups or alone; the
   *     sentence names it and the remedy
   */
  public static Synonyms of(List<List<String>> groups) throws FaqException {
    SynonymBuilder builder = new SynonymBuilder();
    for (List<String> group : groups) {
      builder.add(group);
    }
    return builder.build();
  }

  /** All groups together, in their order; those that share a term are one. */
  public static Synonyms union(Collection<Synonyms> several) {
    List<Synonyms> some = several.stream().filter(s -> !s.isEmpty()).toList();
    return some.size() == 1
        ? some.getFirst()
        : joined(some.stream().flatMap(s -> s.groups.stream()).toList());
  }

  /** Groups that were good once, whatever today's rules say. */
  static Synonyms joined(List<List<String>> groups) {
    List<Map<String, Term>> joined = new ArrayList<>();
    for (List<String> group : groups) {
      Map<String, Term> terms = new LinkedHashMap<>();
      group.stream()
          .map(Term::of)
          .filter(t -> !t.words().isEmpty())
          .forEach(t -> terms.putIfAbsent(t.key(), t));
      Map<String, Term> all = new LinkedHashMap<>();
      int at = joined.size();
      for (int i = joined.size() - 1; i >= 0; i--) {
        if (joined.get(i).keySet().stream().anyMatch(terms::containsKey)) {
          Map<String, Term> earlier = joined.remove(i);
          all.forEach(earlier::putIfAbsent);
          all = earlier;
          at = i;
        }
      }
      terms.forEach(all::putIfAbsent);
      joined.add(Math.min(at, joined.size()), all);
    }
    List<List<Term>> usable =
        joined.stream()
            .map(g -> List.copyOf(g.values()))
            .filter(g -> g.size() > 1 && Rewriter.target(g) != null)
            .toList();
    return usable.isEmpty() ? NONE : new Synonyms(usable);
  }

  /** The groups, each with at least two terms. */
  public List<List<String>> groups() {
    return groups;
  }

  /** Whether nothing is ever rewritten. */
  public boolean isEmpty() {
    return groups.isEmpty();
  }

  /**
   * The text with one and the same term for all of a group, to be compared and never shown. Whole
   * words, whatever their case, longest first; a plural or possessive s at the end is allowed.
   * Rewriting twice changes nothing more, and a text without any of the terms is returned as it is.
   */
  public String rewrite(String text) {
    return rewriter == null ? text : rewriter.rewrite(text);
  }

  /**
   * With a group more, or with more terms in the one that begins with the same term.
   *
   * @throws FaqException see {@link #of}
   */
  public Synonyms add(List<String> terms) throws FaqException {
    List<List<String>> all = new ArrayList<>(groups);
    int same = terms.isEmpty() ? -1 : startingWith(terms.getFirst());
    if (same < 0) {
      all.add(terms);
    } else {
      List<String> longer = new ArrayList<>(all.get(same));
      longer.addAll(terms.subList(1, terms.size()));
      all.set(same, longer);
    }
    return of(all);
  }

  /**
   * Without the group that begins with {@code term}, or without this term of a group; a term that
   * is left alone goes too.
   *
   * @throws FaqException if there is no such term
   */
  public Synonyms remove(String term) throws FaqException {
    List<List<String>> left = new ArrayList<>(groups);
    int first = startingWith(term);
    if (first >= 0) {
      left.remove(first);
      return joined(left);
    }
    String key = key(term);
    for (int i = 0; i < left.size(); i++) {
      List<String> others = left.get(i).stream().filter(t -> !key(t).equals(key)).toList();
      if (others.size() < left.get(i).size()) {
        left.set(i, others);
        return joined(left);
      }
    }
    throw new FaqException(
        "\""
            + Text.shorten(term, 60)
            + "\" is no synonym here, so it can't be removed. List them to see which there are.");
  }

  private int startingWith(String term) {
    String key = key(term);
    for (int i = 0; i < groups.size(); i++) {
      if (key(groups.get(i).getFirst()).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private static String key(String term) {
    return Term.of(Text.line(term)).key();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Synonyms that && groups.equals(that.groups);
  }

  @Override
  public int hashCode() {
    return groups.hashCode();
  }

  @Override
  public String toString() {
    return groups.toString();
  }
}

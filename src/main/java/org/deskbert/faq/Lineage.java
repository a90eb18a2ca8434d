package org.deskbert.faq;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who descends from whom among versions, and what two of them have in common. */
final class Lineage {
  private final Map<String, Version> versions;
  private final BaseTable bases;

  Lineage(Map<String, Version> versions, BaseTable bases) {
    this.versions = versions;
    this.bases = bases;
  }

  /** These versions and all that they were made from. */
  Set<String> ancestry(Collection<String> ids) {
    Set<String> all = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(ids);
    while (!open.isEmpty()) {
      String id = open.pop();
      if (all.add(id) && versions.containsKey(id)) {
        open.addAll(versions.get(id).parents());
      }
    }
    return all;
  }

  /** Those from which no other of them was made, sorted. */
  List<String> newest(Set<String> ids) {
    Set<String> newest = new TreeSet<>(ids);
    for (String id : ids) {
      if (versions.containsKey(id)) {
        newest.removeAll(ancestry(versions.get(id).parents()));
      }
    }
    return List.copyOf(newest);
  }

  /**
   * What two lines have in common: the newest version that both were made from. Where there are
   * several, they are merged in turn, so that both owners find the same.
   *
   * @return nothing where nothing common is known any more
   */
  Optional<Faq> base(Collection<String> ours, Collection<String> theirs)
      throws SQLException, FaqException {
    Set<String> common = ancestry(ours);
    common.retainAll(ancestry(theirs));
    Set<String> known = new HashSet<>();
    for (String id : common) {
      if (versions.containsKey(id) && bases.has(versions.get(id).content())) {
        known.add(id);
      }
    }
    List<String> newest = newest(known);
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    Faq base = content(newest.getFirst());
    List<String> done = new ArrayList<>(List.of(newest.getFirst()));
    for (String next : newest.subList(1, newest.size())) {
      Faq before = base(done, List.of(next)).orElse(base.with(List.of()));
      base = ThreeWay.merge(before, base, content(next), Map.of()).result();
      done.add(next);
    }
    return Optional.of(base);
  }

  private Faq content(String id) throws SQLException, FaqException {
    return bases.get(java.util.Objects.requireNonNull(versions.get(id)).content()).orElseThrow();
  }
}

package org.deskbert.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings two lists together that came from one. The result is the same whichever is ours, so two
 * owners who merge each other's lists get the same one.
 */
final class OrderedMerge {
  private OrderedMerge() {}

  /** What stays of the base on both sides, and what either side added; in order. */
  static List<String> merge(List<String> base, List<String> ours, List<String> theirs) {
    Set<String> kept = new HashSet<>(base);
    kept.retainAll(new HashSet<>(ours));
    kept.retainAll(new HashSet<>(theirs));
    Set<String> old = new HashSet<>(base);
    ours.stream().filter(each -> !old.contains(each)).forEach(kept::add);
    theirs.stream().filter(each -> !old.contains(each)).forEach(kept::add);
    return merge(base, ours, theirs, kept);
  }

  /**
   * The elements of {@code kept} in order: a side that moved some leads, and what a side added
   * stands behind what it stands behind there.
   */
  static List<String> merge(
      List<String> base, List<String> ours, List<String> theirs, Set<String> kept) {
    boolean swap = compare(ours, theirs) > 0;
    List<String> first = only(swap ? theirs : ours, kept);
    List<String> second = only(swap ? ours : theirs, kept);
    List<String> old = only(base, kept);
    List<String> spine = old;
    if (moved(old, first)) {
      spine = only(first, new HashSet<>(old));
    } else if (moved(old, second)) {
      spine = only(second, new HashSet<>(old));
    }
    return weave(weave(weave(spine, old), first), second);
  }

  private static List<String> only(List<String> list, Set<String> kept) {
    return List.copyOf(new LinkedHashSet<>(list.stream().filter(kept::contains).toList()));
  }

  /** Whether what both have stands in another order. */
  private static boolean moved(List<String> base, List<String> side) {
    return !only(base, new HashSet<>(side)).equals(only(side, new HashSet<>(base)));
  }

  /** Adds what only {@code more} has, behind what it stands behind there. */
  private static List<String> weave(List<String> spine, List<String> more) {
    Set<String> there = new HashSet<>(spine);
    List<String> start = new ArrayList<>();
    Map<String, List<String>> behind = new HashMap<>();
    List<String> run = start;
    for (String each : more) {
      if (there.contains(each)) {
        run = behind.computeIfAbsent(each, any -> new ArrayList<>());
      } else {
        run.add(each);
      }
    }
    List<String> woven = new ArrayList<>(start);
    for (String each : spine) {
      woven.add(each);
      woven.addAll(behind.getOrDefault(each, List.of()));
    }
    return woven;
  }

  private static int compare(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}

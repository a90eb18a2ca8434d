package org.deskbert.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Finding;
import org.deskbert.faq.Normalizer;
import org.deskbert.faq.Problem;
import org.deskbert.faq.Sentence;
import org.deskbert.faq.Text;

/**
 * Finds categories that overlap: the entries of one lie nearer to those of another than to each
 * other; and categories whose names differ in writing only.
 */
final class CategoryCheck {
  /** Fewer entries than this between two categories may be chance. */
  private static final int LEAST = 3;

  private final String name;
  private final List<Entry> entries;
  private final List<List<Neighbours.Near>> neighbours;

  CategoryCheck(String name, List<Entry> entries, List<List<Neighbours.Near>> neighbours) {
    this.name = name;
    this.entries = entries;
    this.neighbours = neighbours;
  }

  void run(List<Finding> findings) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      String category = entries.get(i).category();
      if (category.isEmpty()) {
        continue;
      }
      List<String> alike =
          names.computeIfAbsent(
              Normalizer.normalize(category).replaceFirst("s$", ""), key -> new ArrayList<>());
      if (!alike.contains(category)) {
        alike.add(category);
      }
      List<Neighbours.Near> near = neighbours.get(i);
      if (!near.isEmpty()) {
        String nearest = entries.get(near.getFirst().other()).category();
        counts.computeIfAbsent(category, c -> new TreeMap<>()).merge(nearest, 1, Integer::sum);
      }
    }
    names.values().stream()
        .filter(alike -> alike.size() > 1)
        .forEach(alike ->
            add(
                findings,
                "similar-categories",
                alike.getFirst(),
                alike.getLast(),
                Sentence.of(
                    "similar-categories",
                    Text.shorten(alike.getFirst(), 60),
                    Text.shorten(alike.getLast(), 60))));
    counts.forEach((category, nearest) -> overlap(findings, category, nearest));
  }

  private void overlap(List<Finding> findings, String category, Map<String, Integer> nearest) {
    int own = nearest.getOrDefault(category, 0);
    nearest.forEach((other, count) -> {
      if (!other.isEmpty() && !other.equals(category) && count >= LEAST && count > own) {
        add(
            findings,
            "overlapping-categories",
            category,
            other,
            Sentence.of(
                "overlapping-categories",
                Text.shorten(category, 60),
                count,
                Text.shorten(other, 60),
                own));
      }
    });
  }

  private void add(List<Finding> findings, String kind, String one, String two, Sentence what) {
    Problem problem =
        new Problem(
            Problem.Severity.NOTE,
            kind,
            "",
            name,
            0,
            0,
            what,
            Sentence.of("similar-categories.todo"));
    findings.add(new Finding(problem, one, "", two));
  }
}

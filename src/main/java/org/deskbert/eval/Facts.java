package org.deskbert.eval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What two answers can contradict each other in: yes and no, and figures of the same unit. Figures
 * without a unit are left alone: they mostly are names ("Windows 11").
 */
final class Facts {
  private static final Pattern FACT =
      Pattern.compile(
          "(?<money>[$€£]\\s?\\d+(?:[.,]\\d+)*)"
              + "|(?<time>\\d{1,2}(?::\\d{2})?\\s?[ap]\\.?m\\b|\\d{1,2}:\\d{2})"
              + "|(?<number>\\d+(?:[.,]\\d+)*)\\s?-?(?<unit>%|percent|€|£|\\$|euros?|dollars?"
              + "|pounds?|minutes?|hours?|days?|weeks?|months?|years?|kg|km|[mgt]b|characters?)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern VERDICT =
      Pattern.compile("^\\W*(yes|no)\\b", Pattern.CASE_INSENSITIVE);

  private Facts() {}

  /** What the one says and the other says of the same, for example "5 pm" and "6 pm"; else null. */
  static @Nullable List<String> clash(String one, String two) {
    Map<String, Set<String>> first = of(one);
    Map<String, Set<String>> second = of(two);
    for (Map.Entry<String, Set<String>> fact : first.entrySet()) {
      Set<String> other = second.get(fact.getKey());
      if (other != null && fact.getValue().stream().noneMatch(other::contains)) {
        return List.of(fact.getValue().iterator().next(), other.iterator().next());
      }
    }
    return null;
  }

  /** The figures of an answer by what they measure. */
  private static Map<String, Set<String>> of(String answer) {
    Map<String, Set<String>> facts = new TreeMap<>();
    Matcher verdict = VERDICT.matcher(answer);
    if (verdict.find()) {
      put(facts, "verdict", verdict.group(1));
    }
    Matcher fact = FACT.matcher(answer);
    while (fact.find()) {
      if (fact.group("money") != null) {
        put(facts, "money", fact.group());
      } else if (fact.group("time") != null) {
        put(facts, "time", fact.group());
      } else {
        put(
            facts,
            fact.group("unit").toLowerCase(Locale.ROOT).replaceFirst("s$", ""),
            fact.group());
      }
    }
    return facts;
  }

  private static void put(Map<String, Set<String>> facts, String kind, String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    facts.computeIfAbsent(kind, key -> new LinkedHashSet<>()).add(plain);
  }
}

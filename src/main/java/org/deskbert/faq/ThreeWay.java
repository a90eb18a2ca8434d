package org.deskbert.faq;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.deskbert.faq.Conflict.Side;
import org.deskbert.faq.EntryChange.Field;
import org.jspecify.annotations.Nullable;

/**
 * Merges two FAQs that came from one, entry by entry: what one side changed is taken; where both
 * changed an entry, part by part; phrasings, tags and synonyms of both are brought together. What
 * is left is a conflict, and the chosen side is taken.
 */
final class ThreeWay {
  private final Map<String, Side> choices;
  private final List<Conflict> conflicts = new ArrayList<>();

  private ThreeWay(Map<String, Side> choices) {
    this.choices = choices;
  }

  /**
   * Merges; the name is ours.
   *
   * @param choices the side to take for entries in conflict, by id; ours where nothing is said
   */
  static Merge merge(Faq base, Faq ours, Faq theirs, Map<String, Side> choices) {
    ThreeWay merge = new ThreeWay(choices);
    List<Entry> entries =
        base.entries().equals(ours.entries())
            ? theirs.entries()
            : base.entries().equals(theirs.entries())
                ? ours.entries()
                : merge.entries(base, ours, theirs);
    Faq result =
        new Faq(
            ours.name(),
            entries,
            synonyms(base, ours, theirs),
            merge.intents(base.intents(), ours.intents(), theirs.intents()));
    return new Merge(base, ours, theirs, result, merge.conflicts);
  }

  private List<Entry> entries(Faq base, Faq ours, Faq theirs) {
    Map<String, Entry> old = byId(base);
    Map<String, Entry> here = byId(ours);
    Map<String, Entry> there = byId(theirs);
    Set<String> ids = new LinkedHashSet<>(here.keySet());
    ids.addAll(there.keySet());
    Map<String, Entry> merged = new LinkedHashMap<>();
    for (String id : ids) {
      Entry entry = entry(id, old.get(id), here.get(id), there.get(id));
      if (entry != null) {
        merged.put(id, entry);
      }
    }
    List<String> order =
        OrderedMerge.merge(
            List.copyOf(old.keySet()),
            List.copyOf(here.keySet()),
            List.copyOf(there.keySet()),
            merged.keySet());
    return order.stream()
        .map(id -> Objects.requireNonNull(merged.get(id)))
        .map(entry ->
            entry.parent() == null || merged.containsKey(entry.parent())
                ? entry
                : Edits.withParent(entry, null))
        .toList();
  }

  private static Map<String, Entry> byId(Faq faq) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    faq.entries().forEach(entry -> entries.put(entry.id(), entry));
    return entries;
  }

  private @Nullable Entry entry(
      String id, @Nullable Entry base, @Nullable Entry ours, @Nullable Entry theirs) {
    if (Objects.equals(ours, theirs) || Objects.equals(base, theirs)) {
      return ours;
    }
    if (Objects.equals(base, ours)) {
      return theirs;
    }
    if (ours == null || theirs == null) {
      conflicts.add(new Conflict(id, base, ours, theirs, List.of()));
      return side(id) == Side.OURS ? ours : theirs;
    }
    return both(base, ours, theirs);
  }

  private Side side(String id) {
    return choices.getOrDefault(id, Side.OURS);
  }

  private Entry both(@Nullable Entry base, Entry ours, Entry theirs) {
    List<Field> open = new ArrayList<>();
    List<String> phrasings =
        OrderedMerge.merge(
            base == null ? List.of() : base.phrasings(), ours.phrasings(), theirs.phrasings());
    if (phrasings.isEmpty()) {
      open.add(Field.QUESTIONS);
      phrasings = chosen(ours, theirs).phrasings();
    }
    List<String> tags =
        OrderedMerge.merge(base == null ? List.of() : base.tags(), ours.tags(), theirs.tags());
    String answer = text(Field.ANSWER, base, ours, theirs, open);
    String category = text(Field.CATEGORY, base, ours, theirs, open);
    String parent = text(Field.PARENT, base, ours, theirs, open);
    String until = text(Field.UNTIL, base, ours, theirs, open);
    String notes = text(Field.NOTES, base, ours, theirs, open);
    if (!open.isEmpty()) {
      conflicts.add(new Conflict(ours.id(), base, ours, theirs, open));
    }
    LocalDate last = until.isEmpty() ? null : LocalDate.parse(until);
    return new Entry(ours.id(), phrasings, answer, category, tags, parent, last, notes);
  }

  private Entry chosen(Entry ours, Entry theirs) {
    return side(ours.id()) == Side.OURS ? ours : theirs;
  }

  private String text(
      Field field, @Nullable Entry base, Entry ours, Entry theirs, List<Field> open) {
    String old = base == null ? "" : field.of(base);
    String here = field.of(ours);
    String there = field.of(theirs);
    if (here.equals(there) || old.equals(there)) {
      return here;
    }
    if (old.equals(here)) {
      return there;
    }
    open.add(field);
    return field.of(chosen(ours, theirs));
  }

  /** As entries, whose parts and rules are the same; the id begins with {@code intent:}. */
  private Intents intents(Intents base, Intents ours, Intents theirs) {
    if (ours.equals(theirs) || base.equals(theirs)) {
      return ours;
    }
    if (base.equals(ours)) {
      return theirs;
    }
    Map<String, Entry> old = asEntries(base);
    Map<String, Entry> here = asEntries(ours);
    Map<String, Entry> there = asEntries(theirs);
    Set<String> ids = new LinkedHashSet<>(here.keySet());
    ids.addAll(there.keySet());
    Map<String, Entry> merged = new LinkedHashMap<>();
    for (String id : ids) {
      Entry both = entry(id, old.get(id), here.get(id), there.get(id));
      if (both != null) {
        boolean twice = !both.answer().isEmpty() && both.parent() != null;
        Entry one = side(id) == Side.OURS ? here.get(id) : there.get(id);
        merged.put(id, twice && one != null ? one.withPhrasings(both.phrasings()) : both);
      }
    }
    return new Intents(
        OrderedMerge.merge(
                List.copyOf(old.keySet()),
                List.copyOf(here.keySet()),
                List.copyOf(there.keySet()),
                merged.keySet())
            .stream()
            .map(id -> Objects.requireNonNull(merged.get(id)))
            .map(e -> new Intent(e.category(), e.phrasings(), e.answer(), e.parent()))
            .toList());
  }

  private static Map<String, Entry> asEntries(Intents intents) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Intent intent : intents.all()) {
      String id = "intent:" + intent.key();
      entries.put(
          id,
          new Entry(
              id,
              intent.examples(),
              intent.reply(),
              intent.name(),
              List.of(),
              intent.entry(),
              null));
    }
    return entries;
  }

  private static Synonyms synonyms(Faq base, Faq ours, Faq theirs) {
    if (ours.synonyms().equals(theirs.synonyms()) || base.synonyms().equals(theirs.synonyms())) {
      return ours.synonyms();
    }
    if (base.synonyms().equals(ours.synonyms())) {
      return theirs.synonyms();
    }
    Map<String, List<String>> old = groups(base);
    Map<String, List<String>> here = groups(ours);
    Map<String, List<String>> there = groups(theirs);
    Set<String> firsts = new LinkedHashSet<>(old.keySet());
    firsts.addAll(here.keySet());
    firsts.addAll(there.keySet());
    Map<String, List<String>> merged = new LinkedHashMap<>();
    for (String first : firsts) {
      List<String> was = old.getOrDefault(first, List.of());
      List<String> group =
          group(was, here.getOrDefault(first, List.of()), there.getOrDefault(first, List.of()));
      if (group.size() > 1) {
        merged.put(first, group);
      }
    }
    return Synonyms.joined(
        OrderedMerge.merge(
                List.copyOf(old.keySet()),
                List.copyOf(here.keySet()),
                List.copyOf(there.keySet()),
                merged.keySet())
            .stream()
            .map(first -> Objects.requireNonNull(merged.get(first)))
            .toList());
  }

  /** A group that one side removed and the other changed is kept: terms are not lost. */
  private static List<String> group(List<String> base, List<String> ours, List<String> theirs) {
    if (ours.isEmpty() || theirs.isEmpty()) {
      List<String> there = ours.isEmpty() ? theirs : ours;
      return there.equals(base) ? List.of() : there;
    }
    return OrderedMerge.merge(base, ours, theirs);
  }

  private static Map<String, List<String>> groups(Faq faq) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    faq.synonyms().groups().forEach(group -> groups.put(group.getFirst(), group));
    return groups;
  }
}

package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.deskbert.faq.Conflict.Side;
import org.junit.jupiter.api.Test;

/** Random merges beside an oracle that knows no order and decides part by part. */
class ThreeWayTest {
  private static final List<Function<Entry, String>> PARTS =
      List.of(
          Entry::answer,
          Entry::category,
          e -> Objects.requireNonNullElse(e.parent(), ""),
          e -> String.valueOf(e.until()),
          Entry::notes);

  private static Entry entry(String id, List<String> phrasings, String answer, String category) {
    return new Entry(id, phrasings, answer, category, List.of(), null, null);
  }

  static Faq random(Random random) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      entries.add(entry("e" + i, List.of("q" + i, "p" + i), "a" + random.nextInt(3), ""));
    }
    return new Faq("it", entries);
  }

  /** Some entries added, changed, moved and removed. */
  static Faq edited(Faq faq, Random random, String who) {
    List<Entry> entries = new ArrayList<>(faq.entries());
    for (int i = 0; i < 6; i++) {
      int at = random.nextInt(entries.size());
      Entry e = entries.get(at);
      switch (random.nextInt(7)) {
        case 0 -> entries.remove(at);
        case 1 -> entries.add(at, entries.remove(random.nextInt(entries.size())));
        case 2 -> {
          String id = (random.nextBoolean() ? "new" : who) + random.nextInt(4);
          if (entries.stream().noneMatch(each -> each.id().equals(id))) {
            entries.add(at, entry(id, List.of("q" + id), "a" + random.nextInt(3), ""));
          }
        }
        case 6 -> entries.set(at, e.withNotes("n" + random.nextInt(3)));
        case 3 -> entries.set(at, entry(e.id(), e.phrasings(), "by " + who + i, e.category()));
        case 4 ->
            entries.set(at, entry(e.id(), e.phrasings(), e.answer(), "c" + random.nextInt(3)));
        default -> {
          List<String> phrasings = new ArrayList<>(e.phrasings());
          phrasings.add(who + i);
          if (random.nextBoolean()) {
            phrasings.removeFirst();
          }
          entries.set(at, entry(e.id(), phrasings, e.answer(), e.category()));
        }
      }
    }
    return new Faq("it", entries);
  }

  @Property(tries = 50)
  void aMergeIsWhatTheOracleSays(@ForAll long seed) {
    Random random = new Random(seed);
    Faq base = random(random);
    Faq ours = edited(base, random, "ours");
    Faq theirs = edited(base, random, "theirs");
    Map<String, Side> choices = new TreeMap<>();
    for (int i = 0; i < 12; i++) {
      if (random.nextBoolean()) {
        choices.put("e" + i, Side.THEIRS);
      }
    }
    Merge merge = ThreeWay.merge(base, ours, theirs, choices);
    Set<String> conflicts = new HashSet<>();
    Map<String, List<String>> expected = new TreeMap<>();
    Set<String> ids = new TreeSet<>(byId(base).keySet());
    ids.addAll(byId(ours).keySet());
    ids.addAll(byId(theirs).keySet());
    for (String id : ids) {
      List<String> entry =
          oracle(
              byId(base).get(id),
              byId(ours).get(id),
              byId(theirs).get(id),
              choices.get(id) == Side.THEIRS,
              () -> conflicts.add(id));
      if (!entry.isEmpty()) {
        expected.put(id, entry);
      }
    }
    Map<String, List<String>> merged = new TreeMap<>();
    merge.result().entries().forEach(entry -> merged.put(entry.id(), parts(entry)));
    assertEquals(expected, merged);
    Set<String> told = new HashSet<>();
    merge.conflicts().forEach(conflict -> told.add(conflict.id()));
    assertEquals(conflicts, told);
  }

  private static Map<String, Entry> byId(Faq faq) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    faq.entries().forEach(entry -> entries.put(entry.id(), entry));
    return entries;
  }

  private static List<String> parts(Entry entry) {
    List<String> parts = new ArrayList<>();
    PARTS.forEach(part -> parts.add(part.apply(entry)));
    parts.addAll(new TreeSet<>(entry.phrasings()));
    return parts;
  }

  private static List<String> oracle(
      Entry base, Entry ours, Entry theirs, boolean takeTheirs, Runnable conflict) {
    if (Objects.equals(ours, theirs) || Objects.equals(theirs, base)) {
      return ours == null ? List.of() : parts(ours);
    }
    if (Objects.equals(ours, base)) {
      return theirs == null ? List.of() : parts(theirs);
    }
    Entry taken = takeTheirs ? theirs : ours;
    if (ours == null || theirs == null) {
      conflict.run();
      return taken == null ? List.of() : parts(taken);
    }
    Entry old = base == null ? entry("x", List.of("none"), "", "") : base;
    List<String> parts = new ArrayList<>();
    for (Function<Entry, String> part : PARTS) {
      String was = part.apply(old);
      String here = part.apply(ours);
      String there = part.apply(theirs);
      if (!here.equals(there) && !here.equals(was) && !there.equals(was)) {
        conflict.run();
      }
      parts.add(
          here.equals(there) || there.equals(was)
              ? here
              : here.equals(was) ? there : part.apply(taken));
    }
    Set<String> phrasings = new TreeSet<>(ours.phrasings());
    phrasings.addAll(theirs.phrasings());
    phrasings.removeIf(text ->
        old.phrasings().contains(text)
            && !(ours.phrasings().contains(text) && theirs.phrasings().contains(text)));
    parts.addAll(phrasings);
    return parts;
  }

  /** Whoever merges: what is not in conflict comes out the same, in the same order. */
  @Property(tries = 50)
  void bothSidesGetTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    Faq base = random(random);
    Faq ours = edited(base, random, "ours");
    Faq theirs = edited(base, random, "theirs");
    Map<String, Side> mine = new TreeMap<>();
    Map<String, Side> other = new TreeMap<>();
    for (Entry entry : base.entries()) {
      mine.put(entry.id(), Side.OURS);
      other.put(entry.id(), Side.THEIRS);
    }
    for (int i = 0; i < 4; i++) {
      other.put("new" + i, Side.THEIRS);
    }
    assertEquals(
        ThreeWay.merge(base, ours, theirs, mine).result(),
        ThreeWay.merge(base, theirs, ours, other).result());
  }

  @Test
  void addedPhrasingsAndAnotherAnswerComeTogether() {
    Faq base = new Faq("it", List.of(entry("1", List.of("a", "b"), "old", "")));
    Faq ours = new Faq("it", List.of(entry("1", List.of("a", "b", "mine"), "old", "")));
    Faq theirs = new Faq("it", List.of(entry("1", List.of("title", "b"), "new", "C")));
    Merge merge = ThreeWay.merge(base, ours, theirs, Map.of());
    assertEquals(
        List.of(entry("1", List.of("title", "b", "mine"), "new", "C")), merge.result().entries());
    assertTrue(merge.conflicts().isEmpty());
  }

  @Test
  void aConflictNamesBothSides() {
    Faq base = new Faq("it", List.of(entry("1", List.of("q"), "old", "")));
    Faq ours = new Faq("it", List.of(entry("1", List.of("q"), "mine", "")));
    Faq theirs = new Faq("it", List.of(entry("1", List.of("q"), "yours", "")));
    assertEquals(
        "Entry \"1\" was changed on both sides: answer \"mine\" here, \"yours\" there.",
        ThreeWay.merge(base, ours, theirs, Map.of()).conflicts().getFirst().sentence());
    assertEquals(
        "Entry \"1\" was changed here and removed there.",
        ThreeWay.merge(base, ours, new Faq("it", List.of()), Map.of())
            .conflicts()
            .getFirst()
            .sentence());
  }

  @Test
  void synonymsOfBothComeTogether() throws Exception {
    Synonyms base = Synonyms.of(List.of(List.of("VPN", "tunnel"), List.of("PC", "computer")));
    Synonyms ours = Synonyms.of(List.of(List.of("VPN", "tunnel", "private net")));
    Synonyms theirs =
        Synonyms.of(
            List.of(
                List.of("VPN", "tunnel", "remote access"),
                List.of("PC", "computer"),
                List.of("printer", "plotter")));
    Merge merge =
        ThreeWay.merge(
            new Faq("it", List.of(), base),
            new Faq("it", List.of(), ours),
            new Faq("it", List.of(), theirs),
            Map.of());
    assertEquals(
        List.of(
            List.of("VPN", "tunnel", "remote access", "private net"),
            List.of("printer", "plotter")),
        merge.result().synonyms().groups());
  }
}

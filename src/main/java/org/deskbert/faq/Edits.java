package org.deskbert.faq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.deskbert.faq.Revision.Kind;
import org.jspecify.annotations.Nullable;

/** The changes that an owner makes to entries, each one transaction and one revision. */
public final class Edits {
  private static final int NAME = 60;

  private Edits() {}

  /**
   * Adds one entry at the end, or overwrites, in its place, the one with its id. Saved again within
   * a few minutes, it is one revision with the save before, so a form may save while somebody
   * types.
   */
  public static Edit save(Entry entry) {
    return new Edit(Kind.EDIT, name(entry), entry.id(), before -> put(before, entry));
  }

  /** Adds one entry at the end; refused where its id is there. */
  public static Edit create(Entry entry) {
    return new Edit(
        Kind.NEW_ENTRY,
        name(entry),
        entry.id(),
        before -> {
          if (ids(before).contains(entry.id())) {
            throw new FaqException(
                "There already is an entry \"" + entry.id() + "\"; give the new one another id.");
          }
          return put(before, entry);
        });
  }

  /** An id for a new entry, made from its question; no other entry has it. */
  public static String freshId(Faq faq, String question) {
    Set<String> taken = ids(faq);
    String slug = Slug.of(question);
    String id = slug;
    for (int n = 2; taken.contains(id); n++) {
      id = slug + "-" + n;
    }
    return id;
  }

  /** Deletes entries; those that followed them up lose their parent. */
  public static Edit delete(Collection<String> ids) {
    return delete(entries(ids), ids);
  }

  /** Deletes one entry, which the history then names by its question. */
  public static Edit delete(Entry entry) {
    return delete(name(entry), List.of(entry.id()));
  }

  private static Edit delete(String subject, Collection<String> ids) {
    Set<String> gone = Set.copyOf(ids);
    return new Edit(
        Kind.DELETE,
        subject,
        before -> {
          checkThere(before, gone);
          return before.with(
              before.entries().stream()
                  .filter(entry -> !gone.contains(entry.id()))
                  .map(entry ->
                      entry.parent() != null && gone.contains(entry.parent())
                          ? withParent(entry, null)
                          : entry)
                  .toList());
        });
  }

  /** Changes each of several entries; ids must stay. */
  public static Edit update(Collection<String> ids, UnaryOperator<Entry> change) {
    return update(Kind.EDIT, entries(ids), ids, change);
  }

  /** Moves entries to another category, "" for none. */
  public static Edit move(Collection<String> ids, String category) {
    String where = category.isBlank() ? "out of its category" : "to " + Text.line(category);
    return update(
        Kind.MOVE, entries(ids) + " " + where, ids, entry -> withCategory(entry, category));
  }

  private static Edit update(
      Kind kind, String subject, Collection<String> ids, UnaryOperator<Entry> change) {
    Set<String> some = Set.copyOf(ids);
    return new Edit(
        kind,
        subject,
        before -> {
          checkThere(before, some);
          return before.with(
              before.entries().stream()
                  .map(entry -> some.contains(entry.id()) ? change.apply(entry) : entry)
                  .toList());
        });
  }

  /**
   * Joins entries that mean the same: {@code kept} gets phrasings, tags and notes of the others,
   * which go; follow-ups of theirs follow it up. Its answer stays.
   */
  public static Edit join(String kept, Collection<String> others) {
    Set<String> gone = new HashSet<>(others);
    gone.remove(kept);
    return new Edit(
        Kind.JOIN,
        entries(gone) + " with " + kept,
        before -> {
          checkThere(before, gone);
          Entry keeper = get(before, kept);
          Set<String> phrasings = new LinkedHashSet<>(keeper.phrasings());
          Set<String> tags = new LinkedHashSet<>(keeper.tags());
          Set<String> notes = new LinkedHashSet<>(List.of(keeper.notes()));
          for (String id : ids(before)) {
            if (gone.contains(id)) {
              phrasings.addAll(get(before, id).phrasings());
              tags.addAll(get(before, id).tags());
              notes.add(get(before, id).notes());
            }
          }
          Entry asked = keeper.withPhrasings(List.copyOf(phrasings));
          Entry joined = withTags(asked, List.copyOf(tags)).withNotes(String.join("\n", notes));
          if (joined.parent() != null && gone.contains(joined.parent())) {
            joined = withParent(joined, null);
          }
          List<Entry> after = new ArrayList<>();
          for (Entry entry : before.entries()) {
            if (entry.id().equals(kept)) {
              after.add(joined);
            } else if (!gone.contains(entry.id())) {
              boolean follows = entry.parent() != null && gone.contains(entry.parent());
              after.add(follows ? withParent(entry, kept) : entry);
            }
          }
          return before.with(after);
        });
  }

  /**
   * Moves phrasings of an entry to a new one, which stands right behind it.
   *
   * @param part the new entry; its phrasings are taken from the old one
   */
  public static Edit split(String id, Entry part) {
    return new Edit(
        Kind.SPLIT,
        name(part) + " from " + id,
        before -> {
          if (ids(before).contains(part.id())) {
            throw new FaqException(
                "There already is an entry \"" + part.id() + "\"; give the new one another id.");
          }
          Entry rest = without(get(before, id), part.phrasings());
          List<Entry> after = new ArrayList<>();
          for (Entry entry : before.entries()) {
            if (entry.id().equals(id)) {
              after.add(rest);
              after.add(part);
            } else {
              after.add(entry);
            }
          }
          return before.with(after);
        });
  }

  /** Moves one phrasing from an entry to another. */
  public static Edit movePhrasing(String from, String phrasing, String to) {
    return new Edit(
        Kind.MOVE,
        "\"" + Text.shorten(phrasing, NAME) + "\" to " + to,
        before -> {
          Entry giver = without(get(before, from), List.of(phrasing));
          Set<String> phrasings = new LinkedHashSet<>(get(before, to).phrasings());
          phrasings.add(phrasing);
          Entry taker = get(before, to).withPhrasings(List.copyOf(phrasings));
          return put(put(before, giver), taker);
        });
  }

  private static Entry without(Entry entry, Collection<String> phrasings) throws FaqException {
    List<String> left =
        entry.phrasings().stream().filter(text -> !phrasings.contains(text)).toList();
    if (left.isEmpty()) {
      throw new FaqException(
          "\"" + entry.id() + "\" would have no phrasing left; join the entries instead.");
    }
    return entry.withPhrasings(left);
  }

  private static Faq put(Faq faq, Entry entry) {
    List<Entry> after = new ArrayList<>(faq.entries());
    for (int i = 0; i < after.size(); i++) {
      if (after.get(i).id().equals(entry.id())) {
        after.set(i, entry);
        return faq.with(after);
      }
    }
    after.add(entry);
    return faq.with(after);
  }

  private static Entry get(Faq faq, String id) throws FaqException {
    checkThere(faq, Set.of(id));
    return faq.entries().stream().filter(entry -> entry.id().equals(id)).findFirst().orElseThrow();
  }

  private static Set<String> ids(Faq faq) {
    Set<String> ids = new LinkedHashSet<>();
    faq.entries().forEach(entry -> ids.add(entry.id()));
    return ids;
  }

  private static void checkThere(Faq faq, Set<String> ids) throws FaqException {
    Set<String> missing = new HashSet<>(ids);
    missing.removeAll(ids(faq));
    if (!missing.isEmpty()) {
      throw new FaqException(
          faq.name()
              + " has no entry \""
              + Text.shorten(missing.iterator().next(), NAME)
              + "\" any more; look at the list again.");
    }
  }

  /** The entry as it is called in the history. */
  static String name(Entry entry) {
    return "\"" + Text.shorten(entry.question(), NAME) + "\"";
  }

  private static String entries(Collection<String> ids) {
    return ids.size() == 1 ? ids.iterator().next() : Text.count(ids.size()) + " entries";
  }

  static Entry withParent(Entry e, @Nullable String parent) {
    return new Entry(
        e.id(), e.phrasings(), e.answer(), e.category(), e.tags(), parent, e.until(), e.notes());
  }

  private static Entry withCategory(Entry e, String category) {
    return new Entry(
        e.id(), e.phrasings(), e.answer(), category, e.tags(), e.parent(), e.until(), e.notes());
  }

  private static Entry withTags(Entry e, List<String> tags) {
    return new Entry(
        e.id(), e.phrasings(), e.answer(), e.category(), tags, e.parent(), e.until(), e.notes());
  }
}

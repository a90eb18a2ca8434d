package org.deskbert.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follow-ups that a file names at the entry they follow, by names of its own. Here each is made a
 * parent of the one that follows, once all are known.
 */
final class Prompts {
  /** Nobody asks so many questions in a row; a circle has no end. */
  private static final int MAX_DEPTH = 100;

  /** That one name follows another. */
  private record Link(String file, String parent, String child) {}

  private final Map<Link, Draft.Place> links = new HashMap<>();
  private final List<Link> order = new ArrayList<>();
  private final Map<String, String> ids = new HashMap<>();

  /** Says which entry a name of the file stands for; the first one counts. */
  void name(String file, String name, String id) {
    ids.putIfAbsent(file + '\n' + name, id);
  }

  /** Says that {@code child} is offered below {@code parent}. */
  void add(Draft.Place place, String parent, String child) {
    Link link = new Link(place.file(), parent, child);
    if (links.putIfAbsent(link, place) == null) {
      order.add(link);
    }
  }

  /** Whether no follow-up is named. */
  boolean isEmpty() {
    return order.isEmpty();
  }

  /** Sets the parents. */
  void resolve(Map<String, PendingEntry> entries, Drafts drafts) {
    for (Link link : order) {
      PendingEntry parent = entry(link.file(), link.parent(), entries);
      PendingEntry child = entry(link.file(), link.child(), entries);
      if (parent == null) {
        continue; // Its own error has been told.
      }
      Draft.Place place = links.getOrDefault(link, parent.place);
      if (child == null) {
        note(
            drafts,
            Problem.Severity.WARNING,
            place,
            parent,
            Sentence.of("lost-follow-up", Text.shorten(link.child(), 40)),
            Sentence.of("lost-follow-up.todo"));
      } else if (child.parent.isEmpty() && !follows(parent, child, entries)) {
        child.parent = parent.id;
        child.parentPlace = place;
      } else if (!child.parent.equals(parent.id)) {
        note(
            drafts,
            Problem.Severity.NOTE,
            place,
            parent,
            Sentence.of(
                "lost-follow-up.stays",
                Text.shorten(child.phrasings.stream().findFirst().orElse(child.id), 40)),
            Sentence.of("lost-follow-up.stays.todo"));
      }
    }
  }

  private @Nullable PendingEntry entry(
      String file, String name, Map<String, PendingEntry> entries) {
    return entries.get(ids.getOrDefault(file + '\n' + name, name));
  }

  /** Whether {@code entry} is {@code above}, comes somewhere below it, or far below any. */
  private static boolean follows(
      PendingEntry entry, PendingEntry above, Map<String, PendingEntry> entries) {
    PendingEntry at = entry;
    for (int depth = 0; at != null && at != above && depth < MAX_DEPTH; depth++) {
      at = entries.get(at.parent);
    }
    return at != null;
  }

  private static void note(
      Drafts drafts,
      Problem.Severity severity,
      Draft.Place place,
      PendingEntry entry,
      Sentence what,
      Sentence todo) {
    drafts.note(severity, "lost-follow-up", place, 0, entry.id, what, todo);
  }
}

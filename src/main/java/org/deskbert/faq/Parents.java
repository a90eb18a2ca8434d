package org.deskbert.faq;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that each parent is there and no entry follows up itself. */
final class Parents {
  private final List<PendingEntry> pending;

  Parents(List<PendingEntry> pending) {
    this.pending = pending;
  }

  /** Removes entries whose chain of parents leads nowhere or into a circle. */
  void removeOrphans(Drafts drafts) {
    Map<String, List<PendingEntry>> children = new HashMap<>();
    Set<String> ids = new HashSet<>();
    Deque<PendingEntry> reached = new ArrayDeque<>();
    for (PendingEntry entry : pending) {
      ids.add(entry.id);
      if (entry.parent.isEmpty()) {
        reached.add(entry);
      } else {
        children.computeIfAbsent(entry.parent, id -> new ArrayList<>()).add(entry);
      }
    }
    Set<String> sound = new HashSet<>();
    while (!reached.isEmpty()) {
      String id = reached.remove().id;
      sound.add(id);
      reached.addAll(children.getOrDefault(id, List.of()));
    }
    for (PendingEntry entry : pending) {
      String parent = Text.shorten(entry.parent, 60);
      if (!sound.contains(entry.id) && !ids.contains(entry.parent)) {
        error(drafts, "unknown-parent", entry, Sentence.of("unknown-parent", parent));
      } else if (!sound.contains(entry.id)) {
        error(drafts, "bad-parent", entry, Sentence.of("bad-parent", parent));
      }
    }
    pending.removeIf(entry -> !sound.contains(entry.id));
  }

  private static void error(Drafts drafts, String kind, PendingEntry entry, Sentence what) {
    drafts.error(
        kind,
        entry.parentPlace,
        entry.parentPlace.parent(),
        entry.id,
        what,
        Sentence.of("bad-parent.todo"));
  }
}

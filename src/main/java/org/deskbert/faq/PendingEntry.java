package org.deskbert.faq;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry in the making: rows of a file are joined into it. */
final class PendingEntry {
  final Draft.Place place;
  String id;
  final Set<String> phrasings = new LinkedHashSet<>();
  String answer = "";
  Draft.Place answerPlace;
  String category = "";
  final Set<String> tags = new LinkedHashSet<>();
  String parent = "";
  Draft.Place parentPlace;
  @Nullable LocalDate until;
  String notes = "";

  /**
   * An empty entry.
   *
   * @param id empty if none is given in the file
   * @param place where it starts
   */
  PendingEntry(String id, Draft.Place place) {
    this.id = id;
    this.place = place;
    this.answerPlace = place;
    this.parentPlace = place;
  }

  /** Takes what it has not yet of all but questions and answer. */
  void takeRest(Draft draft, @Nullable LocalDate last) {
    if (category.isEmpty()) {
      category = Text.line(draft.category());
    }
    for (String tag : draft.tags()) {
      if (!Text.line(tag).isEmpty()) {
        tags.add(Text.line(tag));
      }
    }
    if (parent.isEmpty()) {
      parent = Text.line(draft.parent());
      parentPlace = draft.place();
    }
    if (until == null) {
      until = last;
    }
    if (notes.isEmpty()) {
      notes = Text.block(draft.notes());
    }
  }
}

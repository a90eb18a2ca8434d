package org.deskbert.faq;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer and the ways to ask for it. Texts are kept in the form that every file format can
 * hold: line ends are LF, nothing blank at either end, no control characters; all but the answer
 * and the notes are on one line.
 *
 * @param id stable within its FAQ
 * @param phrasings at least one; the first is the entry's title
 * @param answer Markdown
 * @param category empty if none
 * @param tags free words without commas
 * @param parent id of the entry that this one follows up, or null
 * @param until last day on which the entry answers, or null for always
 * @param notes what its owners want to remember; no asker sees it
 */
public record Entry(
    String id,
    List<String> phrasings,
    String answer,
    String category,
    List<String> tags,
    @Nullable String parent,
    @Nullable LocalDate until,
    String notes) {
  /**
   * Cleans the texts.
   *
   * @throws IllegalArgumentException if the id or every phrasing is blank
   */
  public Entry {
    id = Text.line(id);
    phrasings = phrasings.stream().map(Text::line).filter(text -> !text.isEmpty()).toList();
    answer = Text.block(answer);
    category = Text.line(category);
    tags =
        tags.stream()
            .flatMap(tag -> Arrays.stream(tag.split(",", -1)))
            .map(Text::line)
            .filter(tag -> !tag.isEmpty())
            .toList();
    parent = parent == null || Text.line(parent).isEmpty() ? null : Text.line(parent);
    notes = Text.block(notes);
    if (id.isEmpty()) {
      throw new IllegalArgumentException("an entry needs an id");
    }
    if (phrasings.isEmpty()) {
      throw new IllegalArgumentException("entry " + id + " needs a phrasing");
    }
  }

  /** An entry without notes. */
  public Entry(
      String id,
      List<String> phrasings,
      String answer,
      String category,
      List<String> tags,
      @Nullable String parent,
      @Nullable LocalDate until) {
    this(id, phrasings, answer, category, tags, parent, until, "");
  }

  /** The same asked in other ways. */
  public Entry withPhrasings(List<String> others) {
    return new Entry(id, others, answer, category, tags, parent, until, notes);
  }

  /** The same with other notes. */
  public Entry withNotes(String others) {
    return new Entry(id, phrasings, answer, category, tags, parent, until, others);
  }

  /** The first phrasing. */
  public String question() {
    return phrasings.getFirst();
  }

  /** Whether the entry answers on {@code day}. */
  public boolean validOn(LocalDate day) {
    return until == null || !day.isAfter(until);
  }
}

package org.deskbert.faq;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer and the ways to ask for it.
 *
 * @param id stable within its FAQ
 * @param phrasings at least one; the first is the entry's title
 * @param answer Markdown
 * @param category empty if none
 * @param tags free words
 * @param parent id of the entry that this one follows up, or null
 * @param until last day on which the entry answers, or null for always
 */
public record Entry(
    String id,
    List<String> phrasings,
    String answer,
    String category,
    List<String> tags,
    @Nullable String parent,
    @Nullable LocalDate until) {
  public Entry {
    phrasings = List.copyOf(phrasings);
    tags = List.copyOf(tags);
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

package org.deskbert.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry before and after; one of them is null where it was added or removed, never both.
 *
 * @param before the entry as it was
 * @param after the entry as it is then
 */
public record EntryChange(@Nullable Entry before, @Nullable Entry after) {
  /** A part of an entry. */
  public enum Field {
    QUESTIONS,
    ANSWER,
    CATEGORY,
    TAGS,
    PARENT,
    UNTIL,
    NOTES;

    /** The part as one text; phrasings one a line. */
    public String of(Entry entry) {
      return switch (this) {
        case QUESTIONS -> String.join("\n", entry.phrasings());
        case ANSWER -> entry.answer();
        case CATEGORY -> entry.category();
        case TAGS -> String.join(", ", entry.tags());
        case PARENT -> Objects.requireNonNullElse(entry.parent(), "");
        case UNTIL -> entry.until() == null ? "" : entry.until().toString();
        case NOTES -> entry.notes();
      };
    }
  }

  /** A part that differs, with the pieces of text that went and came. */
  public record FieldChange(Field field, String before, String after) {
    /** The text word by word: what is common, what is only before, what is only after. */
    public List<TextDiff.Piece> pieces() {
      return TextDiff.of(before, after);
    }
  }

  /** What happened to the entry. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  /** What happened to the entry. */
  public Kind kind() {
    return before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
  }

  /** The entry that there is; the later one where there are both. */
  public Entry entry() {
    return after != null ? after : Objects.requireNonNull(before);
  }

  /** The parts that differ; of an added or removed entry those that are not empty. */
  public List<FieldChange> fields() {
    List<FieldChange> fields = new ArrayList<>();
    for (Field field : Field.values()) {
      String old = before == null ? "" : field.of(before);
      String now = after == null ? "" : field.of(after);
      if (!old.equals(now)) {
        fields.add(new FieldChange(field, old, now));
      }
    }
    return fields;
  }
}

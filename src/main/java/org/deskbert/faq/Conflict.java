package org.deskbert.faq;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry that both sides changed in ways that can't both stand.
 *
 * @param id id of the entry
 * @param base the entry before both changes; null where both sides added it
 * @param ours the entry as it is in the library; null where it was removed there
 * @param theirs the entry as it comes in; null where it was removed there
 * @param fields the parts that can't both stand; empty where one side removed the entry
 */
public record Conflict(
    String id,
    @Nullable Entry base,
    @Nullable Entry ours,
    @Nullable Entry theirs,
    List<EntryChange.Field> fields) {
  /** Which side is taken where both can't stand. */
  public enum Side {
    OURS,
    THEIRS
  }

  public Conflict {
    fields = List.copyOf(fields);
  }

  /** One sentence on what is in conflict, with both sides. */
  public String sentence() {
    if (ours == null) {
      return "Entry \"" + id + "\" was removed here and changed there.";
    }
    if (theirs == null) {
      return "Entry \"" + id + "\" was changed here and removed there.";
    }
    return "Entry \""
        + id
        + "\" was changed on both sides: "
        + fields.stream().map(field -> both(field, ours, theirs)).collect(Collectors.joining("; "))
        + ".";
  }

  private static String both(EntryChange.Field field, Entry ours, Entry theirs) {
    return field.name().toLowerCase(java.util.Locale.ROOT)
        + " \""
        + Text.shorten(field.of(ours), 40)
        + "\" here, \""
        + Text.shorten(field.of(theirs), 40)
        + "\" there";
  }
}

package org.deskbert.faq;

import java.time.Instant;

/**
 * One change of a FAQ: who, when and what.
 *
 * @param id names the moment right after the change; later ones are greater
 * @param faq the FAQ's name after it; before it, where it removed the FAQ
 * @param who user name of the person at the computer
 * @param kind what was done
 * @param subject what it was done to: a file, an entry's question, a name; may be empty
 * @param added entries that it added
 * @param changed entries that it changed
 * @param removed entries that it removed
 * @param joined how many changes it stands for; more than 1 where the changes of an old day were
 *     put together
 */
public record Revision(
    long id,
    String faq,
    Instant at,
    String who,
    Kind kind,
    String subject,
    int added,
    int changed,
    int removed,
    int joined) {

  /** What was done; {@code %s} in a sentence stands for the subject. */
  public enum Kind {
    START("The history begins"),
    CREATE("Made the FAQ"),
    IMPORT("Imported %s"),
    MERGE("Merged %s"),
    REPLACE("Replaced all by %s"),
    EDIT("Edited %s"),
    NEW_ENTRY("Wrote %s"),
    DELETE("Deleted %s"),
    MOVE("Moved %s"),
    JOIN("Joined %s"),
    SPLIT("Split %s"),
    FIND_REPLACE("Found and replaced %s"),
    SYNONYMS("Changed the synonyms"),
    INTENTS("Changed the intents"),
    RENAME("Renamed it from %s"),
    REMOVE("Removed the FAQ"),
    RESTORE("Restored %s"),
    UNPACK("Unpacked %s"),
    UNDO("Undid: %s"),
    REDO("Did again: %s");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }
  }

  /** One sentence on what was done, with how many entries it touched. */
  public String sentence() {
    StringBuilder text = new StringBuilder(action());
    if (joined > 1) {
      text.append(" and ").append(joined - 1).append(joined == 2 ? " change" : " changes");
      text.append(" before it on that day");
    }
    String counts = counts(added, changed, removed);
    return text.append(counts.isEmpty() ? "" : " (" + counts + ")").append('.').toString();
  }

  /** What was done without the numbers: {@code Edited it-12}. */
  public String action() {
    String text = subject.isEmpty() ? "something" : subject;
    return String.format(kind.sentence, text);
  }

  /** For example {@code 2 added, 1 removed}; empty where there is nothing to count. */
  public static String counts(int added, int changed, int removed) {
    StringBuilder text = new StringBuilder();
    append(text, added, "added");
    append(text, changed, "changed");
    append(text, removed, "removed");
    return text.toString();
  }

  private static void append(StringBuilder text, int count, String word) {
    if (count > 0) {
      text.append(text.isEmpty() ? "" : ", ").append(Text.count(count)).append(' ').append(word);
    }
  }
}

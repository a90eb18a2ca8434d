package org.deskbert.faq;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes Markdown that {@link MarkdownReader} reads as the same entries. */
final class MarkdownWriter {
  // Stands behind an entry when it is tried: an open fence or comment would swallow it.
  private static final String GUARD = "\n## Guard\n\nguard\n";

  private MarkdownWriter() {}

  /** Writes all entries, with a blank line between them. */
  static void write(List<Entry> entries, Writer out) throws IOException {
    boolean first = true;
    for (Entry entry : entries) {
      if (!first) {
        out.write('\n');
      }
      first = false;
      String plain = section(entry, entry.answer() + "\n");
      out.write(readsAs(plain, entry) ? plain : section(entry, fenced(entry.answer())));
    }
  }

  private static String section(Entry entry, String answer) {
    StringBuilder out = new StringBuilder();
    out.append("## ").append(MarkdownText.escape(entry.question())).append("\n\n");
    comment(out, "id", entry.id());
    comment(out, "category", entry.category());
    comment(out, "tags", String.join(", ", entry.tags()));
    comment(out, "parent", entry.parent() == null ? "" : entry.parent());
    comment(out, "until", entry.until() == null ? "" : entry.until().toString());
    comment(out, "notes", entry.notes());
    if (entry.phrasings().size() > 1) {
      out.append('\n');
      for (String phrasing : entry.phrasings().subList(1, entry.phrasings().size())) {
        out.append("- also: ").append(MarkdownText.escape(phrasing)).append('\n');
      }
    }
    return out.append('\n').append(answer).toString();
  }

  private static void comment(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      boolean plain = !value.contains("-->") && !value.contains("&") && !value.contains("\n");
      String safe = plain ? value : MarkdownText.escapeComment(value);
      out.append("<!-- ").append(name).append(": ").append(safe).append(" -->\n");
    }
  }

  private static String fenced(String answer) {
    int ticks = 3;
    while (answer.contains("`".repeat(ticks))) {
      ticks++;
    }
    String fence = "`".repeat(ticks);
    return fence + MarkdownReader.FENCE_INFO + "\n" + answer + "\n" + fence + "\n";
  }

  private static boolean readsAs(String section, Entry entry) {
    List<Draft> drafts = MarkdownReader.drafts("", section + GUARD);
    if (drafts.size() != 2 || !drafts.getLast().phrasings().equals(List.of("Guard"))) {
      return false;
    }
    Draft draft = drafts.getFirst();
    return Text.block(draft.answer()).equals(entry.answer())
        && draft.phrasings().equals(entry.phrasings());
  }
}

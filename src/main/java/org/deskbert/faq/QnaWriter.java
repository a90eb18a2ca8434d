package org.deskbert.faq;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the table that Custom Question Answering imports. What it has no column for, it keeps as
 * metadata; {@link QnaTable} reads the same entries again.
 */
final class QnaWriter {
  private static final String HEADER =
      "Question\tAnswer\tSource\tMetadata\tSuggestedQuestions\tIsContextOnly\tPrompts\tQnaId"
          + "\tSourceDisplayName\n";
  private static final String SOURCE = "DeskBERT";

  private QnaWriter() {}

  /** Writes one row for each phrasing. */
  static void write(List<Entry> entries, Writer out) throws IOException {
    Map<String, JsonArray> prompts = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.parent() != null) {
        JsonArray siblings = prompts.computeIfAbsent(entry.parent(), id -> new JsonArray());
        JsonObject prompt = new JsonObject();
        prompt.addProperty("displayOrder", siblings.size());
        prompt.addProperty("qnaId", i + 1);
        prompt.addProperty("displayText", entry.question());
        siblings.add(prompt);
      }
    }
    out.write(HEADER);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      for (String phrasing : entry.phrasings()) {
        out.write(
            String.join(
                "\t",
                Formula.guard(QnaTable.escape(phrasing)),
                Formula.guard(QnaTable.escape(entry.answer())),
                SOURCE,
                metadata(entry),
                "[]",
                "False",
                prompts.getOrDefault(entry.id(), new JsonArray()).toString(),
                String.valueOf(i + 1),
                SOURCE));
        out.write('\n');
      }
    }
  }

  private static String metadata(Entry entry) {
    StringBuilder out = new StringBuilder();
    add(out, "id", entry.id());
    add(out, "category", entry.category());
    add(out, "tags", String.join(", ", entry.tags()));
    add(out, "until", entry.until() == null ? "" : entry.until().toString());
    return out.toString();
  }

  private static void add(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      out.append(out.isEmpty() ? "" : "|").append(name).append(':').append(QnaPair.escape(value));
    }
  }
}

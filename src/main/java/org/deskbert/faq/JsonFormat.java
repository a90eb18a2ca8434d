package org.deskbert.faq;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * FAQs as JSON: {@code {"format":"deskbert-faq","version":1,"synonyms":[["VPN","tunnel"]],
 * "intents":[{"intent","examples","reply","entry"}],"entries":[{"id","questions","answer","category","tags","parent","until","notes"}]}};
 * a bare list of entries is read too, and names as sloppy as in a table's header.
 */
final class JsonFormat {
  private static final String FORMAT = "deskbert-faq";
  private static final int VERSION = 1;

  // The reader tells its place only in words.
  private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

  private final String file;
  private final JsonReader json;
  private final Drafts drafts;
  private boolean anyEntry;

  private JsonFormat(String file, JsonReader json, Drafts drafts) {
    this.file = file;
    this.json = json;
    this.drafts = drafts;
  }

  /** Reads all entries into {@code drafts}. */
  static void read(String file, String text, Drafts drafts) throws FaqException {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    JsonFormat format = new JsonFormat(file, reader, drafts);
    try {
      format.document();
    } catch (IOException | IllegalStateException e) {
      throw broken(file, reader, e);
    }
    if (!format.anyEntry) {
      throw new FaqException(
          file + " has no entries. Choose a file that was exported as JSON, or a list of entries.");
    }
  }

  /** Writes all synonyms, intents and entries. */
  static void write(Faq faq, Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setIndent("  ");
    json.setHtmlSafe(false);
    json.beginObject();
    json.name("format").value(FORMAT);
    json.name("version").value(VERSION);
    if (!faq.synonyms().isEmpty()) {
      json.name("synonyms").beginArray();
      for (List<String> group : faq.synonyms().groups()) {
        strings(json, group);
      }
      json.endArray();
    }
    if (!faq.intents().isEmpty()) {
      IntentJson.write(json.name("intents"), faq.intents());
    }
    json.name("entries").beginArray();
    for (Entry entry : faq.entries()) {
      json.beginObject();
      json.name("id").value(entry.id());
      strings(json.name("questions"), entry.phrasings());
      json.name("answer").value(entry.answer());
      if (!entry.category().isEmpty()) {
        json.name("category").value(entry.category());
      }
      if (!entry.tags().isEmpty()) {
        strings(json.name("tags"), entry.tags());
      }
      if (entry.parent() != null) {
        json.name("parent").value(entry.parent());
      }
      if (entry.until() != null) {
        json.name("until").value(entry.until().toString());
      }
      if (!entry.notes().isEmpty()) {
        json.name("notes").value(entry.notes());
      }
      json.endObject();
    }
    json.endArray();
    json.endObject();
    json.flush();
    out.write('\n');
  }

  private static void strings(JsonWriter json, List<String> texts) throws IOException {
    json.beginArray();
    for (String text : texts) {
      json.value(text);
    }
    json.endArray();
  }

  private void document() throws IOException, FaqException {
    if (json.peek() == JsonToken.BEGIN_ARRAY) {
      entries();
    } else {
      json.beginObject();
      while (json.hasNext()) {
        switch (json.nextName()) {
          case "version" -> version();
          case "synonyms" -> synonyms();
          case "intents" -> intents();
          case "entries" -> entries();
          default -> json.skipValue();
        }
      }
      json.endObject();
    }
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new IllegalStateException("text behind the end" + json);
    }
  }

  private void version() throws IOException, FaqException {
    if (json.peek() != JsonToken.NUMBER) {
      json.skipValue();
    } else if (json.nextDouble() > VERSION) {
      throw new FaqException(
          file + " was written by a newer DeskBERT. Install the newer program, or export as CSV.");
    }
  }

  private void synonyms() throws IOException {
    if (json.peek() != JsonToken.BEGIN_ARRAY) {
      json.skipValue(); // another program's
      return;
    }
    json.beginArray();
    while (json.hasNext()) {
      int line = line(json);
      drafts.addSynonyms(texts(), file, line);
    }
    json.endArray();
  }

  private void intents() throws IOException {
    if (json.peek() != JsonToken.BEGIN_ARRAY) {
      json.skipValue(); // another program's
      return;
    }
    json.beginArray();
    while (json.hasNext()) {
      int line = line(json);
      drafts.addIntent(IntentJson.read(json), file, line);
    }
    json.endArray();
  }

  private void entries() throws IOException, FaqException {
    json.beginArray();
    while (json.hasNext()) {
      int line = line(json);
      if (json.peek() == JsonToken.BEGIN_OBJECT) {
        entry(line);
      } else {
        json.skipValue();
        drafts.countRow(file);
        drafts.error(
            "no-entry",
            file,
            line,
            0,
            Sentence.of("no-entry"),
            Sentence.of("no-entry.todo", "{\"questions\":…, \"answer\":…}"));
      }
      anyEntry = true;
    }
    json.endArray();
  }

  private void entry(int line) throws IOException, FaqException {
    String id = "";
    String answer = "";
    String category = "";
    String parent = "";
    String until = "";
    String notes = "";
    List<String> questions = new ArrayList<>();
    List<String> phrasings = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    json.beginObject();
    while (json.hasNext()) {
      switch (Header.kind(json.nextName())) {
        case ID -> id = text();
        case QUESTION -> questions.addAll(texts());
        case PHRASINGS -> phrasings.addAll(texts());
        case ANSWER -> answer = text();
        case CATEGORY -> category = text();
        case TAGS -> tags.addAll(texts());
        case PARENT -> parent = text();
        case UNTIL -> until = text();
        case NOTES -> notes = text();
        case OTHER -> json.skipValue();
      }
    }
    json.endObject();
    questions.addAll(phrasings);
    drafts.add(
        new Draft(
            new Draft.Place(file, line),
            id,
            questions,
            answer,
            category,
            tags,
            parent,
            until,
            notes));
  }

  private String text() throws IOException {
    if (json.peek() == JsonToken.NULL) {
      json.nextNull();
      return "";
    }
    return json.nextString();
  }

  private List<String> texts() throws IOException {
    if (json.peek() != JsonToken.BEGIN_ARRAY) {
      return List.of(text());
    }
    List<String> texts = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      texts.add(text());
    }
    json.endArray();
    return texts;
  }

  /** The line at which the reader stands. */
  static int line(JsonReader json) {
    Matcher place = PLACE.matcher(json.toString());
    return place.find() ? Integer.parseInt(place.group(1)) : 0;
  }

  /** What to say of JSON that can't be read further. */
  static FaqException broken(String file, JsonReader json, Exception e) {
    String message = String.valueOf(e.getMessage());
    Matcher place = PLACE.matcher(message);
    boolean placed = place.find();
    if (!placed) {
      place = PLACE.matcher(json.toString());
      placed = place.find();
    }
    int cut = message.indexOf(" at line ");
    String what = message.lines().findFirst().orElse("");
    return new FaqException(
        List.of(
            new Problem(
                Problem.Severity.ERROR,
                "broken-json",
                "",
                file,
                placed ? Integer.parseInt(place.group(1)) : 0,
                placed ? Integer.parseInt(place.group(2)) : 0,
                Sentence.of(
                    "broken-json", Text.shorten(cut >= 0 ? message.substring(0, cut) : what, 80)),
                Sentence.of("broken-json.todo"))));
  }
}

package org.deskbert.faq;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Entries and synonyms as compact JSON, exactly and without the checks that files get. */
final class EntryJson {
  static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private EntryJson() {}

  static JsonObject write(Entry entry) {
    JsonObject json = new JsonObject();
    json.addProperty("id", entry.id());
    json.add("questions", texts(entry.phrasings()));
    json.addProperty("answer", entry.answer());
    if (!entry.category().isEmpty()) {
      json.addProperty("category", entry.category());
    }
    if (!entry.tags().isEmpty()) {
      json.add("tags", texts(entry.tags()));
    }
    if (entry.parent() != null) {
      json.addProperty("parent", entry.parent());
    }
    if (entry.until() != null) {
      json.addProperty("until", entry.until().toString());
    }
    if (!entry.notes().isEmpty()) {
      json.addProperty("notes", entry.notes());
    }
    return json;
  }

  static Entry read(JsonObject json) {
    return new Entry(
        json.get("id").getAsString(),
        texts(json.get("questions")),
        json.get("answer").getAsString(),
        json.has("category") ? json.get("category").getAsString() : "",
        json.has("tags") ? texts(json.get("tags")) : List.of(),
        json.has("parent") ? json.get("parent").getAsString() : null,
        json.has("until") ? LocalDate.parse(json.get("until").getAsString()) : null,
        json.has("notes") ? json.get("notes").getAsString() : "");
  }

  static JsonArray write(Synonyms synonyms) {
    JsonArray groups = new JsonArray();
    synonyms.groups().forEach(group -> groups.add(texts(group)));
    return groups;
  }

  static Synonyms readSynonyms(JsonElement json) {
    List<List<String>> groups = new ArrayList<>();
    json.getAsJsonArray().forEach(group -> groups.add(texts(group)));
    return Synonyms.joined(groups);
  }

  private static JsonArray texts(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static List<String> texts(JsonElement json) {
    List<String> texts = new ArrayList<>();
    json.getAsJsonArray().forEach(text -> texts.add(text.getAsString()));
    return texts;
  }
}

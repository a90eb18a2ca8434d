package org.deskbert.faq;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The owner's intents in a FAQ's JSON: {@code {"intent","examples","reply"|"entry"}}. */
final class IntentJson {
  private IntentJson() {}

  /** As compact JSON, for the history. */
  static String text(Intents intents) {
    StringWriter text = new StringWriter();
    try {
      write(new JsonWriter(text), intents);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string can always be written to
    }
    return text.toString();
  }

  /** What {@link #text} gave. */
  static Intents of(String text) {
    List<Intent> intents = new ArrayList<>();
    try {
      JsonReader json = new JsonReader(new StringReader(text));
      json.beginArray();
      while (json.hasNext()) {
        intents.add(read(json));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Intents(intents);
  }

  static void write(JsonWriter json, Intents intents) throws IOException {
    json.beginArray();
    for (Intent intent : intents.all()) {
      json.beginObject();
      json.name("intent").value(intent.name());
      json.name("examples").beginArray();
      for (String example : intent.examples()) {
        json.value(example);
      }
      json.endArray();
      if (intent.entry() == null) {
        json.name("reply").value(intent.reply());
      } else {
        json.name("entry").value(intent.entry());
      }
      json.endObject();
    }
    json.endArray();
  }

  /** Reads one, not checked yet. */
  static Intent read(JsonReader json) throws IOException {
    String name = "";
    String reply = "";
    String entry = "";
    List<String> examples = new ArrayList<>();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "intent" -> name = text(json);
        case "examples" -> {
          json.beginArray();
          while (json.hasNext()) {
            examples.add(text(json));
          }
          json.endArray();
        }
        case "reply" -> reply = text(json);
        case "entry" -> entry = text(json);
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new Intent(name, examples, reply, entry);
  }

  private static String text(JsonReader json) throws IOException {
    if (json.peek() == JsonToken.NULL) {
      json.nextNull();
      return "";
    }
    return json.nextString();
  }
}

package org.deskbert.faq;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads JSON of other programs. */
final class JsonTree {
  private final String file;
  private final JsonReader json;
  private int values;

  private JsonTree(String file, String text) {
    this.file = file;
    json = new JsonReader(new StringReader(text));
    json.setStrictness(Strictness.STRICT);
    json.setNestingLimit(Tree.MAX_DEPTH);
  }

  /**
   * Reads the whole text.
   *
   * @throws FaqException if it is no JSON, or too much of it
   */
  static Tree read(String file, String text) throws FaqException {
    JsonTree reader = new JsonTree(file, text);
    try {
      Tree tree = reader.value();
      if (reader.json.peek() != JsonToken.END_DOCUMENT) {
        throw new IllegalStateException("text behind the end" + reader.json);
      }
      return tree;
    } catch (IOException | IllegalStateException e) {
      throw JsonFormat.broken(file, reader.json, e);
    }
  }

  /** Whether the object, or the first object of the list, has a member with such a name. */
  static boolean hasMember(String text, Predicate<String> name) {
    JsonReader json = new JsonReader(new StringReader(text));
    json.setStrictness(Strictness.STRICT);
    try {
      if (json.peek() == JsonToken.BEGIN_ARRAY) {
        json.beginArray();
      }
      json.beginObject();
      while (json.hasNext()) {
        if (name.test(json.nextName())) {
          return true;
        }
        json.skipValue();
      }
    } catch (IOException | IllegalStateException e) {
      // No JSON, or none of ours: whoever reads it says so.
    }
    return false;
  }

  private Tree value() throws IOException, FaqException {
    if (++values > Tree.MAX_VALUES) {
      throw new FaqException(
          file + " holds more than a FAQ can be. Export only the questions and answers.");
    }
    int line = JsonFormat.line(json);
    return switch (json.peek()) {
      case BEGIN_OBJECT -> object(line);
      case BEGIN_ARRAY -> list(line);
      case BOOLEAN -> Tree.text(line, String.valueOf(json.nextBoolean()));
      case NULL -> {
        json.nextNull();
        yield Tree.text(line, "");
      }
      default -> Tree.text(line, json.nextString());
    };
  }

  private Tree object(int line) throws IOException, FaqException {
    Map<String, Tree> members = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      members.put(json.nextName(), value());
    }
    json.endObject();
    return Tree.object(line, members);
  }

  private Tree list(int line) throws IOException, FaqException {
    List<Tree> items = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      items.add(value());
    }
    json.endArray();
    return Tree.list(line, items);
  }
}

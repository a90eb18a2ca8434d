package org.deskbert.faq;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two moments of a FAQ: each part that differs, before and after. Parts
 * are the FAQ itself, its entries, its synonyms, its intents and its marks.
 */
final class Patch {
  /** A part before and after, null where there was none. */
  record Change(@Nullable String before, @Nullable String after) {}

  /** Entries that a patch adds, changes and removes; a mere move to another place is no change. */
  record Counts(int added, int changed, int removed) {}

  static final String FAQ = "faq";
  static final String SYNONYMS = "synonyms";
  static final String INTENTS = "intents";
  static final String ENTRY = "entry/";
  static final String MARK = "mark/";

  private final Map<String, Change> changes;

  private Patch(Map<String, Change> changes) {
    this.changes = changes;
  }

  /** From one moment to another; null where there is no such FAQ. */
  static Patch between(@Nullable FaqState before, @Nullable FaqState after) {
    Map<String, Change> changes = new TreeMap<>();
    put(changes, FAQ, head(before), head(after));
    put(changes, SYNONYMS, synonyms(before), synonyms(after));
    put(changes, INTENTS, intents(before), intents(after));
    Map<String, Row> old = before == null ? Map.of() : before.rows();
    Map<String, Row> now = after == null ? Map.of() : after.rows();
    old.forEach((id, row) -> {
      Row other = now.get(id);
      if (!row.equals(other)) {
        put(changes, ENTRY + id, json(row), other == null ? null : json(other));
      }
    });
    now.forEach((id, row) -> {
      if (!old.containsKey(id)) {
        put(changes, ENTRY + id, null, json(row));
      }
    });
    Map<String, String> oldMarks = before == null ? Map.of() : before.marks();
    Map<String, String> marks = after == null ? Map.of() : after.marks();
    TreeSet<String> names = new TreeSet<>(oldMarks.keySet());
    names.addAll(marks.keySet());
    names.forEach(name -> put(changes, MARK + name, oldMarks.get(name), marks.get(name)));
    return new Patch(changes);
  }

  private static void put(
      Map<String, Change> changes, String part, @Nullable String before, @Nullable String after) {
    if (before == null ? after != null : !before.equals(after)) {
      changes.put(part, new Change(before, after));
    }
  }

  private static @Nullable String head(@Nullable FaqState state) {
    if (state == null) {
      return null;
    }
    JsonObject json = new JsonObject();
    json.addProperty("name", state.name());
    json.addProperty("active", state.active());
    return EntryJson.GSON.toJson(json);
  }

  private static @Nullable String synonyms(@Nullable FaqState state) {
    return state == null || state.synonyms().isEmpty()
        ? null
        : EntryJson.GSON.toJson(EntryJson.write(state.synonyms()));
  }

  private static @Nullable String intents(@Nullable FaqState state) {
    return state == null || state.intents().isEmpty() ? null : IntentJson.text(state.intents());
  }

  private static String json(Row row) {
    JsonObject json = EntryJson.write(row.entry());
    json.addProperty("position", row.position());
    return EntryJson.GSON.toJson(json);
  }

  private static JsonObject parse(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }

  static Row row(String json) {
    JsonObject object = parse(json);
    return new Row(object.get("position").getAsLong(), EntryJson.read(object));
  }

  static Synonyms synonyms(@Nullable String json) {
    return json == null ? Synonyms.NONE : EntryJson.readSynonyms(JsonParser.parseString(json));
  }

  static Intents intents(@Nullable String json) {
    return json == null ? Intents.NONE : IntentJson.of(json);
  }

  static String name(String head) {
    return parse(head).get("name").getAsString();
  }

  static boolean active(String head) {
    return parse(head).get("active").getAsBoolean();
  }

  Map<String, Change> changes() {
    return changes;
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The way back. */
  Patch inverse() {
    Map<String, Change> back = new TreeMap<>();
    changes.forEach((part, c) -> back.put(part, new Change(c.after(), c.before())));
    return new Patch(back);
  }

  /** Both, one after the other, as one. */
  Patch then(Patch next) {
    Map<String, Change> both = new TreeMap<>(changes);
    next.changes.forEach((part, later) -> {
      Change first = both.remove(part);
      put(both, part, first == null ? later.before() : first.before(), later.after());
    });
    return new Patch(both);
  }

  /** The other end of the patch, from the one where it begins. */
  @Nullable FaqState applyTo(@Nullable FaqState state) {
    Change head = changes.get(FAQ);
    String name = state == null ? "" : state.name();
    boolean active = state != null && state.active();
    if (head != null) {
      if (head.after() == null) {
        return null;
      }
      name = name(head.after());
      active = state == null ? active(head.after()) : active;
    } else if (state == null) {
      return null;
    }
    Map<String, Row> rows = new LinkedHashMap<>(state == null ? Map.of() : state.rows());
    Map<String, String> marks = new TreeMap<>(state == null ? Map.of() : state.marks());
    Synonyms synonyms = state == null ? Synonyms.NONE : state.synonyms();
    Intents intents = state == null ? Intents.NONE : state.intents();
    for (Map.Entry<String, Change> each : changes.entrySet()) {
      String part = each.getKey();
      String after = each.getValue().after();
      if (part.startsWith(ENTRY)) {
        set(rows, part.substring(ENTRY.length()), after == null ? null : row(after));
      } else if (part.startsWith(MARK)) {
        set(marks, part.substring(MARK.length()), after);
      } else if (part.equals(SYNONYMS)) {
        synonyms = synonyms(after);
      } else if (part.equals(INTENTS)) {
        intents = intents(after);
      }
    }
    return new FaqState(name, active, Row.sorted(rows), synonyms, intents, marks);
  }

  private static <T> void set(Map<String, T> map, String key, @Nullable T value) {
    if (value == null) {
      map.remove(key);
    } else {
      map.put(key, value);
    }
  }

  Counts counts() {
    int added = 0;
    int changed = 0;
    int removed = 0;
    for (Map.Entry<String, Change> each : changes.entrySet()) {
      String before = each.getValue().before();
      String after = each.getValue().after();
      if (!each.getKey().startsWith(ENTRY)) {
        continue;
      }
      if (before == null) {
        added++;
      } else if (after == null) {
        removed++;
      } else if (!row(before).entry().equals(row(after).entry())) {
        changed++;
      }
    }
    return new Counts(added, changed, removed);
  }

  /** Deflated JSON. */
  byte[] bytes() {
    return Deflated.of(EntryJson.GSON.toJson(changes));
  }

  static Patch of(byte[] bytes) throws FaqException {
    return new Patch(
        EntryJson.GSON.fromJson(
            Deflated.text(bytes), new TypeToken<TreeMap<String, Change>>() {}.getType()));
  }
}

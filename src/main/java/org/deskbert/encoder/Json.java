package org.deskbert.encoder;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value in a JSON file of unknown make; what is missing or of another type is simply absent.
 *
 * @param file where it stands, null if nowhere
 */
record Json(@Nullable Path file, JsonElement value) {
  static final Json NONE = new Json(null, JsonNull.INSTANCE);

  /** The value of a key, {@link #NONE}'s value if there is none. */
  Json at(String key) {
    JsonElement found = value instanceof JsonObject object ? object.get(key) : null;
    return new Json(file, found == null ? JsonNull.INSTANCE : found);
  }

  /** The elements of a list, none if it is no list. */
  List<Json> list() {
    return value.isJsonArray()
        ? value.getAsJsonArray().asList().stream().map(one -> new Json(file, one)).toList()
        : List.of();
  }

  /** The keys of an object, none if it is no object. */
  List<String> keys() {
    return value instanceof JsonObject object ? List.copyOf(object.keySet()) : List.of();
  }

  @Nullable String text() {
    return (value instanceof JsonPrimitive one && one.isString()) ? one.getAsString() : null;
  }

  /** True or false, null if it is neither. */
  @Nullable Boolean flag() {
    return (value instanceof JsonPrimitive one && one.isBoolean()) ? one.getAsBoolean() : null;
  }

  boolean is(boolean wanted) {
    return Boolean.valueOf(wanted).equals(flag());
  }

  /** A whole number, 0 if it is none or too large for an int. */
  int number() {
    if (value instanceof JsonPrimitive one && one.isNumber()) {
      double number = one.getAsDouble();
      return (number >= 0 && number <= Integer.MAX_VALUE) ? (int) number : 0;
    }
    return 0;
  }
}

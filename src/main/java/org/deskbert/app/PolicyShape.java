package org.deskbert.app;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deskbert.app.Settings.Density;
import org.deskbert.app.Settings.Theme;
import org.deskbert.faq.FaqException;

/** What a policy may say, and the sentence where it says something else. */
final class PolicyShape {
  /** The words that a setting can have, by its name in the file. */
  private static final Map<String, List<String>> CHOICES =
      Map.of("theme", names(Theme.values()), "density", names(Density.values()));

  private PolicyShape() {}

  /** Throws where one of the settings is unknown, of another kind or out of its range. */
  static void checkSettings(Path file, JsonElement settings) throws FaqException {
    JsonObject tree = SettingsFile.tree(Settings.defaults());
    check(file, "settings", settings, tree);
    MachinePolicy.overlay(tree, settings.getAsJsonObject());
    JsonObject bounded;
    try {
      bounded = SettingsFile.tree(SettingsFile.settings(tree));
    } catch (JsonParseException | NumberFormatException e) {
      throw wrong(file, reason(e));
    }
    checkRange(file, settings.getAsJsonObject(), bounded);
  }

  private static void checkRange(Path file, JsonObject given, JsonObject bounded)
      throws FaqException {
    for (Map.Entry<String, JsonElement> each : given.entrySet()) {
      JsonElement value = each.getValue();
      JsonElement used = bounded.get(each.getKey());
      if (value.isJsonObject() && used != null && used.isJsonObject()) {
        checkRange(file, value.getAsJsonObject(), used.getAsJsonObject());
      } else if (isNumber(value) && used != null && value.getAsDouble() != used.getAsDouble()) {
        throw wrong(
            file,
            "\"%s\" is %s, which is out of its range (%s would be used)"
                .formatted(each.getKey(), value.getAsString(), used.getAsString()));
      }
    }
  }

  private static boolean isNumber(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isNumber();
  }

  /** Throws where {@code value} has not the shape of {@code example}. */
  static void check(Path file, String name, JsonElement value, JsonElement example)
      throws FaqException {
    if (!example.isJsonObject()) {
      if (!kind(value).equals(kind(example))) {
        throw wrong(file, "\"" + name + "\" should be " + kind(example));
      }
      List<String> names = CHOICES.getOrDefault(name, List.of());
      if (!names.isEmpty() && !names.contains(value.getAsString())) {
        throw wrong(file, "\"" + name + "\" should be one of " + String.join(", ", names));
      }
      return;
    }
    if (!value.isJsonObject()) {
      throw wrong(file, "\"" + name + "\" should be an object");
    }
    if (name.equals("keys")) {
      return; // any action may be named
    }
    for (Map.Entry<String, JsonElement> each : value.getAsJsonObject().entrySet()) {
      JsonElement known = example.getAsJsonObject().get(each.getKey());
      if (known == null) {
        throw wrong(
            file,
            "\""
                + each.getKey()
                + "\" is unknown in \""
                + name
                + "\"; there are "
                + String.join(", ", example.getAsJsonObject().keySet()));
      }
      check(file, each.getKey(), each.getValue(), known);
    }
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }

  private static String kind(JsonElement value) {
    if (!(value instanceof JsonPrimitive primitive)) {
      return value.isJsonObject() ? "an object" : value.isJsonNull() ? "nothing" : "a list";
    }
    return primitive.isBoolean() ? "true or false" : primitive.isNumber() ? "a number" : "a text";
  }

  /** What the parser says, without the names of its classes. */
  static String reason(RuntimeException e) {
    return String.valueOf(e.getMessage()).replaceAll("^(?:[\\w.]+Exception: )+|\\n.*", "");
  }

  static FaqException wrong(Path file, String what) {
    return new FaqException("The policy " + file + " can't be used: " + what + ". Mend it there.");
  }
}

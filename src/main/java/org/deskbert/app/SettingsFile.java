package org.deskbert.app;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.deskbert.app.Settings.Keeping;
import org.deskbert.app.Settings.Kiosk;
import org.deskbert.app.Settings.Saving;
import org.deskbert.faq.WholeFile;
import org.jspecify.annotations.Nullable;

/** Keeps the settings as JSON. A damaged file is put aside, never overwritten. */
final class SettingsFile {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  /** Ten years. */
  private static final int MOST_DAYS = 3650;

  private static final int MOST_MINUTES = 120;

  private final Path file;
  private String note = "";

  SettingsFile(Path file) {
    this.file = file;
  }

  /** The stored settings; defaults for what is missing or out of range. */
  Settings load() {
    try {
      return read();
    } catch (IOException | JsonParseException | IllegalStateException e) {
      putAside();
      return Settings.defaults();
    }
  }

  /** The same without a change to the disk. */
  Settings peek() {
    try {
      return read();
    } catch (IOException | JsonParseException | IllegalStateException e) {
      return Settings.defaults();
    }
  }

  private Settings read() throws IOException {
    if (!Files.exists(file)) {
      return Settings.defaults();
    }
    // Stored values over the defaults, so that a file of an older program lacks nothing.
    JsonObject merged = tree(Settings.defaults());
    JsonObject stored = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    for (Map.Entry<String, JsonElement> each : stored.entrySet()) {
      if (merged.has(each.getKey()) && !each.getValue().isJsonNull()) {
        merged.add(each.getKey(), each.getValue());
      }
    }
    return settings(merged);
  }

  /** The settings as JSON. */
  static JsonObject tree(Settings settings) {
    return GSON.toJsonTree(settings).getAsJsonObject();
  }

  /** The settings of JSON that lacks none; what is out of range is brought into it. */
  static Settings settings(JsonObject tree) {
    return bounded(GSON.fromJson(tree, Settings.class));
  }

  /** What the user should know about the last load, empty if all was well. */
  String note() {
    return note;
  }

  /** Stores the settings in one step: after a crash either the old or the new ones are there. */
  void save(Settings settings) {
    try {
      byte[] json = (GSON.toJson(settings) + "\n").getBytes(StandardCharsets.UTF_8);
      WholeFile.<RuntimeException>write(file, out -> out.write(json));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The settings could not be stored in " + file + "; check the disk and its rights.", e);
    }
  }

  private void putAside() {
    Path aside = file.resolveSibling("settings.damaged.json");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      note = file + " was damaged; it now lies in " + aside + " and the defaults are in use.";
    } catch (IOException e) {
      note = file + " is damaged; the defaults are in use.";
    }
  }

  private static Settings bounded(Settings s) {
    Settings d = Settings.defaults();
    return new Settings(
        s.model() == null ? d.model() : s.model(),
        s.wordsOnly(),
        s.wrongPercent() >= 0 && s.wrongPercent() <= 100 ? s.wrongPercent() : d.wrongPercent(),
        Math.clamp(s.indexThreads(), 1, 64),
        s.theme() == null ? d.theme() : s.theme(),
        s.density() == null ? d.density() : s.density(),
        s.reducedMotion(),
        Math.clamp(s.zoom(), 80, 300),
        s.contact() == null ? d.contact() : s.contact(),
        s.latencyOverlay(),
        s.language() == null ? d.language() : s.language(),
        s.sidebar(),
        s.keys() == null ? d.keys() : known(s.keys()),
        s.keeping() == null ? d.keeping() : bounded(s.keeping()),
        s.saving() == null
            ? d.saving()
            : new Saving(
                Math.clamp(s.saving().restMinutes(), 0, MOST_MINUTES), s.saving().onBattery()),
        s.likedTests(),
        s.kiosk() == null
            ? d.kiosk()
            : new Kiosk(s.kiosk().on(), Math.clamp(s.kiosk().minutes(), 1, MOST_MINUTES)));
  }

  private static Map<String, String> known(Map<String, @Nullable String> keys) {
    Map<String, String> known = new TreeMap<>();
    keys.forEach((action, key) -> {
      if (key != null) {
        known.put(action, key);
      }
    });
    return Map.copyOf(known);
  }

  private static Keeping bounded(Keeping k) {
    return new Keeping(
        k.conversations(),
        k.redacted(),
        Math.clamp(k.conversationDays(), 0, MOST_DAYS),
        k.questions(),
        Math.clamp(k.questionDays(), 0, MOST_DAYS));
  }
}

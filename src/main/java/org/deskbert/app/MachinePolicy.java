package org.deskbert.app;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqInfo;
import org.deskbert.faq.Fingerprint;
import org.deskbert.faq.Library;
import org.deskbert.faq.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * What the organisation has decided for all users of this machine: settings that can't be changed,
 * the FAQs that answer, and packs that everybody gets. {@code docs/rollout.md} describes the file.
 */
public final class MachinePolicy {
  /** Settings that the window lets the user change, by their name in the file. */
  public enum Setting {
    MODEL("model"),
    WORDS_ONLY("wordsOnly"),
    WRONG_PERCENT("wrongPercent"),
    INDEX_THREADS("indexThreads"),
    THEME("theme"),
    DENSITY("density"),
    REDUCED_MOTION("reducedMotion"),
    ZOOM("zoom"),
    CONTACT("contact"),
    LANGUAGE("language"),
    KEEPING("keeping"),
    SAVING("saving"),
    LIKED_TESTS("likedTests"),
    KIOSK("kiosk");

    private final String key;

    Setting(String key) {
      this.key = key;
    }
  }

  /** Another place for the file, for a machine that has none at the usual one. */
  static final String VARIABLE = "DESKBERT_POLICY";

  /** The policy names a FAQ that the library lacks. */
  static final class Misfit extends FaqException {
    private static final long serialVersionUID = 1;

    private Misfit(String message) {
      super(message);
    }
  }

  private final @Nullable Path file;
  private final JsonObject settings;
  private final List<String> faqs;
  private final MachinePacks.@Nullable Source packs;

  private MachinePolicy(
      @Nullable Path file,
      JsonObject settings,
      List<String> faqs,
      MachinePacks.@Nullable Source packs) {
    this.file = file;
    this.settings = settings;
    this.faqs = faqs;
    this.packs = packs;
  }

  /** Nothing is decided. */
  static MachinePolicy none() {
    return new MachinePolicy(null, new JsonObject(), List.of(), null);
  }

  /**
   * Reads the machine's policy, if there is one.
   *
   * @throws FaqException if it can't be understood: then nothing must go on as if there were none
   */
  static MachinePolicy ofMachine() throws FaqException {
    return of(usual(), System.getenv(VARIABLE));
  }

  /**
   * The policy at the usual place, else the one that the variable names: nobody gets rid of the
   * machine's by naming another. What can't be seen for want of rights is there.
   */
  static MachinePolicy of(Path usual, @Nullable String chosen) throws FaqException {
    if (!Files.notExists(usual)) {
      return read(usual);
    }
    return chosen == null || chosen.isBlank() ? none() : read(Path.of(chosen));
  }

  private static Path usual() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      String all = System.getenv("ProgramData");
      return Path.of(all == null ? "C:\\ProgramData" : all, "DeskBERT", "policy.json");
    }
    return Path.of(
        os.contains("mac")
            ? "/Library/Application Support/DeskBERT/policy.json"
            : "/etc/deskbert/policy.json");
  }

  /** Reads a policy. */
  static MachinePolicy read(Path file) throws FaqException {
    JsonElement root;
    try {
      root = JsonParser.parseString(Files.readString(file));
    } catch (IOException e) {
      throw new FaqException(
          "The policy %s can't be read (%s); put it there, or check its rights."
              .formatted(file, WholeFile.reason(e)),
          e);
    } catch (JsonParseException e) {
      throw new FaqException(
          "The policy " + file + " is no JSON: " + PolicyShape.reason(e) + ". Mend it there.", e);
    }
    if (!root.isJsonObject()) {
      throw PolicyShape.wrong(
          file, "it should be an object with \"settings\", \"faqs\" and \"packs\"");
    }
    JsonObject settings = new JsonObject();
    List<String> faqs = List.of();
    MachinePacks.Source packs = null;
    for (Map.Entry<String, JsonElement> each : root.getAsJsonObject().entrySet()) {
      JsonElement value = each.getValue();
      switch (each.getKey()) {
        case "settings" -> {
          PolicyShape.checkSettings(file, value);
          settings = value.getAsJsonObject();
        }
        case "faqs" -> faqs = texts(file, value, "\"faqs\" should be a list of names");
        case "packs" -> packs = packs(file, value);
        default ->
            throw PolicyShape.wrong(
                file,
                "\""
                    + each.getKey()
                    + "\" is unknown; there are \"settings\", \"faqs\" and \"packs\"");
      }
    }
    return new MachinePolicy(file, settings, faqs, packs);
  }

  private static List<String> texts(Path file, @Nullable JsonElement list, String otherwise)
      throws FaqException {
    if (list == null || !list.isJsonArray()) {
      throw PolicyShape.wrong(file, otherwise);
    }
    List<String> texts = new ArrayList<>();
    for (JsonElement each : list.getAsJsonArray()) {
      if (!each.isJsonPrimitive()) {
        throw PolicyShape.wrong(file, otherwise);
      }
      texts.add(each.getAsString());
    }
    return List.copyOf(texts);
  }

  private static MachinePacks.Source packs(Path file, JsonElement value) throws FaqException {
    JsonObject example = new JsonObject();
    example.addProperty("folder", "packs");
    example.add("signers", new JsonArray());
    PolicyShape.check(file, "packs", value, example);
    JsonObject packs = value.getAsJsonObject();
    JsonElement folder = packs.has("folder") ? packs.get("folder") : example.get("folder");
    String otherwise = "\"signers\" should be a list of fingerprints, thirty digits each";
    List<String> signers = texts(file, packs.get("signers"), otherwise);
    if (signers.isEmpty() || !signers.stream().allMatch(Fingerprint::isOne)) {
      throw PolicyShape.wrong(file, otherwise);
    }
    Path place = file.toAbsolutePath().resolveSibling(folder.getAsString());
    return new MachinePacks.Source(file, place, signers);
  }

  /** Whether the organisation has set this, and the user can't change it. */
  public boolean isLocked(Setting setting) {
    return settings.has(setting.key);
  }

  /**
   * Lets the FAQs of the policy answer, if it names any.
   *
   * @throws Misfit if the library lacks one
   */
  void choose(Library library) throws FaqException {
    if (faqs.isEmpty() || Set.copyOf(library.active()).equals(Set.copyOf(faqs))) {
      return;
    }
    List<String> there = library.list().stream().map(FaqInfo::name).toList();
    for (String name : faqs) {
      if (!there.contains(name)) {
        throw new Misfit(
            "The policy %s lets the FAQ \"%s\" answer, but the library has only %s. Mend it there."
                .formatted(file, name, String.join(", ", there)));
      }
    }
    library.use(faqs);
  }

  @Override
  public String toString() {
    if (file == null) {
      return "none";
    }
    return file + (settings.isEmpty() ? "" : " sets " + String.join(", ", settings.keySet()));
  }

  /** Packs for all users of the machine; null for none. */
  MachinePacks.@Nullable Source packs() {
    return packs;
  }

  /** Throws where the user may not choose which FAQs answer. */
  void checkFaqs() throws FaqException {
    if (!faqs.isEmpty()) {
      throw new FaqException(
          "Which FAQs answer is set for all users of this machine, in " + file + ".");
    }
  }

  /** The settings with those of the policy in their places. */
  Settings apply(Settings chosen) {
    JsonObject tree = SettingsFile.tree(chosen);
    overlay(tree, settings);
    return SettingsFile.settings(tree);
  }

  static void overlay(JsonObject under, JsonObject over) {
    over.asMap()
        .forEach((name, value) -> {
          if (value.isJsonObject()) {
            overlay(under.getAsJsonObject(name), value.getAsJsonObject());
          } else {
            under.add(name, value);
          }
        });
  }
}

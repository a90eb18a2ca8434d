package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.deskbert.ui.kit.Fuzzy;
import org.deskbert.ui.settings.SettingsModel;
import org.jspecify.annotations.Nullable;

/** All that the window can do, with the keys that the user or else the program gives to it. */
final class Actions {
  private final List<Action> all;
  private final SettingsModel settings;

  Actions(List<Action> all, SettingsModel settings) {
    this.all = List.copyOf(all);
    this.settings = settings;
  }

  /** All, in the order in which they are listed. */
  List<Action> all() {
    return all;
  }

  /** Those whose names fit what was typed, best first. */
  List<Action> matching(String typed) {
    record Scored(Action action, int score) {}
    return all.stream()
        .map(action -> new Scored(action, Fuzzy.score(typed, action.name())))
        .filter(scored -> scored.score() >= 0)
        .sorted(Comparator.comparingInt(Scored::score).reversed())
        .map(Scored::action)
        .toList();
  }

  /** What these keys do. */
  Optional<Action> of(KeyEvent event) {
    return first(action -> keys(action).stream().anyMatch(keys -> keys.match(event)));
  }

  private Optional<Action> first(Predicate<Action> test) {
    return all.stream().filter(test).findFirst();
  }

  private List<KeyCombination> keys(Action action) {
    String changed = settings.get().keys().get(action.id());
    List<String> names =
        changed == null ? action.defaults() : changed.isEmpty() ? List.of() : List.of(changed);
    return names.stream().map(Actions::parse).flatMap(Optional::stream).toList();
  }

  /** The keys of an action as people read them, empty if it has none. */
  String shown(Action action) {
    List<KeyCombination> keys = keys(action);
    return keys.isEmpty() ? "" : shown(keys.getFirst());
  }

  /** Keys as they are printed on a keyboard of the user's language. */
  static String shown(KeyCombination keys) {
    return keys.getDisplayText()
        .replace(KeyCode.CONTROL.getName() + "+", text("keys.ctrl") + "+")
        .replace(KeyCode.SHIFT.getName() + "+", text("keys.shift") + "+");
  }

  /** What a button for an action is called: its name, and its keys if it has some. */
  String named(String id, String name) {
    String keys = first(action -> action.id().equals(id)).map(this::shown).orElse("");
    return keys.isEmpty() ? name : text("keys.named", name, keys);
  }

  /**
   * Gives keys to an action.
   *
   * @return the action that has them already; then nothing is changed
   */
  Optional<Action> bind(Action action, KeyCombination keys) {
    Optional<Action> other =
        first(each -> !each.equals(action) && keys(each).stream().anyMatch(keys::equals));
    if (other.isEmpty()) {
      put(action, keys.getName());
    }
    return other;
  }

  /** Takes the keys from an action. */
  void unbind(Action action) {
    put(action, "");
  }

  /** Gives every action the keys of the program again. */
  void reset() {
    settings.change(now -> now.withKeys(Map.of()));
  }

  private void put(Action action, String keys) {
    settings.change(now -> {
      Map<String, String> changed = new HashMap<>(now.keys());
      changed.put(action.id(), keys);
      return now.withKeys(Map.copyOf(changed));
    });
  }

  /**
   * The pressed keys, null if they can't be a shortcut: without Ctrl, Alt or Command only function
   * keys can, as all others write.
   */
  static @Nullable KeyCombination pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean held = event.isShortcutDown() || event.isAltDown() || event.isControlDown();
    if (code.isModifierKey() || code == KeyCode.UNDEFINED || !(held || code.isFunctionKey())) {
      return null;
    }
    return new KeyCodeCombination(
        code,
        down(event.isShiftDown()),
        down(event.isControlDown() && !event.isShortcutDown()),
        down(event.isAltDown()),
        down(event.isMetaDown() && !event.isShortcutDown()),
        down(event.isShortcutDown()));
  }

  private static KeyCombination.ModifierValue down(boolean down) {
    return down ? KeyCombination.ModifierValue.DOWN : KeyCombination.ModifierValue.UP;
  }

  private static Optional<KeyCombination> parse(String keys) {
    try {
      return Optional.of(KeyCombination.valueOf(keys));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // somebody has edited the file of the settings
    }
  }
}

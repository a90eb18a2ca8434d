package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.deskbert.app.MachinePolicy.Setting;
import org.deskbert.app.Settings;
import org.deskbert.app.Tasks;
import org.deskbert.ui.kit.Desk;

/** The settings as the window shows them. Used on the window's thread. */
public final class SettingsModel {
  /** The parts of the settings page. */
  public enum Tab {
    MODEL,
    ANSWERS,
    APPEARANCE,
    DATA,
    LOCK,
    MACHINE,
    ABOUT
  }

  private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.MODEL);
  private final Desk desk;
  private final Tasks tasks;
  private final Consumer<String> problem;
  private final ReadOnlyObjectWrapper<Settings> settings;

  /**
   * Starts with the program's settings.
   *
   * @param problem takes a sentence for the user if a setting can't be stored
   */
  public SettingsModel(Desk desk, Tasks tasks, Consumer<String> problem) {
    this.desk = desk;
    this.tasks = tasks;
    this.problem = problem;
    this.settings = new ReadOnlyObjectWrapper<>(desk.settings());
  }

  /** The part of the settings page that is open. */
  public ObjectProperty<Tab> tabProperty() {
    return tab;
  }

  /** What holds now. */
  public Settings get() {
    return settings.get();
  }

  /** What holds now, to be followed. */
  public ReadOnlyObjectProperty<Settings> property() {
    return settings.getReadOnlyProperty();
  }

  /** Whether the organisation has set this, and the user can't change it. */
  public boolean isLocked(Setting setting) {
    return desk.isLocked(setting);
  }

  /** Changes a setting: the window follows at once, the program in the background. */
  public void change(UnaryOperator<Settings> edit) {
    change(edit, () -> {});
  }

  /** The same, and {@code then} when the program has taken it over. */
  public void change(UnaryOperator<Settings> edit, Runnable then) {
    Settings next = edit.apply(settings.get());
    if (next.equals(settings.get())) {
      return;
    }
    settings.set(next);
    tasks.run(
        () -> {
          desk.change(next);
          return next;
        },
        _ -> then.run(),
        failure ->
            problem.accept(text("settings.not-stored", String.valueOf(failure.getMessage()))));
  }

  /** Larger or smaller by a step; 100 % if {@code step} is 0. */
  public void zoom(int step) {
    change(now -> now.withZoom(step == 0 ? 100 : Math.clamp(now.zoom() + step * 10L, 80, 300)));
  }
}

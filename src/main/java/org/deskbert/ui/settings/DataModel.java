package org.deskbert.ui.settings;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.deskbert.app.Chats;
import org.deskbert.app.MachinePolicy.Setting;
import org.deskbert.app.Settings.Keeping;
import org.deskbert.app.Tasks;
import org.deskbert.chat.history.ChatStore.Count;
import org.jspecify.annotations.Nullable;

/** What is kept of what people ask, as the settings page shows it. Used on the window's thread. */
public final class DataModel {
  private static final Count NOTHING = new Count(0, 0, 0);

  /** What was done last with all that is kept. */
  public sealed interface Done {
    /** It was exported. */
    record Exported(Path file) implements Done {}

    /** It was erased. */
    record Erased(Count count) implements Done {}

    /** It could not be done; a sentence for the user. */
    record Failed(String sentence) implements Done {}
  }

  private final SettingsModel settings;
  private final Chats chats;
  private final Tasks tasks;
  private final Runnable erased;
  private final ReadOnlyObjectWrapper<Count> count = new ReadOnlyObjectWrapper<>(NOTHING);
  private final ReadOnlyObjectWrapper<@Nullable Done> done = new ReadOnlyObjectWrapper<>();

  /**
   * Counts nothing until {@link #reload}.
   *
   * @param tasks where {@code chats} is read and written, in order
   * @param erased hears when nothing is left of what was kept
   */
  public DataModel(SettingsModel settings, Chats chats, Tasks tasks, Runnable erased) {
    this.settings = settings;
    this.chats = chats;
    this.tasks = tasks;
    this.erased = erased;
  }

  /** What is to be kept. */
  public Keeping keeping() {
    return settings.get().keeping();
  }

  /** Whether the organisation has set this, and the user can't change it. */
  public boolean isLocked() {
    return settings.isLocked(Setting.KEEPING);
  }

  /** Changes what is to be kept; what is too old then goes at once. */
  public void change(UnaryOperator<Keeping> edit) {
    settings.change(
        now -> now.withKeeping(edit.apply(now.keeping())),
        () ->
            run(
                () -> {
                  chats.purge();
                  return chats.count();
                },
                count::set));
  }

  /** How much is kept. */
  public ReadOnlyObjectProperty<Count> countProperty() {
    return count.getReadOnlyProperty();
  }

  /** What was done last, null if nothing was. */
  public ReadOnlyObjectProperty<@Nullable Done> doneProperty() {
    return done.getReadOnlyProperty();
  }

  /** Counts anew. */
  public void reload() {
    run(chats::count, count::set);
  }

  /** Writes everything into a ZIP archive. */
  public void export(Path file) {
    run(
        () -> {
          chats.export(file);
          return file;
        },
        written -> done.set(new Done.Exported(written)));
  }

  /** Erases everything. */
  public void erase() {
    run(
        chats::erase,
        gone -> {
          done.set(new Done.Erased(gone));
          count.set(NOTHING);
          erased.run();
        });
  }

  private <T> void run(Callable<T> work, Consumer<T> then) {
    tasks.run(
        work, then, failure -> done.set(new Done.Failed(String.valueOf(failure.getMessage()))));
  }
}

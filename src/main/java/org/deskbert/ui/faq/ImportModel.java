package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.deskbert.app.ImportMode;
import org.deskbert.app.ImportReport;
import org.deskbert.app.Tasks;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Problem;
import org.deskbert.trace.Progress;
import org.deskbert.ui.kit.Desk;

/** The import of one file, step by step. Used on the window's thread. */
public final class ImportModel {
  /** What is under way. */
  public enum Phase {
    LOOKING,
    READING
  }

  /** How far the import is. */
  public sealed interface State {
    /** None under way. */
    record Idle() implements State {}

    /** The library has a FAQ of that name; the user decides. */
    record Taken(Path file, String name) implements State {}

    /**
     * Under way.
     *
     * @param share 0 to 1, negative if unknown
     */
    record Running(Path file, Phase phase, double share) implements State {}

    /** Rows of the file are bad and nothing was imported; the user may leave them out. */
    record BadRows(Path file, String name, ImportMode mode, List<Problem> problems)
        implements State {}

    /** The file can't be imported; a sentence says why. */
    record Failed(Path file, String sentence) implements State {}
  }

  private final Desk desk;
  private final Tasks tasks;
  private final Consumer<ImportReport> done;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private AtomicBoolean cancelled = new AtomicBoolean();

  /** Creates an idle model; {@code done} hears of each import that succeeded. */
  public ImportModel(Desk desk, Tasks tasks, Consumer<ImportReport> done) {
    this.desk = desk;
    this.tasks = tasks;
    this.done = done;
  }

  /** How far the import is. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Starts with a file: looks whether its name is taken, then imports. */
  public void open(Path file) {
    if (state.get() instanceof State.Running) {
      return;
    }
    String name = nameOf(file);
    state.set(new State.Running(file, Phase.LOOKING, -1));
    tasks.run(
        () -> desk.faqs().stream().anyMatch(faq -> faq.name().equalsIgnoreCase(name)),
        taken -> {
          if (taken) {
            state.set(new State.Taken(file, name));
          } else {
            run(file, name, ImportMode.NEW, false);
          }
        },
        failure -> state.set(new State.Failed(file, sentence(failure))));
  }

  /** Imports into the FAQ {@code name}. */
  public void run(Path file, String name, ImportMode mode, boolean skipBad) {
    AtomicBoolean stop = new AtomicBoolean();
    cancelled = stop;
    state.set(new State.Running(file, Phase.READING, -1));
    Progress progress =
        (_, worked, total) -> {
          double share = total > 0 ? (double) worked / total : -1;
          tasks.foreground(() -> {
            if (!stop.get() && state.get() instanceof State.Running) {
              state.set(new State.Running(file, Phase.READING, share));
            }
          });
          return !stop.get();
        };
    tasks.run(
        () -> desk.importFile(file, name, mode, skipBad, progress),
        report -> {
          state.set(new State.Idle());
          done.accept(report);
        },
        failure -> state.set(afterFailure(file, name, mode, failure)));
  }

  /** Stops what is under way, or closes what is shown. */
  public void cancel() {
    cancelled.set(true);
    if (!(state.get() instanceof State.Running)) {
      state.set(new State.Idle());
    }
  }

  private static State afterFailure(Path file, String name, ImportMode mode, Exception failure) {
    return switch (failure) {
      case CancellationException _ -> new State.Idle();
      case FaqException bad when !bad.problems().isEmpty() ->
          new State.BadRows(file, name, mode, bad.problems());
      default -> new State.Failed(file, sentence(failure));
    };
  }

  private static String sentence(Exception failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  /** The name that a FAQ from {@code file} gets: the file's, without its ending. */
  static String nameOf(Path file) {
    Path last = file.getFileName();
    String name = last == null ? text("import.default-name") : last.toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}

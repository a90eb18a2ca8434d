package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.deskbert.app.FaqSummary;
import org.deskbert.app.ImportMode;
import org.deskbert.app.ImportReport;
import org.deskbert.app.Incoming;
import org.deskbert.app.Tasks;
import org.deskbert.faq.Conflict;
import org.deskbert.faq.Conflict.Side;
import org.deskbert.faq.EntryChange;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Merge;
import org.deskbert.faq.PackFile;
import org.deskbert.faq.Problem;
import org.deskbert.trace.Progress;
import org.deskbert.ui.kit.Desk;
import org.jspecify.annotations.Nullable;

/** The import of one file, step by step. Used on the window's thread. */
public final class ImportModel {
  /** What is under way. */
  public enum Phase {
    LOOKING,
    READING,
    TAKING
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

    /**
     * What it would change lies open; nothing is changed yet.
     *
     * @param changes entry by entry, those in conflict first
     * @param choices the side that the user takes of entries in conflict, by id; ours at first
     */
    record Review(Path file, Incoming incoming, List<Reviewed> changes, Map<String, Side> choices)
        implements State {
      /** How many entries are of a kind, those in conflict aside. */
      public long count(EntryChange.Kind kind) {
        return changes.stream()
            .filter(each -> !each.conflict() && each.change().kind() == kind)
            .count();
      }

      /** How many entries are in conflict. */
      public long conflicts() {
        return changes.stream().filter(Reviewed::conflict).count();
      }
    }

    /** Rows of the file are bad and nothing was imported; the user may leave them out. */
    record BadRows(Path file, String name, ImportMode mode, List<Problem> problems)
        implements State {}

    /** The file can't be imported; a sentence says why. */
    record Failed(Path file, String sentence) implements State {}
  }

  /**
   * An entry that would change.
   *
   * @param change what comes in; in a conflict from ours to theirs
   * @param conflict whether the user has to choose a side
   */
  public record Reviewed(EntryChange change, boolean conflict) {}

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

  /** Starts with a file: looks whether its name is taken, then imports; a pack lies open first. */
  public void open(Path file) {
    if (state.get() instanceof State.Running) {
      return;
    }
    if (PackFile.isPack(file)) {
      review(file, null, false);
      return;
    }
    String name = nameOf(file);
    state.set(new State.Running(file, Phase.LOOKING, -1));
    tasks.run(
        () ->
            desk.faqs().stream()
                .map(FaqSummary::name)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(""),
        taken -> {
          if (taken.isEmpty()) {
            run(file, name, ImportMode.NEW, false);
          } else {
            state.set(new State.Taken(file, taken));
          }
        },
        failure -> state.set(new State.Failed(file, sentence(failure))));
  }

  /**
   * Shows what a file or pack would change.
   *
   * @param name the FAQ that it would come into, null for a pack's own
   */
  public void review(Path file, @Nullable String name, boolean skipBad) {
    AtomicBoolean stop = new AtomicBoolean();
    cancelled = stop;
    state.set(new State.Running(file, Phase.READING, -1));
    tasks.run(
        () -> {
          Incoming incoming = desk.incoming(file, name, skipBad);
          return new State.Review(file, incoming, reviewed(incoming.preview(Map.of())), Map.of());
        },
        review -> state.set(stop.get() ? new State.Idle() : review),
        failure ->
            state.set(
                stop.get()
                    ? new State.Idle()
                    : afterFailure(
                        file, name == null ? nameOf(file) : name, ImportMode.MERGE, failure)));
  }

  /** Takes a side of an entry in conflict. */
  public void choose(String id, Side side) {
    if (state.get() instanceof State.Review review) {
      Map<String, Side> choices = new TreeMap<>(review.choices());
      choices.put(id, side);
      state.set(
          new State.Review(
              review.file(), review.incoming(), review.changes(), Map.copyOf(choices)));
    }
  }

  /** The side that is taken of an entry in conflict. */
  public Side side(String id) {
    return state.get() instanceof State.Review review
        ? review.choices().getOrDefault(id, Side.OURS)
        : Side.OURS;
  }

  /** Brings in what lies open. */
  public void take() {
    if (state.get() instanceof State.Review review) {
      cancelled = new AtomicBoolean(); // it is one change of the library, which can be undone
      state.set(new State.Running(review.file(), Phase.TAKING, -1));
      tasks.run(
          () -> review.incoming().take(review.choices()),
          report -> {
            state.set(new State.Idle());
            done.accept(report);
          },
          failure -> state.set(new State.Failed(review.file(), sentence(failure))));
    }
  }

  /** Leaves bad rows out. */
  public void skipBad(State.BadRows bad) {
    if (bad.mode() == ImportMode.MERGE) {
      review(bad.file(), bad.name(), true);
    } else {
      run(bad.file(), bad.name(), bad.mode(), true);
    }
  }

  private static List<Reviewed> reviewed(Merge merge) {
    List<Reviewed> all = new ArrayList<>();
    Set<String> conflicts = new HashSet<>();
    for (Conflict conflict : merge.conflicts()) {
      conflicts.add(conflict.id());
      all.add(new Reviewed(new EntryChange(conflict.ours(), conflict.theirs()), true));
    }
    for (EntryChange change : merge.changes().changes()) {
      if (!conflicts.contains(change.entry().id())) {
        all.add(new Reviewed(change, false));
      }
    }
    return List.copyOf(all);
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

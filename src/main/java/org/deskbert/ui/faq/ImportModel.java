package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.deskbert.app.FaqSummary;
import org.deskbert.app.ImportMode;
import org.deskbert.app.ImportReport;
import org.deskbert.app.Incoming;
import org.deskbert.app.Tasks;
import org.deskbert.faq.Conflict.Side;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqFiles;
import org.deskbert.faq.PackFile;
import org.deskbert.trace.Progress;
import org.deskbert.ui.faq.ImportState.BadRows;
import org.deskbert.ui.faq.ImportState.Failed;
import org.deskbert.ui.faq.ImportState.Idle;
import org.deskbert.ui.faq.ImportState.Phase;
import org.deskbert.ui.faq.ImportState.Review;
import org.deskbert.ui.faq.ImportState.Reviewed;
import org.deskbert.ui.faq.ImportState.Running;
import org.deskbert.ui.faq.ImportState.Source;
import org.deskbert.ui.faq.ImportState.Start;
import org.deskbert.ui.faq.ImportState.Taken;
import org.deskbert.ui.kit.Desk;
import org.jspecify.annotations.Nullable;

/** The import of one file or table, step by step. Used on the window's thread. */
public final class ImportModel {
  private final Desk desk;
  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<ImportState> state = new ReadOnlyObjectWrapper<>(new Idle());
  private final TableModel table;
  private final ResultModel result;
  private AtomicBoolean cancelled = new AtomicBoolean();

  /**
   * Creates an idle model.
   *
   * @param done hears of each import; whether it answers now in the place of the samples
   * @param use lets the FAQ of that name answer
   */
  public ImportModel(Desk desk, Tasks tasks, Predicate<ImportReport> done, Consumer<String> use) {
    this.desk = desk;
    this.tasks = tasks;
    this.table = new TableModel(tasks, state, this::named);
    this.result = new ResultModel(desk, tasks, state, done, use);
  }

  /** How far the import is. */
  public ReadOnlyObjectProperty<ImportState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The steps of a table. */
  public TableModel table() {
    return table;
  }

  /** What became of it. */
  public ResultModel result() {
    return result;
  }

  /** Waits for a file or a table. */
  public void start() {
    if (!(state.get() instanceof Running)) {
      state.set(new Start(""));
    }
  }

  /** Takes what somebody has copied. */
  public void paste(String copied) {
    try {
      desk.table(copied)
          .ifPresentOrElse(
              found -> table.open(found, text("import.pasted")),
              () -> state.set(new Start(text("import.no-table"))));
    } catch (FaqException e) {
      state.set(new Start(sentence(e)));
    }
  }

  /** Starts with a file: a table shows its columns, a pack lies open, others are imported. */
  public void open(Path file) {
    if (state.get() instanceof Running) {
      return;
    }
    Source source = new Source.OfFile(file);
    if (PackFile.isPack(file)) {
      review(source, null, false);
      return;
    }
    String name = FaqFiles.nameFor(file);
    look(
        source,
        progress -> desk.table(file, progress),
        read -> read.ifPresentOrElse(found -> table.open(found, name), () -> named(source, name)),
        failure -> new Failed(source.label(), sentence(failure)));
  }

  /** Goes on when it is known what comes in and what it is called. */
  private void named(Source source, String name) {
    state.set(new Running(source.label(), Phase.LOOKING, -1));
    tasks.run(
        () ->
            desk.faqs().stream()
                .map(FaqSummary::name)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(""),
        taken -> {
          if (taken.isEmpty()) {
            run(source, name, ImportMode.NEW, false);
          } else {
            state.set(new Taken(source, taken));
          }
        },
        failure -> state.set(new Failed(source.label(), sentence(failure))));
  }

  /**
   * Shows what a file, a pack or a table would change.
   *
   * @param name the FAQ that it would come into, null for a pack's own
   */
  public void review(Source source, @Nullable String name, boolean skipBad) {
    look(
        source,
        _ -> {
          Incoming incoming =
              switch (source) {
                case Source.OfFile(Path file) -> desk.incoming(file, name, skipBad);
                case Source.OfTable of ->
                    desk.incoming(of.table(), String.valueOf(name), of.skipBad());
              };
          return new Review(source, incoming, Reviewed.all(incoming.preview(Map.of())), Map.of());
        },
        state::set,
        failure ->
            afterFailure(source, name == null ? source.label() : name, ImportMode.MERGE, failure));
  }

  /** Takes a side of an entry in conflict. */
  public void choose(String id, Side side) {
    if (state.get() instanceof Review review) {
      Map<String, Side> choices = new TreeMap<>(review.choices());
      choices.put(id, side);
      state.set(
          new Review(review.source(), review.incoming(), review.changes(), Map.copyOf(choices)));
    }
  }

  /** The side that is taken of an entry in conflict. */
  public Side side(String id) {
    return state.get() instanceof Review review
        ? review.choices().getOrDefault(id, Side.OURS)
        : Side.OURS;
  }

  /** Brings in what lies open. */
  public void take() {
    if (state.get() instanceof Review review) {
      cancelled = new AtomicBoolean(); // it is one change of the library, which can be undone
      state.set(new Running(review.source().label(), Phase.TAKING, -1));
      tasks.run(
          () -> result.of(review.incoming().take(review.choices())),
          result::show,
          failure -> state.set(new Failed(review.source().label(), sentence(failure))));
    }
  }

  /** Leaves bad rows out. */
  public void skipBad(BadRows bad) {
    if (bad.mode() == ImportMode.MERGE) {
      review(bad.source(), bad.name(), true);
    } else {
      run(bad.source(), bad.name(), bad.mode(), true);
    }
  }

  /** Imports into the FAQ {@code name}. */
  public void run(Source source, String name, ImportMode mode, boolean skipBad) {
    run(
        source,
        progress ->
            result.of(
                switch (source) {
                  case Source.OfFile(Path file) ->
                      desk.importFile(file, name, mode, skipBad, progress);
                  case Source.OfTable of -> desk.importTable(of.table(), name, mode, of.skipBad());
                }),
        result::show,
        failure -> afterFailure(source, name, mode, failure));
  }

  private interface Work<T> {
    T run(Progress progress) throws Exception;
  }

  /**
   * @param then takes the result, unless it is to be forgotten
   * @param failed what to show where it failed
   */
  private <T> void look(
      Source source, Work<T> work, Consumer<T> then, Function<Exception, ImportState> failed) {
    run(
        source,
        work,
        result -> {
          if (cancelled.get()) {
            state.set(new Idle());
          } else {
            then.accept(result);
          }
        },
        failed);
  }

  private <T> void run(
      Source source, Work<T> work, Consumer<T> then, Function<Exception, ImportState> failed) {
    AtomicBoolean stop = new AtomicBoolean();
    cancelled = stop;
    state.set(new Running(source.label(), Phase.READING, -1));
    Progress progress =
        ResultModel.progress(
            tasks,
            stop,
            share -> {
              if (state.get() instanceof Running) {
                state.set(new Running(source.label(), Phase.READING, share));
              }
            });
    tasks.run(
        () -> work.run(progress),
        then,
        failure -> {
          state.set(stop.get() ? new Idle() : failed.apply(failure));
          mend();
        });
  }

  /** Lets bad entries of a file that is no table be mended like the rows of one. */
  private void mend() {
    if (state.get() instanceof BadRows bad && bad.source() instanceof Source.OfFile(Path file)) {
      tasks.run(
          () -> desk.rows(file),
          rows ->
              rows.filter(_ -> bad.equals(state.get()))
                  .ifPresent(found -> table.mend(found, bad.name())),
          _ -> {}); // they can be left out
    }
  }

  /** Stops what is under way, or closes what is shown. */
  public void cancel() {
    cancelled.set(true);
    result.stop();
    table.forget();
    if (!(state.get() instanceof Running)) {
      state.set(new Idle());
    }
  }

  /** Back to the table, where there is one, to say something else. */
  public void back() {
    if (!table.reopen()) {
      cancel();
    }
  }

  private static ImportState afterFailure(
      Source source, String name, ImportMode mode, Exception failure) {
    return switch (failure) {
      case CancellationException _ -> new Idle();
      case FaqException bad when !bad.problems().isEmpty() ->
          new BadRows(source, name, mode, bad.problems());
      default -> new Failed(source.label(), sentence(failure));
    };
  }

  static String sentence(Exception failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}

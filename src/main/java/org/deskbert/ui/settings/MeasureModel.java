package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deskbert.app.Measured;
import org.deskbert.app.Measurements.Cell;
import org.deskbert.app.Measurements.Known;
import org.deskbert.app.ModelInfo;
import org.deskbert.app.Tasks;
import org.deskbert.trace.Progress;
import org.deskbert.ui.kit.Desk;

/** What the installed bundles do on this machine. Used on the window's thread. */
public final class MeasureModel {
  private final Desk desk;
  private final Tasks tasks;
  private final List<ModelInfo> models;
  private final ReadOnlyObjectWrapper<Map<String, Known>> known =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ObservableList<Cell> grid = FXCollections.observableArrayList();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper activity = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private AtomicBoolean stop = new AtomicBoolean();

  /** Measures those of {@code models} that verify, as they are then. */
  MeasureModel(Desk desk, Tasks tasks, List<ModelInfo> models) {
    this.desk = desk;
    this.tasks = tasks;
    this.models = models;
  }

  /** What was measured of the bundles, by content hash. */
  public ReadOnlyObjectProperty<Map<String, Known>> knownProperty() {
    return known.getReadOnlyProperty();
  }

  /** How many texts a second the bundles read; empty until it was measured. */
  public ObservableList<Cell> grid() {
    return grid;
  }

  /** Share of the measurement under way, 0 to 1; negative if none is. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What is being measured, in words; empty if nothing. */
  public ReadOnlyStringProperty activityProperty() {
    return activity.getReadOnlyProperty();
  }

  /** What went wrong last, one sentence; empty if nothing. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Which of the bundles is best here, in one sentence; empty where nothing can be said. */
  public String advice() {
    return Advice.of(models, known.get());
  }

  /** The longest that a text took any bundle, so that all are drawn to one scale. */
  double mostMillis() {
    return known.get().values().stream()
        .flatMap(each -> each.measured().speeds().stream())
        .mapToDouble(Measured.Speed::millis)
        .max()
        .orElse(1);
  }

  /** Reads what was measured before. */
  void reload() {
    List<ModelInfo> now = verified();
    tasks.run(() -> desk.measured(now), known::set, this::failed);
  }

  /** Measures speed and quality of one bundle after the other. */
  public void measureAll() {
    List<ModelInfo> all = verified();
    Progress follow = start(text("models.measuring"));
    run(
        () -> {
          for (int i = 0; i < all.size(); i++) {
            desk.measure(all.get(i), follow.part(i, i + 1, all.size()));
          }
          return desk.measured(all);
        },
        known::set);
  }

  /** Measures how fast the bundles index, by length and threads. */
  public void measureGrid() {
    List<ModelInfo> all = verified();
    Progress follow = start(text("models.comparing"));
    run(() -> desk.grid(all, follow), grid::setAll);
  }

  /** Stops the measurement under way. */
  public void cancel() {
    stop.set(true);
  }

  private List<ModelInfo> verified() {
    return models.stream().filter(model -> model.problem().isEmpty()).toList();
  }

  private Progress start(String what) {
    AtomicBoolean stopped = new AtomicBoolean();
    stop = stopped;
    problem.set("");
    activity.set(what);
    progress.set(0);
    return (_, done, total) -> {
      double share = total > 0 ? (double) done / total : 0;
      tasks.foreground(() -> {
        // Phases begin anew, the bar never goes back.
        progress.set(Math.max(progress.get(), share));
      });
      return !stopped.get();
    };
  }

  private <T> void run(Callable<T> work, Consumer<T> done) {
    tasks.run(
        work,
        result -> {
          ended();
          done.accept(result);
        },
        failure -> {
          ended();
          if (failure instanceof CancellationException) {
            reload();
          } else {
            failed(failure);
          }
        });
  }

  private void ended() {
    progress.set(-1);
    activity.set("");
  }

  private void failed(Exception failure) {
    problem.set(failure.getMessage() == null ? failure.toString() : failure.getMessage());
  }
}

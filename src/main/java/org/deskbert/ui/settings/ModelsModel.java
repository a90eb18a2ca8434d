package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deskbert.app.ModelInfo;
import org.deskbert.app.Tasks;
import org.deskbert.encoder.Provider;
import org.deskbert.ui.kit.Desk;

/** The installed model bundles. Used on the window's thread. */
public final class ModelsModel {
  private final Desk desk;
  private final Tasks tasks;
  private final SettingsModel settings;
  private final ObservableList<ModelInfo> models = FXCollections.observableArrayList();
  private final MeasureModel measure;
  private final ReadOnlyObjectWrapper<List<Provider>> providers =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper activity = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /** Creates a model that knows no bundle until {@link #reload}. */
  public ModelsModel(Desk desk, Tasks tasks, SettingsModel settings) {
    this.desk = desk;
    this.tasks = tasks;
    this.settings = settings;
    this.measure = new MeasureModel(desk, tasks, models);
  }

  /** What the bundles do on this machine. */
  public MeasureModel measure() {
    return measure;
  }

  /** The bundles, shipped ones first. */
  public ObservableList<ModelInfo> models() {
    return models;
  }

  /** Where the model could be computed; none until they are known. */
  public ReadOnlyObjectProperty<List<Provider>> providersProperty() {
    return providers.getReadOnlyProperty();
  }

  /** What is being done, in words; empty if nothing. */
  public ReadOnlyStringProperty activityProperty() {
    return activity.getReadOnlyProperty();
  }

  /** What went wrong last, one sentence; empty if nothing. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Reads and verifies the bundles again. */
  public void reload() {
    run(text("models.verifying"), () -> List.<ModelInfo>of());
    tasks.run(
        desk::providers,
        providers::set,
        _ -> {}); // a library that can't be loaded is told where the model is missed
  }

  /** Answers with that bundle from now on. */
  public void use(ModelInfo model) {
    settings.change(now -> now.withModel(model.name()), this::reload);
  }

  /** Verifies and adds the bundle in {@code folder}. */
  public void add(Path folder) {
    run(text("models.adding"), () -> desk.addModel(folder));
  }

  /** Removes one of the user's own bundles; where it is in use, the shipped one takes over. */
  public void remove(ModelInfo model) {
    if (settings.get().model().equals(model.name())) {
      settings.change(now -> now.withModel(""), () -> take(model));
    } else {
      take(model);
    }
  }

  private void take(ModelInfo model) {
    run(
        text("models.removing"),
        () -> {
          desk.removeModel(model.name());
          return model;
        });
  }

  /** Reads a bundle's card and hands its Markdown on. */
  public void card(ModelInfo model, Consumer<String> then) {
    tasks.run(
        () -> Files.readString(model.card()),
        then,
        _ -> then.accept(text("models.no-card", model.card())));
  }

  private void run(String what, Callable<?> work) {
    activity.set(what);
    problem.set("");
    tasks.run(
        () -> {
          work.call();
          return desk.models();
        },
        found -> {
          activity.set("");
          models.setAll(found);
          measure.reload();
        },
        failure -> {
          activity.set("");
          problem.set(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        });
  }
}

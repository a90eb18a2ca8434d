package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deskbert.app.Doctor.Finding;
import org.deskbert.app.SupportArchive;
import org.deskbert.app.Tasks;
import org.deskbert.ui.kit.Desk;
import org.jspecify.annotations.Nullable;

/** Whether this machine is fit and the program offline. Used on the window's thread. */
public final class MachineModel {
  private final Desk desk;
  private final Tasks tasks;
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
  private @Nullable SupportArchive archive;

  /** Creates a model that knows nothing until {@link #examine}. */
  public MachineModel(Desk desk, Tasks tasks) {
    this.desk = desk;
    this.tasks = tasks;
  }

  /** What was found last, in the order of the checks. */
  public ObservableList<Finding> findings() {
    return findings;
  }

  /** What came of the last thing done, a sentence; empty if nothing was. */
  public ReadOnlyStringProperty toldProperty() {
    return told.getReadOnlyProperty();
  }

  /** Whether something is under way. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Checks everything, as it is at this moment. */
  public void examine() {
    run(
        desk::examine,
        found -> {
          findings.setAll(found);
          long unfit = found.stream().filter(finding -> !finding.ok()).count();
          told.set(text("machine.checked", found.size(), unfit));
        });
  }

  /** What the archive for somebody who helps from afar holds; empty before {@link #gather}. */
  public ReadOnlyStringProperty archiveProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Gathers what the archive holds, so that it is seen before it is written. */
  public void gather() {
    run(
        () -> desk.supportArchive(List.copyOf(findings)),
        gathered -> {
          archive = gathered;
          StringBuilder all = new StringBuilder();
          gathered.parts().forEach((name, text) -> all.append(name + "\n" + text + "\n\n"));
          shown.set(all.toString().strip());
        });
  }

  /** Writes the archive exactly as it is shown. */
  public void save(Path file) {
    SupportArchive seen = archive;
    if (seen != null) {
      run(
          () -> {
            seen.write(file);
            return file;
          },
          done -> told.set(text("machine.saved", done)));
    }
  }

  private <T> void run(Callable<T> work, Consumer<T> done) {
    busy.set(true);
    told.set("");
    tasks.run(
        work,
        result -> {
          busy.set(false);
          done.accept(result);
        },
        failure -> {
          busy.set(false);
          told.set(String.valueOf(failure.getMessage()));
        });
  }
}
